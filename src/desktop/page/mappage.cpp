// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/page/mappage.h"

#include <QButtonGroup>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/error.h"
#include "desktop/bodymap/mapaccess.h"
#include "desktop/page/mapcontrols.h"
#include "desktop/page/musclesearchmodel.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/page/rowdelegate.h"
#include "desktop/page/turndial.h"
#include "desktop/phrases.h"

namespace palpate::desktop {

using anatomy::Layer;
using anatomy::RegionNumber;
using anatomy::ViewInfo;

namespace {

QListView *makeList(QAbstractItemModel *model, RowDelegate *rows, const QString &objectName, const QString &name)
{
    auto *list = new QListView;
    list->setObjectName(objectName);
    list->setAccessibleName(name);
    list->setModel(model);
    list->setItemDelegate(rows);
    list->setFrameShape(QFrame::NoFrame);
    list->setMouseTracking(true);
    list->setUniformItemSizes(true);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->viewport()->setAutoFillBackground(false);
    return list;
}

} // namespace

MapPage::MapPage(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session, const ViewInfo &view,
                 Layer layer, Theme theme, QWidget *parent)
    : QWidget{parent},
      m_scene{scene},
      m_knowledge{knowledge},
      m_session{session},
      m_theme{theme},
      m_points{new PointListModel{scene.atlas(), this}},
      m_hits{new MuscleSearchModel{scene.atlas(), this}},
      m_rows{new RowDelegate{theme, this}},
      m_map{new BodyMap{scene, view, layer, theme}}
{
    m_access = new MapAccess{*m_map, knowledge};
    m_detail = new MuscleDetail{scene, knowledge, theme};
    auto *splitter = new QSplitter;
    splitter->setObjectName(QStringLiteral("panes"));
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeListPane());
    splitter->addWidget(makeMapPane());
    splitter->addWidget(m_detail);
    m_detail->setMinimumWidth(320);
    m_detail->setMaximumWidth(480);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setStretchFactor(2, 0);
    splitter->setSizes({320, 600, 360});
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);

    connectMap();
    connectLists();
    addShortcuts();
    connect(&m_session, &JournalSession::changed, this, &MapPage::refreshPoints);
    // Once the person has this view before them, and not while it is being painted.
    m_readAhead.setSingleShot(true);
    m_readAhead.setInterval(200);
    connect(&m_readAhead, &QTimer::timeout, this, [this] {
        for (const int step : {1, -1}) {
            m_scene.readAhead(m_turn->neighbour(m_map->view(), step), m_map->layer());
        }
    });
    m_readAhead.start();
    refreshPoints();
}

QWidget *MapPage::makeListPane()
{
    auto *pane = new QWidget;
    pane->setMinimumWidth(280);
    pane->setMaximumWidth(420);
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Find a muscle  ( / )"));
    m_search->setAccessibleName(tr("Find a muscle"));
    m_search->setTextMargins(space::s, 0, space::s, 0);
    m_search->installEventFilter(this);
    m_listTitle = new QLabel{tr("Your points")};
    QFont strong = m_listTitle->font();
    strong.setWeight(QFont::DemiBold);
    m_listTitle->setFont(strong);
    m_emptyList = new QLabel{tr("Your sore points will stand here. Click on the body to mark the first.")};
    m_emptyList->setWordWrap(true);
    m_emptyList->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_emptyList->setForegroundRole(QPalette::PlaceholderText);
    m_pointList = makeList(m_points, m_rows, QStringLiteral("pointList"), tr("Your points"));
    m_hitList = makeList(m_hits, m_rows, QStringLiteral("hitList"), tr("Muscles found"));
    m_lists = new QStackedWidget;
    m_lists->addWidget(m_emptyList);
    m_lists->addWidget(m_pointList);
    m_lists->addWidget(m_hitList);

    auto *layout = new QVBoxLayout{pane};
    layout->setContentsMargins(space::l, space::l, space::l, space::s);
    layout->setSpacing(space::s);
    layout->addWidget(m_search);
    layout->addSpacing(space::s);
    layout->addWidget(m_listTitle);
    layout->addWidget(m_lists, 1);
    return pane;
}

QWidget *MapPage::makeMapPane()
{
    m_hoverName = new QLabel;
    m_hoverName->setObjectName(QStringLiteral("hoverName"));
    m_turn = new TurnDial{m_scene.atlas()};
    m_turn->setView(m_map->view());
    m_layers = new QButtonGroup{this};
    m_popover = new RatingPopover{m_theme, m_map};
    auto *pane = new MapControls{*m_map, *m_hoverName, *m_turn, *m_layers};
    return pane;
}

void MapPage::connectMap()
{
    connect(m_map, &BodyMap::hovered, this, &MapPage::sayHovered);
    connect(m_map, &BodyMap::spotClicked, this, [this](const MapSpot &spot) {
        m_popover->finish();
        selectSubject(subjectOf(spot.region));
        if (m_scene.atlas().structureOf(spot.region).listed) {
            askAbout(spot);
        }
    });
    connect(m_map, &BodyMap::pointClicked, this, [this](PointId point) {
        m_popover->finish();
        askAbout(point);
    });
    connect(m_map, &BodyMap::backgroundClicked, this, [this] {
        m_popover->finish();
        selectSubject(std::nullopt);
    });
    connect(m_map, &BodyMap::zoneHovered, this, &MapPage::sayHoveredZone);
    connect(m_turn, &TurnDial::viewChosen, this, [this](const ViewInfo &view) {
        m_popover->finish();
        showView(view, m_map->layer());
    });
    connect(m_layers, &QButtonGroup::idClicked, this, [this](int id) {
        m_popover->finish();
        showView(m_map->view(), static_cast<Layer>(id));
    });
    connect(m_popover, &RatingPopover::saved, this, &MapPage::saveDraft);
    connect(m_popover, &RatingPopover::dropped, this, [this] {
        m_askedSpot.reset();
        m_askedPoint.reset();
        m_map->setSelectedPoint(std::nullopt);
        m_map->setFocus();
    });
    connect(m_popover, &RatingPopover::removeRequested, this, [this] {
        if (const auto point = m_askedPoint ? m_session.read().point(*m_askedPoint) : std::nullopt) {
            m_session.remove(point->point.id, nameOf(m_scene.atlas(), point->point.muscle, point->point.side));
        }
        m_askedPoint.reset();
        m_map->setFocus();
    });
    connect(m_detail, &MuscleDetail::markRequested, this, &MapPage::markMiddle);
    connect(m_detail, &MuscleDetail::viewRequested, this, [this](const QString &id) {
        if (const ViewInfo *view = m_scene.atlas().findView(id.toStdString())) {
            showView(*view, m_map->layer());
        }
    });
}

void MapPage::connectLists()
{
    connect(m_search, &QLineEdit::textChanged, this, &MapPage::searchFor);
    connect(m_search, &QLineEdit::returnPressed, this, &MapPage::openFirstHit);
    const auto openHit = [this](const QModelIndex &index) {
        m_peekedFrom = nullptr; // what was glanced at stays
        const MuscleHit &hit = m_hits->at(index);
        showMuscle(hit.muscle->id, hit.side);
    };
    connect(m_hitList, &QListView::activated, this, openHit);
    connect(m_hitList, &QListView::clicked, this, openHit);
    const auto openPoint = [this](const QModelIndex &index) {
        m_peekedFrom = nullptr;
        const TriggerPoint point = m_points->at(index).point;
        showMuscle(point.muscle, point.side);
        if (const ViewInfo *past = viewPastArm(point.position)) {
            showView(*past, m_map->layer());
        }
        askAbout(point.id);
    };
    connect(m_pointList, &QListView::activated, this, openPoint);
    connect(m_pointList, &QListView::clicked, this, openPoint);
    connect(m_hitList, &QListView::entered, this, [this](const QModelIndex &index) {
        const MuscleHit &hit = m_hits->at(index);
        endPeek();
        peek(viewPastArm(m_scene.atlas().regionOf(hit.muscle->id, hit.side).value_or(RegionNumber{0})));
    });
    connect(m_pointList, &QListView::entered, this, [this](const QModelIndex &index) {
        endPeek();
        peek(viewPastArm(m_points->at(index).point.position));
    });
    for (QListView *list : {m_hitList, m_pointList}) {
        list->viewport()->installEventFilter(this);
    }
}

void MapPage::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto action) {
        auto *shortcut = new QShortcut{keys, this};
        connect(shortcut, &QShortcut::activated, this, action);
    };
    add(QKeySequence{Qt::Key_Slash}, [this] { focusSearch(); });
    add(QKeySequence{Qt::Key_M}, [this] {
        if (m_subject && m_subject->region != 0) {
            markMiddle(*m_subject);
        }
    });
    const auto turn = [this](int by) { showView(m_turn->neighbour(m_map->view(), by), m_map->layer()); };
    add(QKeySequence{Qt::Key_A}, [this] { showView(m_turn->twin(m_map->view()), m_map->layer()); });
    add(QKeySequence{Qt::Key_PageDown}, [turn] { turn(1); });
    add(QKeySequence{Qt::Key_PageUp}, [turn] { turn(-1); });
}

bool MapPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            if (m_hits->rowCount() > 0) {
                m_hitList->setFocus();
                m_hitList->setCurrentIndex(m_hits->index(0));
            }
            return true;
        case Qt::Key_Escape:
            m_search->clear();
            m_map->setFocus();
            return true;
        default:
            break;
        }
    }
    if (event->type() == QEvent::Leave && (watched == m_hitList->viewport() || watched == m_pointList->viewport())) {
        endPeek();
    }
    return QWidget::eventFilter(watched, event);
}

void MapPage::setTheme(Theme theme)
{
    m_theme = theme;
    m_rows->setTheme(theme);
    m_map->setTheme(theme);
    m_popover->setTheme(theme);
    m_detail->setTheme(theme);
}

void MapPage::knowledgeLoaded(std::vector<BodyRegion> regions)
{
    m_access->knowledgeLoaded(std::move(regions));
    m_hits->setKnowledge(m_knowledge);
    selectSubject(m_subject);
}

void MapPage::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void MapPage::searchFor(const QString &query)
{
    m_hits->setQuery(query);
    const bool searching = !query.trimmed().isEmpty();
    if (searching) {
        const int count = m_hits->rowCount();
        m_listTitle->setText(count == 0 ? tr("No muscle of that name") : tr("Muscles found"));
        m_lists->setCurrentWidget(m_hitList);
    } else {
        m_listTitle->setText(tr("Your points"));
        m_lists->setCurrentWidget(m_points->rowCount() == 0 ? static_cast<QWidget *>(m_emptyList) : m_pointList);
    }
}

void MapPage::openFirstHit()
{
    if (m_hits->rowCount() > 0) {
        const QModelIndex first = m_hits->index(0);
        m_hitList->setCurrentIndex(first);
        showMuscle(m_hits->at(first).muscle->id, m_hits->at(first).side);
    }
}

void MapPage::refreshPoints()
{
    const std::vector<PointOverview> points = m_session.read().openPoints();
    m_points->setPoints(points);
    m_map->setPoints(points);
    searchFor(m_search->text());
}

void MapPage::showView(const ViewInfo &view, Layer layer)
{
    m_peekedFrom = nullptr;
    try {
        m_map->showView(view, layer);
    } catch (const WorldError &error) {
        Q_EMIT failed(tr("This side of the body cannot be shown: %1").arg(QString::fromUtf8(error.what())));
    }
    m_turn->setView(m_map->view());
    m_layers->button(static_cast<int>(m_map->layer()))->setChecked(true);
    m_readAhead.start();
    Q_EMIT viewChanged();
}

void MapPage::showMuscle(const MuscleId &muscle, Side side)
{
    m_popover->finish();
    const RegionNumber region = m_scene.atlas().regionOf(muscle, side).value_or(RegionNumber{0});
    if (region != 0) {
        const Layer own = m_scene.atlas().structureOf(region).layer;
        const ViewInfo *best = m_scene.bestView(region);
        const auto showsWell = [&](const ViewInfo &view, Layer layer) {
            return 2 * m_scene.visibleArea(view, layer, region) >= best->ownPixels[region];
        };
        // Stay where the body stands if the muscle shows well from here; turning is a surprise.
        if (best != nullptr && !showsWell(m_map->view(), m_map->layer())) {
            const ViewInfo *past = viewPastArm(region, own);
            showView(past != nullptr && showsWell(*past, own) ? *past : *best, own);
        }
    }
    selectSubject(DetailSubject{muscle, side, region});
}

const ViewInfo *MapPage::viewPastArm(RegionNumber region, std::optional<Layer> layer)
{
    const ViewInfo &here = m_map->view();
    const ViewInfo &past = m_turn->twin(here);
    const Layer shown = layer.value_or(m_map->layer());
    if (here.armAside || &past == &here || region == 0) {
        return nullptr;
    }
    return 2 * m_scene.visibleArea(here, shown, region) < m_scene.visibleArea(past, shown, region) ? &past : nullptr;
}

const ViewInfo *MapPage::viewPastArm(const PointMm &point)
{
    const ViewInfo &here = m_map->view();
    const ViewInfo &past = m_turn->twin(here);
    return !here.armAside && !m_map->shows(here, point) && m_map->shows(past, point) ? &past : nullptr;
}

void MapPage::peek(const ViewInfo *past)
{
    if (past != nullptr && !m_popover->isVisible()) { // the popover points at a place on the map
        const ViewInfo *from = &m_map->view();
        showView(*past, m_map->layer());
        m_peekedFrom = from;
    }
}

void MapPage::endPeek()
{
    if (m_peekedFrom != nullptr) {
        showView(*m_peekedFrom, m_map->layer());
    }
}

void MapPage::selectSubject(const std::optional<DetailSubject> &subject)
{
    m_subject = subject;
    m_map->setSelectedRegion(subject ? subject->region : RegionNumber{0});
    const MusclePattern *pattern = subject ? m_knowledge.pattern(subject->muscle) : nullptr;
    m_map->setPattern(pattern == nullptr ? std::vector<ReferredZone>{} : referralOf(*pattern, subject->side).zones);
    m_detail->setSubject(subject);
}

std::optional<DetailSubject> MapPage::subjectOf(RegionNumber region) const
{
    if (region == 0) {
        return std::nullopt;
    }
    return DetailSubject{m_scene.atlas().structureOf(region).id, m_scene.atlas().region(region).side, region};
}

void MapPage::askAbout(const MapSpot &spot)
{
    m_askedSpot = spot;
    m_askedPoint.reset();
    m_map->setSelectedPoint(std::nullopt);
    m_popover->ask(
        nameOf(m_scene.atlas(), m_scene.atlas().structureOf(spot.region).id, m_scene.atlas().region(spot.region).side),
        spot.at, std::nullopt);
}

void MapPage::askAbout(PointId point)
{
    const auto known = m_session.read().point(point);
    if (!known) {
        return;
    }
    const TriggerPoint &own = known->point;
    const RegionNumber region = m_scene.atlas().regionOf(own.muscle, own.side).value_or(RegionNumber{0});
    selectSubject(DetailSubject{own.muscle, own.side, region});
    m_askedPoint = point;
    m_askedSpot.reset();
    m_map->setSelectedPoint(point);
    m_popover->ask(
        nameOf(m_scene.atlas(), own.muscle, own.side), m_map->screenPosition(own.position),
        PointDraft{known->latestSoreness ? std::optional{known->latestSoreness->level} : std::nullopt, own.kind});
}

void MapPage::markMiddle(const DetailSubject &subject)
{
    m_popover->finish();
    auto spot = m_map->middleOf(subject.region);
    if (!spot) {
        showMuscle(subject.muscle, subject.side);
        spot = m_map->middleOf(subject.region);
    }
    if (spot) {
        askAbout(*spot);
    } else {
        Q_EMIT failed(tr("This muscle shows from no side that the map has yet, so it cannot be marked."));
    }
}

void MapPage::saveDraft(const PointDraft &draft)
{
    if (m_askedSpot) {
        const RegionNumber region = m_askedSpot->region;
        const MuscleId muscle = m_scene.atlas().structureOf(region).id;
        const Side side = m_scene.atlas().region(region).side;
        const auto point = m_session.mark(muscle, side, m_askedSpot->position, draft.kind, draft.soreness,
                                          nameOf(m_scene.atlas(), muscle, side));
        m_map->setSelectedPoint(point);
    } else if (m_askedPoint) {
        if (const auto known = m_session.read().point(*m_askedPoint)) {
            const QString name = nameOf(m_scene.atlas(), known->point.muscle, known->point.side);
            if (draft.soreness) {
                m_session.rate(*known, *draft.soreness, name);
            }
            if (draft.kind != known->point.kind) {
                m_session.changeKind(known->point.id, draft.kind, name);
            }
        }
    }
    m_askedSpot.reset();
    m_askedPoint.reset();
    m_map->setFocus();
}

void MapPage::sayHovered(RegionNumber region)
{
    const auto subject = subjectOf(region);
    sayAtPointer(subject ? nameOf(m_scene.atlas(), subject->muscle, subject->side) : QString{});
}

void MapPage::sayHoveredZone(const std::optional<anatomy::ZonePlace> &zone)
{
    sayAtPointer(zone ? phrases::zone(m_knowledge, {zone->zone, zone->side, HitKind::essential, 1}) : QString{});
}

void MapPage::sayAtPointer(const QString &words)
{
    m_hoverName->setText(words);
    m_hoverName->setVisible(!words.isEmpty());
    m_hoverName->adjustSize();
}

} // namespace palpate::desktop
