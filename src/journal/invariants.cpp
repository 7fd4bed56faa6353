// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/invariants.h"

#include <algorithm>
#include <ranges>

#include <utf8proc.h>

namespace palpate {

namespace {

using Objection = std::optional<std::string>;

/// UTF-8 without NUL, which SQLite and JSON would each end differently.
bool isText(const std::string &text)
{
    const auto *bytes = reinterpret_cast<const utf8proc_uint8_t *>(text.data());
    const auto size = static_cast<utf8proc_ssize_t>(text.size());
    for (utf8proc_ssize_t at = 0; at < size;) {
        utf8proc_int32_t letter = 0;
        const utf8proc_ssize_t length = utf8proc_iterate(bytes + at, size - at, &letter);
        if (length <= 0 || letter == 0) {
            return false;
        }
        at += length;
    }
    return true;
}

/// Local days are counted from 1970, and dates are written with four digits.
bool isInOurTime(LocalDay day)
{
    constexpr LocalDay first{std::chrono::year{1900} / 1 / 1};
    constexpr LocalDay last{std::chrono::year{2199} / 12 / 31};
    return day >= first && day <= last;
}

bool isInOurTime(const Instant &instant)
{
    constexpr LocalDay first{std::chrono::year{1970} / 1 / 3};
    return dayOf(instant) >= first && isInOurTime(dayOf(instant));
}

Objection objectionToValue(const std::string &value)
{
    return isText(value) ? Objection{} : "a text that is not UTF-8";
}
Objection objectionToValue(const Instant &value)
{
    return isInOurTime(value) ? Objection{} : "a time before 1970 or after 2199";
}
Objection objectionToValue(LocalDay value)
{
    return isInOurTime(value) ? Objection{} : "a day before 1900 or after 2199";
}
template <typename Value> Objection objectionToValue(const Value & /*value*/) { return std::nullopt; }
template <typename Value> Objection objectionToValue(const std::optional<Value> &value)
{
    return value ? objectionToValue(*value) : Objection{};
}

template <typename T> Objection objectionToFields(const T &record)
{
    Objection objection;
    forEachField<T>([&](const auto &field) {
        if (!objection) {
            objection = objectionToValue(record.*(field.member));
        }
    });
    return objection;
}

template <Record T> Objection objectionToValues(const T &record)
{
    Objection objection = objectionToFields(record);
    forEachParts<T>([&](const auto &parts) {
        for (const auto &part : record.*(parts.member)) {
            objection = objection ? objection : objectionToFields(part);
        }
    });
    return objection;
}

/// Each stroke and zone belongs to one of `areas` areas.
bool belong(const std::vector<Stroke> &strokes, const std::vector<ZoneCoverage> &zones, std::size_t areas)
{
    const auto inside = [areas](const auto &one) {
        return one.area >= 0 && static_cast<std::size_t>(one.area) < areas;
    };
    return std::ranges::all_of(strokes, inside) && std::ranges::all_of(zones, inside);
}

template <Record T> Objection objectionOf(const T & /*record*/) { return std::nullopt; }

template <> Objection objectionOf(const TriggerPoint &point)
{
    if (!fits(point.side, point.position)) {
        return "the side does not fit the position";
    }
    if (!std::ranges::is_sorted(point.life, {}, [](const LifeEvent &event) { return event.at.utc; })) {
        return "its life is not in order of time";
    }
    if (!point.life.empty() && (point.life.back().stage == LifeStage::quiet) != point.quiet) {
        return "whether it is quiet is not what its life says";
    }
    return belong(point.referral, point.referralZones, 1) ? Objection{} : "a stroke of an area that is not there";
}

template <> Objection objectionOf(const PainEntry &entry)
{
    return belong(entry.strokes, entry.zones, entry.areas.size()) ? Objection{}
                                                                  : "a stroke of an area that is not there";
}

template <> Objection objectionOf(const Profile &profile)
{
    return belong(profile.numbAreas, profile.numbZones, 1) ? Objection{} : "a stroke of an area that is not there";
}

template <> Objection objectionOf(const Period &period)
{
    return period.ended && period.ended->utc < period.at.utc ? "it ends before it begins" : Objection{};
}

template <> Objection objectionOf(const Plan &plan)
{
    return plan.until && *plan.until < plan.from ? "it ends before it begins" : Objection{};
}

} // namespace

Objection objectionTo(const AnyRecord &record)
{
    return std::visit(
        [](const auto &one) {
            const Objection objection = objectionToValues(one);
            return objection ? objection : objectionOf(one);
        },
        record);
}

} // namespace palpate
