// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <QSignalSpy>

#include "desktop/journalsession.h"
#include "desktop/phrases.h"
#include "support/fixedclock.h"
#include "support/tempdir.h"

using namespace palpate;
using namespace palpate::desktop;

TEST_CASE("a change that cannot be stored is said in words and leaves journal and undo stack as they were")
{
    const testing::TempDir folder;
    const testing::FixedClock clock;
    testing::CountingIds ids;
    JournalSession session{Journal::open(folder.path() / "journal.palpate", {clock, ids.next<DeviceId>()}), clock, ids};
    QSignalSpy failed{&session, &JournalSession::failed};
    QSignalSpy changed{&session, &JournalSession::changed};
    // A left point on the right side of the body: refused before it reaches the disk.
    const auto point = session.mark(MuscleId{"soleus"}, Side::left, {-80, -60, 200}, PointKind::active,
                                    PainLevel::from(4), QStringLiteral("Soleus"));
    CHECK_FALSE(point);
    CHECK(failed.count() == 1);
    CHECK(changed.isEmpty());
    CHECK(session.undoStack().count() == 0);
    CHECK(session.read().openPoints().empty());
}

TEST_CASE("rating a point again with the same number is no change")
{
    const testing::TempDir folder;
    const testing::FixedClock clock;
    testing::CountingIds ids;
    JournalSession session{Journal::open(folder.path() / "journal.palpate", {clock, ids.next<DeviceId>()}), clock, ids};
    const auto id = session.mark(MuscleId{"soleus"}, Side::left, {80, -60, 200}, PointKind::active, PainLevel::from(4),
                                 QStringLiteral("Soleus"));
    REQUIRE(id);
    session.rate(*session.read().point(*id), *PainLevel::from(4), QStringLiteral("Soleus"));
    CHECK(session.undoStack().count() == 1);
    session.rate(*session.read().point(*id), *PainLevel::from(5), QStringLiteral("Soleus"));
    CHECK(session.undoStack().count() == 2);
    CHECK(session.read().ratingsOf(*id).size() == 1);
}

TEST_CASE("every reason why a journal cannot be opened or written has a sentence of its own")
{
    QStringList sentences;
    for (const auto kind :
         {JournalError::Kind::notAJournal, JournalError::Kind::damaged, JournalError::Kind::newer,
          JournalError::Kind::inUse, JournalError::Kind::readOnly, JournalError::Kind::noSpace,
          JournalError::Kind::cannotOpen, JournalError::Kind::diskFault, JournalError::Kind::contradiction}) {
        const QString sentence = phrases::error(JournalError{kind, "/home/a/journal.palpate"});
        CHECK(sentence.endsWith(QLatin1Char('.')));
        sentences << sentence;
    }
    CHECK(sentences.removeDuplicates() == 0);
}
