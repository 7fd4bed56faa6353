// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include "desktop/care/carechoice.h"
#include "desktop/care/carepage.h"
#include "desktop/care/carerow.h"
#include "openwindow.h"
#include "support/fixedclock.h"
#include "support/tempdir.h"

namespace palpate::testing {

using namespace desktop;
using std::chrono::hours;

inline constexpr PointMm rightShoulderBlade{-71, 88, 1342};

/// Two points on a real journal, the care page, and both clocks.
struct OpenCare {
    TempDir folder;
    FixedClock clock;
    Tick ticks{std::chrono::seconds{100}, {}};
    std::unique_ptr<OpenWindow> open;
    std::optional<PointId> right;
    std::optional<PointId> left;

    OpenCare() { reopen(); }

    [[nodiscard]] std::filesystem::path file() const { return folder.path() / "journal.palpate"; }
    JournalSession &session() { return open->session(); }
    CarePage &page() { return open->window->carePage(); }
    SessionView &view() { return page().view(); }

    void reopen()
    {
        open.reset();
        open = std::make_unique<OpenWindow>(file(), Theme::light, QSize{1280, 800}, clock);
        ticks.wall = clock.now().utc;
    }
    void mark()
    {
        right = session().mark(MuscleId{"infraspinatus"}, Side::right, rightShoulderBlade, PointKind::active,
                               PainLevel::from(6), QStringLiteral("right"));
        left = session().mark(MuscleId{"infraspinatus"}, Side::left, mirrored(rightShoulderBlade), PointKind::active,
                              PainLevel::from(4), QStringLiteral("left"));
    }
    void show()
    {
        QTest::keyClick(open->window.get(), Qt::Key_4, Qt::ControlModifier);
        (void)open->lookupData();
        REQUIRE(page().isVisible());
        view().setTicker([this] { return ticks; });
    }
    /// Both clocks go on, and the session hears of it.
    void pass(std::chrono::seconds time)
    {
        for (int tenth = 0; tenth < time.count() * 10; ++tenth) {
            ticks.steady += std::chrono::milliseconds{100};
            ticks.wall += std::chrono::milliseconds{100};
            clock.advance(std::chrono::milliseconds{100});
            view().tick();
        }
    }
    void until(BeatKind kind)
    {
        for (int guard = 0;
             guard < 2000 && (view().run()->current() == nullptr || view().run()->current()->kind != kind); ++guard) {
            pass(std::chrono::seconds{1});
        }
        REQUIRE(view().run()->current() != nullptr);
        REQUIRE(view().run()->current()->kind == kind);
    }
    void key(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    /// What was replaced is gone, as it is once the program waits for the next event.
    static void settle()
    {
        QApplication::processEvents();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void press(const char *button) { QTest::mouseClick(&open->find<QPushButton>(button), Qt::LeftButton); }
    std::vector<CareRow *> rows()
    {
        std::vector<CareRow *> shown;
        for (CareRow *row : page().findChildren<CareRow *>()) {
            if (row->isVisible()) {
                shown.push_back(row);
            }
        }
        return shown;
    }
    CareRow &row(PointId point)
    {
        for (CareRow *one : rows()) {
            if (one->point() == point) {
                return *one;
            }
        }
        throw std::runtime_error{"no row of the point"};
    }
    static QString words(const QWidget &of)
    {
        QStringList all;
        for (const QLabel *label : of.findChildren<QLabel *>()) {
            all << label->text();
        }
        return all.join(QLatin1Char('\n'));
    }
    std::vector<Session> sessions() { return session().read().all<Session>(); }
};

} // namespace palpate::testing
