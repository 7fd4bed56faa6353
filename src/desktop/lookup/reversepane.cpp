// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lookup/reversepane.h"

#include <algorithm>

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSlider>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "desktop/controls/chips.h"
#include "desktop/controls/labels.h"
#include "desktop/lookup/alertpane.h"
#include "desktop/lookup/candidatedelegate.h"
#include "desktop/lookup/reasonphrases.h"
#include "desktop/lookup/zonetree.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

/// What advice may take above the list once a sign has been answered.
constexpr int toldHeight = 220;

} // namespace

ReversePane::ReversePane(Enquiry &enquiry, const anatomy::Atlas &atlas, Theme theme, QWidget *parent)
    : QWidget{parent},
      m_enquiry{enquiry},
      m_model{new CandidateModel{atlas, this}},
      m_rows{new CandidateDelegate{theme, this}}
{
    setObjectName(QStringLiteral("reversePane"));
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(space::l, space::l, space::l, space::s);
    layout->setSpacing(space::s);
    layout->addWidget(makeQuestion());
    m_alerts = new AlertPane{enquiry};
    m_alertArea = new QScrollArea;
    m_alertArea->setObjectName(QStringLiteral("alertArea"));
    m_alertArea->setWidgetResizable(true);
    m_alertArea->setFrameShape(QFrame::NoFrame);
    m_alertArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_alertArea->setWidget(m_alerts);
    m_alertArea->setVisible(false);
    layout->addWidget(m_alertArea, 1);
    m_stack = new QStackedWidget;
    m_invitation = makeInvitation();
    m_listPart = makeList();
    m_tree = new ZoneTree;
    for (QWidget *page : {m_invitation, m_listPart, static_cast<QWidget *>(m_tree)}) {
        m_stack->addWidget(page);
    }
    layout->addWidget(m_stack, 1);
    m_foot = makeFoot();
    layout->addWidget(m_foot);
    connectParts();
    questionChanged();
    answered();
}

void ReversePane::connectParts()
{
    connect(m_words, &QLineEdit::textEdited, &m_enquiry, &Enquiry::say);
    connect(m_words, &QLineEdit::returnPressed, this, [this] {
        Q_EMIT said();
        focusList();
    });
    connect(m_places, &Chips::toggled, this, [this](int id) {
        const anatomy::ZonePlace place = m_shownPlaces.at(static_cast<std::size_t>(id));
        m_enquiry.toggle(place);
    });
    connect(m_tree, &ZoneTree::toggled, &m_enquiry, &Enquiry::toggle);
    const auto fillTree = [this] {
        m_tree->show(m_enquiry.data()->loaded.base, m_enquiry.data()->loaded.rules.regions);
        m_tree->setChosen(m_enquiry.question().zones);
    };
    connect(&m_enquiry, &Enquiry::ready, this, fillTree);
    if (m_enquiry.data() != nullptr) {
        fillTree();
    }
    connect(m_alerts, &AlertPane::fitted, this, [this] {
        fitAlerts();
        m_alertArea->verticalScrollBar()->setValue(0); // what is new is read from its beginning
    });
    connect(&m_enquiry, &Enquiry::questionChanged, this, &ReversePane::questionChanged);
    connect(&m_enquiry, &Enquiry::answered, this, &ReversePane::answered);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        m_model->setOpen(index);
        m_list->doItemsLayout(); // the open row is taller
        m_list->scrollTo(index);
        Q_EMIT pointedChanged();
    });
    connect(m_list, &QListView::entered, this, [this](const QModelIndex &index) {
        m_hovered = index;
        Q_EMIT pointedChanged();
    });
    connect(m_list, &QListView::activated, this, &ReversePane::openAsked);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_model->showAll();
        answered();
    });
    connect(m_check, &QPushButton::clicked, this, &ReversePane::checkAsked);
    connect(m_explain, &QPushButton::toggled, this, [this] {
        answered();
        Q_EMIT pointedChanged();
    });
    connect(m_save, &QPushButton::clicked, &m_enquiry, &Enquiry::save);
}

bool ReversePane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Leave && watched == m_list->viewport() && m_hovered) {
        m_hovered.reset();
        Q_EMIT pointedChanged();
    }
    if (event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (watched == m_words && key.key() == Qt::Key_Down) {
            focusList();
            return true;
        }
        if (watched == m_list && key.key() >= Qt::Key_0 && key.key() <= Qt::Key_9 &&
            (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
            constexpr int rows = 10;
            chooseRow((key.key() - Qt::Key_0 + rows - 1) % rows);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ReversePane::setTheme(Theme theme)
{
    m_rows->setTheme(theme);
    m_list->viewport()->update();
}

Brush ReversePane::brush() const { return {double(m_size->value()), m_erase->isChecked()}; }

void ReversePane::setErases(bool erases) { (erases ? m_erase : m_paint)->setChecked(true); }

void ReversePane::setBrushMm(int mm) { m_size->setValue(mm); }

void ReversePane::beginWords()
{
    m_words->setFocus();
    m_words->selectAll();
}

void ReversePane::toggleTree() { m_treeSwitch->toggle(); }

void ReversePane::chooseRow(int row)
{
    if (row < m_model->rowCount()) {
        m_list->setCurrentIndex(m_model->index(row));
        m_list->setFocus();
    }
}

void ReversePane::focusList()
{
    if (m_stack->currentWidget() == m_listPart && m_stack->isVisibleTo(this)) {
        m_list->setFocus();
        if (!m_list->currentIndex().isValid()) {
            chooseRow(0);
        }
    }
}

const Candidate *ReversePane::pointed() const
{
    return m_hovered && m_hovered->isValid() ? &m_model->at(*m_hovered) : chosen();
}

const Candidate *ReversePane::chosen() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_model->at(index) : nullptr;
}

std::vector<Candidate> ReversePane::checkable() const
{
    std::vector<Candidate> candidates;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        Candidate candidate = m_model->at(m_model->index(row));
        std::erase_if(candidate.muscles, [this](const MuscleId &muscle) { return m_enquiry.isWithheld(muscle); });
        if (!candidate.muscles.empty()) {
            candidates.push_back(std::move(candidate));
        }
    }
    return candidates;
}

bool ReversePane::isExplaining() const { return m_explain->isChecked(); }

void ReversePane::setExplaining(bool on) { m_explain->setChecked(on && m_explain->isEnabled()); }

void ReversePane::offerChecklist(const QString &words)
{
    m_resume->setText(words);
    m_resume->setVisible(!words.isEmpty());
}

void ReversePane::questionChanged()
{
    const Question &question = m_enquiry.question();
    const QString words = QString::fromStdString(question.words);
    if (m_words->text() != words) {
        m_words->setText(words);
    }
    if (m_shownPlaces != question.zones) {
        m_shownPlaces = question.zones;
        m_places->clear();
        for (std::size_t at = 0; at < question.zones.size(); ++at) {
            const anatomy::ZonePlace &place = question.zones[at];
            const QString name =
                m_enquiry.data() == nullptr
                    ? phrases::text(place.zone.text())
                    : phrases::zone(m_enquiry.data()->loaded.base, {place.zone, place.side, HitKind::essential, 1});
            m_places->add(static_cast<int>(at), tr("%1 ×").arg(name));
            m_places->setChecked(static_cast<int>(at), true);
        }
        m_places->setVisible(!question.zones.empty());
        m_tree->setChosen(question.zones);
    }
    m_places->setVisible(!question.zones.empty());
    m_clear->setEnabled(!question.isEmpty());
    refreshFoot();
}

CandidateModel::Sign ReversePane::signOf(const Candidate &candidate) const
{
    const auto all = [&candidate](auto holds) { return std::ranges::all_of(candidate.muscles, holds); };
    const auto grade = [this](const MuscleId &muscle) {
        const MusclePattern *pattern = m_enquiry.data()->loaded.base.pattern(muscle);
        return pattern == nullptr ? PressureGrade::never : pattern->selfCare.pressure;
    };
    if (std::ranges::any_of(candidate.muscles,
                            [this](const MuscleId &muscle) { return m_enquiry.isWithheld(muscle); })) {
        return {tr("do not press"), true};
    }
    if (all([&grade](const MuscleId &muscle) { return grade(muscle) == PressureGrade::never; })) {
        return {tr("keep off"), false};
    }
    if (candidate.local) {
        return {tr("local"), false};
    }
    if (all([&grade](const MuscleId &muscle) { return grade(muscle) != PressureGrade::free; })) {
        return {tr("fingertips only"), false};
    }
    return {};
}

void ReversePane::answered()
{
    const bool hasAsked = !m_enquiry.question().isEmpty() || !m_enquiry.coverage().empty();
    const bool isWaiting = m_enquiry.data() != nullptr && !m_enquiry.waiting().empty();
    const bool isTold = m_enquiry.data() != nullptr && !m_enquiry.answer().alerts.empty();
    m_alertArea->setVisible(isTold);
    if (m_enquiry.data() != nullptr) {
        m_alerts->refresh();
        const QString understood =
            m_enquiry.question().words.empty()
                ? QString{}
                : phrases::understood(m_enquiry.data()->loaded.base, m_enquiry.answer().understood);
        m_understood->setText(understood);
        m_understood->setVisible(!understood.isEmpty());
    }
    fitAlerts();
    m_stack->setVisible(!isWaiting);
    if (m_treeSwitch->isChecked()) {
        m_stack->setCurrentWidget(m_tree);
    } else {
        m_stack->setCurrentWidget(hasAsked ? m_listPart : m_invitation);
    }
    refreshList();
    refreshFoot();
}

void ReversePane::fitAlerts()
{
    const bool isWaiting = m_enquiry.data() != nullptr && !m_enquiry.waiting().empty();
    const int told = std::min({toldHeight, m_alerts->minimumHeight(), height() / 5});
    m_alertArea->setMaximumHeight(isWaiting ? QWIDGETSIZE_MAX : told);
    m_alertArea->setMinimumHeight(isWaiting ? 0 : told);
}

void ReversePane::refreshList()
{
    if (m_enquiry.data() == nullptr) {
        m_listWords->setText(tr("Reading what is known about muscles …"));
        m_more->setVisible(false);
        return;
    }
    const Ranking &ranking = m_enquiry.answer().ranking;
    std::vector<Candidate> candidates;
    if (m_enquiry.waiting().empty()) {
        candidates = ranking.candidates;
    }
    if (isExplaining()) {
        std::erase_if(candidates, [&ranking](const Candidate &one) {
            return std::ranges::find(ranking.explainingSet, one.group) == ranking.explainingSet.end();
        });
    }
    const bool isEmpty = candidates.empty();
    m_model->show(m_enquiry.data()->loaded.base, std::move(candidates),
                  [this](const Candidate &candidate) { return signOf(candidate); });
    if (m_model->hasOpen()) {
        m_list->doItemsLayout(); // the open row may have other reasons, and another height
    }
    m_more->setText(tr("Show %n more", nullptr, m_model->more()));
    m_more->setVisible(m_model->more() > 0);
    QStringList unexplained;
    for (const ZoneId &id : ranking.unexplained) {
        const Zone *zone = m_enquiry.data()->loaded.base.zone(id);
        unexplained << phrases::text(zone == nullptr ? id.text() : zone->description);
    }
    // Under a warning that was answered the room is for the list.
    m_listWords->setVisible(isEmpty || isExplaining() || m_enquiry.answer().alerts.empty());
    m_listWords->setText(
        isEmpty ? tr("No known pattern reaches there. Try a neighbouring place, or other words.")
        : isExplaining()
            ? (unexplained.isEmpty()
                   ? tr("Together these patterns cover every place you marked. That does not prove that they are the "
                        "cause.")
                   : tr("Together these patterns cover the most. Not covered: %1. None of it proves a cause.")
                         .arg(phrases::list(unexplained)))
            : tr("Possible sources, not a diagnosis. Filled: how much of where it hurts the pattern covers. Outlined: "
                 "how much of the pattern you feel."));
    Q_EMIT pointedChanged();
}

void ReversePane::refreshFoot()
{
    const bool hasList = m_model->rowCount() > 0;
    const bool isBarred = hasList && checkable().empty();
    m_check->setEnabled(hasList && !isBarred);
    m_check->setToolTip(isBarred ? tr("Not while none of these is to be pressed")
                                 : tr("Feel for these muscles, one after the other (C)"));
    m_explain->setEnabled(hasList || isExplaining());
    m_save->setEnabled(!m_enquiry.question().isEmpty() && m_enquiry.data() != nullptr && !m_enquiry.isSaved());
    m_save->setText(m_enquiry.isSaved() ? tr("Saved") : tr("Save"));
    m_foot->setVisible(!m_enquiry.question().isEmpty());
}

} // namespace palpate::desktop
