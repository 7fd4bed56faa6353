// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/phrases.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace palpate::desktop::phrases {

namespace {

/// All words of this file are translated in one context.
QString words(const char *source) { return QCoreApplication::translate("Phrases", source); }

} // namespace

QString text(const std::string &utf8) { return QString::fromStdString(utf8); }

QString capitalised(const QString &text) { return text.left(1).toUpper() + text.mid(1); }

QString yourSide(Side side)
{
    switch (side) {
    case Side::left:
        return words("your left");
    case Side::right:
        return words("your right");
    case Side::midline:
        break;
    }
    return {};
}

QString withSide(const QString &name, Side side)
{
    return side == Side::midline ? name : words("%1 · %2").arg(name, yourSide(side));
}

QString zone(const KnowledgeBase &knowledge, const ReferredZone &hit)
{
    const Zone *zone = knowledge.zone(hit.zone);
    QString name = zone == nullptr ? text(hit.zone.text()) : text(zone->description);
    name = capitalised(name);
    return hit.side == Side::midline ? name : words("%1, %2").arg(name, yourSide(hit.side));
}

QString day(const Instant &instant)
{
    const auto local = instant.local().time_since_epoch();
    return QLocale{}.toString(QDateTime::fromMSecsSinceEpoch(local.count(), Qt::UTC).date(), QLocale::ShortFormat);
}

QString kind(PointKind kind)
{
    switch (kind) {
    case PointKind::active:
        return words("hurts by itself");
    case PointKind::latent:
        return words("only when pressed");
    case PointKind::unsure:
        break;
    }
    return words("not sure");
}

QString layer(anatomy::Layer layer)
{
    switch (layer) {
    case anatomy::Layer::skin:
        return words("Skin");
    case anatomy::Layer::superficial:
        return words("Surface muscles");
    case anatomy::Layer::intermediate:
        return words("Middle muscles");
    case anatomy::Layer::deep:
        return words("Deep muscles");
    case anatomy::Layer::bone:
        break;
    }
    return words("Bones");
}

QString shortLayer(anatomy::Layer layer)
{
    switch (layer) {
    case anatomy::Layer::skin:
        return words("Skin");
    case anatomy::Layer::superficial:
        return words("Surface");
    case anatomy::Layer::intermediate:
        return words("Middle");
    case anatomy::Layer::deep:
        return words("Deep");
    case anatomy::Layer::bone:
        break;
    }
    return words("Bones");
}

QString quality(Quality quality)
{
    switch (quality) {
    case Quality::aching:
        return words("aching");
    case Quality::sharp:
        return words("sharp");
    case Quality::burning:
        return words("burning");
    case Quality::throbbing:
        return words("throbbing");
    case Quality::electric:
        return words("electric");
    case Quality::numb:
        return words("numb");
    case Quality::tingling:
        return words("tingling");
    case Quality::tight:
        return words("tight");
    case Quality::cramping:
        return words("cramping");
    case Quality::heavy:
        return words("heavy");
    case Quality::stiff:
        return words("stiff");
    case Quality::other:
        break;
    }
    return words("something else");
}

QString certainty(Certainty certainty)
{
    switch (certainty) {
    case Certainty::sure:
        return words("exactly here");
    case Certainty::aboutHere:
        return words("about here");
    case Certainty::somewhereHere:
        break;
    }
    return words("somewhere here");
}

QString finder(Finder finder)
{
    switch (finder) {
    case Finder::self:
        return words("I found it");
    case Finder::professional:
        return words("a professional");
    case Finder::someoneElse:
        break;
    }
    return words("someone else");
}

QString view(const std::string &viewId)
{
    constexpr std::array<std::pair<std::string_view, const char *>, 10> names{
        {{"front", QT_TRANSLATE_NOOP("Phrases", "Front")},
         {"front-left", QT_TRANSLATE_NOOP("Phrases", "Front, from your left")},
         {"left", QT_TRANSLATE_NOOP("Phrases", "Your left side")},
         {"back-left", QT_TRANSLATE_NOOP("Phrases", "Back, from your left")},
         {"back", QT_TRANSLATE_NOOP("Phrases", "Back")},
         {"back-right", QT_TRANSLATE_NOOP("Phrases", "Back, from your right")},
         {"right", QT_TRANSLATE_NOOP("Phrases", "Your right side")},
         {"front-right", QT_TRANSLATE_NOOP("Phrases", "Front, from your right")},
         {"soles", QT_TRANSLATE_NOOP("Phrases", "Soles")},
         {"crown", QT_TRANSLATE_NOOP("Phrases", "Crown")}}};
    const std::string_view whole = std::string_view{viewId}.substr(0, viewId.find('.'));
    const auto found =
        std::find_if(names.begin(), names.end(), [whole](const auto &name) { return name.first == whole; });
    return found == names.end() ? text(viewId) : words(found->second);
}

QString grade(EvidenceGrade grade)
{
    switch (grade) {
    case EvidenceGrade::tradition:
        return words("charts and manuals");
    case EvidenceGrade::series:
        return words("series of patients");
    case EvidenceGrade::study:
        return words("study");
    case EvidenceGrade::review:
        break;
    }
    return words("review of studies");
}

namespace {

/// The unit of a number; whole minutes are easier to count than seconds.
QString inUnit(DoseUnit unit, const QString &number)
{
    switch (unit) {
    case DoseUnit::seconds:
        return words("%1 seconds").arg(number);
    case DoseUnit::minutes:
        return words("%1 minutes").arg(number);
    case DoseUnit::hours:
        return words("%1 hours").arg(number);
    case DoseUnit::weeks:
        return words("%1 weeks").arg(number);
    case DoseUnit::times:
        return words("%1 times").arg(number);
    case DoseUnit::percent:
        return words("%1 %").arg(number);
    case DoseUnit::ofTen:
        return words("%1 of 10").arg(number);
    case DoseUnit::points:
        return words("%1 points").arg(number);
    case DoseUnit::sessions:
        break;
    }
    return words("%1 sessions").arg(number);
}

} // namespace

QString zones(const KnowledgeBase &knowledge, std::span<const ReferredZone> hits, HitKind kind, Side side)
{
    QStringList names;
    for (const ReferredZone &hit : hits) {
        if (hit.kind == kind && hit.side == side) {
            const Zone *zone = knowledge.zone(hit.zone);
            names << text(zone == nullptr ? hit.zone.text() : zone->description);
        }
    }
    const QString where = side == Side::midline ? words("in the middle") : yourSide(side);
    return names.isEmpty() ? QString{} : words("%1: %2").arg(where, names.join(QStringLiteral(" · ")));
}

QString keepOff(const NoPressArea &area) { return words("%1 · %2").arg(text(area.name), noPress(area.grade)); }

QString technique(CareTechnique technique)
{
    switch (technique) {
    case CareTechnique::pressureSteady:
        return words("Steady pressure");
    case CareTechnique::pressureIntermittent:
        return words("Pressing on and off");
    case CareTechnique::stroking:
        return words("Slow strokes");
    case CareTechnique::contractRelax:
        return words("Tense and let go");
    case CareTechnique::stretch:
        return words("Stretch");
    case CareTechnique::heat:
        return words("Moist heat");
    case CareTechnique::cold:
        return words("Cold");
    case CareTechnique::movement:
        break;
    }
    return words("Slow full movement");
}

QString inShort(CareTechnique technique)
{
    switch (technique) {
    case CareTechnique::pressureSteady:
        return words("Press the sore spot slowly and gently, and hold until the soreness fades.");
    case CareTechnique::pressureIntermittent:
        return words("Press for a moment, ease off, and press again.");
    case CareTechnique::stroking:
        return words("Stroke slowly over the sore spot, always in one direction.");
    case CareTechnique::contractRelax:
        return words("Tense the muscle very lightly, then let go into the slack that has become free.");
    case CareTechnique::stretch:
        return words("Go slowly to an easy pull, and stay there without pain.");
    case CareTechnique::heat:
        return words("Lay a warm moist pack on it, with a cloth between pack and skin.");
    case CareTechnique::cold:
        return words("Lay a cold pack on it while it is very sore, with a cloth between pack and skin.");
    case CareTechnique::movement:
        break;
    }
    return words("Move slowly through all the range that is easy.");
}

QString noPress(NoPressGrade grade)
{
    return grade == NoPressGrade::never ? words("never press") : words("fingertips only");
}

QString layer(MuscleLayer layer)
{
    switch (layer) {
    case MuscleLayer::superficial:
        return words("Right under the skin");
    case MuscleLayer::intermediate:
        return words("Under the surface muscles");
    case MuscleLayer::deep:
        break;
    }
    return words("Deep, under other muscles");
}

QString bodyPart(const BodyRegionId &region)
{
    constexpr std::array<std::pair<std::string_view, const char *>, 17> names{
        {{"abdomen", QT_TRANSLATE_NOOP("Phrases", "Belly")},
         {"arm", QT_TRANSLATE_NOOP("Phrases", "Upper arm")},
         {"back", QT_TRANSLATE_NOOP("Phrases", "Back")},
         {"chest", QT_TRANSLATE_NOOP("Phrases", "Chest")},
         {"foot", QT_TRANSLATE_NOOP("Phrases", "Foot")},
         {"forearm", QT_TRANSLATE_NOOP("Phrases", "Forearm")},
         {"hand", QT_TRANSLATE_NOOP("Phrases", "Hand")},
         {"head", QT_TRANSLATE_NOOP("Phrases", "Head")},
         {"hip", QT_TRANSLATE_NOOP("Phrases", "Hip")},
         {"leg", QT_TRANSLATE_NOOP("Phrases", "Lower leg")},
         {"neck", QT_TRANSLATE_NOOP("Phrases", "Neck")},
         {"neck-shoulder", QT_TRANSLATE_NOOP("Phrases", "Neck and shoulder")},
         {"pelvis", QT_TRANSLATE_NOOP("Phrases", "Pelvis")},
         {"shoulder", QT_TRANSLATE_NOOP("Phrases", "Shoulder")},
         {"thigh", QT_TRANSLATE_NOOP("Phrases", "Thigh")},
         {"trunk", QT_TRANSLATE_NOOP("Phrases", "Trunk")},
         {"upper-back", QT_TRANSLATE_NOOP("Phrases", "Upper back")}}};
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const auto &name) { return name.first == region.text(); });
    return found == names.end() ? QString{} : words(found->second);
}

QString agreement(Agreement agreement)
{
    switch (agreement) {
    case Agreement::full:
        return words("The pattern was written down twice, the second time without sight of the first. Both name the "
                     "same zones.");
    case Agreement::mostly:
        return words("The pattern was written down twice, the second time without sight of the first. Both name the "
                     "same main zones; some weaker ones stand in one of them only.");
    case Agreement::partly:
        return words("The pattern was written down twice, the second time without sight of the first. They share main "
                     "zones, but not all of them.");
    case Agreement::differs:
        break;
    }
    return words(
        "The pattern was written down twice, the second time without sight of the first. The two differ: trust "
        "it less than others.");
}

QString dose(const Dose &dose)
{
    const auto &[least, most, usual] = dose.range;
    const bool whole = dose.unit == DoseUnit::seconds && least >= 120 && least % 60 + most % 60 + usual % 60 == 0;
    const DoseUnit unit = whole ? DoseUnit::minutes : dose.unit;
    const int part = whole ? 60 : 1;
    if (least == most) {
        return inUnit(unit, QString::number(least / part));
    }
    const QString range = inUnit(unit, words("%1 to %2").arg(least / part).arg(most / part));
    return usual == least || usual == most ? range : words("%1, usually %2").arg(range).arg(usual / part);
}

QString error(const JournalError &error)
{
    const QString file = text(error.file().string());
    switch (error.kind()) {
    case JournalError::Kind::notAJournal:
        return words("%1 is not a Palpate journal. It was left as it is. Choose another file.").arg(file);
    case JournalError::Kind::damaged:
        return words(
                   "The journal %1 is damaged and cannot be read. It was left as it is. Put a backup in its place, or "
                   "start with another file.")
            .arg(file);
    case JournalError::Kind::newer:
        return words("The journal %1 was written by a newer Palpate. It was left as it is. Update Palpate to open it.")
            .arg(file);
    case JournalError::Kind::older:
        return words(
                   "The journal %1 was written by an older Palpate. It was left as it is. Open it once in the window.")
            .arg(file);
    case JournalError::Kind::networkFolder:
        return words(
                   "The journal %1 is in a network folder, where two machines could write into it at once. Nothing was "
                   "changed. Move it to a folder of this machine.")
            .arg(file);
    case JournalError::Kind::inUse:
        return words("The journal %1 is already open in another Palpate. Close that window first.").arg(file);
    case JournalError::Kind::readOnly:
        return words("The journal %1 may not be written to, so nothing was changed. Allow writing to the file and its "
                     "folder, then try again.")
            .arg(file);
    case JournalError::Kind::noSpace:
        return words(
            "The disk is full: the change was not stored, all earlier entries are. Make room, then try again.");
    case JournalError::Kind::cannotOpen:
        return words("The journal %1 cannot be opened. Nothing was changed. Check that its folder exists and is yours.")
            .arg(file);
    case JournalError::Kind::diskFault:
        return words("The disk reported an error: the change was not stored, all earlier entries are. Check the disk, "
                     "then try again.");
    case JournalError::Kind::notFound:
    case JournalError::Kind::alreadyThere:
    case JournalError::Kind::contradiction:
        break;
    }
    return words("This change does not fit what the journal holds, so nothing was changed.");
}

} // namespace palpate::desktop::phrases
