// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/carerow.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/care/carewords.h"
#include "desktop/care/dosetable.h"
#include "desktop/controls/chips.h"
#include "desktop/controls/fold.h"
#include "desktop/controls/labels.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

constexpr int yes = 1;
constexpr int underName = 28; ///< where the words begin that stand under the name of a tick

} // namespace

CareRow::CareRow(const anatomy::Atlas &atlas, const KnowledgeBase &knowledge, const CareOption &option,
                 std::chrono::seconds length, const Clock &clock, const CareRowState &state, Theme theme,
                 QWidget *parent)
    : QWidget{parent}, m_knowledge{knowledge}, m_clock{clock}, m_theme{theme}, m_point{option.point.point.id}
{
    setObjectName(QStringLiteral("careRow"));
    const TriggerPoint &point = option.point.point;
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(space::l, space::m, space::l, space::m);
    layout->setSpacing(space::xs);
    const QString name = nameOf(atlas, point.muscle, point.side);
    const QString level = option.point.latestSoreness ? tr("%1 of 10").arg(option.point.latestSoreness->level.value())
                                                      : tr("no number yet");
    m_choice = new QCheckBox{tr("%1, %2").arg(name, level)};
    m_choice->setObjectName(QStringLiteral("careChoice"));
    const bool isHeld = option.heldBackBy() != nullptr && state.reason.isEmpty();
    m_choice->setEnabled(option.isAllowed() && !isHeld);
    m_choice->setChecked(state.isChosen && m_choice->isEnabled());
    layout->addWidget(m_choice);
    auto *under = new QVBoxLayout;
    under->setSpacing(space::xs);
    auto *shifted = new QHBoxLayout;
    shifted->setSpacing(0);
    shifted->addSpacing(underName);
    shifted->addLayout(under, 1);
    layout->addLayout(shifted);
    if (option.isAllowed()) {
        addCare(*under, option, length, state.reach);
    } else if (option.isForElsewhere) {
        under->addWidget(makeLabel(tr("What helps here is done lying down, not at a desk."), TextStyle::body));
    }
    addRules(*under, option, state.reason);
    addRestrictions(*under, option);
    connect(m_choice, &QCheckBox::clicked, this, &CareRow::chosen);
    connect(m_choice, &QCheckBox::clicked, this, &CareRow::looked);
}

void CareRow::addCare(QVBoxLayout &layout, const CareOption &option, std::chrono::seconds length,
                      const std::optional<Tool> &reach)
{
    layout.addWidget(
        makeLabel(tr("%1; %2").arg(carewords::care(option.care), carewords::about(length)), TextStyle::body));
    layout.addWidget(makeLabel(carewords::best(option.best), TextStyle::caption));
    addReach(layout, option, reach);
    if (QWidget *doses = makeDoseTable(option.doses, m_clock.now())) {
        auto *fold = new Fold{tr("What you did here (%1)").arg(option.doses.size()), doses};
        fold->setObjectName(QStringLiteral("careDoses"));
        layout.addWidget(fold);
    }
}

void CareRow::addReach(QVBoxLayout &layout, const CareOption &option, const std::optional<Tool> &reach)
{
    if (option.care.tool == Tool::none) {
        return; // nothing is pressed
    }
    auto *ask = new QPushButton{tr("Can you reach this alone?")};
    ask->setObjectName(QStringLiteral("careReach"));
    setButtonRole(*ask, ButtonRole::quiet);
    auto *ways = new Chips{Chips::Choice::one, QStringLiteral("careReachBy")};
    ways->setAccessibleName(ask->text());
    ways->add(static_cast<int>(Tool::fingers), tr("Yes"));
    if (option.clearance.pressure == PressureGrade::free) {
        ways->add(static_cast<int>(Tool::wall), tr("With a ball on the wall"));
        ways->add(static_cast<int>(Tool::cane), tr("With a hooked cane"));
    }
    ways->add(static_cast<int>(Tool::helper), tr("Somebody helps me"));
    if (reach) {
        ways->choose(static_cast<int>(*reach));
    }
    layout.addWidget(ask, 0, Qt::AlignLeading);
    layout.addWidget(ways);
    // Only now: without a parent it would be a window of its own.
    ways->setVisible(reach.has_value());
    ask->setVisible(!reach);
    if (reach == Tool::helper) {
        auto *show = new QPushButton{tr("Show the helper where and how")};
        show->setObjectName(QStringLiteral("careHelper"));
        layout.addWidget(show, 0, Qt::AlignLeading);
        connect(show, &QPushButton::clicked, this, &CareRow::helperWished);
    }
    connect(ask, &QPushButton::clicked, this, [ask, ways] {
        ask->setVisible(false);
        ways->setVisible(true);
    });
    connect(ways, &Chips::toggled, this, [this](int id) { Q_EMIT reachTold(static_cast<Tool>(id)); });
}

void CareRow::addRules(QVBoxLayout &layout, const CareOption &option, const QString &reason)
{
    const Instant now = m_clock.now();
    for (const RuleHit &hit : option.hits) {
        layout.addWidget(
            makeLabel(carewords::rule(hit, now), holdsBack(hit.rule) ? TextStyle::strong : TextStyle::body));
        addSources(layout, hit.sources);
        if (hit.rule == CareRule::maybeSore) {
            auto *answer = new Chips{Chips::Choice::one, QStringLiteral("stillSore")};
            answer->setAccessibleName(tr("Still sore from last time?"));
            answer->add(yes, tr("Still sore"));
            answer->add(0, tr("Not any more"));
            layout.addWidget(answer);
            connect(answer, &Chips::toggled, this, [this](int id) { Q_EMIT sorenessTold(id == yes); });
        }
    }
    if (option.isAllowed() && option.heldBackBy() != nullptr) {
        auto *why = new QLineEdit{reason};
        padField(*why);
        why->setObjectName(QStringLiteral("careReason"));
        why->setPlaceholderText(tr("Go on all the same, because …"));
        why->setAccessibleName(why->placeholderText());
        layout.addWidget(why);
        connect(why, &QLineEdit::editingFinished, this, [this, why, reason] {
            if (why->text().trimmed() != reason) {
                Q_EMIT reasonGiven(why->text().trimmed());
            }
        });
    }
}

void CareRow::addRestrictions(QVBoxLayout &layout, const CareOption &option)
{
    std::vector<const Restriction *> limits;
    for (const Restriction &restriction : option.clearance.restrictions) {
        if (restriction.isRuledOut()) {
            layout.addWidget(makeLabel(carewords::restriction(restriction),
                                       option.isAllowed() ? TextStyle::body : TextStyle::strong));
            addSources(layout, restriction.sources);
            addCheck(layout, restriction);
        } else {
            limits.push_back(&restriction);
        }
    }
    if (!option.isAllowed() && option.clearance.restrictions.empty()) {
        layout.addWidget(
            makeLabel(tr("This muscle is for a professional; nothing is done to it alone."), TextStyle::body));
    }
    if (limits.empty() || !option.isAllowed()) {
        return;
    }
    auto *part = new QWidget;
    auto *lines = new QVBoxLayout{part};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(space::xs);
    for (const Restriction *limit : limits) {
        lines->addWidget(makeLabel(carewords::restriction(*limit), TextStyle::body));
        addSources(*lines, limit->sources);
    }
    auto *fold = new Fold{tr("Limits here (%1)").arg(limits.size()), part};
    fold->setObjectName(QStringLiteral("careLimits"));
    layout.addWidget(fold);
}

void CareRow::addSources(QVBoxLayout &layout, std::span<const Citation> sources)
{
    if (const QString words = carewords::sources(m_knowledge, sources); !words.isEmpty()) {
        layout.addWidget(makeLabel(words, TextStyle::caption));
    }
}

void CareRow::addCheck(QVBoxLayout &layout, const Restriction &restriction)
{
    if (!checkedRuleOf(restriction)) {
        return;
    }
    auto *show = new QPushButton{tr("A professional has checked this")};
    show->setObjectName(QStringLiteral("careChecked"));
    setButtonRole(*show, ButtonRole::quiet);
    auto *form = new CheckedForm{m_clock};
    form->setVisible(false);
    layout.addWidget(show, 0, Qt::AlignLeading);
    layout.addWidget(form);
    connect(show, &QPushButton::clicked, this, [show, form] {
        show->setVisible(false);
        form->setVisible(true);
    });
    connect(form, &CheckedForm::told, this, [this, form, restriction](const ToldCheck &check) {
        m_form = form;
        Q_EMIT checked(restriction, check);
    });
}

void CareRow::refuse(CheckRefusal refusal)
{
    if (m_form != nullptr) {
        m_form->refuse(refusal);
    }
}

void CareRow::enterEvent(QEnterEvent *event)
{
    Q_EMIT looked();
    QWidget::enterEvent(event);
}

void CareRow::paintEvent(QPaintEvent * /*event*/)
{
    const InterfaceTokens &tokens = tokensFor(m_theme).interface;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen{m_choice->isChecked() ? tokens.accent : tokens.hairline, m_choice->isChecked() ? 2.0 : tokens.lineWidth});
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(QRectF{rect()}.adjusted(1, 1, -1, -1), 10, 10);
}

} // namespace palpate::desktop
