// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/entryedit.h"

#include <concepts>
#include <type_traits>

#include "core/localday.h"

namespace palpate {

namespace {

template <typename T>
concept Dated = requires(T record)
{
    {
        record.at
        } -> std::same_as<Instant &>;
};

/// Where the words of a kind stand; null where it has none.
template <typename T> constexpr std::string T::*wordsMember()
{
    if constexpr (std::same_as<T, Note>) {
        return &Note::text;
    } else if constexpr (std::same_as<T, Period>) {
        return &Period::helped;
    } else if constexpr (std::same_as<T, PainEntry> || std::same_as<T, CheckIn> || std::same_as<T, Session> ||
                         std::same_as<T, Treatment> || std::same_as<T, FollowUp> || std::same_as<T, Visit> ||
                         std::same_as<T, PlanTick>) {
        return &T::note;
    } else {
        return nullptr;
    }
}

} // namespace

std::optional<Instant> momentOf(const AnyRecord &record)
{
    return std::visit(
        []<typename T>(const T &one) -> std::optional<Instant> {
            if constexpr (std::same_as<T, FollowUp>) {
                return one.answered ? one.answered : one.at;
            } else if constexpr (Dated<T>) {
                return one.at;
            } else {
                return std::nullopt;
            }
        },
        record);
}

AnyRecord movedTo(AnyRecord record, const Instant &at)
{
    std::visit(
        [&at]<typename T>(T &one) {
            if constexpr (std::same_as<T, FollowUp>) {
                (one.answered ? *one.answered : one.at) = at;
            } else if constexpr (Dated<T>) {
                if constexpr (std::same_as<T, Session> || std::same_as<T, Period>) {
                    if (one.ended) {
                        one.ended->utc += at.utc - one.at.utc;
                    }
                }
                one.at = at;
            }
        },
        record);
    return record;
}

std::optional<std::string> wordsOf(const AnyRecord &record)
{
    return std::visit(
        []<typename T>(const T &one) -> std::optional<std::string> {
            constexpr auto member = wordsMember<T>();
            if constexpr (member == nullptr) {
                return std::nullopt;
            } else {
                return one.*member;
            }
        },
        record);
}

AnyRecord withWords(AnyRecord record, std::string words)
{
    std::visit(
        [&words]<typename T>(T &one) {
            constexpr auto member = wordsMember<T>();
            if constexpr (member != nullptr) {
                one.*member = std::move(words);
            }
        },
        record);
    return record;
}

std::optional<PainLevel> levelOf(const AnyRecord &record)
{
    if (const auto *rating = std::get_if<Rating>(&record)) {
        return rating->level;
    }
    const auto *checkIn = std::get_if<CheckIn>(&record);
    return checkIn == nullptr ? std::nullopt : checkIn->wholeBody;
}

AnyRecord withLevel(AnyRecord record, PainLevel level)
{
    if (auto *rating = std::get_if<Rating>(&record)) {
        rating->carriedOver = rating->carriedOver && rating->level == level;
        rating->level = level;
    } else if (auto *checkIn = std::get_if<CheckIn>(&record)) {
        checkIn->wholeBody = level;
    }
    return record;
}

Instant atTimeOfDay(const Instant &at, std::chrono::minutes sinceMidnight)
{
    const auto local = dayOf(at).time_since_epoch() + sinceMidnight;
    return {std::chrono::sys_time<std::chrono::milliseconds>{local - at.offset}, at.offset};
}

} // namespace palpate
