// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>

#include <QAbstractItemModelTester>

#include "desktop/page/pointlistmodel.h"
#include "desktop/page/rowdelegate.h"
#include "desktop/shell/actions.h"
#include "desktop/shell/searchmodel.h"
#include "openwindow.h"

using namespace palpate;
using namespace palpate::desktop;
using palpate::testing::shippedAtlas;
using palpate::testing::shippedKnowledge;

namespace {

QStringList found(SearchModel &model, const char *query)
{
    model.setQuery(QString::fromUtf8(query));
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row) {
        names << model.index(row).data().toString();
    }
    return names;
}

} // namespace

TEST_CASE("the search finds muscles by common, Latin and everyday names, and by side")
{
    Actions actions;
    QWidget owner;
    actions.add(owner, {QStringLiteral("deeper"), QStringLiteral("One layer deeper"), ActionGroup::map, {}, Icon::none},
                [] {});
    SearchModel model{shippedAtlas(), actions, [](const std::string &, std::size_t) { return std::vector<WordHit>{}; }};
    const QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    model.setKnowledge(shippedKnowledge());
    CHECK(found(model, "").isEmpty());
    CHECK(found(model, "   ").isEmpty());
    CHECK(found(model, "infrasp").value(0) == QStringLiteral("Infraspinatus · your right"));
    CHECK(found(model, "INFRASP left") == QStringList{QStringLiteral("Infraspinatus · your left")});
    CHECK(found(model, "trapezius upper").contains(QStringLiteral("Upper trapezius · your left")));
    CHECK(found(model, "descendens").contains(QStringLiteral("Upper trapezius · your left"))); // its Latin name
    CHECK(found(model, "qwertz").isEmpty());
    CHECK(found(model, "layer deep").contains(QStringLiteral("One layer deeper")));
    CHECK(found(model, "thumb right").contains(QStringLiteral("The thumb itself, your right")));
    CHECK(found(model, "%_'\"\\").isEmpty());
}

TEST_CASE("the list of points follows the journal's values")
{
    PointListModel model{shippedAtlas()};
    const QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    const auto id = *PointId::parse("0191f3a0-1234-7abc-8def-0123456789ab");
    PointOverview point{{id, MuscleId{"soleus"}, Side::left, {80, -60, 200}, PointKind::latent, {}}, std::nullopt};
    model.setPoints({point});
    REQUIRE(model.rowCount() == 1);
    const QModelIndex row = model.index(0);
    CHECK(row.data().toString() == QStringLiteral("Deep calf muscle · your left"));
    CHECK(row.data(subtitleRole).toString() == QStringLiteral("only when pressed"));
    CHECK_FALSE(row.data(sorenessRole).isValid());
    point.latestSoreness = Rating{
        *RatingId::parse("0191f3a0-1234-7abc-8def-0123456789ac"), id, Asked::sorenessNow, *PainLevel::from(0), {}};
    model.setPoints({point});
    CHECK(row.data(sorenessRole).toInt() == 0);
    CHECK(row.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("soreness 0 of 10")));
    CHECK(model.indexOf(id) == row);
    model.setPoints({});
    CHECK(model.rowCount() == 0);
    CHECK_FALSE(model.indexOf(id).isValid());
}
