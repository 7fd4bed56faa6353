// SPDX-License-Identifier: GPL-3.0-or-later
// What the session is shown with.
#include "desktop/care/sessionview.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>

#include "desktop/care/sidedots.h"
#include "desktop/care/timerface.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/scrollshade.h"
#include "desktop/theme/palpatestyle.h"
#include "desktop/today/answerrow.h"

namespace palpate::desktop {

namespace {

/// The search of the window stands at the start of the header.
constexpr int searchRoom = 320 + space::xl;
constexpr int headerHeight = 40;
constexpr int readableWidth = 720;
constexpr double notMeasured = -1;
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

} // namespace palpate::desktop
