// SPDX-License-Identifier: GPL-3.0-or-later
#include "care/assessment.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

namespace palpate {

std::vector<ComparedMeasure> comparedMeasures(std::span<const Measure> measures)
{
    using Thing = std::tuple<MeasureKind, std::string, Side, MeasureUnit>;
    std::map<Thing, ComparedMeasure> things;
    for (const Measure &measure : measures) {
        const Thing thing{measure.kind, measure.what, measure.side, measure.unit};
        const auto known = things.find(thing);
        if (known == things.end()) {
            things.emplace(thing, ComparedMeasure{measure, measure});
            continue;
        }
        ComparedMeasure &compared = known->second;
        ++compared.count;
        if (measure.at.utc < compared.first.at.utc) {
            compared.first = measure;
        }
        if (measure.at.utc >= compared.last.at.utc) {
            compared.last = measure;
        }
    }
    std::vector<ComparedMeasure> all;
    for (auto &[thing, compared] : things) {
        all.push_back(std::move(compared));
    }
    std::ranges::stable_sort(all, std::ranges::greater{}, [](const ComparedMeasure &one) { return one.last.at.utc; });
    return all;
}

} // namespace palpate
