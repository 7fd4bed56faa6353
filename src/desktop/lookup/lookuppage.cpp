// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lookup/lookuppage.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "desktop/lookup/checkpane.h"
#include "desktop/lookup/forwardpane.h"
#include "desktop/lookup/reversepane.h"
#include "desktop/page/mappane.h"
#include "desktop/page/marking.h"
#include "desktop/phrases.h"
#include "desktop/shell/actions.h"
#include "record/brush.h"

namespace palpate::desktop {

using anatomy::Layer;
using anatomy::RegionNumber;

namespace {

constexpr int leastPane = 384;
constexpr int mostPane = 560;
/// A stroke shorter than this, in tenths of a millimetre, is a tap on a place.
constexpr int tapReach = 30;

bool isTap(const Stroke &stroke)
{
    const StrokePoint &first = stroke.path.front();
    return std::ranges::all_of(stroke.path, [&first](const StrokePoint &point) {
        return std::abs(point.right - first.right) <= tapReach && std::abs(point.up - first.up) <= tapReach;
    });
}

} // namespace

LookupPage::LookupPage(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session, LookupSource &source,
                       Actions &actions, Theme theme, QWidget *parent)
    : QWidget{parent},
      m_scene{scene},
      m_knowledge{knowledge},
      m_session{session},
      m_enquiry{scene, session, source},
      m_checking{session, scene.atlas()}
{
    setObjectName(QStringLiteral("lookupPage"));
    const Settings settings;
    const anatomy::ViewInfo *view = scene.atlas().findView(settings.get(setting::view));
    m_pane = new MapPane{scene, knowledge, view == nullptr ? scene.atlas().views().front() : *view, Layer::skin, theme};
    m_map = &m_pane->map();
    m_map->setReduceMotion(settings.get(setting::reduceMotion));
    m_map->installEventFilter(this);
    setMapColours(settings.get(setting::mapColours));
    m_marking = new Marking{*m_map, *m_pane, scene.atlas(), session, theme, this};
    m_reverse = new ReversePane{m_enquiry, scene.atlas(), theme};
    m_check = new CheckPane{m_checking, scene.atlas(), knowledge, theme};
    m_forward = new ForwardPane{scene, knowledge, session, theme};
    m_stack = new QStackedWidget;
    m_stack->setObjectName(QStringLiteral("lookupPanes"));
    m_stack->setAutoFillBackground(true);
    m_stack->setMinimumWidth(leastPane);
    m_stack->setMaximumWidth(mostPane);
    for (QWidget *pane :
         {static_cast<QWidget *>(m_reverse), static_cast<QWidget *>(m_check), static_cast<QWidget *>(m_forward)}) {
        pane->installEventFilter(this);
        m_stack->addWidget(pane);
    }
    m_panes = new QSplitter;
    m_panes->setHandleWidth(1);
    m_panes->setChildrenCollapsible(false);
    m_panes->addWidget(m_pane);
    m_panes->addWidget(m_stack);
    m_panes->setStretchFactor(0, 1);
    m_panes->setStretchFactor(1, 0);
    m_panes->setSizes({2000, settings.get(setting::lookupWidth)});
    connect(m_panes, &QSplitter::splitterMoved, this,
            [this] { Settings{}.set(setting::lookupWidth, m_panes->sizes().value(1)); });
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panes);
    connectMap();
    connectPanes();
    addActions(actions);
    addCheckActions(actions);
    m_map->setBrush(m_reverse->brush());
    offerResume();
    setFocusProxy(m_map);
}

void LookupPage::connectMap()
{
    connect(m_map, &BodyMap::strokeGrown, this, [this](const Stroke &stroke) {
        if (isReverse() && !isTap(stroke)) {
            m_isGrowing = true;
            m_enquiry.grow(stroke);
        }
    });
    connect(m_map, &BodyMap::strokePainted, this, &LookupPage::takeStroke);
    connect(m_map, &BodyMap::spotClicked, this, &LookupPage::takeSpot);
    connect(m_map, &BodyMap::pointClicked, this, [this](PointId point) { showPoint(point); });
    connect(m_map, &BodyMap::backgroundClicked, m_marking, &Marking::finish);
    connect(m_pane, &MapPane::leaving, m_marking, &Marking::finish);
    connect(m_pane, &MapPane::shown, this, &LookupPage::refreshMap);
    connect(m_marking, &Marking::moreAsked, this, &LookupPage::showPoint);
    connect(m_pane, &MapPane::arranged, this, &LookupPage::arranged);
    connect(m_pane, &MapPane::failed, this, &LookupPage::failed);
    connect(&m_session, &JournalSession::changed, this, [this](const JournalChange &change) {
        if (change.touches<TriggerPoint>() || change.touches<Rating>()) {
            m_showsPoints = false;
            refreshMap();
        }
    });
}

void LookupPage::connectPanes()
{
    connect(m_reverse, &ReversePane::brushChanged, this, [this](const Brush &brush) {
        m_map->setBrush(brush);
        Settings{}.set(setting::brushMm, static_cast<int>(brush.mm));
    });
    connect(m_reverse, &ReversePane::pointedChanged, this, &LookupPage::refreshMap);
    connect(m_reverse, &ReversePane::said, this, &LookupPage::turnToFelt);
    connect(m_reverse, &ReversePane::checkAsked, this, &LookupPage::checkNow);
    connect(m_reverse, &ReversePane::resumeAsked, this, &LookupPage::resume);
    connect(m_reverse, &ReversePane::swapAsked, this, &LookupPage::swap);
    connect(m_reverse, &ReversePane::openAsked, this, &LookupPage::swap);
    connect(&m_enquiry, &Enquiry::questionChanged, this, &LookupPage::refreshMap);
    const auto giveRules = [this] {
        m_forward->setRules(&m_enquiry.data()->loaded.rules, &m_enquiry.data()->loaded.surroundings);
        m_pane->knowledgeLoaded(m_enquiry.data()->loaded.rules.regions);
    };
    connect(&m_enquiry, &Enquiry::ready, this, giveRules);
    if (m_enquiry.data() != nullptr) {
        giveRules();
    }
    connect(m_check, &CheckPane::currentChanged, this, &LookupPage::showItem);
    connect(m_check, &CheckPane::markAsked, this, &LookupPage::markFound);
    connect(m_check, &CheckPane::closed, this, &LookupPage::showReverse);
    connect(m_forward, &ForwardPane::swapAsked, this, &LookupPage::swap);
    connect(m_forward, &ForwardPane::markRequested, this, &LookupPage::markSubject);
    connect(m_forward, &ForwardPane::readingRequested, this, &LookupPage::readingRequested);
    connect(m_forward, &ForwardPane::subjectChanged, this, &LookupPage::refreshMap);
    connect(m_forward, &ForwardPane::paintingChanged, this, [this] {
        if (m_forward->isPainting()) {
            m_pane->showLayer(Layer::skin);
            m_map->setFocus();
        }
    });
    connect(m_forward, &ForwardPane::viewRequested, this, [this](const QString &id) {
        if (const anatomy::ViewInfo *view = m_scene.atlas().findView(id.toStdString())) {
            m_pane->showView(*view, m_map->layer());
        }
    });
}

void LookupPage::setTheme(Theme theme)
{
    m_map->setTheme(theme);
    m_reverse->setTheme(theme);
    m_check->setTheme(theme);
    m_marking->setTheme(theme);
    m_forward->setTheme(theme);
}

void LookupPage::setMapColours(MapColours colours) { m_map->setColoursBySoreness(colours == MapColours::lastSoreness); }

QRect LookupPage::searchPlace() const { return m_pane->searchPlace(*this); }

bool LookupPage::isReverse() const { return m_stack->currentWidget() == m_reverse; }
bool LookupPage::isForward() const { return m_stack->currentWidget() == m_forward; }
bool LookupPage::isChecklist() const { return m_stack->currentWidget() == m_check; }

void LookupPage::showReverse()
{
    m_stack->setCurrentWidget(m_reverse);
    offerResume();
    m_pane->showLayer(Layer::skin);
    refreshMap();
    m_reverse->focusList();
}

void LookupPage::showForward()
{
    m_stack->setCurrentWidget(m_forward);
    refreshMap();
}

void LookupPage::showChecklist()
{
    m_stack->setCurrentWidget(m_check);
    showItem();
}

void LookupPage::swap()
{
    if (isForward()) {
        m_forward->setPainting(false);
        showReverse();
        return;
    }
    const Candidate *chosen = m_reverse->chosen();
    if (isReverse() && chosen != nullptr) {
        showMuscle(chosen->muscles.front(), sidesOf(chosen->side).front());
        return;
    }
    showForward();
}

void LookupPage::showMuscle(const MuscleId &muscle, Side side)
{
    const RegionNumber region = m_scene.atlas().regionOf(muscle, side).value_or(RegionNumber{0});
    if (region != 0) {
        m_pane->showRegion(region);
    }
    m_forward->setSubject(DetailSubject{muscle, side, region});
    showForward();
}

void LookupPage::showPoint(PointId point)
{
    m_forward->setPoint(point);
    if (const auto &subject = m_forward->subject(); subject && subject->region != 0) {
        m_pane->showRegion(subject->region);
    }
    showForward();
}

void LookupPage::showView(const anatomy::ViewInfo &view, Layer layer) { m_pane->showView(view, layer); }

void LookupPage::addZone(const anatomy::ZonePlace &zone)
{
    const auto &zones = m_enquiry.question().zones;
    m_stack->setCurrentWidget(m_reverse);
    m_pane->showZone(zone);
    if (std::ranges::find(zones, zone) == zones.end()) {
        m_enquiry.toggle(zone);
    }
}

void LookupPage::takeStroke(const Stroke &stroke)
{
    m_isGrowing = false;
    if (isForward() && m_forward->isPainting() && m_enquiry.data() != nullptr) {
        m_forward->paint(stroke, m_enquiry.data()->sizes);
        return;
    }
    if (!isReverse()) {
        m_stack->setCurrentWidget(m_reverse);
    }
    if (!isTap(stroke)) {
        m_enquiry.paint(stroke);
        return;
    }
    const anatomy::GrayImage8 &zones = m_scene.zones(m_map->view());
    const anatomy::PicturePx at = pictureOf(m_map->view(), stroke.path.front());
    const int x = static_cast<int>(std::floor(at.x));
    const int y = static_cast<int>(std::floor(at.y));
    if (const auto zone = zones.contains(x, y) ? m_scene.atlas().zoneAt(zones.at(x, y)) : std::nullopt) {
        m_enquiry.toggle(*zone);
    }
}

void LookupPage::takeSpot(const MapSpot &spot)
{
    m_marking->finish();
    const anatomy::Structure &structure = m_scene.atlas().structureOf(spot.region);
    const Side side = m_scene.atlas().region(spot.region).side;
    if (isChecklist()) {
        const auto item = m_check->current();
        const auto &list = m_checking.list();
        if (item && list && list->items[*item].muscle == structure.id && list->items[*item].side == side) {
            m_checking.mark(*item, spot.position, true);
            return;
        }
    }
    if (structure.listed) {
        m_forward->setSubject(DetailSubject{structure.id, side, spot.region});
        showForward();
    }
}

void LookupPage::checkNow()
{
    if (!isReverse()) {
        return;
    }
    const std::vector<ChecklistItem> items = Checking::itemsFor(m_knowledge, m_reverse->checkable());
    if (items.empty()) {
        Q_EMIT failed(tr("None of these is to be pressed by yourself now. Show them to a professional."));
        return;
    }
    std::size_t first = 0;
    if (const Candidate *chosen = m_reverse->chosen()) {
        const auto found = std::ranges::find_if(items, [chosen](const ChecklistItem &item) {
            return std::ranges::find(chosen->muscles, item.muscle) != chosen->muscles.end();
        });
        first = found == items.end() ? 0 : static_cast<std::size_t>(found - items.begin());
    }
    if (m_checking.begin(items, m_enquiry.question().words)) {
        showChecklist();
        m_check->choose(first);
    }
}

void LookupPage::resume()
{
    const std::vector<Checklist> all = m_checking.recent();
    if (!all.empty()) {
        m_checking.open(all.front().id);
        showChecklist();
        m_check->choose(0);
    }
}

void LookupPage::offerResume()
{
    const std::vector<Checklist> all = m_checking.recent();
    if (all.empty()) {
        m_reverse->offerChecklist({});
        return;
    }
    const auto tried = std::ranges::count_if(
        all.front().items, [](const ChecklistItem &item) { return item.palpated != Palpated::notTried; });
    m_reverse->offerChecklist(tr("Go on with the checklist of %1 (%2 of %3 felt)")
                                  .arg(phrases::day(all.front().at))
                                  .arg(tried)
                                  .arg(all.front().items.size()));
}

void LookupPage::showItem()
{
    const auto item = m_check->current();
    if (isChecklist() && item) {
        const ChecklistItem &now = m_checking.list()->items[*item];
        if (const auto region = m_scene.atlas().regionOf(now.muscle, now.side)) {
            m_pane->showRegion(*region);
            if (m_map->layer() == Layer::skin) {
                m_pane->showLayer(m_scene.atlas().structureOf(*region).layer);
            }
        }
    }
    refreshMap();
}

void LookupPage::markFound()
{
    const auto item = m_check->current();
    if (!isChecklist() || !item) {
        return;
    }
    const ChecklistItem &now = m_checking.list()->items[*item];
    const auto region = m_scene.atlas().regionOf(now.muscle, now.side);
    if (const auto spot = m_pane->spotIn(region.value_or(RegionNumber{0}))) {
        m_checking.mark(*item, spot->position, false);
    }
}

void LookupPage::markSubject()
{
    const auto &subject = m_forward->subject();
    if (!subject || subject->region == 0) {
        return;
    }
    if (const auto spot = m_pane->spotIn(subject->region)) {
        m_marking->ask(*spot);
    }
}

bool LookupPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        if (!isReverse()) {
            m_forward->setPainting(false);
            showReverse();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace palpate::desktop
