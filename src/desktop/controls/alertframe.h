// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace palpate::desktop {

/// A frame in the colour of alerts, with a sign, so that it is not told by colour alone: for what must be read before
/// anything else.
class AlertFrame : public QWidget {
    Q_OBJECT

public:
    explicit AlertFrame(QWidget *parent = nullptr);

    /// Where what it says is put.
    [[nodiscard]] QVBoxLayout &content() { return *m_content; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_content;
};

/// Such a frame with words in it.
[[nodiscard]] AlertFrame *makeWarning(const QString &words, QWidget *parent = nullptr);

} // namespace palpate::desktop
