// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/id.h"

namespace palpate {

using SourceId = NameId<struct SourceTag>;

/// How well a statement is founded: charts and manuals handed down, a series of patients, a study, a review of
/// studies.
enum class EvidenceGrade : std::uint8_t { tradition, series, study, review };

inline constexpr std::array allEvidenceGrades{EvidenceGrade::tradition, EvidenceGrade::series, EvidenceGrade::study,
                                              EvidenceGrade::review};

/// The stable word used in files: "tradition", "series", "study", "review".
[[nodiscard]] constexpr std::string_view toKey(EvidenceGrade grade) noexcept
{
    switch (grade) {
    case EvidenceGrade::tradition:
        return "tradition";
    case EvidenceGrade::series:
        return "series";
    case EvidenceGrade::study:
        return "study";
    case EvidenceGrade::review:
        break;
    }
    return "review";
}

/// One entry of the bibliography.
struct Source {
    SourceId id;
    /// As printed in a reading list: authors, title, where and when.
    std::string reference;
    /// Without the resolver's address: "10.1093/pm/pnx207".
    std::optional<std::string> doi;
    /// The number in PubMed.
    std::optional<std::string> pmid;
};

/// What a statement rests on.
struct Citation {
    SourceId ref;
    EvidenceGrade grade;
};

} // namespace palpate
