// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace palpate::desktop {

/// Words on a small outlined card: a name beside the pointer, a key as it is printed on one.
class WordCard : public QLabel {
    Q_OBJECT

public:
    WordCard(const QString &words, int radius, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_radius;
};

} // namespace palpate::desktop
