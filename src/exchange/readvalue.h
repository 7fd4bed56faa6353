// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/flags.h"
#include "core/id.h"
#include "core/isotime.h"
#include "core/painlevel.h"
#include "core/pointmm.h"
#include "exchange/jsonvalue.h"
#include "record/fields.h"
#include "record/stroke.h"

// The way back from exchange/writejson.h: each type of value from JSON, and records put together of them.
namespace palpate {

/// Where in a file a value stands. Made on the way down at no cost; written out only when something is refused.
class JsonPlace {
public:
    explicit JsonPlace(std::string_view pointer) : m_name{pointer} {}
    JsonPlace(const JsonPlace &parent, std::string_view key) : m_parent{&parent}, m_name{key} {}
    JsonPlace(const JsonPlace &parent, std::size_t index) : m_parent{&parent}, m_index{index} {}

    [[nodiscard]] std::string pointer() const;
    /// Throws ImportError wrongValue: "At PLACE of the file REASON; …".
    [[noreturn]] void refuse(const std::string &reason) const;
    /// The same: "there has to be WHAT".
    [[noreturn]] void expected(const char *what) const;

private:
    const JsonPlace *m_parent = nullptr;
    std::string_view m_name;
    std::size_t m_index = 0;
};

/// The members of an object, each asked for once by name; done() refuses those that nobody asked for.
class JsonMembers {
public:
    JsonMembers(const JsonValue &value, const JsonPlace &place);

    /// Throws ImportError where there is none.
    [[nodiscard]] const JsonValue &get(std::string_view key);
    /// Null where there is none.
    [[nodiscard]] const JsonValue *find(std::string_view key);
    void done() const;
    [[nodiscard]] const JsonPlace &place() const noexcept { return m_place; }

private:
    const JsonValue::Object &m_object;
    const JsonPlace &m_place;
    std::vector<bool> m_asked;
    std::size_t m_next = 0; ///< our own exports have the keys in the order in which they are asked for
};

/// Specialised for each type of value; read() throws ImportError.
template <typename Value> struct FromJson;

namespace detail {
[[nodiscard]] const std::string &textIn(const JsonValue &value, const JsonPlace &place, const char *what);
[[nodiscard]] const JsonValue::Array &listIn(const JsonValue &value, const JsonPlace &place);
[[nodiscard]] std::int64_t wholeIn(const JsonValue &value, const JsonPlace &place, std::int64_t low, std::int64_t high,
                                   const char *what);
} // namespace detail

template <> struct FromJson<bool> {
    static bool read(const JsonValue &value, const JsonPlace &place);
};
template <> struct FromJson<int> {
    static int read(const JsonValue &value, const JsonPlace &place);
};
template <> struct FromJson<double> {
    static double read(const JsonValue &value, const JsonPlace &place);
};
template <> struct FromJson<std::string> {
    static std::string read(const JsonValue &value, const JsonPlace &place);
};
template <> struct FromJson<PainLevel> {
    static PainLevel read(const JsonValue &value, const JsonPlace &place);
};
template <> struct FromJson<Instant> {
    static Instant read(const JsonValue &value, const JsonPlace &place);
};
template <> struct FromJson<LocalDay> {
    static LocalDay read(const JsonValue &value, const JsonPlace &place);
};
template <> struct FromJson<PointMm> {
    static PointMm read(const JsonValue &value, const JsonPlace &place);
};
template <> struct FromJson<StrokePath> {
    static StrokePath read(const JsonValue &value, const JsonPlace &place);
};

template <Keyed Enum> struct FromJson<Enum> {
    static Enum read(const JsonValue &value, const JsonPlace &place)
    {
        const auto one = fromKey<Enum>(detail::textIn(value, place, "a word"));
        if (!one) {
            place.refuse("stands a word that Palpate does not know there");
        }
        return *one;
    }
};

template <Keyed Enum> struct FromJson<Flags<Enum>> {
    static Flags<Enum> read(const JsonValue &value, const JsonPlace &place)
    {
        Flags<Enum> flags;
        std::size_t index = 0;
        for (const JsonValue &word : detail::listIn(value, place)) {
            const JsonPlace here{place, index++};
            const Enum one = FromJson<Enum>::read(word, here);
            if (flags.has(one)) {
                here.refuse("stands a word for the second time");
            }
            flags.set(one);
        }
        return flags;
    }
};

template <typename Tag> struct FromJson<RowId<Tag>> {
    static RowId<Tag> read(const JsonValue &value, const JsonPlace &place)
    {
        const auto id = RowId<Tag>::parse(detail::textIn(value, place, "an id (UUID)"));
        if (!id) {
            place.expected("an id (UUID)");
        }
        return *id;
    }
};

template <typename Tag> struct FromJson<NameId<Tag>> {
    static NameId<Tag> read(const JsonValue &value, const JsonPlace &place)
    {
        constexpr const char *what = "a name of lower-case letters, digits and hyphens";
        auto name = NameId<Tag>::parse(detail::textIn(value, place, what));
        if (!name) {
            place.expected(what);
        }
        return *std::move(name);
    }
};

template <typename Value> struct FromJson<std::optional<Value>> {
    static std::optional<Value> read(const JsonValue &value, const JsonPlace &place)
    {
        if (std::holds_alternative<std::nullptr_t>(value.value)) {
            return std::nullopt;
        }
        return FromJson<Value>::read(value, place);
    }
};

/// Reads the member of that name.
template <typename Value> [[nodiscard]] Value readMember(JsonMembers &members, std::string_view name)
{
    const JsonPlace here{members.place(), name};
    return FromJson<Value>::read(members.get(name), here);
}

/// Whether an older export lacks what came later.
[[nodiscard]] inline bool isLeftOut(JsonMembers &members, const auto &described)
{
    return described.since > 1 && members.find(described.name) == nullptr;
}

/// Reads the fields of a record or part. Members stand in the order of their description.
template <typename T> [[nodiscard]] T readFields(JsonMembers &members)
{
    const auto next = [&members]<typename Value>(const Field<T, Value> &field) {
        if constexpr (std::default_initializable<Value>) {
            if (isLeftOut(members, field)) {
                return Value{};
            }
        }
        return readMember<Value>(members, field.name);
    };
    // Braces: the fields are read from left to right.
    return std::apply([&next](const auto &...field) { return T{next(field)...}; }, Described<T>::fields);
}

/// Reads fields and parts.
template <Record T> [[nodiscard]] T readRecord(JsonMembers &members)
{
    T record = readFields<T>(members);
    forEachParts<T>([&]<typename Part>(const Parts<T, Part> &parts) {
        if (isLeftOut(members, parts)) {
            return;
        }
        const JsonPlace list{members.place(), parts.name};
        std::size_t index = 0;
        for (const JsonValue &value : detail::listIn(members.get(parts.name), list)) {
            const JsonPlace here{list, index++};
            JsonMembers inner{value, here};
            (record.*(parts.member)).push_back(readFields<Part>(inner));
            inner.done();
        }
    });
    return record;
}

} // namespace palpate
