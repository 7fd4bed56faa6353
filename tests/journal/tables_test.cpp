// SPDX-License-Identifier: GPL-3.0-or-later
#include "journalbench.h"
#include "rawdatabase.h"

#include <string>

using namespace palpate;
using namespace palpate::testing;

namespace {

constexpr const char *insertPoint = "INSERT INTO trigger_point (id, muscle, side, x_mm, y_mm, z_mm, kind, "
                                    "marked_utc_ms, marked_offset_min) VALUES ";
constexpr const char *insertRating =
    "INSERT INTO rating (id, point_id, asked, level, at_utc_ms, at_offset_min) VALUES ";

} // namespace

TEST_CASE("the tables themselves refuse a point that cannot be")
{
    Bench bench;
    (void)bench.open();
    RawDatabase raw{bench.file};
    CHECK(raw.tryRun(insertPoint + std::string{"(randomblob(16), 'soleus', 'left', 1, 2, 3, 'active', 0, 0)"}) ==
          SQLITE_OK);
    for (const char *row : {"(randomblob(15), 'soleus', 'left', 1, 2, 3, 'active', 0, 0)",
                            "(NULL, 'soleus', 'left', 1, 2, 3, 'active', 0, 0)",
                            "('0123456789abcdef', 'soleus', 'left', 1, 2, 3, 'active', 0, 0)",
                            "(randomblob(16), '', 'left', 1, 2, 3, 'active', 0, 0)",
                            "(randomblob(16), 'Soleus', 'left', 1, 2, 3, 'active', 0, 0)",
                            "(randomblob(16), 'soleus', 'Left', 1, 2, 3, 'active', 0, 0)",
                            "(randomblob(16), 'soleus', 'left', -1, 2, 3, 'active', 0, 0)",
                            "(randomblob(16), 'soleus', 'left', 0, 2, 3, 'active', 0, 0)",
                            "(randomblob(16), 'soleus', 'right', 1, 2, 3, 'active', 0, 0)",
                            "(randomblob(16), 'soleus', 'right', 0, 2, 3, 'active', 0, 0)",
                            "(randomblob(16), 'soleus', 'midline', 'x', 2, 3, 'active', 0, 0)",
                            "(randomblob(16), 'soleus', 'midline', 5001, 2, 3, 'active', 0, 0)",
                            "(randomblob(16), 'soleus', 'midline', 0, 9e999, 3, 'active', 0, 0)",
                            "(randomblob(16), 'soleus', 'midline', 0, 2, NULL, 'active', 0, 0)",
                            "(randomblob(16), 'soleus', 'left', 1, 2, 3, 'sore', 0, 0)",
                            "(randomblob(16), 'soleus', 'left', 1, 2, 3, 'active', NULL, 0)",
                            "(randomblob(16), 'soleus', 'left', 1, 2, 3, 'active', 0, 1081)"}) {
        INFO(row);
        CHECK((raw.tryRun(insertPoint + std::string{row}) & 0xff) == SQLITE_CONSTRAINT);
    }
    CHECK(raw.ask("SELECT count(*) FROM trigger_point") == "1");
}

TEST_CASE("the tables themselves refuse a rating that cannot be")
{
    Bench bench;
    (void)bench.open();
    RawDatabase raw{bench.file};
    raw.run("PRAGMA foreign_keys = ON");
    raw.run(insertPoint + std::string{"(zeroblob(16), 'soleus', 'left', 1, 2, 3, 'active', 0, 0)"});
    CHECK(raw.tryRun(insertRating + std::string{"(randomblob(16), zeroblob(16), 'soreness-now', 10, 0, 0)"}) ==
          SQLITE_OK);
    for (const char *row :
         {"(randomblob(15), zeroblob(16), 'soreness-now', 10, 0, 0)",
          "(randomblob(16), randomblob(16), 'soreness-now', 10, 0, 0)",
          "(randomblob(16), NULL, 'soreness-now', 10, 0, 0)", "(randomblob(16), zeroblob(16), 'soreness', 10, 0, 0)",
          "(randomblob(16), zeroblob(16), 'soreness-now', 11, 0, 0)",
          "(randomblob(16), zeroblob(16), 'soreness-now', -1, 0, 0)",
          "(randomblob(16), zeroblob(16), 'soreness-now', 4.5, 0, 0)",
          "(randomblob(16), zeroblob(16), 'soreness-now', NULL, 0, 0)",
          "(randomblob(16), zeroblob(16), 'soreness-now', 4, 'monday', 0)",
          "(randomblob(16), zeroblob(16), 'soreness-now', 4, 0, -1081)"}) {
        INFO(row);
        CHECK((raw.tryRun(insertRating + std::string{row}) & 0xff) == SQLITE_CONSTRAINT);
    }
    CHECK((raw.tryRun("DELETE FROM trigger_point") & 0xff) == SQLITE_CONSTRAINT);
    CHECK((raw.tryRun("UPDATE trigger_point SET side = 'right'") & 0xff) == SQLITE_CONSTRAINT);
}

TEST_CASE("the latest answer and all ratings of a point are found by the index")
{
    Bench bench;
    (void)bench.open();
    RawDatabase raw{bench.file};
    for (const char *query : {"SELECT level FROM rating WHERE point_id = ?1 AND asked = ?2"
                              " ORDER BY at_utc_ms DESC, id DESC LIMIT 1",
                              "SELECT level FROM rating WHERE point_id = ?1 ORDER BY at_utc_ms, id",
                              "DELETE FROM rating WHERE point_id = ?1"}) {
        INFO(query);
        // The plan's words stand in its fourth column; the first answer is its first step.
        const std::string plan = raw.ask(std::string{"EXPLAIN QUERY PLAN "} + query, 3);
        CHECK_THAT(plan, Catch::Contains("SEARCH rating USING"));
        CHECK_THAT(plan, Catch::Contains("rating_by_point"));
    }
}
