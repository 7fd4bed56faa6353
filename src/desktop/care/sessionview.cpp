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

constexpr std::chrono::milliseconds tickEvery{100};
constexpr std::chrono::milliseconds signShown{1600};

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

void SessionView::skip()
{
    if (m_run->state() == RunState::waiting) {
        tellMovement(*m_run->current()); // no number, but what was measured counts
    }
    take(m_run->skip(m_ticker()));
}

void SessionView::tellMovement(const Beat &beat)
{
    if (isMeasured(beat) && m_movement->value() > m_movement->minimum()) {
        Q_EMIT measured(*m_extras.movement, m_extras.side, m_movement->value());
    }
}

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
    tellMovement(*beat);
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
        m_movementName->setText(isSided(*m_extras.movement) ? phrases::withSide(name, m_extras.side) : name);
        m_movement->setAccessibleName(m_movementName->text());
        m_movement->setSuffix(measurewords::unit(unitOf(*m_extras.movement)));
        m_movement->setValue(m_movement->minimum());
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
