// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/learn/readingtext.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>

#include "desktop/phrases.h"
#include "referral/referral.h"

namespace palpate::desktop {

namespace {

/// A little smaller than on the screen, as print is read from nearer.
constexpr double pointsPerPixel = 0.68;

QString tr(const char *words) { return QCoreApplication::translate("Reading", words); }

QString escaped(const std::string &text) { return phrases::text(text).toHtmlEscaped(); }

QString heading(const QString &words) { return QStringLiteral("<h2>%1</h2>").arg(words.toHtmlEscaped()); }

QString paragraph(const QString &html) { return QStringLiteral("<p>%1</p>").arg(html); }

QString link(const ReadingTarget &target, const QString &words)
{
    return QStringLiteral("<a href=\"%1\">%2</a>").arg(urlOf(target).toString(), words.toHtmlEscaped());
}

QString list(const QStringList &items, const QString &kind)
{
    return QStringLiteral("<%1><li>%2</li></%1>").arg(kind, items.join(QStringLiteral("</li><li>")));
}

QString secondReading(const std::optional<SecondReading> &reading)
{
    return reading
               ? QStringLiteral("<p class=\"quiet\">%1</p>")
                     .arg(tr("Looked over a second time on %1: %2").arg(escaped(reading->date), escaped(reading->what)))
               : QString{};
}

template <typename Id> std::optional<ReadingTarget> parsed(const QString &path)
{
    auto id = Id::parse(path.toStdString());
    return id ? std::optional<ReadingTarget>{*std::move(id)} : std::nullopt;
}

} // namespace

QUrl urlOf(const ReadingTarget &target)
{
    constexpr std::array schemes{"article", "muscle", "zone"};
    const std::string id = std::visit([](const auto &one) { return std::string{one.text()}; }, target);
    QUrl url;
    url.setScheme(QString::fromLatin1(schemes.at(target.index())));
    url.setPath(phrases::text(id));
    return url;
}

std::optional<ReadingTarget> targetOf(const QUrl &url)
{
    if (url.scheme() == QStringLiteral("article")) {
        return parsed<ArticleId>(url.path());
    }
    if (url.scheme() == QStringLiteral("muscle")) {
        return parsed<MuscleId>(url.path());
    }
    if (url.scheme() == QStringLiteral("zone")) {
        return parsed<ZoneId>(url.path());
    }
    return std::nullopt;
}

/// Numbers sources in the order in which they are first named.
class ReadingText::Sources {
public:
    /// "[1, 3]", small.
    QString mark(std::span<const Citation> citations)
    {
        QStringList numbers;
        for (const Citation &citation : citations) {
            numbers << QString::number(numberOf(citation));
        }
        return numbers.isEmpty()
                   ? QString{}
                   : QStringLiteral(" <span class=\"mark\">[%1]</span>").arg(numbers.join(QStringLiteral(",&nbsp;")));
    }

    [[nodiscard]] QString listed(const KnowledgeBase &knowledge) const
    {
        QStringList items;
        for (const Citation &citation : m_citations) {
            const Source *source = knowledge.source(citation.ref);
            items << tr("%1 (%2)").arg(source == nullptr ? escaped(citation.ref.text()) : escaped(source->reference),
                                       phrases::grade(citation.grade).toHtmlEscaped());
        }
        return items.isEmpty()
                   ? QString{}
                   : heading(tr("What this rests on")) +
                         QStringLiteral("<div class=\"quiet\">%1</div>").arg(list(items, QStringLiteral("ol")));
    }

private:
    qsizetype numberOf(const Citation &citation)
    {
        const auto known = std::ranges::find_if(
            m_citations, [&](const Citation &one) { return one.ref == citation.ref && one.grade == citation.grade; });
        if (known != m_citations.end()) {
            return known - m_citations.begin() + 1;
        }
        m_citations.push_back(citation);
        return std::ssize(m_citations);
    }

    std::vector<Citation> m_citations;
};

QString ReadingText::styleSheet(Theme theme, Medium medium)
{
    const auto size = [medium](int pixels) {
        return medium == Medium::screen ? QStringLiteral("%1px").arg(pixels)
                                        : QStringLiteral("%1pt").arg(qRound(pixels * pointsPerPixel));
    };
    const InterfaceTokens &t = tokensFor(theme).interface;
    return QStringLiteral("body { color: %1; font-size: %4; }"
                          "h1 { font-size: %5; font-weight: 600; margin-top: 0; margin-bottom: 4px; }"
                          "h2 { font-size: %6; font-weight: 600; margin-top: 24px; margin-bottom: 4px; }"
                          "p { margin-top: 0; margin-bottom: 10px; }"
                          "li { margin-bottom: 6px; }"
                          "a { color: %2; }"
                          ".lead { color: %3; }"
                          ".quiet { color: %3; font-size: %7; }"
                          ".mark { color: %3; font-size: %7; }"
                          ".alert { color: %8; font-weight: 600; }")
        .arg(t.text.name(), t.accent.name(), t.text2.name())
        .arg(size(type::lead), size(type::page), size(type::section), size(type::caption), t.danger.name());
}

QString ReadingText::muscle(const MusclePattern &pattern, const std::vector<QString> &pictures) const
{
    const Leaflet *leaflet = m_library.leaflet(pattern.id);
    QString html = QStringLiteral("<h1>%1</h1><p class=\"lead\"><i>%2</i></p>")
                       .arg(escaped(pattern.names.common), escaped(pattern.names.latin));
    if (!pattern.warning.empty()) {
        html += QStringLiteral("<p class=\"alert\">%1</p>").arg(escaped(pattern.warning));
    }
    QString row;
    for (const QString &name : pictures) {
        row += QStringLiteral("<img src=\"%1\"> ").arg(name);
    }
    html += row.isEmpty() ? QString{} : paragraph(row);
    Sources sources;
    html += paragraph(escaped(pattern.action));
    if (leaflet != nullptr) {
        html += leafletParts(*leaflet, sources);
    } else {
        html += heading(tr("What it feels like")) + paragraph(escaped(pattern.explanation));
        html += paragraph(tr("The leaflet of this muscle is not written yet."));
    }
    html += zonesOf(pattern);
    if (leaflet != nullptr) {
        html += sharedTexts(*leaflet, sources);
    }
    std::vector<ArticleId> articles{ArticleId{"when-to-see-a-doctor"}, ArticleId{"what-is-known"}};
    const auto does = [&pattern](CareTechnique technique) {
        return std::ranges::find(pattern.selfCare.techniques, technique) != pattern.selfCare.techniques.end();
    };
    for (const auto &[technique, article] :
         {std::pair{CareTechnique::pressureSteady, "manual-pressure"},
          std::pair{CareTechnique::contractRelax, "contract-relax"}, std::pair{CareTechnique::stretch, "stretching"},
          std::pair{CareTechnique::heat, "heat-and-cold"}}) {
        if (does(technique)) {
            articles.emplace_back(article);
        }
    }
    html += readAlso(articles, {});
    (void)sources.mark(pattern.sources);
    html += sources.listed(m_knowledge);
    return html + (leaflet == nullptr ? QString{} : secondReading(leaflet->secondReading));
}

QString ReadingText::reference(const Leaflet &leaflet, LeafletPart part, Sources &sources) const
{
    std::vector<Citation> citations;
    for (const LeafletSource &source : leaflet.sources) {
        if (source.parts.has(part)) {
            citations.push_back(source.citation);
        }
    }
    return sources.mark(citations);
}

QString ReadingText::leafletParts(const Leaflet &leaflet, Sources &sources) const
{
    // One after the other: sources are numbered as they come.
    QString html;
    const auto add = [&](const QString &title, const std::string &text, LeafletPart which) {
        html += heading(title) + paragraph(escaped(text) + reference(leaflet, which, sources));
    };
    add(tr("What it feels like"), leaflet.feels, LeafletPart::feels);
    add(tr("What it is mistaken for"), leaflet.mistaken, LeafletPart::mistaken);
    add(tr("How to find it"), leaflet.find, LeafletPart::find);
    add(tr("What keeps it going"), leaflet.keeps, LeafletPart::keeps);
    html += steps(leaflet, sources);
    add(tr("In daily life"), leaflet.daily, LeafletPart::daily);
    add(tr("Take care"), leaflet.cautions, LeafletPart::cautions);
    return html;
}

QString ReadingText::steps(const Leaflet &leaflet, Sources &sources) const
{
    QStringList items;
    for (const LeafletStep &step : leaflet.steps) {
        items << escaped(step.text);
    }
    return heading(tr("What you can do")) + list(items, QStringLiteral("ol")) +
           QStringLiteral("<p class=\"quiet\">%1%2</p>")
               .arg(tr("Times and numbers are those of the evidence table."),
                    reference(leaflet, LeafletPart::steps, sources));
}

QString ReadingText::sharedTexts(const Leaflet &leaflet, Sources &sources) const
{
    QString html;
    for (const SharedTextId &id : leaflet.shared) {
        if (const SharedText *text = m_library.sharedText(id)) {
            html += QStringLiteral("<p><b>%1.</b> %2%3</p>")
                        .arg(escaped(text->name), escaped(text->text), sources.mark(text->sources));
        }
    }
    return html.isEmpty() ? html : heading(tr("Good to know")) + html;
}

QString ReadingText::zonesOf(const MusclePattern &pattern) const
{
    // Both sides have the same names here; one is told.
    const Referral referral = referralOf(pattern, Side::right);
    const auto places = [&](HitKind kind) {
        QStringList names;
        for (const ReferredZone &hit : referral.zones) {
            const Zone *zone = m_knowledge.zone(hit.zone);
            const QString name =
                zone == nullptr || hit.kind != kind ? QString{} : link(hit.zone, phrases::text(zone->description));
            if (!name.isEmpty() && !names.contains(name)) {
                names << name;
            }
        }
        return names.join(QStringLiteral(" · "));
    };
    QString html;
    if (const QString names = places(HitKind::essential); !names.isEmpty()) {
        html += paragraph(tr("Most people: %1").arg(names));
    }
    if (const QString names = places(HitKind::spillover); !names.isEmpty()) {
        html += paragraph(tr("Some people: %1").arg(names));
    }
    return html.isEmpty() ? html : heading(tr("Where it may send pain")) + html;
}

QString ReadingText::readAlso(std::span<const ArticleId> articles, std::span<const MuscleId> muscles) const
{
    QStringList links;
    for (const ArticleId &id : articles) {
        if (const Article *article = m_library.article(id)) {
            links << link(id, phrases::text(article->title));
        }
    }
    for (const MuscleId &id : muscles) {
        if (const MusclePattern *pattern = m_knowledge.pattern(id)) {
            links << link(id, phrases::text(pattern->names.common));
        }
    }
    return links.isEmpty() ? QString{} : heading(tr("Read also")) + list(links, QStringLiteral("ul"));
}

QString ReadingText::article(const Article &article) const
{
    Sources sources;
    QString html =
        QStringLiteral("<h1>%1</h1><p class=\"lead\">%2</p>").arg(escaped(article.title), escaped(article.summary));
    for (const ArticleSection &section : article.sections) {
        html += heading(phrases::text(section.heading));
        for (const ArticleParagraph &one : section.paragraphs) {
            html += paragraph(escaped(one.text) + sources.mark(one.sources));
            QStringList items;
            for (const std::string &item : one.items) {
                items << escaped(item);
            }
            html += items.isEmpty() ? QString{} : list(items, QStringLiteral("ul"));
        }
    }
    html += readAlso(article.related, article.muscles);
    return html + sources.listed(m_knowledge) + secondReading(article.secondReading);
}

QString ReadingText::zone(const Zone &zone) const
{
    QString html = QStringLiteral("<h1>%1</h1><p class=\"lead\">%2</p>")
                       .arg(phrases::capitalised(phrases::text(zone.description)).toHtmlEscaped(),
                            tr("Muscles that may send pain to this place.").toHtmlEscaped());
    const auto muscles = [&](HitKind kind) {
        QStringList links;
        for (const MusclePattern &pattern : m_knowledge.patterns()) {
            const Referral referral = referralOf(pattern, Side::right);
            if (std::ranges::any_of(referral.zones,
                                    [&](const ReferredZone &hit) { return hit.zone == zone.id && hit.kind == kind; })) {
                links << link(pattern.id, phrases::text(pattern.names.common));
            }
        }
        return links;
    };
    for (const auto &[kind, title] : {std::pair{HitKind::essential, tr("Most people with a point there feel it here")},
                                      std::pair{HitKind::spillover, tr("Some do")}}) {
        if (const QStringList links = muscles(kind); !links.isEmpty()) {
            html += heading(title) + list(links, QStringLiteral("ul"));
        }
    }
    return html + readAlso(std::array{ArticleId{"when-to-see-a-doctor"}, ArticleId{"what-is-a-trigger-point"}}, {});
}

} // namespace palpate::desktop
