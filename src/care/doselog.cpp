// SPDX-License-Identifier: GPL-3.0-or-later
#include "care/doselog.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "care/technique.h"

namespace palpate {

namespace {

constexpr int bandSeconds = 30;

} // namespace

std::vector<DoseEntry> doseLog(std::span<const Session> sessions, PointId point)
{
    std::vector<DoseEntry> entries;
    for (const Session &session : sessions) {
        for (const SessionStep &step : session.steps) {
            if (step.point == point && isPressing(step.technique) && step.doneSeconds > 0 && step.before &&
                step.after) {
                entries.push_back({session.at, step.technique, step.tool, step.doneSeconds, step.effort, *step.before,
                                   *step.after, step.position});
            }
        }
    }
    std::ranges::stable_sort(entries, {}, [](const DoseEntry &entry) { return entry.at.utc; });
    return entries;
}

std::optional<BestDose> bestDose(std::span<const DoseEntry> entries)
{
    using Way = std::tuple<SessionTechnique, Tool, int>;
    std::map<Way, std::vector<const DoseEntry *>> ways;
    for (const DoseEntry &entry : entries) {
        ways[{entry.technique, entry.tool, (entry.seconds + bandSeconds / 2) / bandSeconds}].push_back(&entry);
    }
    std::optional<BestDose> best;
    for (auto &[way, used] : ways) {
        if (std::ssize(used) < enoughDoses) {
            continue;
        }
        double change = 0;
        for (const DoseEntry *entry : used) {
            change += entry->after.value() - entry->before.value();
        }
        change /= static_cast<double>(used.size());
        std::ranges::sort(used, {}, &DoseEntry::seconds);
        if (change < 0 && (!best || change < best->change)) {
            best = BestDose{std::get<0>(way), std::get<1>(way), used[used.size() / 2]->seconds,
                            static_cast<int>(used.size()), change};
        }
    }
    return best;
}

} // namespace palpate
