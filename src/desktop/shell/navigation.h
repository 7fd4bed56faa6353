// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "desktop/theme/icons.h"

class QAbstractButton;
class QButtonGroup;
class QVBoxLayout;

namespace palpate::desktop {

/// The column at the window's start: a page a button, icon over label; what is no page stands at its foot.
class Navigation : public QWidget {
    Q_OBJECT

public:
    explicit Navigation(QWidget *parent = nullptr);

    void addPage(int page, const QString &name, Icon icon, const QString &objectName);
    /// A button at the foot that opens no page.
    QAbstractButton &addButton(const QString &name, Icon icon, const QString &objectName);
    void showPage(int page);

Q_SIGNALS:
    void pageChosen(int page);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_pages;
    QVBoxLayout *m_top;
    QVBoxLayout *m_foot;
};

} // namespace palpate::desktop
