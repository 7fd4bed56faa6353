// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "journal/database.h"
#include "record/stored.h"

namespace palpate {

/// The one place that knows the columns of the history and of what is forgotten. Everything throws as Database does.
class ChangeHistory {
public:
    /// The database must outlive it.
    explicit ChangeHistory(Database &database) noexcept : m_database{database} {}

    /// In order of change and field.
    [[nodiscard]] std::vector<HistoryLine> of(AnyId row) const;
    [[nodiscard]] std::vector<HistoryLine> all() const;
    void add(const HistoryLine &line);
    /// Removes a row's lines of later changes than this.
    void forgetAfter(AnyId row, std::int64_t changes);

    [[nodiscard]] std::vector<Forgotten> forgotten() const;
    [[nodiscard]] bool isForgotten(AnyId row) const;
    /// Changes nothing where the id is forgotten already.
    void addForgotten(const Forgotten &row);

private:
    Database &m_database;
};

} // namespace palpate
