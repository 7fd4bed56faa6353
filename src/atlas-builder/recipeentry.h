// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/pointmm.h"

namespace palpate::atlas {

/// Reads typed values out of one JSON object and says where it stands when something is wrong: every function throws
/// DataFileError with file, place and reason. The object must outlive the entry.
class RecipeEntry {
public:
    RecipeEntry(std::string file, std::string place, const nlohmann::json &object);

    [[noreturn]] void fail(const std::string &reason) const;

    [[nodiscard]] bool has(const char *key) const;
    /// What stands under the key, whatever it is.
    [[nodiscard]] const nlohmann::json &value(const char *key) const;
    [[nodiscard]] std::string text(const char *key) const;
    [[nodiscard]] std::string textOr(const char *key, const std::string &otherwise) const;
    /// False when the key is missing.
    [[nodiscard]] bool flag(const char *key) const;
    [[nodiscard]] std::optional<double> numberIf(const char *key) const;
    [[nodiscard]] const nlohmann::json &list(const char *key) const;
    [[nodiscard]] std::vector<std::string> texts(const char *key) const;
    /// Three numbers, in millimetres.
    [[nodiscard]] PointMm point(const nlohmann::json &numbers) const;

    [[nodiscard]] const std::string &file() const { return m_file; }
    [[nodiscard]] const std::string &place() const { return m_place; }

private:
    std::string m_file;
    std::string m_place;
    const nlohmann::json &m_object;
};

/// The value, or the error that `reason` says.
template <typename Value>
[[nodiscard]] Value orFail(const RecipeEntry &entry, std::optional<Value> value, const std::string &reason)
{
    if (!value) {
        entry.fail(reason);
    }
    return *std::move(value);
}

} // namespace palpate::atlas
