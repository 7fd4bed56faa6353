// SPDX-License-Identifier: GPL-3.0-or-later
// What the choice of points is made of.
#include "desktop/care/carechoice.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

#include "desktop/care/caremap.h"
#include "desktop/care/carewishes.h"
#include "desktop/care/dangerwords.h"
#include "desktop/controls/chips.h"
#include "desktop/controls/fold.h"
#include "desktop/controls/labels.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

void CareChoice::compose()
{
    m_map = new CareMap{m_scene, m_knowledge, m_theme};
    connect(m_map, &CareMap::pointClicked, this, &CareChoice::takePoint);
    connect(m_map, &CareMap::failed, this, &CareChoice::failed);
    auto *content = new QWidget;
    auto *start = new QVBoxLayout{content};
    start->setContentsMargins(space::xl, space::s, space::xl, space::xl);
    start->setSpacing(space::l);
    start->addWidget(makeLabel(tr("Work on your points"), TextStyle::page));
    m_first = makeFirst();
    start->addWidget(m_first);
    m_check = makeCheck();
    start->addWidget(m_check);
    m_wishes = new CareWishes;
    start->addWidget(m_wishes);
    connect(m_wishes, &CareWishes::loudnessChosen, this, &CareChoice::loudnessChosen);
    connect(m_wishes, &CareWishes::changed, this, [this] {
        m_answers.wishes = m_wishes->wishes(); // what was chosen by hand stays, however long it takes
        read();
    });
    m_empty = makeEmpty();
    start->addWidget(m_empty);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(space::s);
    start->addLayout(m_rows);
    m_keepOff = new QVBoxLayout;
    m_keepOff->setSpacing(space::s);
    auto *keepOff = new QWidget;
    keepOff->setLayout(m_keepOff);
    auto *keepOffPart = new Fold{tr("Places to keep off"), keepOff};
    keepOffPart->setObjectName(QStringLiteral("careKeepOff"));
    start->addWidget(keepOffPart);
    connect(keepOffPart, &Fold::toggled, this, &CareChoice::fillKeepOff);
    start->addStretch();
    m_foot = makeFoot();
    m_scroll = layBesideMap(*this, m_map, content, m_foot);
}

QWidget *CareChoice::makeFirst()
{
    auto *part = new QWidget;
    auto *first = new QVBoxLayout{part};
    first->setContentsMargins(0, 0, 0, 0);
    first->setSpacing(space::s);
    first->addWidget(makeLabel(tr("Pressing makes points less tender for a while. Whether it eases the pain itself is "
                                  "small or unproven outside the neck. It should never hurt more than you can easily "
                                  "bear, and a day or two of mild soreness afterwards is usual."),
                               TextStyle::lead));
    auto *more = new QPushButton{tr("Read what is known")};
    more->setObjectName(QStringLiteral("careReadMore"));
    setButtonRole(*more, ButtonRole::quiet);
    first->addWidget(more, 0, Qt::AlignLeading);
    connect(more, &QPushButton::clicked, this, &CareChoice::readingWished);
    return part;
}

QWidget *CareChoice::makeEmpty()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout{part};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::l);
    layout->addWidget(
        makeLabel(tr("The points you marked will stand here, each with what may be done to it. Mark the first one "
                     "on the map."),
                  TextStyle::lead));
    auto *map = new QPushButton{tr("Open the map")};
    map->setObjectName(QStringLiteral("careOpenMap"));
    setButtonRole(*map, ButtonRole::primary);
    connect(map, &QPushButton::clicked, this, &CareChoice::mapWished);
    layout->addWidget(map, 0, Qt::AlignLeading);
    return part;
}

QWidget *CareChoice::makeCheck()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout{part};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    m_conditionsTitle = makeLabel(tr("Does any of this hold for you today, at these places?"), TextStyle::strong);
    layout->addWidget(m_conditionsTitle);
    m_conditions = new Chips{Chips::Choice::any, QStringLiteral("careCondition")};
    m_conditions->setAccessibleName(m_conditionsTitle->text());
    layout->addWidget(m_conditions);
    m_danger = new DangerWords{m_session, m_source};
    layout->addWidget(m_danger);
    connect(m_danger, &DangerWords::changed, this, &CareChoice::read);
    connect(m_conditions, &Chips::toggled, this, [this](int id, bool on) {
        const ConditionId condition = m_asked[static_cast<std::size_t>(id)]->id;
        if (on) {
            m_answers.said.insert(condition);
        } else {
            m_answers.said.erase(condition);
        }
        read();
    });
    return part;
}

QWidget *CareChoice::makeFoot()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout{part};
    layout->setContentsMargins(space::xl, space::s, space::xl, space::m);
    layout->setSpacing(space::s);
    m_manyReason = new QLineEdit;
    padField(*m_manyReason);
    m_manyReason->setObjectName(QStringLiteral("careManyReason"));
    m_manyReason->setPlaceholderText(tr("Go on all the same, because …"));
    m_manyReason->setAccessibleName(m_manyReason->placeholderText());
    m_summary = makeLabel({}, TextStyle::lead);
    m_summary->setObjectName(QStringLiteral("careSummary"));
    m_start = new QPushButton{tr("Begin")};
    m_start->setObjectName(QStringLiteral("careStart"));
    setButtonRole(*m_start, ButtonRole::primary);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::l);
    line->addWidget(m_summary, 1);
    line->addWidget(m_start, 0, Qt::AlignBottom);
    layout->addLayout(line);
    layout->addWidget(m_manyReason);
    connect(m_manyReason, &QLineEdit::textChanged, this, &CareChoice::fillSummary);
    connect(m_start, &QPushButton::clicked, this, &CareChoice::begin);
    return part;
}

} // namespace palpate::desktop
