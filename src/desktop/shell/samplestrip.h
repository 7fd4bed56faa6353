// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace palpate::desktop {

/// Stands above every page while the sample journal is open, so that nobody takes it for their own.
class SampleStrip : public QWidget {
    Q_OBJECT

public:
    explicit SampleStrip(QWidget *parent = nullptr);

Q_SIGNALS:
    void removeWished();

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace palpate::desktop
