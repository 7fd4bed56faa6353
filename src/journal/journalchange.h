// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <vector>

#include "record/described.h"

namespace palpate {

/// What one verb touched, coarsely: enough to know what to ask again.
struct JournalChange {
    std::vector<RecordRef> records; ///< added, changed, deleted or brought back

    template <Record T> [[nodiscard]] bool touches() const
    {
        return std::ranges::any_of(records, [](const RecordRef &one) { return one.table == Described<T>::table; });
    }

    friend bool operator==(const JournalChange &, const JournalChange &) = default;
};

} // namespace palpate
