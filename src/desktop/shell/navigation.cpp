// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/shell/navigation.h"

#include <QButtonGroup>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

constexpr int navigationWidth = 88;

QPushButton *makeButton(const QString &name, Icon icon, const QString &objectName)
{
    auto *button = new QPushButton{name};
    button->setObjectName(objectName);
    button->setProperty(buttonRoleProperty, static_cast<int>(ButtonRole::navigation));
    setButtonIcon(*button, icon);
    return button;
}

} // namespace

Navigation::Navigation(QWidget *parent) : QWidget{parent}, m_pages{new QButtonGroup{this}}
{
    setObjectName(QStringLiteral("navigation"));
    setAccessibleName(tr("Pages"));
    setFixedWidth(navigationWidth);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(space::xs, space::m, space::xs, space::m);
    m_top = new QVBoxLayout;
    m_foot = new QVBoxLayout;
    for (QVBoxLayout *part : {m_top, m_foot}) {
        part->setSpacing(space::xs);
    }
    layout->addLayout(m_top);
    layout->addStretch();
    layout->addLayout(m_foot);
    connect(m_pages, &QButtonGroup::idClicked, this, &Navigation::pageChosen);
}

void Navigation::addPage(int page, const QString &name, Icon icon, const QString &objectName)
{
    QPushButton *button = makeButton(name, icon, objectName);
    button->setCheckable(true);
    m_pages->addButton(button, page);
    m_top->addWidget(button);
}

QAbstractButton &Navigation::addButton(const QString &name, Icon icon, const QString &objectName)
{
    QPushButton *button = makeButton(name, icon, objectName);
    m_foot->addWidget(button);
    return *button;
}

void Navigation::showPage(int page)
{
    if (QAbstractButton *button = m_pages->button(page)) {
        button->setChecked(true);
    }
}

void Navigation::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter{this};
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    painter.setPen(QPen{palette().color(QPalette::Mid), 1});
    const int edge = isRightToLeft() ? 0 : width() - 1;
    painter.drawLine(edge, 0, edge, height());
}

} // namespace palpate::desktop
