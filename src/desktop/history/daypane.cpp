// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/history/daypane.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/controls/labels.h"
#include "desktop/controls/rowlist.h"
#include "desktop/history/entryeditor.h"
#include "desktop/history/storydelegate.h"
#include "desktop/history/storyphrases.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

constexpr std::chrono::hours noon{12};

QPushButton *makeButton(const QString &words, const char *name, ButtonRole role)
{
    auto *button = new QPushButton{words};
    button->setObjectName(QString::fromLatin1(name));
    setButtonRole(*button, role);
    return button;
}

QPushButton *makeArrow(Icon icon, const QString &words, const char *name)
{
    auto *button = makeButton({}, name, ButtonRole::plain);
    setButtonIcon(*button, icon);
    button->setAccessibleName(words);
    button->setToolTip(words);
    button->setFixedSize(36, 36);
    return button;
}

} // namespace

DayPane::DayPane(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session, Theme theme, QWidget *parent)
    : QWidget{parent}, m_atlas{scene.atlas()}, m_knowledge{knowledge}, m_session{session}, m_day{dayOf(session.now())}
{
    setObjectName(QStringLiteral("dayPane"));
    m_layout = new QVBoxLayout{this};
    m_layout->setContentsMargins(space::xl, space::l, space::l, space::s);
    m_layout->setSpacing(space::s);
    m_layout->addWidget(makeHeader());
    m_nothing = makeLabel(tr("Nothing is entered for this day. What you log, paint or note will stand here in the "
                             "order of time."),
                          TextStyle::body);
    m_nothing->setObjectName(QStringLiteral("dayNothing"));
    m_nothing->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_layout->addWidget(m_nothing, 1); // takes the place of the list
    makeList(scene, theme);
    m_layout->addWidget(m_list, 1);
    m_layout->addWidget(makeFoot());
    setFocusProxy(m_list);
}

void DayPane::makeList(MapScene &scene, Theme theme)
{
    m_pictures = new DrawingPictures{scene, theme, this};
    m_model = new StoryModel{this};
    m_rows = new StoryDelegate{theme, m_pictures, this};
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("dayStory"));
    m_list->setAccessibleName(tr("Entries of the day"));
    layFlat(*m_list);
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_rows);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->installEventFilter(this);
    connect(m_pictures, &DrawingPictures::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(m_list, &QListView::doubleClicked, this, &DayPane::edit);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &DayPane::showCurrent);
}

QWidget *DayPane::makeHeader()
{
    auto *header = new QWidget;
    auto *layout = new QVBoxLayout{header};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    auto *top = new QHBoxLayout;
    top->setSpacing(space::xs);
    m_title = makeLabel({}, TextStyle::section);
    m_title->setObjectName(QStringLiteral("dayTitle"));
    top->addWidget(m_title, 1);
    auto *before = makeArrow(Icon::previous, tr("The day before with entries ([)"), "dayBefore");
    auto *after = makeArrow(Icon::next, tr("The next day with entries (])"), "dayAfter");
    auto *today = makeButton(tr("Today"), "dayToday", ButtonRole::plain);
    for (QPushButton *button : {before, after, today}) {
        top->addWidget(button, 0, Qt::AlignTop);
    }
    layout->addLayout(top);
    m_levels = makeLabel({}, TextStyle::body);
    m_levels->setObjectName(QStringLiteral("dayLevels"));
    layout->addWidget(m_levels);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(space::xs);
    auto *note = makeButton(tr("Add a note"), "addNote", ButtonRole::plain);
    m_backDate = makeButton(tr("Add soreness for this day"), "addSoreness", ButtonRole::plain);
    m_backDate->hide();
    actions->addWidget(note);
    actions->addWidget(m_backDate);
    actions->addStretch();
    layout->addLayout(actions);
    connect(before, &QPushButton::clicked, this, [this] { Q_EMIT stepAsked(-1); });
    connect(after, &QPushButton::clicked, this, [this] { Q_EMIT stepAsked(1); });
    connect(today, &QPushButton::clicked, this, [this] { Q_EMIT stepAsked(0); });
    connect(note, &QPushButton::clicked, this, &DayPane::addNote);
    connect(m_backDate, &QPushButton::clicked, this, [this] { Q_EMIT backDate(m_day); });
    return header;
}

QWidget *DayPane::makeFoot()
{
    m_foot = new QWidget;
    auto *layout = new QHBoxLayout{m_foot};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    m_edit = makeButton(tr("Change"), "entryEdit", ButtonRole::plain);
    m_edit->setToolTip(tr("Enter, or a double click on the row"));
    m_openPoint = makeButton(tr("Open the point"), "entryPoint", ButtonRole::plain);
    m_remove = makeButton(tr("Remove"), "entryRemove", ButtonRole::quiet);
    layout->addWidget(m_edit);
    layout->addWidget(m_openPoint);
    layout->addStretch();
    layout->addWidget(m_remove);
    connect(m_edit, &QPushButton::clicked, this, [this] { edit(m_list->currentIndex()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { removeRow(m_list->currentIndex()); });
    connect(m_openPoint, &QPushButton::clicked, this, [this] {
        if (m_list->currentIndex().isValid() && m_model->at(m_list->currentIndex()).point) {
            Q_EMIT pointAsked(*m_model->at(m_list->currentIndex()).point);
        }
    });
    return m_foot;
}

void DayPane::setTheme(Theme theme)
{
    m_rows->setTheme(theme);
    m_pictures->setTheme(theme);
    update();
}

void DayPane::setBackDating(bool on) { m_backDate->setVisible(on); }

void DayPane::showDay(LocalDay day)
{
    const bool another = day != m_day;
    m_day = day;
    if (m_newNote != nullptr) {
        m_newNote->deleteLater();
        m_newNote = nullptr;
    }
    if (another) {
        m_list->setCurrentIndex({});
    }
    refresh();
    if (another) {
        m_list->scrollToTop();
    }
}

std::optional<RecordRef> DayPane::current() const
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || m_model->at(index).records.empty()) {
        return std::nullopt;
    }
    return std::visit([](const auto &record) { return refTo(record); }, m_model->at(index).records.front());
}

void DayPane::refresh()
{
    const auto kept = current();
    const int row = m_list->currentIndex().row();
    closeEditor();
    const DayStory story = dayStory(m_session.read(), m_day);
    m_title->setText(storyphrases::longDay(m_day));
    m_levels->setText(phrases::capitalised(storyphrases::levels(story.levels)));
    m_model->setRows(storyRows(story, m_atlas, m_knowledge));
    m_nothing->setVisible(m_model->rowCount() == 0);
    m_list->setVisible(m_model->rowCount() > 0);
    if (kept) {
        const QModelIndex same = m_model->indexOf(*kept);
        m_list->setCurrentIndex(same.isValid() ? same : m_model->index(std::min(row, m_model->rowCount() - 1)));
    }
    showCurrent();
}

void DayPane::reveal(const RecordRef &record)
{
    const QModelIndex index = m_model->indexOf(record);
    m_list->setCurrentIndex(index);
    if (index.isValid()) {
        m_list->scrollTo(index, QAbstractItemView::PositionAtCenter);
        m_list->setFocus();
    }
}

void DayPane::showCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    const bool any = index.isValid() && m_editor == nullptr;
    const bool own = any && !m_model->at(index).records.empty() && !m_model->at(index).fixed;
    m_edit->setVisible(own);
    m_remove->setVisible(own);
    m_openPoint->setVisible(any && m_model->at(index).point.has_value());
    m_foot->setVisible(any && (own || m_model->at(index).point));
}

void DayPane::edit(const QModelIndex &index)
{
    if (!index.isValid() || m_model->at(index).records.empty() || m_model->at(index).fixed) {
        return;
    }
    closeEditor();
    const StoryRow &row = m_model->at(index);
    m_editor = new EntryEditor{row.title, row.records, EntryEditor::Purpose::change, m_session.now()};
    connect(m_editor, &EntryEditor::left, this, [this] {
        closeEditor();
        m_list->setFocus();
    });
    connect(m_editor, &EntryEditor::removeAsked, this, [this] { removeRow(m_list->currentIndex()); });
    connect(m_editor, &EntryEditor::saved, this, [this, before = row](const std::vector<AnyRecord> &records) {
        const std::vector<AnyRecord> kept{records.begin(), records.end()}; // the editor goes first
        closeEditor();
        if (kept != before.records) {
            save(kept, before.title);
        }
        m_list->setFocus();
    });
    m_model->setEditing(index, m_editor->sizeHint().height());
    m_list->setIndexWidget(index, m_editor);
    m_list->doItemsLayout();
    m_list->scrollTo(index);
    m_editor->begin();
    showCurrent();
}

void DayPane::closeEditor()
{
    if (m_editor == nullptr) {
        return;
    }
    m_editor = nullptr;
    const QModelIndex open = m_list->currentIndex();
    m_model->setEditing({}, 0);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        m_list->setIndexWidget(m_model->index(row), nullptr);
    }
    m_list->doItemsLayout();
    m_list->setCurrentIndex(open);
    showCurrent();
}

void DayPane::save(const std::vector<AnyRecord> &records, const QString &title)
{
    Verb verb;
    for (const AnyRecord &record : records) {
        verb.steps.emplace_back(Change{record});
    }
    QString name = tr("Change %1, %2").arg(title, storyphrases::shortDay(m_day));
    if (const auto *rating = records.size() == 1 ? std::get_if<Rating>(&records.front()) : nullptr) {
        const auto before = m_session.read().find<Rating>(rating->id);
        if (before && before->level != rating->level) {
            name = tr("%1 now %2 of 10, %3").arg(title).arg(rating->level.value()).arg(storyphrases::shortDay(m_day));
        }
    }
    m_session.perform(verb, name);
}

void DayPane::removeRow(const QModelIndex &index)
{
    if (!index.isValid() || m_model->at(index).records.empty() || m_model->at(index).fixed) {
        return;
    }
    const StoryRow row = m_model->at(index);
    Verb verb;
    for (const AnyRecord &record : row.records) {
        verb.steps.emplace_back(Delete{std::visit([](const auto &one) { return refTo(one); }, record)});
    }
    closeEditor();
    m_session.perform(verb, tr("Remove %1, %2").arg(row.title, storyphrases::shortDay(m_day)));
    m_list->setFocus();
}

void DayPane::addNote()
{
    if (m_newNote != nullptr) {
        m_newNote->begin();
        return;
    }
    const Instant now = m_session.now();
    const Instant at =
        dayOf(now) == m_day
            ? now
            : Instant{std::chrono::sys_time<std::chrono::milliseconds>{m_day.time_since_epoch() + noon - now.offset},
                      now.offset};
    m_newNote = new EntryEditor{
        tr("Add a note"), {Note{m_session.next<NoteId>(), at, {}, std::nullopt}}, EntryEditor::Purpose::add, now};
    m_layout->insertWidget(1, m_newNote);
    const auto close = [this] {
        m_newNote->deleteLater();
        m_newNote->hide();
        m_newNote = nullptr;
        m_list->setFocus();
    };
    connect(m_newNote, &EntryEditor::left, this, close);
    connect(m_newNote, &EntryEditor::saved, this, [this, close](const std::vector<AnyRecord> &records) {
        const Note note = std::get<Note>(records.front());
        close();
        if (!note.text.empty() && m_session.perform(add(note), tr("Note for %1").arg(storyphrases::shortDay(m_day)))) {
            reveal(refTo(note));
        }
    });
    m_newNote->begin();
}

bool DayPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && watched == m_list && m_editor == nullptr) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            edit(m_list->currentIndex());
            return true;
        }
        if (key == Qt::Key_Delete) {
            removeRow(m_list->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace palpate::desktop
