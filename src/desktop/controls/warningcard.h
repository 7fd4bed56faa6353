// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace palpate::desktop {

/// What must be read before anything else: words in a frame in the colour of alerts, with a sign, so that it is not
/// told by colour alone.
class WarningCard : public QWidget {
    Q_OBJECT

public:
    explicit WarningCard(const QString &words, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace palpate::desktop
