// SPDX-License-Identifier: GPL-3.0-or-later
// The folded sections of the muscle page: what one looks up.
#include <QCoreApplication>
#include <QLabel>

#include "desktop/page/musclesections.h"
#include "desktop/page/sectionbox.h"
#include "desktop/phrases.h"

namespace palpate::desktop {

namespace {

QString tr(const char *words) { return QCoreApplication::translate("MusclePage", words); }

QString listed(const std::vector<std::string> &words)
{
    QStringList list;
    for (const std::string &word : words) {
        list << phrases::text(word);
    }
    return list.join(QStringLiteral(" · "));
}

void addList(SectionBox &box, const QString &heading, const std::vector<std::string> &list)
{
    if (list.empty()) {
        return;
    }
    box.addStrong(heading);
    for (const std::string &item : list) {
        box.addItem(QStringLiteral("•"), phrases::capitalised(phrases::text(item)));
    }
}

SectionBox *makeKeepsItGoing(const MusclePage &page)
{
    auto *box = new SectionBox;
    std::vector<std::string> provokes;
    for (const ActivityId &id : page.pattern.provokes) {
        if (const Activity *activity = page.knowledge.activity(id)) {
            provokes.push_back(activity->words);
        }
    }
    std::vector<std::string> limits;
    for (const MovementId &id : page.pattern.limits) {
        if (const Movement *movement = page.knowledge.movement(id)) {
            limits.push_back(movement->words);
        }
    }
    addList(*box, tr("Can bring it on or keep it"), provokes);
    addList(*box, tr("Can hurt or fall short"), limits);
    return box;
}

SectionBox *makeSites(const MusclePage &page)
{
    auto *box = new SectionBox;
    for (const SitePattern &site : page.pattern.triggerPoints) {
        const bool other = (site.sides == SiteSides::right && page.subject.side == Side::left) ||
                           (site.sides == SiteSides::left && page.subject.side == Side::right);
        if (other) {
            continue;
        }
        QString where = phrases::capitalised(phrases::text(site.site));
        if (site.sides != SiteSides::both) {
            where = site.sides == SiteSides::right ? tr("%1. Described on the right only.").arg(where)
                                                   : tr("%1. Described on the left only.").arg(where);
        }
        box->addRunIn(phrases::capitalised(phrases::text(site.name)), where);
        if (!site.otherEffects.empty()) {
            box->addQuiet(tr("Besides pain, some describe: %1").arg(listed(site.otherEffects)));
        }
    }
    if (!box->isEmpty()) {
        box->addQuiet(tr("These are typical places. Your own may lie beside them."));
    }
    return box;
}

SectionBox *makeAnatomy(const MusclePage &page)
{
    auto *box = new SectionBox;
    const MusclePattern &pattern = page.pattern;
    box->addRunIn(tr("How deep it lies"), phrases::layer(pattern.layer));
    if (const QString part = phrases::bodyPart(pattern.region); !part.isEmpty()) {
        box->addRunIn(tr("Part of the body"), part);
    }
    if (!pattern.names.people.empty()) {
        box->addRunIn(tr("People also say"), phrases::capitalised(listed(pattern.names.people)));
    }
    std::vector<std::string> mates;
    for (const MusclePattern &other : page.knowledge.patterns()) {
        if (other.referralGroup == pattern.referralGroup && other.id != pattern.id) {
            mates.push_back(other.names.common);
        }
    }
    if (!mates.empty()) {
        box->addRunIn(tr("Shares its pattern with"), listed(mates));
    }
    if (pattern.fma) {
        box->addRunIn(tr("In the Foundational Model of Anatomy"), phrases::text(*pattern.fma));
    }
    return box;
}

SectionBox *makeRestsOn(const MusclePage &page)
{
    auto *box = new SectionBox;
    for (const Citation &citation : page.pattern.sources) {
        if (const Source *source = page.knowledge.source(citation.ref)) {
            box->addText(tr("%1 (%2)").arg(phrases::text(source->reference), phrases::grade(citation.grade)));
        }
    }
    if (page.pattern.kind != PatternKind::none) {
        box->addText(tr("People feel these patterns; why they do is not settled."));
    }
    if (const auto &look = page.pattern.secondLook) {
        box->addText(phrases::agreement(look->agreement));
        if (!look->settled.empty()) {
            box->addQuiet(phrases::text(look->settled));
        }
    }
    return box;
}

} // namespace

std::vector<QWidget *> makeFolded(const MusclePage &page)
{
    const bool pressed = page.pattern.selfCare.pressure != PressureGrade::never;
    struct Section {
        const char *name;
        QString title;
        SectionBox *box;
    };
    std::vector<QWidget *> folds;
    for (const auto &[name, title, box] :
         {Section{"foldKeepsItGoing", tr("What keeps it going"), makeKeepsItGoing(page)},
          Section{"foldHowToFind", pressed ? tr("How to find it") : tr("Where its points lie"), makeSites(page)},
          Section{"foldAnatomy", tr("Anatomy"), makeAnatomy(page)},
          Section{"foldRestsOn", tr("What this rests on"), makeRestsOn(page)}}) {
        if (box->isEmpty()) {
            delete box;
        } else {
            box->addSpace(space::s);
            folds.push_back(page.fold(QLatin1String(name), title, box, false));
        }
    }
    return folds;
}

} // namespace palpate::desktop
