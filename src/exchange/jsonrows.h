// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "exchange/jsonvalue.h"

namespace palpate {

/// Takes the rows of an export one after the other, so that the whole never stands in memory as JSON.
class JsonRowSink {
public:
    JsonRowSink() = default;
    JsonRowSink(const JsonRowSink &) = delete;
    JsonRowSink &operator=(const JsonRowSink &) = delete;
    JsonRowSink(JsonRowSink &&) = delete;
    JsonRowSink &operator=(JsonRowSink &&) = delete;
    virtual ~JsonRowSink() = default;

    /// `list` is a table's name, "history" or "forgotten"; `place` the JSON pointer of the row.
    virtual void take(std::string_view list, const std::string &place, JsonValue row) = 0;
};

/// Reads the frame of an export: format, version, and lists of rows within the limits of journaljson.h.
/// Throws ImportError for everything else, and lets through what the sink throws.
void readJsonRows(std::string_view text, JsonRowSink &sink);

/// A word of a foreign file as it can be shown: short, and without what could steer a terminal.
[[nodiscard]] std::string shown(std::string_view foreign);

} // namespace palpate
