// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/sessionview.h"

#include <algorithm>

#include <QAccessible>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>

#include "desktop/care/carewords.h"
#include "desktop/care/sidedots.h"
#include "desktop/care/timerface.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/scrollshade.h"
#include "desktop/measurewords.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"
#include "desktop/today/answerrow.h"

namespace palpate::desktop {

namespace {

/// The search of the window stands at the start of the header.
constexpr int searchRoom = 320 + space::xl;
constexpr int headerHeight = 40;
constexpr std::chrono::milliseconds tickEvery{100};
constexpr std::chrono::milliseconds signShown{1600};
constexpr double notMeasured = -1;
constexpr int readableWidth = 720;
constexpr double mostMeasured = 180;

QPushButton *makeButton(const QString &words, const char *name, const QString &hint)
{
    auto *button = new QPushButton{words};
    button->setObjectName(QString::fromLatin1(name));
    button->setToolTip(hint);
    button->setFocusPolicy(Qt::NoFocus); // keys belong to the session
    return button;
}

} // namespace

SessionView::SessionView(const anatomy::Atlas &atlas, Ticker ticker, Theme theme, QWidget *parent)
    : QWidget{parent}, m_atlas{atlas}, m_ticker{std::move(ticker)}, m_theme{theme}
{
    setObjectName(QStringLiteral("sessionView"));
    setFocusPolicy(Qt::StrongFocus);
    compose();
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(tickEvery);
    connect(&m_timer, &QTimer::timeout, this, &SessionView::tick);
}

SessionView::~SessionView() = default;

void SessionView::compose()
{
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(space::xl, space::m, space::xl, space::l);
    layout->setSpacing(space::m);
    auto *top = new QHBoxLayout;
    top->setSpacing(space::l);
    m_place = makeLabel({}, TextStyle::section);
    m_place->setObjectName(QStringLiteral("sessionPlace"));
    m_dots = new SideDots{m_theme};
    m_rounds = makeLabel({}, TextStyle::lead);
    m_rounds->setObjectName(QStringLiteral("sessionRounds"));
    m_rounds->setWordWrap(false);
    top->addSpacing(searchRoom);
    m_place->setMinimumHeight(headerHeight);
    m_place->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    top->addWidget(m_place, 1);
    top->addWidget(m_rounds);
    top->addWidget(m_dots);
    layout->addLayout(top);
    auto *middle = new QWidget;
    m_middle = new QStackedLayout{middle};
    m_face = new TimerFace{m_theme};
    m_middle->addWidget(m_face);
    auto *scroll = new QScrollArea; // how to find a place may take more room than a small window has
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    new ScrollShade{*scroll};
    scroll->setWidget(makeRating());
    m_rating = scroll;
    m_middle->addWidget(m_rating);
    layout->addWidget(middle, 1);
    m_instruction = makeLabel({}, TextStyle::section);
    m_instruction->setObjectName(QStringLiteral("sessionInstruction"));
    m_next = makeLabel({}, TextStyle::lead);
    m_next->setObjectName(QStringLiteral("sessionNext"));
    layout->addWidget(m_instruction);
    layout->addWidget(m_next);
    m_effort = new AnswerRow{LevelStrip::Hue::felt, AnswerRow::Shape::beside, m_theme};
    m_effort->setWords(tr("How strong was that?"), tr("0 nothing · 10 the worst you can imagine. Or go on without."),
                       tr("How strong the last hold felt"));
    m_effort->strip().setObjectName(QStringLiteral("sessionEffort"));
    m_effort->strip().setFocusPolicy(Qt::NoFocus);
    layout->addWidget(m_effort);
    layout->addWidget(makeButtons());
    connect(&m_effort->strip(), &LevelStrip::chosen, this, [this](PainLevel level) {
        m_run->setEffort(level);
        m_effort->strip().setLevel(level);
        Q_EMIT progressed();
    });
}

QWidget *SessionView::makeRating()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout{part};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::l);
    m_ratingTitle = makeLabel({}, TextStyle::page);
    m_soreness = new AnswerRow{LevelStrip::Hue::felt, AnswerRow::Shape::stacked, m_theme};
    m_soreness->setWords(tr("Soreness now, without pressing"), tr("0 no pain · 10 the worst you can imagine"),
                         tr("Soreness now, without pressing"));
    m_soreness->strip().setObjectName(QStringLiteral("sessionSoreness"));
    m_tender = new AnswerRow{LevelStrip::Hue::felt, AnswerRow::Shape::stacked, m_theme};
    m_tender->setWords(tr("Tenderness when pressed gently"), tr("May be left out"), tr("Tenderness when pressed"));
    m_tender->strip().setObjectName(QStringLiteral("sessionTender"));
    m_find = makeLabel({}, TextStyle::body);
    m_find->setObjectName(QStringLiteral("sessionFind"));
    m_find->setMaximumWidth(readableWidth);
    m_movementPart = makeMovement();
    auto *goOn = new QPushButton{tr("Go on")};
    goOn->setObjectName(QStringLiteral("sessionGoOn"));
    goOn->setToolTip(tr("Enter"));
    setButtonRole(*goOn, ButtonRole::primary);
    layout->addStretch();
    layout->addWidget(m_ratingTitle);
    auto *find = new QHBoxLayout; // so that its height is that of its own width
    find->addWidget(m_find, readableWidth);
    find->addStretch(1);
    layout->addLayout(find);
    layout->addWidget(m_soreness);
    layout->addWidget(m_tender);
    layout->addWidget(m_movementPart);
    layout->addWidget(goOn, 0, Qt::AlignLeading);
    layout->addStretch(2);
    for (AnswerRow *row : {m_soreness, m_tender}) {
        LevelStrip &strip = row->strip();
        strip.installEventFilter(this);
        connect(&strip, &LevelStrip::chosen, this, [&strip](PainLevel level) { strip.setLevel(level); });
        connect(&strip, &LevelStrip::cleared, this, [&strip] { strip.setLevel({}); });
        connect(&strip, &LevelStrip::left, this,
                [this](int rows) { (rows > 0 ? m_tender : m_soreness)->strip().setFocus(Qt::OtherFocusReason); });
    }
    connect(goOn, &QPushButton::clicked, this, &SessionView::giveRating);
    return part;
}

QWidget *SessionView::makeMovement()
{
    auto *part = new QWidget;
    auto *layout = new QHBoxLayout{part};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::l);
    m_movementName = makeLabel({}, TextStyle::strong);
    m_movementName->setWordWrap(false);
    m_movement = new QDoubleSpinBox;
    m_movement->setObjectName(QStringLiteral("sessionMovement"));
    m_movement->setDecimals(0);
    m_movement->setRange(notMeasured, mostMeasured);
    m_movement->setSpecialValueText(tr("not said"));
    m_movement->installEventFilter(this);
    layout->addWidget(m_movementName);
    layout->addWidget(m_movement);
    layout->addStretch();
    return part;
}

QWidget *SessionView::makeButtons()
{
    auto *part = new QWidget;
    auto *layout = new QHBoxLayout{part};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    m_letGo = makeButton(tr("Let go"), "sessionLetGo", tr("Any key or click does it while you hold (T)"));
    setButtonRole(*m_letGo, ButtonRole::primary);
    m_pause = makeButton(tr("Pause"), "sessionPause", tr("Between holds (Space)"));
    m_repeat = makeButton(tr("Again"), "sessionRepeat", tr("From the beginning of this step (Left)"));
    m_skip = makeButton(tr("Skip"), "sessionSkip", tr("On to the next step (Right)"));
    m_tooPainful = makeButton(tr("Too painful, end it"), "sessionTooPainful", tr("What was done is kept"));
    m_stop = makeButton(tr("End"), "sessionEnd", tr("What was done is kept (Esc)"));
    for (QPushButton *button : {m_letGo, m_pause, m_repeat, m_skip}) {
        layout->addWidget(button);
    }
    layout->addStretch();
    layout->addWidget(m_tooPainful);
    layout->addWidget(m_stop);
    connect(m_letGo, &QPushButton::clicked, this, &SessionView::letGo);
    connect(m_pause, &QPushButton::clicked, this, &SessionView::pauseOrGoOn);
    connect(m_repeat, &QPushButton::clicked, this, &SessionView::repeat);
    connect(m_skip, &QPushButton::clicked, this, &SessionView::skip);
    connect(m_stop, &QPushButton::clicked, this, [this] { stop(SessionEnd::stopped); });
    connect(m_tooPainful, &QPushButton::clicked, this, [this] { stop(SessionEnd::tooPainful); });
    return part;
}

void SessionView::begin(std::vector<PlannedCare> care, std::vector<Beat> beats, SessionExtras extras)
{
    m_extras = std::move(extras);
    m_dots->setPlaces(care);
    m_sign.clear();
    m_rendered = nullptr;
    m_run.emplace(std::move(care), std::move(beats), m_ticker());
    setFocus(Qt::OtherFocusReason);
    m_hasEnded = false;
    render();
    startTimer();
}

void SessionView::setTicker(Ticker ticker)
{
    m_ticker = std::move(ticker);
    m_ownTime = false;
    m_timer.stop();
}

void SessionView::startTimer()
{
    if (m_ownTime) {
        m_timer.start();
    }
}

void SessionView::tick()
{
    if (m_run) {
        take(m_run->advance(m_ticker()));
    }
}

void SessionView::take(const std::vector<Signal> &signals)
{
    const std::chrono::milliseconds now = m_ticker().steady;
    if (!m_sign.isEmpty() && now >= m_signUntil) {
        m_sign.clear();
    }
    const Beat *beat = m_run->current();
    for (const Signal signal : signals) {
        const QString side = beat == nullptr ? QString{} : phrases::yourSide(m_run->care()[beat->care].place.side);
        if (const QString words = carewords::signal(signal, side); !words.isEmpty()) {
            m_sign = words;
            m_signUntil = now + signShown;
        }
        Q_EMIT signalled(signal);
    }
    render();
    if (std::ranges::find(signals, Signal::release) != signals.end()) {
        Q_EMIT progressed();
    }
    if (m_run->state() == RunState::over && !m_hasEnded) {
        m_hasEnded = true;
        m_timer.stop();
        Q_EMIT ended();
    }
}

bool SessionView::isHolding() const
{
    const Beat *beat = m_run ? m_run->current() : nullptr;
    return beat != nullptr && m_run->state() == RunState::running && isHeld(beat->kind);
}

void SessionView::letGo() { take(m_run->letGo(m_ticker())); }

void SessionView::pauseOrGoOn() { take(m_run->pauseOrGoOn(m_ticker())); }

void SessionView::skip() { take(m_run->skip(m_ticker())); }

void SessionView::repeat() { take(m_run->repeat(m_ticker())); }

void SessionView::stop(SessionEnd reason)
{
    if (m_run && m_run->state() != RunState::over) {
        m_run->end(reason, m_ticker());
        take({});
    }
}

void SessionView::interrupt() { stop(SessionEnd::interrupted); }

void SessionView::giveRating()
{
    const Beat *beat = m_run ? m_run->current() : nullptr;
    if (beat == nullptr || m_run->state() != RunState::waiting) {
        return;
    }
    const auto soreness = m_soreness->strip().level();
    const auto tender = m_tender->strip().level();
    const PlannedCare care = m_run->care()[beat->care];
    if (isMeasured(*beat) && m_movement->value() > notMeasured) {
        Q_EMIT measured(*m_extras.movement, care.place.side, m_movement->value());
    }
    const std::vector<Signal> signals = m_run->rate(soreness, tender, m_ticker());
    Q_EMIT rated(care, soreness, tender);
    Q_EMIT progressed();
    take(signals);
}

QString SessionView::placeName(const Beat &beat) const
{
    const CarePlace &place = m_run->care()[beat.care].place;
    return nameOf(m_atlas, place.muscle, place.side);
}

bool SessionView::isMeasured(const Beat &beat) const
{
    return m_extras.movement && ((beat.kind == BeatKind::rateBefore && beat.care == 0) ||
                                 (beat.kind == BeatKind::rateAfter && beat.care + 1 == m_run->care().size()));
}

void SessionView::showRating(const Beat &beat)
{
    const PlannedCare &care = m_run->care()[beat.care];
    const bool presses = std::ranges::any_of(care.techniques, [](CareTechnique one) { return isPressing(one); });
    const auto find = m_extras.find.find(care.place.muscle);
    const bool isFound = beat.kind == BeatKind::rateBefore && presses && find != m_extras.find.end();
    m_find->setVisible(isFound);
    m_find->setText(isFound ? tr("Find it: %1").arg(find->second) : QString{});
    m_ratingTitle->setText(carewords::instruction(beat));
    m_soreness->strip().setLevel({});
    m_tender->strip().setLevel({});
    m_movementPart->setVisible(isMeasured(beat));
    if (isMeasured(beat)) {
        const QString name = phrases::capitalised(measurewords::movement(*m_extras.movement));
        m_movementName->setText(isSided(*m_extras.movement) ? phrases::withSide(name, care.place.side) : name);
        m_movement->setAccessibleName(m_movementName->text());
        m_movement->setSuffix(measurewords::unit(unitOf(*m_extras.movement)));
        m_movement->setValue(notMeasured);
    }
    m_middle->setCurrentWidget(m_rating);
    m_soreness->strip().setFocus(Qt::OtherFocusReason);
}

void SessionView::render()
{
    const Beat *beat = m_run ? m_run->current() : nullptr;
    if (beat == nullptr) {
        return;
    }
    const RunState state = m_run->state();
    const bool waiting = state == RunState::waiting;
    if (beat != m_rendered) {
        const bool isOther = m_rendered != nullptr && m_rendered->technique != beat->technique;
        m_rendered = beat;
        m_place->setText(placeName(*beat));
        m_dots->setCurrent(beat->care);
        m_rounds->setText(beat->rounds > 1 ? tr("%1 of %2").arg(beat->round).arg(beat->rounds) : QString{});
        m_instruction->setText(waiting ? QString{} : carewords::instruction(*beat));
        const Beat *next = m_run->next();
        m_next->setText(next == nullptr || waiting ? QString{} : tr("Next: %1").arg(carewords::shortly(*next)));
        if (waiting) {
            showRating(*beat);
        } else {
            m_middle->setCurrentWidget(m_face);
            setFocus(Qt::OtherFocusReason);
        }
        if (isOther) {
            Q_EMIT progressed(); // a technique is done, also where nothing was released
        }
        Q_EMIT instructed(carewords::instruction(*beat));
        QAccessibleEvent told{m_instruction, QAccessible::Alert};
        QAccessible::updateAccessibility(&told);
    }
    const bool away = state == RunState::away;
    const double whole = static_cast<double>(std::chrono::milliseconds{beat->length}.count());
    TimerFace::Content content;
    content.word = state == RunState::paused ? tr("Paused") : carewords::word(*beat);
    content.digits = carewords::clock(m_run->left());
    content.leftShare = whole > 0 ? static_cast<double>(m_run->left().count()) / whole : 0;
    content.isWork = isHeld(beat->kind) && state == RunState::running;
    content.sign = m_sign;
    if (away) {
        content.sentence = tr("You were away for a while. What was done is kept. Press Space to go on with this step.");
    }
    m_face->show(content);
    // The digits above keep their size when the numbers come and go; at a rating there are none.
    QSizePolicy keepsPlace = m_effort->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(!waiting);
    m_effort->setSizePolicy(keepsPlace);
    m_effort->setVisible(m_run->asksEffort());
    m_instruction->setVisible(!waiting);
    m_next->setVisible(!waiting);
    if (!m_run->asksEffort()) {
        m_effort->strip().setLevel({});
    }
    m_letGo->setVisible(isHolding());
    m_pause->setVisible(!isHolding() && !waiting);
    m_pause->setText(state == RunState::running ? tr("Pause") : tr("Go on"));
    m_repeat->setVisible(!waiting && !away);
    m_skip->setVisible(!away);
    m_skip->setText(waiting ? tr("Without a number") : tr("Skip"));
}

void SessionView::keyPressEvent(QKeyEvent *event)
{
    if (!m_run || event->isAutoRepeat()) {
        return;
    }
    if (isHolding()) {
        letGo(); // whatever the key
        return;
    }
    switch (event->key()) {
    case Qt::Key_Space:
        pauseOrGoOn();
        return;
    case Qt::Key_Right:
    case Qt::Key_Left:
        // The arrow that points onward.
        (event->key() == Qt::Key_Right) == !isRightToLeft() ? skip() : repeat();
        return;
    case Qt::Key_Escape:
        stop(SessionEnd::stopped);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        giveRating();
        return;
    default:
        break;
    }
    const int digit = event->key() - Qt::Key_0;
    if (const auto level = digit <= 9 ? PainLevel::from(digit) : std::nullopt; level && m_run->asksEffort()) {
        m_effort->strip().choose(*level);
    } else if (event->key() == Qt::Key_X && m_run->asksEffort()) {
        m_effort->strip().choose(*PainLevel::from(PainLevel::highest));
    }
}

bool SessionView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            giveRating();
            return true;
        }
        if (key == Qt::Key_Escape) {
            stop(SessionEnd::stopped);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SessionView::mousePressEvent(QMouseEvent *event)
{
    if (isHolding()) {
        letGo();
    } else {
        QWidget::mousePressEvent(event);
    }
}

void SessionView::showEvent(QShowEvent *event)
{
    if (m_run && m_run->state() != RunState::over) {
        tick();
        startTimer();
    }
    QWidget::showEvent(event);
}

void SessionView::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    if (m_run && m_run->state() == RunState::running) {
        take(m_run->leave(m_ticker())); // another page is shown: it waits
    }
    QWidget::hideEvent(event);
}

void SessionView::setTheme(Theme theme)
{
    m_theme = theme;
    m_face->setTheme(theme);
    m_dots->setTheme(theme);
    for (AnswerRow *row : {m_soreness, m_tender, m_effort}) {
        row->setTheme(theme);
    }
}

} // namespace palpate::desktop
