// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace palpate {

/// A name from the knowledge base or the atlas ("infraspinatus"), typed by what it names.
/// Never empty; only lower-case letters, digits and hyphens.
template <typename Tag> class NameId {
public:
    /// Throws std::invalid_argument when the text is no such name: for names that the program itself writes.
    explicit NameId(std::string_view text) : m_text{text}
    {
        if (!isName(text)) {
            throw std::invalid_argument{"not a name id: " + m_text};
        }
    }

    /// For names read from files and from users.
    [[nodiscard]] static std::optional<NameId> parse(std::string_view text)
    {
        return isName(text) ? std::optional{NameId{text}} : std::nullopt;
    }

    [[nodiscard]] const std::string &text() const noexcept { return m_text; }

    friend auto operator<=>(const NameId &, const NameId &) = default;
    friend bool operator==(const NameId &, const NameId &) = default;

private:
    [[nodiscard]] static bool isName(std::string_view text) noexcept
    {
        constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789-";
        return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
    }

    std::string m_text;
};

using MuscleId = NameId<struct MuscleTag>;
using ZoneId = NameId<struct ZoneTag>;

/// The 16 bytes of a UUID (version 7 where we make it), typed by the kind of row it names.
template <typename Tag> class RowId {
public:
    using Bytes = std::array<std::uint8_t, 16>;

    explicit constexpr RowId(const Bytes &bytes) noexcept : m_bytes{bytes} {}

    /// Reads the 36-character form, in either case.
    [[nodiscard]] static std::optional<RowId> parse(std::string_view text) noexcept;

    /// The 36-character form in lower case.
    [[nodiscard]] std::string text() const;

    [[nodiscard]] constexpr const Bytes &bytes() const noexcept { return m_bytes; }

    friend constexpr auto operator<=>(const RowId &, const RowId &) noexcept = default;

private:
    Bytes m_bytes;
};

namespace detail {
[[nodiscard]] std::optional<std::array<std::uint8_t, 16>> parseUuid(std::string_view text) noexcept;
[[nodiscard]] std::string formatUuid(const std::array<std::uint8_t, 16> &bytes);
} // namespace detail

template <typename Tag> std::optional<RowId<Tag>> RowId<Tag>::parse(std::string_view text) noexcept
{
    const auto bytes = detail::parseUuid(text);
    return bytes ? std::optional{RowId{*bytes}} : std::nullopt;
}

template <typename Tag> std::string RowId<Tag>::text() const { return detail::formatUuid(m_bytes); }

using PointId = RowId<struct PointTag>;
using RatingId = RowId<struct RatingTag>;

/// Any row, where it does not matter of what kind.
using AnyId = RowId<struct AnyTag>;
/// The installation that wrote a row.
using DeviceId = RowId<struct DeviceTag>;

} // namespace palpate

template <typename Tag> struct std::hash<palpate::NameId<Tag>> {
    std::size_t operator()(const palpate::NameId<Tag> &id) const noexcept
    {
        return std::hash<std::string>{}(id.text());
    }
};
