// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/page/sectionbox.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "desktop/controls/labels.h"
#include "desktop/theme/tokens.h"

namespace palpate::desktop {

namespace {

/// Of marks and numbers before the words.
constexpr int markWidth = 16;
constexpr int lineHeight = 20;

QLabel *selectable(QLabel *label)
{
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

SectionBox::SectionBox(const QString &name, QWidget *parent) : QWidget{parent}, m_layout{new QVBoxLayout{this}}
{
    setObjectName(name);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::s);
}

void SectionBox::addTitle(const QString &words)
{
    QLabel *title = makeLabel(words, TextStyle::lead);
    QFont font = title->font();
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    title->setObjectName(QStringLiteral("sectionTitle"));
    setAccessibleName(words);
    const bool wasEmpty = m_empty;
    add(title);
    m_empty = wasEmpty;
}

QLabel *SectionBox::addText(const QString &words)
{
    QLabel *label = selectable(makeLabel(words, TextStyle::body));
    add(label);
    return label;
}

QLabel *SectionBox::addStrong(const QString &words)
{
    QLabel *label = selectable(makeLabel(words, TextStyle::strong));
    add(label);
    return label;
}

QLabel *SectionBox::addQuiet(const QString &words)
{
    QLabel *label = selectable(makeLabel(words, TextStyle::caption));
    add(label);
    return label;
}

QLabel *SectionBox::addRunIn(const QString &heading, const QString &words, const QPixmap &mark)
{
    QLabel *label = selectable(makeLabel({}, TextStyle::body));
    label->setTextFormat(Qt::RichText);
    label->setText(QStringLiteral("<span style=\"font-weight:600\">%1</span>&ensp;%2")
                       .arg(heading.toHtmlEscaped(), words.toHtmlEscaped()));
    label->setAccessibleName(heading + QStringLiteral(": ") + words);
    if (mark.isNull()) {
        add(label);
    } else {
        auto *sign = new QLabel;
        sign->setPixmap(mark);
        addMarked(sign, label);
    }
    return label;
}

QLabel *SectionBox::addItem(const QString &mark, const QString &words)
{
    auto *sign = new QLabel{mark};
    sign->setForegroundRole(QPalette::PlaceholderText);
    QLabel *label = selectable(makeLabel(words, TextStyle::body));
    addMarked(sign, label);
    return label;
}

void SectionBox::addMarked(QWidget *mark, QWidget *words)
{
    mark->setFixedSize(markWidth, lineHeight);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(inset, 0, inset, 0);
    row->setSpacing(space::s);
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    m_layout->addLayout(row);
    m_empty = false;
}

void SectionBox::add(QWidget *widget)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(inset, 0, inset, 0);
    row->addWidget(widget);
    m_layout->addLayout(row);
    m_empty = false;
}

void SectionBox::addWide(QWidget *widget)
{
    m_layout->addWidget(widget);
    m_empty = false;
}

void SectionBox::addSpace(int pixels) { m_layout->addSpacing(pixels); }

} // namespace palpate::desktop
