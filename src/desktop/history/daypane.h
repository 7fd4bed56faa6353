// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <QWidget>

#include "desktop/history/drawingpictures.h"
#include "desktop/history/storymodel.h"
#include "desktop/journalsession.h"

class QLabel;
class QListView;
class QPushButton;
class QVBoxLayout;

namespace palpate::desktop {

class EntryEditor;
class StoryDelegate;

/// One day's story, entry by entry, each of which can be set right where it stands.
class DayPane : public QWidget {
    Q_OBJECT

public:
    /// Scene, knowledge and session must outlive the pane.
    DayPane(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session, Theme theme,
            QWidget *parent = nullptr);

    void setTheme(Theme theme);
    void setBackDating(bool on);
    void showDay(LocalDay day);
    [[nodiscard]] LocalDay day() const { return m_day; }
    /// Reads the day again; the row that was current stays so.
    void refresh();
    /// Scrolls to what tells of a record and makes it current.
    void reveal(const RecordRef &record);
    void addNote();

    [[nodiscard]] const DrawingPictures &pictures() const { return *m_pictures; }

Q_SIGNALS:
    void pointAsked(palpate::PointId point);
    void backDate(std::chrono::local_days day);
    /// To the day before (-1) or after (1) on which anything stands, or to today (0).
    void stepAsked(int direction);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHeader();
    [[nodiscard]] QWidget *makeFoot();
    void makeList(MapScene &scene, Theme theme);
    void showCurrent();
    void edit(const QModelIndex &index);
    void closeEditor();
    void save(const std::vector<AnyRecord> &records, const QString &title);
    void removeRow(const QModelIndex &index);
    [[nodiscard]] std::optional<RecordRef> current() const;

    const anatomy::Atlas &m_atlas;
    const KnowledgeBase &m_knowledge;
    JournalSession &m_session;
    LocalDay m_day;
    DrawingPictures *m_pictures = nullptr;
    StoryModel *m_model = nullptr;
    StoryDelegate *m_rows = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_levels = nullptr;
    QLabel *m_nothing = nullptr;
    QListView *m_list = nullptr;
    QPushButton *m_backDate = nullptr;
    QWidget *m_foot = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_openPoint = nullptr;
    QVBoxLayout *m_layout = nullptr;
    EntryEditor *m_editor = nullptr;  ///< in the row that is open
    EntryEditor *m_newNote = nullptr; ///< below the header
};

} // namespace palpate::desktop
