// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace palpate {

/// Every number that the ranking rests on. None is counted from patients: the drawings it works with are ordinal
/// ("nearly everyone", "some"), so these are chosen once to keep that order, and checked against the test cases as a
/// whole. Chances are those of a person feeling pain in a zone when that site is at work.
struct LookupWeights {
    /// Chance of an essential zone of weight 1. Below 1, as the panel of 2017 agreed that no referral site is certain
    /// (doi 10.1093/pm/pnx207).
    double essential = 0.85;
    /// Chance of a spillover zone for each 1 of weight: 0.5, the heaviest, is felt by some 40 of 100.
    double spillover = 0.8;
    /// Share of a zone's chance that its neighbours get: words and brushes land beside the place meant.
    double near = 0.22;
    /// Chance in a zone above the muscle itself where the drawings show none: a sore muscle hurts where it is.
    double local = 0.06;
    /// Chance anywhere else: pains come together by accident.
    double stray = 0.015;
    /// How much a zone of the pattern that nobody mentioned counts against it. Below 1, as people name the worst.
    double unmentioned = 0.3;
    /// Chance that a person names something that is listed as bringing the pain on.
    double provoked = 0.3;
    /// The same for what is not listed: the lists are short and from memory.
    double provokedAnyway = 0.05;
    /// How much what provokes counts beside places: weakly, as most of it is listed for whole regions.
    double provocation = 0.6;
    /// Weight of an own spillover zone painted almost to the heart: as the heaviest of the books.
    double ownSpillover = 0.5;
    /// Share of a group's likelihood that the person's own drawings of it have, however many sites the books know. A
    /// half: what one body did before says as much about it as what the books saw in others; chosen, not counted. It
    /// only ever raises: that a point sent pain elsewhere once says nothing against the books' sites.
    double own = 0.5;
    /// Log-odds against both sides of a muscle being at work where one would do.
    double bothSides = -0.7;
    /// Log-odds for muscles that the manuals' lists name often for their regions, and against those named rarely.
    /// Expert opinion, so it may break near-ties only.
    double oftenNamed = 0.3;
    double rarelyNamed = -0.5;
    /// Softens the scores: places are told together, so they are less independent than the sum assumes.
    double temperature = 1.7;
    /// How many groups of average fit the answer "none of these" weighs.
    double noneOfThese = 6;
};

} // namespace palpate
