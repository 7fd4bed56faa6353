// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractButton;

namespace palpate::desktop {

/// A heading that shows and hides what stands under it, by click, Space or Enter. Assistive technology hears with the
/// heading whether it is open.
class Fold : public QWidget {
    Q_OBJECT

public:
    /// Takes ownership of the content; closed.
    Fold(const QString &title, QWidget *content, QWidget *parent = nullptr);

    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const { return m_open; }

    [[nodiscard]] const QAbstractButton &header() const { return *m_header; }

Q_SIGNALS:
    /// The person opened or closed it.
    void toggled(bool open);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QAbstractButton *m_header;
    QWidget *m_content;
    bool m_open = true;
};

} // namespace palpate::desktop
