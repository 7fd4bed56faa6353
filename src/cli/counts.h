// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace palpate::cli {

/// "trigger_point" as people read it: "trigger point".
[[nodiscard]] inline std::string kindName(std::string_view table)
{
    std::string name{table};
    std::ranges::replace(name, '_', ' ');
    return name;
}

/// "  name            12", the number flush right.
[[nodiscard]] inline std::string countLine(std::string_view table, std::int64_t count)
{
    constexpr std::size_t width = 24;
    const std::string name = kindName(table);
    const std::string number = std::to_string(count);
    const std::size_t taken = name.size() + number.size();
    return "  " + name + std::string(taken < width ? width - taken : 1, ' ') + number;
}

} // namespace palpate::cli
