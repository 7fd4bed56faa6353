// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lookup/forwardpane.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "desktop/controls/labels.h"
#include "desktop/controls/rowlist.h"
#include "desktop/lookup/reasonphrases.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/page/rowdelegate.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

/// Less of a zone than this is the brush's edge.
constexpr double namedCoverage = 0.05;

} // namespace

ForwardPane::ForwardPane(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session, Theme theme,
                         QWidget *parent)
    : QWidget{parent},
      m_scene{scene},
      m_knowledge{knowledge},
      m_session{session},
      m_points{new PointListModel{scene.atlas(), this}},
      m_rows{new RowDelegate{theme, this}},
      m_stack{new QStackedWidget},
      m_detail{new MuscleDetail{scene, knowledge, theme}}
{
    setObjectName(QStringLiteral("forwardPane"));
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, space::l, 0, 0);
    layout->setSpacing(space::s);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::l, 0, space::l, 0);
    head->addWidget(makeLabel(tr("Where it sends pain"), TextStyle::section), 1);
    auto *swap = new QPushButton{tr("From the pain instead")};
    swap->setObjectName(QStringLiteral("swapBack"));
    swap->setToolTip(tr("From where it hurts to the muscles (D)"));
    setButtonRole(*swap, ButtonRole::quiet);
    head->addWidget(swap);
    layout->addLayout(head);
    auto *chosen = new QWidget;
    auto *inner = new QVBoxLayout{chosen};
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    m_own = makeOwn();
    inner->addWidget(m_own);
    inner->addWidget(m_detail, 1);
    m_stack->addWidget(makeChoice());
    m_stack->addWidget(chosen);
    layout->addWidget(m_stack, 1);
    connect(swap, &QPushButton::clicked, this, &ForwardPane::swapAsked);
    connect(m_detail, &MuscleDetail::viewRequested, this, &ForwardPane::viewRequested);
    connect(m_detail, &MuscleDetail::markRequested, this, &ForwardPane::markRequested);
    connect(m_detail, &MuscleDetail::readingRequested, this, &ForwardPane::readingRequested);
    connect(m_detail, &MuscleDetail::muscleRequested, this, [this](const MuscleId &muscle, Side side) {
        setSubject(
            DetailSubject{muscle, side, m_scene.atlas().regionOf(muscle, side).value_or(anatomy::RegionNumber{0})});
    });
    connect(&session, &JournalSession::changed, this, [this](const JournalChange &change) {
        if (change.touches<TriggerPoint>() || change.touches<Rating>()) {
            refresh();
        }
    });
    refresh();
}

QWidget *ForwardPane::makeChoice()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout{box};
    layout->setContentsMargins(space::l, 0, space::l, space::m);
    layout->setSpacing(space::s);
    QLabel *words = makeLabel(tr("Click a muscle on the body, find one with the search (/), or choose a point of your "
                                 "own. You then see where it often sends its pain."),
                              TextStyle::body);
    words->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(words);
    layout->addSpacing(space::s);
    layout->addWidget(makeLabel(tr("Your points"), TextStyle::strong));
    m_noPoints = makeLabel(tr("You have marked none yet."), TextStyle::body);
    m_noPoints->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_noPoints);
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("ownPoints"));
    m_list->setAccessibleName(tr("Your points"));
    m_list->setModel(m_points);
    m_list->setItemDelegate(m_rows);
    m_list->setUniformItemSizes(true);
    layFlat(*m_list);
    layout->addWidget(m_list, 1);
    const auto choose = [this](const QModelIndex &index) { setPoint(m_points->at(index).point.id); };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_list, &QListView::activated, this, choose);
    return box;
}

QWidget *ForwardPane::makeOwn()
{
    auto *box = new QWidget;
    box->setObjectName(QStringLiteral("ownReferral"));
    auto *layout = new QVBoxLayout{box};
    layout->setContentsMargins(space::l, space::s, space::l, space::s);
    layout->setSpacing(space::xs);
    layout->addWidget(makeLabel(tr("Where you feel your point"), TextStyle::strong));
    m_ownWords = makeLabel({}, TextStyle::body);
    m_ownWords->setObjectName(QStringLiteral("ownReferralWords"));
    layout->addWidget(m_ownWords);
    m_paint = new QPushButton;
    m_paint->setObjectName(QStringLiteral("paintReferral"));
    m_paint->setCheckable(true);
    setButtonIcon(*m_paint, Icon::brush);
    m_forget = new QPushButton{tr("Remove")};
    m_forget->setObjectName(QStringLiteral("forgetReferral"));
    setButtonRole(*m_forget, ButtonRole::danger);
    auto *row = new QHBoxLayout;
    row->addWidget(m_paint);
    row->addWidget(m_forget);
    row->addStretch();
    layout->addLayout(row);
    connect(m_paint, &QPushButton::toggled, this, [this] {
        refreshOwn();
        Q_EMIT paintingChanged();
    });
    connect(m_forget, &QPushButton::clicked, this, [this] {
        if (auto own = point()) {
            own->referral.clear();
            own->referralZones.clear();
            m_session.change(*own, tr("Remove where you feel it"));
        }
    });
    return box;
}

void ForwardPane::setTheme(Theme theme)
{
    m_rows->setTheme(theme);
    m_detail->setTheme(theme);
}

void ForwardPane::setRules(const RuleBase *rules, const Surroundings *surroundings)
{
    m_detail->setRules(rules, surroundings);
}

void ForwardPane::refresh()
{
    const std::vector<PointOverview> points = m_session.read().openPoints();
    m_points->setPoints(points);
    m_list->setVisible(!points.empty());
    m_noPoints->setVisible(points.empty());
    refreshOwn();
}

void ForwardPane::setSubject(const std::optional<DetailSubject> &subject)
{
    m_subject = subject;
    m_point.reset();
    m_paint->setChecked(false);
    if (subject) {
        // The newest of the person's points in it.
        for (const PointOverview &own : m_session.read().openPoints()) {
            if (own.point.muscle == subject->muscle && own.point.side == subject->side) {
                m_point = own.point.id;
            }
        }
    }
    m_detail->setSubject(subject);
    m_stack->setCurrentIndex(subject ? 1 : 0);
    refreshOwn();
    Q_EMIT subjectChanged();
}

void ForwardPane::setPoint(PointId point)
{
    if (const auto known = m_session.read().point(point)) {
        const TriggerPoint &own = known->point;
        setSubject(DetailSubject{own.muscle, own.side,
                                 m_scene.atlas().regionOf(own.muscle, own.side).value_or(anatomy::RegionNumber{0})});
        m_point = point;
        refreshOwn();
        Q_EMIT subjectChanged();
    }
}

std::optional<TriggerPoint> ForwardPane::point() const
{
    return m_point ? m_session.read().find<TriggerPoint>(*m_point) : std::nullopt;
}

bool ForwardPane::isPainting() const { return m_paint->isChecked() && m_point; }

void ForwardPane::setPainting(bool on) { m_paint->setChecked(on); }

void ForwardPane::paint(const Stroke &stroke, const ZoneSizes &sizes)
{
    auto own = point();
    if (!own || (stroke.erases && own->referral.empty())) {
        return;
    }
    own->referral.push_back(stroke);
    own->referralZones = coverageOf(
        m_scene.atlas(),
        [this](const anatomy::ViewInfo &view) -> const anatomy::GrayImage8 & { return m_scene.zones(view); }, sizes,
        own->referral);
    m_session.change(*own, tr("Paint where you feel %1").arg(nameOf(m_scene.atlas(), own->muscle, own->side)));
}

void ForwardPane::refreshOwn()
{
    const auto own = point();
    m_own->setVisible(own.has_value());
    if (!own) {
        return;
    }
    QStringList places;
    for (const ZoneCoverage &zone : own->referralZones) {
        if (zone.coverage >= namedCoverage) {
            places << phrases::zone(m_knowledge, {zone.zone, zone.side, HitKind::essential, 1});
        }
    }
    m_ownWords->setText(
        m_paint->isChecked() ? tr("Press the point, or think of when it hurts, and paint where you feel it.")
        : places.isEmpty()   ? tr("You have not painted it yet. What you paint counts in your next lookup.")
                             : tr("Painted by you: %1.").arg(phrases::list(places)));
    m_paint->setText(m_paint->isChecked() ? tr("Done") : tr("Paint where you feel it"));
    setButtonRole(*m_paint, m_paint->isChecked() ? ButtonRole::primary : ButtonRole::plain);
    m_forget->setVisible(!own->referral.empty());
}

} // namespace palpate::desktop
