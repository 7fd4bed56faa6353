// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/controls/levelscale.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/controls/labels.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

constexpr int buttonWidth = 28;

} // namespace

LevelScale::LevelScale(const QString &question, const QString &prefix, QWidget *parent)
    : QWidget{parent}, m_buttons{new QButtonGroup{this}}
{
    setAccessibleName(question);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    for (int level = PainLevel::lowest; level <= PainLevel::highest; ++level) {
        auto *button = new QPushButton{QString::number(level), this};
        button->setCheckable(true);
        button->setFixedSize(buttonWidth, buttonWidth + space::xs);
        setButtonRole(*button, ButtonRole::rating);
        button->setObjectName(prefix + QString::number(level));
        button->setAccessibleName(tr("%1: %2 of 10").arg(question).arg(level));
        button->setFocusPolicy(Qt::TabFocus);
        m_buttons->addButton(button, level);
        row->addWidget(button);
        if (level != PainLevel::highest) {
            row->addStretch();
        }
    }
    m_buttons->button(PainLevel::highest)->setToolTip(tr("Press x for 10"));
    layout->addLayout(row);
    auto *anchors = new QHBoxLayout;
    QLabel *least = makeLabel(tr("no pain"), TextStyle::caption, this);
    QLabel *most = makeLabel(tr("worst you can imagine"), TextStyle::caption, this);
    for (QLabel *anchor : {least, most}) {
        anchor->setWordWrap(false);
    }
    anchors->addWidget(least);
    anchors->addStretch();
    anchors->addWidget(most);
    layout->addLayout(anchors);
    connect(m_buttons, &QButtonGroup::idClicked, this, [this](int level) { Q_EMIT chosen(*PainLevel::from(level)); });
}

void LevelScale::setLevel(std::optional<PainLevel> level)
{
    m_buttons->setExclusive(false);
    for (QAbstractButton *button : m_buttons->buttons()) {
        button->setChecked(level && level->value() == m_buttons->id(button));
    }
    m_buttons->setExclusive(true);
}

std::optional<PainLevel> LevelScale::level() const
{
    return m_buttons->checkedId() < 0 ? std::nullopt : PainLevel::from(m_buttons->checkedId());
}

std::optional<PainLevel> LevelScale::levelOf(const QKeyEvent &event)
{
    const QString typed = event.text();
    if (typed.compare(QLatin1String("x"), Qt::CaseInsensitive) == 0 ||
        (event.key() == Qt::Key_0 && event.modifiers().testFlag(Qt::ControlModifier))) {
        return PainLevel::from(PainLevel::highest);
    }
    return typed.size() == 1 && typed.front().isDigit() ? PainLevel::from(typed.front().digitValue()) : std::nullopt;
}

} // namespace palpate::desktop
