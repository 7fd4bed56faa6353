// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/page/musclesections.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLabel>
#include <QLayout>
#include <QPainter>
#include <QPainterPath>

#include "desktop/bodymap/patternpicture.h"
#include "desktop/page/keepoff.h"
#include "desktop/page/sectionbox.h"
#include "desktop/phrases.h"

namespace palpate::desktop {

namespace {

constexpr int markSide = 16;

/// All sections are translated in one context.
QString tr(const char *words) { return QCoreApplication::translate("MusclePage", words); }

/// A small square as large as a letter, to be drawn into.
template <typename Draw> QPixmap drawMark(double ratio, Draw draw)
{
    QPixmap pixmap{QSize{markSide, markSide + 4} * ratio};
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter{&pixmap};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(0, 2);
    draw(painter, QRectF{1.5, 1.5, markSide - 3.0, markSide - 3.0});
    return pixmap;
}

void hatch(QPainter &painter, const QRectF &box, const QColor &color, Slant slant)
{
    QPainterPath path;
    path.addRect(box);
    paintHatch(painter, path, color, 1.2, 4.2, slant);
}

/// The mark that a zone of this kind has on the map.
QPixmap zoneMark(HitKind kind, const MusclePage &page)
{
    const MapTokens &tokens = tokensFor(page.theme).map;
    return drawMark(page.devicePixelRatio, [&](QPainter &painter, const QRectF &box) {
        QPen pen{tokens.blueLine, 1.5};
        if (kind == HitKind::essential) {
            painter.setBrush(tokens.blueFill);
        } else {
            pen.setDashPattern({2, 1.5});
            hatch(painter, box, tokens.blueLine, Slant::rising);
        }
        painter.setPen(pen);
        painter.drawRoundedRect(box, 3, 3);
    });
}

/// Crossed where nothing may press, hatched where fingertips may.
QPixmap keepOffMark(NoPressGrade grade, const MusclePage &page)
{
    const QColor color = tokensFor(page.theme).map.amber;
    return drawMark(page.devicePixelRatio, [&](QPainter &painter, const QRectF &box) {
        hatch(painter, box, color, Slant::falling);
        if (grade == NoPressGrade::never) {
            hatch(painter, box, color, Slant::rising);
        }
        painter.setPen(QPen{color, 1.5});
        painter.drawRoundedRect(box, 3, 3);
    });
}

void addZones(SectionBox &box, const MusclePage &page, const QString &heading, HitKind kind)
{
    const Referral referral = referralOf(page.pattern, page.subject.side);
    QStringList sides;
    for (const Side side : {page.subject.side, Side::midline, Side::right, Side::left}) {
        const QString names = phrases::zones(page.knowledge, referral.zones, kind, side);
        if (!names.isEmpty() && !sides.contains(names)) {
            sides << names;
        }
    }
    if (!sides.isEmpty()) {
        box.addRunIn(heading, phrases::capitalised(sides.join(QStringLiteral("; "))), zoneMark(kind, page));
    }
}

/// How this muscle in particular is pressed where fingertips are allowed; empty while no rule says so.
QString howToPress(const MusclePage &page)
{
    if (page.rules != nullptr) {
        for (const NoPressArea &area : page.rules->noPress) {
            if (!area.how.empty() && std::ranges::find(area.muscles, page.pattern.id) != area.muscles.end()) {
                return phrases::text(area.how);
            }
        }
    }
    return {};
}

QString whatToTryFirst(const MusclePage &page)
{
    const SelfCare &care = page.pattern.selfCare;
    if (care.techniques.empty()) {
        return tr("Leave this one to a clinician who knows the place well.");
    }
    const CareTechnique first = care.techniques.front();
    QString words = phrases::inShort(first);
    if (care.pressure == PressureGrade::fingertips && isPressing(first)) {
        const QString how = howToPress(page);
        words = how.isEmpty() ? tr("%1 With flat fingertips only.").arg(words)
                              : tr("%1: %2").arg(phrases::technique(first), how);
    }
    return page.pattern.warning.empty() ? words : tr("Read the warning above. Then: %1").arg(words);
}

/// Why pressing is not offered, as the rules say it.
QString whyNot(const MusclePage &page)
{
    if (page.rules != nullptr) {
        for (const NoPressArea &area : page.rules->noPress) {
            if (std::ranges::find(area.muscles, page.pattern.id) != area.muscles.end()) {
                return phrases::text(area.reason);
            }
        }
    }
    return tr("It lies where pressing by oneself could do harm, or so deep that fingers do not reach it.");
}

void addPressure(SectionBox &box, const MusclePage &page)
{
    const SelfCare &care = page.pattern.selfCare;
    if (care.pressure == PressureGrade::never) {
        box.addRunIn(tr("Please do not press here."), whyNot(page))->setObjectName(QStringLiteral("whyNoPressing"));
        box.addText(care.techniques.empty()
                        ? tr("There is nothing to try alone. A clinician who knows the place well can look at it.")
                        : tr("What follows works without pressing."));
    } else if (care.pressure == PressureGrade::fingertips && std::ranges::any_of(care.techniques, isPressing)) {
        const QString how = howToPress(page);
        QLabel *words = how.isEmpty()
                            ? box.addRunIn(tr("Flat fingertips only."),
                                           tr("Slow and light, off every pulse. No ball, cane, roller or device here."))
                            : box.addRunIn(tr("Press here only like this."), how);
        words->setObjectName(QStringLiteral("fingertipsOnly"));
    }
}

QString stepWords(const Protocol &protocol, const ProtocolStep &step)
{
    const QString words = phrases::text(step.text);
    const Dose *dose = step.dose ? protocol.dose(*step.dose) : nullptr;
    // A number of times that is always the same stands in the words of the step.
    const bool said = dose != nullptr && dose->unit == DoseUnit::times && dose->range.least == dose->range.most;
    return dose == nullptr || said ? words : tr("%1 (%2)").arg(words, phrases::dose(*dose));
}

/// A technique as its protocol has it, from the first step to when it is enough.
QWidget *makeSteps(const Protocol &protocol)
{
    auto *box = new SectionBox;
    box->addText(phrases::text(protocol.about));
    int number = 0;
    for (const ProtocolStep &step : protocol.steps) {
        box->addItem(QString::number(++number), stepWords(protocol, step));
    }
    if (const Dose *ceiling = protocol.dose(DoseId{"tolerance"})) {
        box->addRunIn(tr("How sore it may get"),
                      tr("about %1 of 10, never above %2").arg(ceiling->range.usual).arg(ceiling->range.most));
    }
    QStringList limits;
    for (const auto *lines : {&protocol.stop, &protocol.rest}) {
        for (const std::string &line : *lines) {
            limits << phrases::text(line);
        }
    }
    if (!limits.isEmpty()) {
        box->addRunIn(tr("When to stop and rest"), limits.join(QLatin1Char(' ')));
    }
    box->addQuiet(phrases::text(protocol.evidence));
    box->addSpace(space::xs);
    return box;
}

} // namespace

QWidget *makeInShort(const MusclePage &page)
{
    auto *box = new SectionBox{QStringLiteral("sectionInShort")};
    box->addTitle(tr("In short"));
    const PatternKind kind = page.pattern.kind;
    if (kind == PatternKind::none) {
        box->addStrong(tr("No pattern of its own is published"))->setObjectName(QStringLiteral("detailKind"));
    }
    if (!page.pattern.explanation.empty()) {
        box->addText(phrases::text(page.pattern.explanation))->setObjectName(QStringLiteral("detailExplanation"));
    }
    if (kind != PatternKind::none) {
        addZones(*box, page, tr("Most people feel it here"), HitKind::essential);
        addZones(*box, page, tr("Some feel it here"), HitKind::spillover);
    }
    if (kind == PatternKind::group) {
        box->addText(tr("This pattern is published for a group of muscles together; this is one of them."))
            ->setObjectName(QStringLiteral("detailKind"));
    }
    if (!page.pattern.action.empty()) {
        box->addRunIn(tr("What it does"), phrases::text(page.pattern.action));
    }
    if (!page.isWithheld) {
        box->addRunIn(tr("First thing to try"), whatToTryFirst(page))->setObjectName(QStringLiteral("firstToTry"));
    }
    if (kind != PatternKind::none) {
        box->addQuiet(tr("Likelihoods with soft edges, never a diagnosis."));
    }
    return box;
}

QWidget *makeDoThis(const MusclePage &page)
{
    auto *box = new SectionBox{QStringLiteral("sectionDoThis")};
    box->addTitle(tr("Do this"));
    const auto &techniques = page.pattern.selfCare.techniques;
    if (!techniques.empty() && !page.pattern.warning.empty()) {
        box->addText(tr("Read the warning above before you begin."));
    }
    addPressure(*box, page);
    auto *folds = new SectionBox;
    folds->layout()->setSpacing(0);
    for (const CareTechnique technique : techniques) {
        const std::string_view key = toKey(technique);
        const Protocol *protocol = page.rules == nullptr ? nullptr : page.rules->protocol(ProtocolId{key});
        if (protocol == nullptr) {
            box->addRunIn(phrases::technique(technique), phrases::inShort(technique));
        } else {
            folds->addWide(
                page.fold(QStringLiteral("technique-") + QString::fromUtf8(key.data(), qsizetype(key.size())),
                          phrases::technique(technique), makeSteps(*protocol), technique == techniques.front()));
        }
    }
    if (folds->isEmpty()) {
        delete folds;
    } else {
        box->addWide(folds);
    }
    if (box->isEmpty()) {
        delete box;
        return nullptr;
    }
    return box;
}

QWidget *makeKeepOff(const MusclePage &page)
{
    if (page.rules == nullptr) {
        return nullptr;
    }
    auto *box = new SectionBox{QStringLiteral("sectionKeepOff")};
    box->addTitle(tr("Keep off"));
    for (const auto &[area, grade] :
         keepOff(page.scene, *page.rules, page.surroundings, page.pattern, page.subject.region)) {
        const QString heading = tr("%1 · %2").arg(phrases::text(area->name), phrases::noPress(grade));
        QStringList words;
        if (!area->onlyWhen.empty()) {
            words << tr("Only when: %1.").arg(phrases::text(area->onlyWhen));
        }
        words << phrases::text(area->reason);
        // How one presses with fingertips is no help where nothing presses.
        if (grade == NoPressGrade::fingertips && !area->how.empty()) {
            words << phrases::text(area->how);
        }
        box->addRunIn(heading, words.join(QLatin1Char(' ')), keepOffMark(grade, page));
    }
    if (box->isEmpty()) {
        delete box;
        return nullptr;
    }
    return box;
}

QWidget *makeMistakenFor(const MusclePage &page)
{
    if (page.pattern.lookAlikes.empty()) {
        return nullptr;
    }
    auto *box = new SectionBox{QStringLiteral("sectionMistakenFor")};
    box->addTitle(tr("Often mistaken for"));
    for (const std::string &other : page.pattern.lookAlikes) {
        box->addItem(QStringLiteral("•"), phrases::capitalised(phrases::text(other)));
    }
    return box;
}

} // namespace palpate::desktop
