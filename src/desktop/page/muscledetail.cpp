// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/page/muscledetail.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/bodymap/patternpreview.h"
#include "desktop/controls/alertframe.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/scrollshade.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

/// The mark that a zone of this kind has on the map, as a small square beside its name.
QPixmap swatch(HitKind kind, const MapTokens &tokens, double ratio)
{
    constexpr int side = 16;
    QPixmap pixmap{QSize{side, side} * ratio};
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter{&pixmap};
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box{1.5, 1.5, side - 3.0, side - 3.0};
    QPen pen{tokens.blueLine, 1.5};
    if (kind == HitKind::essential) {
        painter.setBrush(tokens.blueFill);
    } else {
        pen.setDashPattern({2, 1.5});
        painter.setClipRect(box);
        painter.setPen(QPen{tokens.blueLine, 1.2});
        for (int at = 0; at < 2 * side; at += 6) {
            painter.drawLine(QPointF{double(at), 0}, QPointF{double(at - side), side});
        }
        painter.setClipping(false);
    }
    painter.setPen(pen);
    painter.drawRoundedRect(box, 3, 3);
    return pixmap;
}

} // namespace

MuscleDetail::MuscleDetail(MapScene &scene, const KnowledgeBase &knowledge, Theme theme, QWidget *parent)
    : QScrollArea{parent}, m_scene{scene}, m_knowledge{knowledge}, m_theme{theme}
{
    setObjectName(QStringLiteral("muscleDetail"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    new ScrollShade{*this};
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSubject(std::nullopt);
}

void MuscleDetail::setTheme(Theme theme)
{
    m_theme = theme;
    refresh();
}

void MuscleDetail::setSubject(const std::optional<DetailSubject> &subject)
{
    m_subject = subject;
    m_mark = nullptr;
    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("detailContent"));
    m_layout = new QVBoxLayout{content};
    m_layout->setContentsMargins(space::l, space::l, space::l, space::l);
    m_layout->setSpacing(space::s);
    if (!subject) {
        addInvitation();
    } else {
        addHeading(*subject);
        const MusclePattern *pattern = m_knowledge.pattern(subject->muscle);
        if (pattern != nullptr) {
            addReferral(*subject, *pattern);
            addSources(*pattern);
        } else {
            addText(tr("No referral pattern is described here for this structure yet."), type::body, false, true);
        }
    }
    m_layout->addStretch();
    setWidget(content); // deletes the content before
}

void MuscleDetail::setAsking(bool asking)
{
    m_asking = asking;
    if (m_mark != nullptr && m_subject) {
        m_mark->setEnabled(m_subject->region != 0 && !asking);
    }
}

void MuscleDetail::offer(const std::vector<anatomy::RegionNumber> &muscles)
{
    if (muscles.empty()) {
        return;
    }
    // Before the stretch at the end.
    const int end = m_layout->count() - 1;
    QLayoutItem *stretch = m_layout->takeAt(end);
    addText(tr("No trigger points are described here. Under this spot lie:"), type::body, true, false);
    for (const anatomy::RegionNumber region : muscles) {
        const MuscleId muscle = m_scene.atlas().structureOf(region).id;
        const Side side = m_scene.atlas().region(region).side;
        auto *button = new QPushButton{nameOf(m_scene.atlas(), muscle, side)};
        setButtonRole(*button, ButtonRole::quiet);
        connect(button, &QPushButton::clicked, this, [this, muscle, side] { Q_EMIT muscleRequested(muscle, side); });
        m_layout->addWidget(button, 0, Qt::AlignLeading);
    }
    m_layout->addItem(stretch);
}

QLabel *MuscleDetail::addText(const QString &words, int pixelSize, bool strong, bool quiet)
{
    auto *label = new QLabel{words};
    QFont font = label->font();
    font.setPixelSize(pixelSize);
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    label->setFont(font);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (quiet) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, tokensFor(m_theme).interface.text2);
        label->setPalette(palette);
    }
    m_layout->addWidget(label);
    return label;
}

void MuscleDetail::addInvitation()
{
    m_layout->addWidget(makeLabel(tr("Point at where it hurts"), TextStyle::section));
    QLabel *words =
        makeLabel(tr("Move over the body to read each muscle’s name and side. Click to mark a sore point and "
                     "say how sore it is, from 0 to 10. Here you then see where that muscle often sends its "
                     "pain."),
                  TextStyle::body);
    words->setForegroundRole(QPalette::PlaceholderText);
    m_layout->addWidget(words);
}

void MuscleDetail::addHeading(const DetailSubject &subject)
{
    const anatomy::Structure *structure = m_scene.atlas().findStructure(subject.muscle);
    QLabel *title = addText(nameOf(m_scene.atlas(), subject.muscle, subject.side), type::section, true, false);
    title->setObjectName(QStringLiteral("detailTitle"));
    if (structure != nullptr && !structure->latin.empty()) {
        QLabel *latin = addText(phrases::text(structure->latin), type::body, false, true);
        QFont italic = latin->font();
        italic.setItalic(true);
        latin->setFont(italic);
    }
    if (const MusclePattern *pattern = m_knowledge.pattern(subject.muscle)) {
        addText(phrases::text(pattern->action), type::body, false, false);
        if (!pattern->warning.empty()) {
            m_layout->addSpacing(space::xs);
            m_layout->addWidget(makeWarning(phrases::text(pattern->warning)));
        }
    }
    if (structure != nullptr && structure->listed) {
        auto *mark = new QPushButton{tr("Mark a point here")};
        mark->setObjectName(QStringLiteral("markHere"));
        mark->setProperty(buttonRoleProperty, static_cast<int>(ButtonRole::primary));
        mark->setEnabled(subject.region != 0 && !m_asking);
        m_mark = mark;
        mark->setToolTip(subject.region != 0 ? tr("Mark the middle of this muscle (M)")
                                             : tr("This muscle is not drawn on the map yet"));
        connect(mark, &QPushButton::clicked, this, &MuscleDetail::markRequested);
        auto *row = new QHBoxLayout;
        row->addWidget(mark);
        row->addStretch();
        m_layout->addSpacing(space::xs);
        m_layout->addLayout(row);
    }
    m_layout->addSpacing(space::s);
}

void MuscleDetail::addReferral(const DetailSubject &subject, const MusclePattern &pattern)
{
    if (pattern.kind == PatternKind::none) {
        addText(tr("No pattern of its own is published"), type::lead, true, false)
            ->setObjectName(QStringLiteral("detailKind"));
        addText(phrases::text(pattern.explanation), type::body, false, false)
            ->setObjectName(QStringLiteral("detailExplanation"));
        return;
    }
    const Referral referral = referralOf(pattern, subject.side);
    addText(tr("Where it often sends pain"), type::lead, true, false);
    addPictures(subject, referral.zones);
    addText(phrases::text(pattern.explanation), type::body, false, false)
        ->setObjectName(QStringLiteral("detailExplanation"));
    if (pattern.kind == PatternKind::group) {
        addText(tr("This pattern is published for a group of muscles together; this is one of them."), type::body,
                false, true)
            ->setObjectName(QStringLiteral("detailKind"));
    }
    addZones(tr("Most people feel it here"), referral.zones, HitKind::essential);
    addZones(tr("Some feel it here"), referral.zones, HitKind::spillover);
    addText(tr("These are likelihoods with soft edges, drawn from what clinicians have described. People feel these "
               "patterns; why is not settled."),
            type::caption, false, true);
}

void MuscleDetail::addZones(const QString &title, const std::vector<ReferredZone> &zones, HitKind kind)
{
    bool first = true;
    for (const ReferredZone &zone : zones) {
        if (zone.kind != kind) {
            continue;
        }
        if (first) {
            m_layout->addSpacing(space::xs);
            addText(title, type::body, true, false);
            first = false;
        }
        auto *row = new QHBoxLayout;
        row->setSpacing(space::s);
        auto *mark = new QLabel;
        mark->setPixmap(swatch(kind, tokensFor(m_theme).map, devicePixelRatioF()));
        mark->setFixedSize(16, 20);
        auto *name = new QLabel{phrases::zone(m_knowledge, zone)};
        name->setWordWrap(true);
        row->addWidget(mark, 0, Qt::AlignTop);
        row->addWidget(name, 1);
        m_layout->addLayout(row);
    }
}

void MuscleDetail::addPictures(const DetailSubject &subject, const std::vector<ReferredZone> &zones)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    for (const char *id : {"front", "back"}) {
        const anatomy::ViewInfo *found = m_scene.atlas().findView(id);
        if (found == nullptr) {
            continue;
        }
        const anatomy::ViewInfo &view = *found;
        auto *preview = new PatternPreview{m_scene, view, subject.region, zones, m_theme};
        if (preview->isEmpty()) {
            delete preview;
            continue;
        }
        connect(preview, &PatternPreview::clicked, this,
                [this, id = phrases::text(view.id)] { Q_EMIT viewRequested(id); });
        row->addWidget(preview);
    }
    row->addStretch();
    m_layout->addLayout(row);
}

void MuscleDetail::addSources(const MusclePattern &pattern)
{
    m_layout->addSpacing(space::s);
    addText(tr("What this rests on"), type::body, true, false);
    for (const Citation &citation : pattern.sources) {
        if (const Source *source = m_knowledge.source(citation.ref)) {
            addText(tr("%1 (%2)").arg(phrases::text(source->reference), phrases::grade(citation.grade)), type::caption,
                    false, true);
        }
    }
}

} // namespace palpate::desktop
