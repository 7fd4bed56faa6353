// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>

#include <QTimer>
#include <QWidget>

#include "anatomy/atlas.h"
#include "care/sessionrun.h"
#include "desktop/theme/tokens.h"
#include "record/measure.h"

class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QStackedLayout;

namespace palpate::desktop {

class AnswerRow;
class SideDots;
class TimerFace;

/// What a session shows besides its beats.
struct SessionExtras {
    /// How to find the muscles that are pressed.
    std::map<MuscleId, QString> find{};
    /// Measured before the first place and after the last.
    std::optional<MovementTest> movement{};
    /// Of the movement, both times.
    Side side = Side::right;
};

/// A guided session while it runs. Hands-free from the get-ready to the last release; during a hold any key or click
/// lets go. It stores nothing: whoever shows it hears of each change of what was done.
class SessionView : public QWidget {
    Q_OBJECT

public:
    /// Where the time comes from; asked ten times a second while a session runs.
    using Ticker = std::function<Tick()>;

    SessionView(const anatomy::Atlas &atlas, Ticker ticker, Theme theme, QWidget *parent = nullptr);
    ~SessionView() override;

    void begin(std::vector<PlannedCare> care, std::vector<Beat> beats, SessionExtras extras = {});
    /// Null while there is none.
    [[nodiscard]] const SessionRun *run() const { return m_run ? &*m_run : nullptr; }
    /// Tests bring a time of their own, and then tell it by tick() alone.
    void setTicker(Ticker ticker);
    /// Ends it where it is, because the window closes or the page is left for good.
    void interrupt();
    void setTheme(Theme theme);
    /// Counts on; the timer does, and tests.
    void tick();

Q_SIGNALS:
    /// A step was finished, let go or rated: what stands in run()->steps() is to be kept.
    void progressed();
    /// Numbers given at a place before or after.
    void rated(const palpate::PlannedCare &care, std::optional<palpate::PainLevel> soreness,
               std::optional<palpate::PainLevel> tender);
    /// How far it moves.
    void measured(palpate::MovementTest test, palpate::Side side, double value);
    void signalled(palpate::Signal signal);
    /// What is to be done from now on, in words.
    void instructed(const QString &words);
    void ended();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void compose();
    [[nodiscard]] QWidget *makeRating();
    [[nodiscard]] QWidget *makeMovement();
    [[nodiscard]] QWidget *makeButtons();
    void startTimer();
    void take(const std::vector<Signal> &signals);
    void letGo();
    void pauseOrGoOn();
    void skip();
    void repeat();
    void stop(SessionEnd reason);
    void giveRating();
    void showRating(const Beat &beat);
    void tellMovement(const Beat &beat);
    void render();
    /// Whether the movement is measured at this rating.
    [[nodiscard]] bool isMeasured(const Beat &beat) const;
    [[nodiscard]] bool isHolding() const;
    [[nodiscard]] QString placeName(const Beat &beat) const;

    const anatomy::Atlas &m_atlas;
    Ticker m_ticker;
    Theme m_theme;
    std::optional<SessionRun> m_run;
    QTimer m_timer;
    bool m_ownTime = true;
    bool m_hasEnded = false;
    QLabel *m_place = nullptr;
    SideDots *m_dots = nullptr;
    QLabel *m_rounds = nullptr;
    QStackedLayout *m_middle = nullptr;
    TimerFace *m_face = nullptr;
    QWidget *m_rating = nullptr;
    QLabel *m_ratingTitle = nullptr;
    SessionExtras m_extras;
    QLabel *m_find = nullptr;
    QWidget *m_movementPart = nullptr;
    QLabel *m_movementName = nullptr;
    QDoubleSpinBox *m_movement = nullptr;
    AnswerRow *m_soreness = nullptr;
    AnswerRow *m_tender = nullptr;
    QLabel *m_instruction = nullptr;
    QLabel *m_next = nullptr;
    AnswerRow *m_effort = nullptr;
    QPushButton *m_letGo = nullptr;
    QPushButton *m_pause = nullptr;
    QPushButton *m_repeat = nullptr;
    QPushButton *m_skip = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_tooPainful = nullptr;
    QString m_sign;
    std::chrono::milliseconds m_signUntil{0};
    const Beat *m_rendered = nullptr;
};

} // namespace palpate::desktop
