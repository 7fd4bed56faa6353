// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/history/pointpage.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include "desktop/charts/pointchart.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/rowlist.h"
#include "desktop/controls/scrollshade.h"
#include "desktop/history/lifeline.h"
#include "desktop/history/storydelegate.h"
#include "desktop/history/storyphrases.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"
#include "insight/aftertreatment.h"
#include "insight/daterange.h"

namespace palpate::desktop {

namespace {

constexpr int ratingsAtOnce = 50;
constexpr int notesShown = 5;
constexpr int noteHeight = 64;
/// As far back as what the numbers suggest is looked for.
constexpr std::chrono::days looksBack{366};

QPushButton *makeButton(const QString &words, const char *name, ButtonRole role)
{
    auto *button = new QPushButton{words};
    button->setObjectName(QString::fromLatin1(name));
    setButtonRole(*button, role);
    return button;
}

} // namespace

PointPage::PointPage(const anatomy::Atlas &atlas, JournalSession &session, Theme theme, QWidget *parent)
    : QScrollArea{parent}, m_atlas{atlas}, m_session{session}, m_most{ratingsAtOnce}
{
    setObjectName(QStringLiteral("pointPage"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    new ScrollShade{*this};
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(space::xl, space::l, space::l, space::l);
    layout->setSpacing(space::s);
    addHead(*layout, theme);
    m_chart = new PointChart{theme};
    m_chart->setObjectName(QStringLiteral("pointPageChart"));
    layout->addWidget(m_chart);
    addNotes(*layout);
    addRatings(*layout, theme);
    layout->addStretch();
    setWidget(content);
}

void PointPage::addHead(QVBoxLayout &layout, Theme theme)
{
    auto *back = makeButton(tr("Back to the day"), "pointBack", ButtonRole::plain);
    setButtonIcon(*back, isRightToLeft() ? Icon::next : Icon::previous);
    layout.addWidget(back, 0, Qt::AlignLeading);
    connect(back, &QPushButton::clicked, this, &PointPage::closed);
    m_title = makeLabel({}, TextStyle::section);
    m_title->setObjectName(QStringLiteral("pointPageTitle"));
    layout.addWidget(m_title);
    m_kind = makeLabel({}, TextStyle::body);
    m_kind->setObjectName(QStringLiteral("pointPageKind"));
    layout.addWidget(m_kind);
    layout.addSpacing(space::s);
    m_line = new LifeLine{theme};
    layout.addWidget(m_line);
    m_life = makeLabel({}, TextStyle::body);
    m_life->setObjectName(QStringLiteral("pointPageLife"));
    layout.addWidget(m_life);
    m_suggested = new QWidget;
    auto *row = new QHBoxLayout{m_suggested};
    row->setContentsMargins(0, space::s, 0, space::s);
    m_suggestionWords = makeLabel({}, TextStyle::strong);
    m_suggestionWords->setObjectName(QStringLiteral("suggestion"));
    m_takeUp = makeButton({}, "suggestionTake", ButtonRole::primary);
    row->addWidget(m_suggestionWords, 1);
    row->addWidget(m_takeUp);
    layout.addWidget(m_suggested);
    connect(m_takeUp, &QPushButton::clicked, this, &PointPage::takeUp);
}

void PointPage::addNotes(QVBoxLayout &layout)
{
    layout.addSpacing(space::m);
    layout.addWidget(makeLabel(tr("Notes about it"), TextStyle::strong));
    m_notes = makeLabel({}, TextStyle::body);
    m_notes->setObjectName(QStringLiteral("pointNotes"));
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout.addWidget(m_notes);
    m_note = new QPlainTextEdit;
    m_note->setObjectName(QStringLiteral("pointPageNote"));
    m_note->setPlaceholderText(tr("A note about this point"));
    m_note->setAccessibleName(tr("A note about this point"));
    m_note->setFixedHeight(noteHeight);
    m_note->viewport()->setAutoFillBackground(false);
    m_note->document()->setDocumentMargin(space::s);
    m_note->setTabChangesFocus(true);
    layout.addWidget(m_note);
    auto *store = makeButton(tr("Add the note"), "pointNoteAdd", ButtonRole::plain);
    store->setEnabled(false);
    layout.addWidget(store, 0, Qt::AlignLeading);
    connect(m_note, &QPlainTextEdit::textChanged, this,
            [this, store] { store->setEnabled(!m_note->toPlainText().trimmed().isEmpty()); });
    connect(store, &QPushButton::clicked, this, &PointPage::storeNote);
}

void PointPage::addRatings(QVBoxLayout &layout, Theme theme)
{
    layout.addSpacing(space::m);
    layout.addWidget(makeLabel(tr("What was told of it, newest first"), TextStyle::strong));
    m_noRatings = makeLabel(tr("Its ratings will stand here once there are any."), TextStyle::body);
    layout.addWidget(m_noRatings);
    m_model = new StoryModel{this};
    m_rows = new StoryDelegate{theme, nullptr, this};
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("pointRatings"));
    m_list->setAccessibleName(tr("Ratings of the point, newest first"));
    layFlat(*m_list);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_rows);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setResizeMode(QListView::Adjust);
    m_list->installEventFilter(this);
    layout.addWidget(m_list);
    m_more = makeButton(tr("More"), "pointMore", ButtonRole::plain);
    layout.addWidget(m_more, 0, Qt::AlignLeading);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_most += ratingsAtOnce;
        showRatings();
    });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        const Rating rating = std::get<Rating>(m_model->at(index).records.front());
        Q_EMIT dayAsked(rating.at, refTo(rating));
    });
}

void PointPage::setTheme(Theme theme)
{
    m_line->setTheme(theme);
    m_chart->setTheme(theme);
    m_rows->setTheme(theme);
    update();
}

void PointPage::showPoint(PointId point)
{
    m_point = point;
    m_most = ratingsAtOnce;
    m_note->clear();
    refresh();
    verticalScrollBar()->setValue(0);
}

QString PointPage::name() const { return m_title->text(); }

void PointPage::refresh()
{
    if (!m_point) {
        return;
    }
    const auto known = m_session.read().find<TriggerPoint>(*m_point);
    if (!known) {
        m_point.reset();
        Q_EMIT closed();
        return;
    }
    m_title->setText(nameOf(m_atlas, known->muscle, known->side));
    m_kind->setText(known->quiet
                        ? tr("Quiet · marked %1").arg(phrases::day(known->markedAt))
                        : tr("%1 · marked %2")
                              .arg(phrases::capitalised(phrases::kind(known->kind)), phrases::day(known->markedAt)));
    m_line->setPoint(*known);
    const int times = timesReturned(*known);
    const QString life = times == 0   ? tr("It has not come back after being quiet.")
                         : times == 1 ? tr("It has come back once after being quiet.")
                                      : tr("It has come back %1 times after being quiet.").arg(times);
    const bool everQuiet = times > 0 || known->quiet;
    m_life->setText(life);
    m_life->setVisible(everQuiet);
    showSuggestion(*known);
    showChart(*known);
    showNotes();
    showRatings();
}

void PointPage::showSuggestion(const TriggerPoint &point)
{
    const LocalDay today = dayOf(m_session.now());
    m_suggestion =
        suggestionFor(point, readings(m_session.read(), point, Asked::sorenessNow, today - looksBack, today), today);
    m_suggested->setVisible(m_suggestion.has_value());
    const bool quiet = m_suggestion == LifeSuggestion::quiet;
    m_suggestionWords->setText(quiet ? tr("No soreness for %1 days. Call it quiet?").arg(quietAfter.count())
                                     : tr("Sore again. Mark it as returned?"));
    m_takeUp->setText(quiet ? tr("Call it quiet") : tr("Mark as returned"));
}

void PointPage::showChart(const TriggerPoint &point)
{
    const LocalDay today = dayOf(m_session.now());
    const DateRange range = rangeUpTo(today, RangeLength::threeMonths, today);
    std::vector<Treatment> own = m_session.read().between<Treatment>(range.from, range.to);
    std::erase_if(own, [&point](const Treatment &treatment) { return !concerns(treatment, point); });
    const auto periods = m_session.read().periodsOver(range.from, range.to);
    m_chart->setData({name(), Asked::sorenessNow, range,
                      readings(m_session.read(), point, Asked::sorenessNow, range.from, range.to),
                      chartMarks(own, periods, m_session.now())});
}

void PointPage::takeUp()
{
    const auto known = m_point ? m_session.read().find<TriggerPoint>(*m_point) : std::nullopt;
    if (known && m_suggestion) {
        const QString words = m_suggestion == LifeSuggestion::quiet ? tr("%1 is quiet") : tr("%1 has returned");
        m_session.change(withSuggestion(*known, *m_suggestion, m_session.now()), words.arg(name()));
    }
}

void PointPage::storeNote()
{
    const QString words = m_note->toPlainText().trimmed();
    if (m_point && !words.isEmpty() &&
        m_session.perform(add(Note{m_session.next<NoteId>(), m_session.now(), words.toStdString(), m_point}),
                          tr("Note about %1").arg(name()))) {
        m_note->clear();
    }
}

void PointPage::showNotes()
{
    QStringList lines;
    for (const Note &note : m_session.read().notesOf(*m_point, notesShown)) {
        lines << tr("%1: %2").arg(storyphrases::shortDay(dayOf(note.at)), phrases::text(note.text));
    }
    m_notes->setText(lines.isEmpty() ? tr("None yet.") : lines.join(QLatin1Char('\n')));
}

void PointPage::showRatings()
{
    // One more than is shown tells whether there are more.
    std::vector<Rating> ratings = m_session.read().lastRatingsOf(*m_point, m_most + 1);
    const bool more = ratings.size() > static_cast<std::size_t>(m_most);
    if (more) {
        ratings.pop_back();
    }
    m_model->setRows(ratingRows(ratings));
    fitRatings();
    m_list->setVisible(!ratings.empty());
    m_noRatings->setVisible(ratings.empty());
    m_more->setVisible(more);
}

bool PointPage::eventFilter(QObject *watched, QEvent *event)
{
    // Words take more lines where there is less room for them.
    if (watched == m_list && event->type() == QEvent::Resize) {
        const auto *resize = static_cast<QResizeEvent *>(event);
        if (resize->size().width() != resize->oldSize().width()) {
            fitRatings();
        }
    }
    return QScrollArea::eventFilter(watched, event);
}

/// The page scrolls, the list in it does not.
void PointPage::fitRatings()
{
    int height = 0;
    QStyleOptionViewItem option;
    option.initFrom(m_list);
    option.widget = m_list;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        height += m_rows->sizeHint(option, m_model->index(row)).height();
    }
    m_list->setFixedHeight(height);
}

} // namespace palpate::desktop
