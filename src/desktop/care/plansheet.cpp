// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/plansheet.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLocale>
#include <QPrinter>
#include <QTextDocument>
#include <QUrl>

#include "desktop/bodymap/patternpreview.h"
#include "desktop/care/carewords.h"
#include "desktop/datewords.h"
#include "desktop/page/bestviews.h"
#include "desktop/phrases.h"

namespace palpate::desktop {

namespace {

constexpr int pictureWidth = 90;
constexpr int pointsOnPaper = 11;

QString tr(const char *words) { return QCoreApplication::translate("PlanSheet", words); }

/// The muscle where it shows best; null for what is in words alone.
QImage pictureOf(MapScene &scene, const KnowledgeBase &knowledge, const PlanItem &item)
{
    const MusclePattern *pattern = item.muscle ? knowledge.pattern(*item.muscle) : nullptr;
    if (pattern == nullptr) {
        return {};
    }
    const anatomy::RegionNumber region = scene.atlas().regionOf(*item.muscle, item.side).value_or(0);
    const std::vector<ReferredZone> zones = referralOf(*pattern, item.side).zones;
    // Where to work matters more than where it may be felt.
    std::vector<const anatomy::ViewInfo *> views;
    if (region != 0) {
        views.push_back(scene.bestView(region));
    }
    std::ranges::copy(bestViews(scene, knowledge, region, zones), std::back_inserter(views));
    for (const anatomy::ViewInfo *view : views) {
        if (view == nullptr) {
            continue;
        }
        PatternPreview preview{scene, *view, region, zones, Theme::light};
        if (!preview.isEmpty()) {
            return preview.grab().toImage();
        }
    }
    return {};
}

} // namespace

void printPlan(QPrinter &printer, const QFont &font, MapScene &scene, const KnowledgeBase &knowledge, const Plan &plan,
               const std::vector<PlanItem> &items)
{
    QTextDocument paper;
    QFont onPaper = font;
    onPaper.setPointSize(pointsOnPaper); // what is given in pixels would be those of the printer
    paper.setDefaultFont(onPaper);
    paper.setDefaultStyleSheet(
        QStringLiteral("h1 { font-size: 18pt; } td, th { padding: 6px; } .quiet { font-size: 9pt; }"));
    const QString title = plan.title.empty() ? tr("Plan of home care") : phrases::text(plan.title);
    QString goals;
    for (const PlanGoal &goal : plan.goals) {
        const QString words = phrases::text(goal.words);
        goals += QStringLiteral("<p>%1 %2</p>")
                     .arg(goal.reached ? QStringLiteral("☑") : QStringLiteral("☐"),
                          (goal.by ? tr("%1, by %2")
                                         .arg(words, QLocale{}.toString(datewords::date(*goal.by), QLocale::LongFormat))
                                   : words)
                              .toHtmlEscaped());
    }
    QString html =
        QStringLiteral("<h1>%1</h1>%4<p class='quiet'>%2</p><table border='1' cellspacing='0' width='100%'><tr>"
                       "<th></th><th align='left'>%3</th>")
            .arg(title.toHtmlEscaped(),
                 tr("From %1. Stop at sharp, electric or numb feeling, or when pain climbs above what you can "
                    "easily bear. A sore point wants rest.")
                     .arg(QLocale{}.toString(datewords::date(plan.from), QLocale::LongFormat))
                     .toHtmlEscaped(),
                 tr("What").toHtmlEscaped(), goals);
    for (int day = 1; day <= 7; ++day) {
        html += QStringLiteral("<th>%1</th>").arg(QLocale{}.dayName(day, QLocale::ShortFormat).toHtmlEscaped());
    }
    html += QStringLiteral("</tr>");
    int number = 0;
    for (const PlanItem &item : items) {
        const QImage picture = pictureOf(scene, knowledge, item);
        QString cell;
        if (!picture.isNull()) {
            const QString name = QStringLiteral("picture:%1").arg(number++);
            paper.addResource(QTextDocument::ImageResource, QUrl{name}, picture);
            cell = QStringLiteral("<img src='%1' width='%2'>").arg(name).arg(pictureWidth);
        }
        QString rhythm = carewords::rhythm(item);
        if (!item.stopRule.empty()) {
            rhythm += tr("; stop when %1").arg(phrases::text(item.stopRule));
        }
        html += QStringLiteral("<tr><td>%1</td><td>%2<br><span class='quiet'>%3</span></td>")
                    .arg(cell, carewords::planItem(scene.atlas(), item).toHtmlEscaped(), rhythm.toHtmlEscaped());
        for (const auto &[day, key] : Keys<Weekday>::all) {
            const bool asked = item.days.empty() || item.days.has(day);
            html += QStringLiteral("<td align='center'>%1</td>").arg(asked ? QStringLiteral("☐") : QString{});
        }
        html += QStringLiteral("</tr>");
    }
    paper.setHtml(html + QStringLiteral("</table>"));
    paper.print(&printer);
}

} // namespace palpate::desktop
