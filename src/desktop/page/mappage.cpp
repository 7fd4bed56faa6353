// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/page/mappage.h"

#include <algorithm>

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "desktop/controls/labels.h"
#include "desktop/controls/rowlist.h"
#include "desktop/page/mappane.h"
#include "desktop/page/marking.h"
#include "desktop/page/paintpanel.h"
#include "desktop/page/pointdetail.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/page/rowdelegate.h"
#include "desktop/phrases.h"
#include "desktop/shell/actions.h"

namespace palpate::desktop {

using anatomy::Layer;
using anatomy::RegionNumber;
using anatomy::ViewInfo;

namespace {

constexpr int leastList = 280;
constexpr int mostList = 420;
constexpr int leastDetail = 320;
constexpr int mostDetail = 480;
/// A page narrower than this has no room for list, map and words side by side.
constexpr int narrowPage = 1092;

} // namespace

MapPage::MapPage(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session, Actions &actions,
                 Theme theme, QWidget *parent)
    : QWidget{parent},
      m_scene{scene},
      m_knowledge{knowledge},
      m_session{session},
      m_actions{actions},
      m_drawing{scene, session},
      m_points{new PointListModel{scene.atlas(), this}},
      m_rows{new RowDelegate{theme, this}},
      m_paint{[this] { return makePaint(); }},
      m_pointDetail{[this] { return makePointDetail(); }}
{
    const Settings settings;
    const ViewInfo *view = scene.atlas().findView(settings.get(setting::view));
    const Layer layer = settings.get(setting::layer);
    m_pane = new MapPane{scene, knowledge, view == nullptr ? scene.atlas().views().front() : *view, layer, theme};
    m_map = &m_pane->map();
    m_map->installEventFilter(this);
    m_map->setBrush({static_cast<double>(settings.get(setting::brushMm)), false});
    m_muscleLayer = layer == Layer::skin ? Layer::superficial : layer;
    m_detail = new MuscleDetail{scene, knowledge, theme};
    m_panes = new QSplitter;
    m_panes->setObjectName(QStringLiteral("panes"));
    m_panes->setHandleWidth(1);
    m_panes->setChildrenCollapsible(false);
    m_listPane = makeListPane();
    m_panes->addWidget(m_listPane);
    m_panes->addWidget(m_pane);
    m_marking = new Marking{*m_map, *m_pane, scene.atlas(), session, theme, this};
    m_detailPane = new QStackedWidget{this};
    m_detailPane->setObjectName(QStringLiteral("detailPane"));
    m_detailPane->setMinimumWidth(leastDetail);
    m_detailPane->setMaximumWidth(mostDetail);
    m_detailPane->setAutoFillBackground(true);
    m_detailPane->addWidget(m_detail);
    m_panes->addWidget(m_detailPane);
    m_panes->setStretchFactor(0, 0);
    m_panes->setStretchFactor(1, 1);
    m_panes->setStretchFactor(2, 0);
    m_panes->setSizes({settings.get(setting::listWidth), 2000, settings.get(setting::detailWidth)});
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panes);

    connectMap();
    connectPoints();
    connectPaint();
    addActions(actions);
    m_pane->addCommands(actions, *this, true);
    connect(&m_session, &JournalSession::changed, this, &MapPage::refreshPoints);
    connect(m_panes, &QSplitter::splitterMoved, this, [this] {
        Settings kept;
        const QList<int> sizes = m_panes->sizes();
        if (m_listPane->isVisible()) {
            kept.set(setting::listWidth, sizes.value(0));
        }
        if (m_detailPane->isVisible()) {
            kept.set(setting::detailWidth, sizes.value(2));
        }
    });
    setMapColours(settings.get(setting::mapColours));
    showDetail(layer == Layer::skin ? Detail::paint : Detail::muscle);
    refreshPoints();
}

QWidget *MapPage::makeListPane()
{
    auto *pane = new QWidget;
    pane->setObjectName(QStringLiteral("listPane"));
    pane->setMinimumWidth(leastList);
    pane->setMaximumWidth(mostList);
    m_emptyList = makeLabel({}, TextStyle::body);
    sayEmptyList();
    m_emptyList->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_emptyList->setContentsMargins(space::xs, 0, 0, 0);
    m_emptyList->setForegroundRole(QPalette::PlaceholderText);
    m_pointList = new QListView;
    m_pointList->setObjectName(QStringLiteral("pointList"));
    m_pointList->setAccessibleName(tr("Your points"));
    m_pointList->setModel(m_points);
    m_pointList->setItemDelegate(m_rows);
    m_pointList->setUniformItemSizes(true);
    layFlat(*m_pointList);
    m_lists = new QStackedWidget;
    m_lists->addWidget(m_emptyList);
    m_lists->addWidget(m_pointList);

    auto *layout = new QVBoxLayout{pane};
    layout->setContentsMargins(space::m, space::l, space::m, space::s);
    layout->setSpacing(space::s);
    QLabel *title = makeLabel(tr("Your points"), TextStyle::section);
    title->setContentsMargins(space::xs, 0, 0, 0);
    layout->addWidget(title);
    layout->addWidget(m_lists, 1);
    return pane;
}

PaintPanel *MapPage::makePaint()
{
    auto *panel = new PaintPanel{m_drawing, m_knowledge, Settings{}.get(setting::brushMm)};
    m_detailPane->addWidget(panel);
    connect(panel, &PaintPanel::brushChanged, this, [this](const Brush &brush) {
        m_map->setBrush(brush);
        Settings{}.set(setting::brushMm, static_cast<int>(brush.mm));
    });
    return panel;
}

PointDetail *MapPage::makePointDetail()
{
    auto *detail = new PointDetail{m_scene.atlas(), m_session};
    m_detailPane->addWidget(detail);
    connect(detail, &PointDetail::careRequested, this, &MapPage::careRequested);
    connect(detail, &PointDetail::closed, this, [this] { showDetail(Detail::muscle); });
    return detail;
}

void MapPage::connectMap()
{
    connect(m_map, &BodyMap::zoneHovered, this,
            [this](const std::optional<anatomy::ZonePlace> &zone) { m_zone = zone ? zone : m_zone; });
    connect(m_pane, &MapPane::leaving, this, [this] {
        m_glancedFrom = nullptr;
        m_marking->finish();
    });
    connect(m_pane, &MapPane::shown, this, &MapPage::viewShown);
    connect(m_pane, &MapPane::failed, this, &MapPage::failed);
    connect(m_pane, &MapPane::arranged, this, &MapPage::arranged);
    connect(m_map, &BodyMap::spotClicked, this, [this](const MapSpot &spot) {
        m_marking->finish();
        selectSubject(subjectOf(spot.region));
        if (m_scene.atlas().structureOf(spot.region).listed) {
            m_marking->ask(spot);
        } else {
            m_detail->offer(m_map->stackAt(spot.at));
        }
    });
    connect(m_map, &BodyMap::pointClicked, this, [this](PointId point) {
        if (const auto known = m_session.read().point(point)) {
            selectSubject(DetailSubject{known->point.muscle, known->point.side,
                                        m_scene.atlas().regionOf(known->point.muscle, known->point.side).value_or(0)});
        }
        m_marking->ask(point);
    });
    connect(m_map, &BodyMap::backgroundClicked, this, [this] {
        m_marking->finish();
        selectSubject(std::nullopt);
    });
    connect(m_map, &BodyMap::pointMoved, m_marking, &Marking::move);
    connect(m_map, &BodyMap::menuAsked, this, &MapPage::openMenu);
    connect(m_marking, &Marking::regionChosen, this, [this](RegionNumber region) { selectSubject(subjectOf(region)); });
    connect(m_marking, &Marking::askingChanged, this, [this] {
        m_detail->setAsking(m_marking->isAsking());
        arrangeDetail();
    });
    connect(m_marking, &Marking::moreAsked, this, [this](PointId point) {
        m_pointDetail.get().setPoint(point);
        showDetail(Detail::point);
    });
    connect(m_detail, &MuscleDetail::markRequested, this, &MapPage::markMiddle);
    connect(m_detail, &MuscleDetail::readingRequested, this, &MapPage::readingRequested);
    connect(m_detail, &MuscleDetail::muscleRequested, this, &MapPage::showMuscle);
    connect(m_detail, &MuscleDetail::viewRequested, this, [this](const QString &id) {
        if (const ViewInfo *view = m_scene.atlas().findView(id.toStdString())) {
            showView(*view, m_map->layer());
        }
    });
}

void MapPage::connectPoints()
{
    const auto open = [this](const QModelIndex &index) {
        m_glancedFrom = nullptr; // what was glanced at stays
        showPoint(m_points->at(index).point.id);
    };
    connect(m_pointList, &QListView::activated, this, open);
    connect(m_pointList, &QListView::clicked, this, open);
    connect(m_pointList, &QListView::entered, this,
            [this](const QModelIndex &index) { glanceAt(m_points->at(index).point.position); });
    m_pointList->viewport()->installEventFilter(this);
}

void MapPage::connectPaint()
{
    connect(m_map, &BodyMap::strokePainted, &m_drawing, &PainDrawing::paint);
    connect(&m_drawing, &PainDrawing::changed, this,
            [this] { m_map->setDrawing(m_drawing.present(), m_drawing.earlier()); });
}

bool MapPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Leave && watched == m_pointList->viewport()) {
        endGlance();
    }
    if (watched == m_map && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        selectSubject(std::nullopt);
        m_wordsSentAway = true;
        arrangeDetail();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void MapPage::resizeEvent(QResizeEvent * /*event*/)
{
    m_hasSize = true;
    arrangeDetail();
}

QRect MapPage::searchPlace() const { return m_pane->searchPlace(*this); }

void MapPage::setTheme(Theme theme)
{
    m_rows->setTheme(theme);
    m_map->setTheme(theme);
    m_marking->setTheme(theme);
    m_detail->setTheme(theme);
}

void MapPage::setMapColours(MapColours colours) { m_map->setColoursBySoreness(colours == MapColours::lastSoreness); }

void MapPage::knowledgeLoaded(std::vector<BodyRegion> regions)
{
    m_pane->knowledgeLoaded(std::move(regions));
    selectSubject(m_subject);
    if (PaintPanel *panel = m_paint.ifMade()) {
        panel->refresh();
    }
}

void MapPage::refreshPoints()
{
    const std::vector<PointOverview> points = m_session.read().openPoints();
    m_points->setPoints(points);
    m_map->setPoints(points);
    m_lists->setCurrentWidget(points.empty() ? static_cast<QWidget *>(m_emptyList) : m_pointList);
    if (PointDetail *detail = m_pointDetail.ifMade()) {
        detail->refresh();
    }
}

void MapPage::showView(const ViewInfo &view, Layer layer) { m_pane->showView(view, layer); }

void MapPage::viewShown()
{
    Settings settings;
    settings.set(setting::view, m_map->view().id);
    settings.set(setting::layer, m_map->layer());
    const bool skin = m_map->layer() == Layer::skin;
    if (!skin) {
        m_muscleLayer = m_map->layer();
    }
    sayEmptyList();
    if (skin != (m_detailPane->currentWidget() == m_paint.ifMade())) {
        showDetail(skin ? Detail::paint : Detail::muscle);
    }
}

void MapPage::sayEmptyList()
{
    m_emptyList->setText(
        m_map->layer() == Layer::skin
            ? tr("On the skin you paint where it hurts. Sore points are marked on the muscles: choose Surface at the "
                 "top right of the map, or press P.")
            : tr("The sore points you mark are listed here. Click on the body to mark the first."));
}

void MapPage::showMuscle(const MuscleId &muscle, Side side)
{
    m_marking->finish();
    const RegionNumber region = m_scene.atlas().regionOf(muscle, side).value_or(RegionNumber{0});
    if (region != 0) {
        m_pane->showRegion(region);
    }
    selectSubject(DetailSubject{muscle, side, region});
}

void MapPage::showZone(const anatomy::ZonePlace &zone)
{
    m_pane->showZone(zone);
    m_zone = zone;
    m_map->setPattern({{zone.zone, zone.side, HitKind::essential, 1}});
    m_map->fitZone(zone);
}

void MapPage::showPoint(PointId point)
{
    const auto known = m_session.read().point(point);
    if (!known) {
        return;
    }
    showMuscle(known->point.muscle, known->point.side);
    if (const ViewInfo *past = m_pane->viewPastArm(known->point.position)) {
        showView(*past, m_map->layer());
    }
    m_marking->ask(point);
}

void MapPage::glanceAt(const MuscleId &muscle, Side side)
{
    endGlance();
    glance(m_pane->viewPastArm(m_scene.atlas().regionOf(muscle, side).value_or(RegionNumber{0})));
}

void MapPage::glanceAt(const PointMm &point)
{
    endGlance();
    glance(m_pane->viewPastArm(point));
}

void MapPage::glance(const ViewInfo *past)
{
    if (past != nullptr && !m_marking->isAsking()) { // the card points at a place on the map
        const ViewInfo *from = &m_map->view();
        showView(*past, m_map->layer());
        m_glancedFrom = from;
    }
}

void MapPage::endGlance()
{
    if (m_glancedFrom != nullptr) {
        showView(*m_glancedFrom, m_map->layer());
    }
}

void MapPage::selectSubject(const std::optional<DetailSubject> &subject)
{
    m_subject = subject;
    m_map->setSelectedRegion(subject ? subject->region : RegionNumber{0});
    const MusclePattern *pattern = subject ? m_knowledge.pattern(subject->muscle) : nullptr;
    m_map->setPattern(pattern == nullptr ? std::vector<ReferredZone>{} : referralOf(*pattern, subject->side).zones);
    m_detail->setSubject(subject);
    if (subject) {
        Q_EMIT muscleShown();
    }
    if (m_map->layer() != Layer::skin) {
        showDetail(Detail::muscle);
    }
    arrangeDetail();
}

std::optional<DetailSubject> MapPage::subjectOf(RegionNumber region) const
{
    if (region == 0) {
        return std::nullopt;
    }
    return DetailSubject{m_scene.atlas().structureOf(region).id, m_scene.atlas().region(region).side, region};
}

void MapPage::markMiddle()
{
    if (m_map->layer() == Layer::skin) {
        paintZone();
        return;
    }
    if (!m_subject || m_subject->region == 0 || !m_scene.atlas().structureOf(m_subject->region).listed) {
        return;
    }
    m_marking->finish();
    if (const auto spot = m_pane->spotIn(m_subject->region)) {
        m_marking->ask(*spot);
    }
}

void MapPage::paintZone()
{
    if (!m_zone) {
        return;
    }
    const anatomy::GrayImage8 &zones = m_scene.zones(m_map->view());
    const std::uint8_t number = m_scene.atlas().zoneNumber(m_zone->zone, m_zone->side);
    constexpr double fineBrushMm = 8;
    if (const auto stroke = strokeOver(m_map->view(), zones, number, fineBrushMm)) {
        m_map->setPattern({});
        m_drawing.paint(*stroke);
    }
}

void MapPage::showDetail(Detail detail)
{
    QWidget *pane = m_detail;
    if (detail == Detail::paint) {
        m_drawing.load();
        pane = &m_paint.get();
    } else if (detail == Detail::point) {
        pane = &m_pointDetail.get();
    }
    m_detailPane->setCurrentWidget(pane);
    m_wordsSentAway = false;
    arrangeDetail();
}

void MapPage::arrangeDetail()
{
    if (!m_hasSize) {
        return; // how much room there is, is not known yet
    }
    const bool narrow = width() < narrowPage;
    const bool hasWords = m_subject || m_detailPane->currentWidget() != m_detail;
    // Where there is room for one of them, the words take the list's place; they give way to the card that asks, and to
    // whoever has sent them away.
    const bool shown = !narrow || (hasWords && !m_marking->isAsking() && !m_wordsSentAway);
    m_listPane->setVisible(!narrow || !shown);
    m_detailPane->setVisible(shown);
}

} // namespace palpate::desktop
