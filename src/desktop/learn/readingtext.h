// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <variant>
#include <vector>

#include <QString>
#include <QUrl>

#include "desktop/theme/tokens.h"
#include "referral/knowledgebase.h"
#include "referral/library.h"

namespace palpate::desktop {

/// What can be opened on the page: an article, a muscle, a zone of the skin.
using ReadingTarget = std::variant<ArticleId, MuscleId, ZoneId>;

/// "muscle:infraspinatus", as links in texts have it.
[[nodiscard]] QUrl urlOf(const ReadingTarget &target);
/// Nothing for an address of another kind.
[[nodiscard]] std::optional<ReadingTarget> targetOf(const QUrl &url);

/// Puts what there is to read into the HTML that QTextDocument knows. What the data say is escaped; nothing in it
/// leads outside the program.
class ReadingText {
public:
    /// Both must outlive it.
    ReadingText(const KnowledgeBase &knowledge, const Library &library) : m_knowledge{knowledge}, m_library{library} {}

    /// On paper sizes are in points: pixels would be those of the printer.
    enum class Medium { screen, paper };
    /// Colours and sizes of the elements below.
    [[nodiscard]] static QString styleSheet(Theme theme, Medium medium = Medium::screen);

    /// `pictures`: names of images that the document has.
    [[nodiscard]] QString muscle(const MusclePattern &pattern, const std::vector<QString> &pictures) const;
    [[nodiscard]] QString article(const Article &article) const;
    /// The muscles that send pain to a place.
    [[nodiscard]] QString zone(const Zone &zone) const;

private:
    class Sources;

    [[nodiscard]] QString leafletParts(const Leaflet &leaflet, Sources &sources) const;
    [[nodiscard]] QString reference(const Leaflet &leaflet, LeafletPart part, Sources &sources) const;
    [[nodiscard]] QString steps(const Leaflet &leaflet, Sources &sources) const;
    [[nodiscard]] QString sharedTexts(const Leaflet &leaflet, Sources &sources) const;
    [[nodiscard]] QString zonesOf(const MusclePattern &pattern) const;
    [[nodiscard]] QString readAlso(std::span<const ArticleId> articles, std::span<const MuscleId> muscles) const;

    const KnowledgeBase &m_knowledge;
    const Library &m_library;
};

} // namespace palpate::desktop
