// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/page/muscledetail.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include "desktop/bodymap/patternpreview.h"
#include "desktop/controls/alertframe.h"
#include "desktop/controls/fold.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/scrollshade.h"
#include "desktop/page/bestviews.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/page/sectionbox.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

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

void MuscleDetail::setRules(const RuleBase *rules, const Surroundings *surroundings)
{
    m_rules = rules;
    m_surroundings = surroundings;
    refresh();
}

void MuscleDetail::setWithheld(bool withheld)
{
    if (withheld != m_isWithheld) {
        m_isWithheld = withheld;
        refresh();
    }
}

void MuscleDetail::setTheme(Theme theme)
{
    m_theme = theme;
    refresh();
}

void MuscleDetail::setSubject(const std::optional<DetailSubject> &subject)
{
    const int scrolled = subject == m_subject ? verticalScrollBar()->value() : 0;
    m_subject = subject;
    m_mark = nullptr;
    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("detailContent"));
    m_layout = new QVBoxLayout{content};
    constexpr int side = space::l - SectionBox::inset;
    m_layout->setContentsMargins(side, space::l, side, space::l);
    m_layout->setSpacing(space::l);
    if (!subject) {
        auto *box = new SectionBox;
        addInvitation(*box);
        m_layout->addWidget(box);
    } else {
        const MusclePattern *pattern = m_knowledge.pattern(subject->muscle);
        m_layout->addWidget(makeHeading(*subject, pattern));
        if (pattern != nullptr) {
            addSections(*subject, *pattern);
        }
    }
    m_layout->addStretch();
    setWidget(content); // deletes the content before
    verticalScrollBar()->setValue(scrolled);
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
    auto *box = new SectionBox{QStringLiteral("sectionOffer")};
    box->addStrong(tr("No trigger points are described here. Under this spot lie:"));
    for (const anatomy::RegionNumber region : muscles) {
        const MuscleId muscle = m_scene.atlas().structureOf(region).id;
        const Side side = m_scene.atlas().region(region).side;
        auto *button = new QPushButton{nameOf(m_scene.atlas(), muscle, side)};
        setButtonRole(*button, ButtonRole::quiet);
        connect(button, &QPushButton::clicked, this, [this, muscle, side] { Q_EMIT muscleRequested(muscle, side); });
        box->addWide(button);
        box->layout()->setAlignment(button, Qt::AlignLeading);
    }
    m_layout->insertWidget(m_layout->count() - 1, box); // before the stretch at the end
}

void MuscleDetail::addInvitation(SectionBox &box)
{
    box.add(makeLabel(tr("Point at where it hurts"), TextStyle::section));
    QLabel *words =
        makeLabel(tr("Move over the body to read each muscle’s name and side. Click to mark a sore point and "
                     "say how sore it is, from 0 to 10. Here you then see where that muscle often sends its "
                     "pain."),
                  TextStyle::body);
    words->setForegroundRole(QPalette::PlaceholderText);
    box.add(words);
}

SectionBox *MuscleDetail::makeHeading(const DetailSubject &subject, const MusclePattern *pattern)
{
    auto *box = new SectionBox{QStringLiteral("sectionHeading")};
    const anatomy::Structure *structure = m_scene.atlas().findStructure(subject.muscle);
    QLabel *title = makeLabel(nameOf(m_scene.atlas(), subject.muscle, subject.side), TextStyle::section);
    title->setObjectName(QStringLiteral("detailTitle"));
    title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *names = new QWidget;
    auto *lines = new QVBoxLayout{names};
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(space::xs);
    lines->addWidget(title);
    if (structure != nullptr && !structure->latin.empty()) {
        QLabel *latin = makeLabel(phrases::text(structure->latin), TextStyle::body);
        QFont italic = latin->font();
        italic.setItalic(true);
        latin->setFont(italic);
        latin->setForegroundRole(QPalette::PlaceholderText);
        latin->setTextInteractionFlags(Qt::TextSelectableByMouse);
        lines->addWidget(latin);
    }
    box->add(names);
    if (pattern != nullptr && !pattern->warning.empty()) {
        box->add(makeWarning(phrases::text(pattern->warning)));
    }
    if (structure != nullptr && structure->listed) {
        addMark(*box, subject);
    }
    if (pattern == nullptr) {
        QLabel *words = box->addText(tr("No referral pattern is described here for this structure yet."));
        words->setForegroundRole(QPalette::PlaceholderText);
    }
    return box;
}

void MuscleDetail::addMark(SectionBox &box, const DetailSubject &subject)
{
    m_mark = new QPushButton{tr("Mark a point here")};
    m_mark->setObjectName(QStringLiteral("markHere"));
    setButtonRole(*m_mark, ButtonRole::primary);
    m_mark->setEnabled(subject.region != 0 && !m_asking);
    m_mark->setToolTip(subject.region != 0 ? tr("Mark the middle of this muscle (M)")
                                           : tr("This muscle is not drawn on the map yet"));
    connect(m_mark, &QPushButton::clicked, this, &MuscleDetail::markRequested);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout{row};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_mark);
    auto *read = new QPushButton{tr("Read more")};
    read->setObjectName(QStringLiteral("readLeaflet"));
    setButtonRole(*read, ButtonRole::quiet);
    connect(read, &QPushButton::clicked, this, [this, muscle = subject.muscle] { Q_EMIT readingRequested(muscle); });
    layout->addWidget(read);
    layout->addStretch();
    box.add(row);
}

QWidget *MuscleDetail::makePictures(const DetailSubject &subject, const MusclePattern &pattern)
{
    const std::vector<ReferredZone> zones = referralOf(pattern, subject.side).zones;
    if (zones.empty()) {
        return nullptr;
    }
    auto *row = new QWidget;
    row->setObjectName(QStringLiteral("sectionPictures"));
    auto *layout = new QHBoxLayout{row};
    layout->setContentsMargins(SectionBox::inset, 0, SectionBox::inset, 0);
    layout->setSpacing(space::s);
    for (const anatomy::ViewInfo *view : bestViews(m_scene, m_knowledge, subject.region, zones)) {
        auto *preview = new PatternPreview{m_scene, *view, subject.region, zones, m_theme};
        if (preview->isEmpty()) {
            delete preview;
            continue;
        }
        connect(preview, &PatternPreview::clicked, this,
                [this, id = phrases::text(view->id)] { Q_EMIT viewRequested(id); });
        layout->addWidget(preview);
    }
    if (layout->count() == 0) {
        delete row;
        return nullptr;
    }
    layout->addStretch();
    return row;
}

void MuscleDetail::addSections(const DetailSubject &subject, const MusclePattern &pattern)
{
    const auto fold = [this](const QString &name, const QString &title, QWidget *content, bool open) {
        return makeFold(name, title, content, open);
    };
    const MusclePage page{m_scene,      m_knowledge, m_rules, m_surroundings,
                          pattern,      subject,     m_theme, devicePixelRatioF(),
                          m_isWithheld, fold};
    if (m_isWithheld) {
        m_layout->addWidget(makeWarning(
            tr("There is an open warning about this place. Do not press, stretch or heat it until it is settled.")));
    }
    for (QWidget *section : {makePictures(subject, pattern), makeInShort(page),
                             m_isWithheld ? nullptr : makeDoThis(page), makeKeepOff(page), makeMistakenFor(page)}) {
        if (section != nullptr) {
            m_layout->addWidget(section);
        }
    }
    auto *folds = new SectionBox{QStringLiteral("sectionFolds")};
    folds->layout()->setSpacing(0);
    for (QWidget *section : makeFolded(page)) {
        folds->addWide(section);
    }
    m_layout->addWidget(folds);
}

QWidget *MuscleDetail::makeFold(const QString &name, const QString &title, QWidget *content, bool open)
{
    auto *fold = new Fold{title, content};
    fold->setObjectName(name);
    const auto known = m_open.find(name);
    fold->setOpen(known == m_open.end() ? open : known->second);
    connect(fold, &Fold::toggled, this, [this, fold, name](bool isOpen) {
        m_open[name] = isOpen;
        if (isOpen) {
            // Once it has been laid out.
            QTimer::singleShot(0, fold, [this, fold] { bringIntoSight(*fold); });
        }
    });
    return fold;
}

void MuscleDetail::bringIntoSight(const Fold &fold)
{
    const int top = fold.mapTo(viewport(), QPoint{0, 0}).y();
    const int below = top + fold.height() - viewport()->height();
    if (below > 0) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() + std::min(below, top));
    }
}

} // namespace palpate::desktop
