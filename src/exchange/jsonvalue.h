// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace palpate {

struct JsonMember;

/// A value of a JSON text. Whole numbers beyond 64 bits are kept as double; no number is infinite.
struct JsonValue {
    using Array = std::vector<JsonValue>;
    using Object = std::vector<JsonMember>; ///< in the order of the text, each key once

    std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object> value;
};

struct JsonMember {
    std::string key;
    JsonValue value;
};

} // namespace palpate
