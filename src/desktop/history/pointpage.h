// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QScrollArea>

#include "anatomy/atlas.h"
#include "desktop/history/storymodel.h"
#include "desktop/journalsession.h"
#include "desktop/theme/tokens.h"
#include "insight/pointlife.h"

class QLabel;
class QListView;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace palpate::desktop {

class LifeLine;
class PointChart;
class StoryDelegate;

/// All about one point over time: its life, what its numbers suggest, its ratings and the notes about it.
class PointPage : public QScrollArea {
    Q_OBJECT

public:
    /// Atlas and session must outlive the page.
    PointPage(const anatomy::Atlas &atlas, JournalSession &session, Theme theme, QWidget *parent = nullptr);

    void setTheme(Theme theme);
    void showPoint(PointId point);
    [[nodiscard]] const std::optional<PointId> &point() const { return m_point; }
    /// Reads the point again; closes when it is gone.
    void refresh();

Q_SIGNALS:
    void closed();
    /// A rating or note was chosen.
    void dayAsked(const palpate::Instant &at, const palpate::RecordRef &record);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addHead(QVBoxLayout &layout, Theme theme);
    void addNotes(QVBoxLayout &layout);
    void addRatings(QVBoxLayout &layout, Theme theme);
    void showSuggestion(const TriggerPoint &point);
    void showChart(const TriggerPoint &point);
    void showNotes();
    void showRatings();
    void fitRatings();
    void takeUp();
    void storeNote();
    [[nodiscard]] QString name() const;

    const anatomy::Atlas &m_atlas;
    JournalSession &m_session;
    std::optional<PointId> m_point;
    std::optional<LifeSuggestion> m_suggestion;
    int m_most = 0; ///< ratings shown
    QLabel *m_title = nullptr;
    QLabel *m_kind = nullptr;
    LifeLine *m_line = nullptr;
    QLabel *m_life = nullptr;
    QWidget *m_suggested = nullptr;
    QLabel *m_suggestionWords = nullptr;
    QPushButton *m_takeUp = nullptr;
    PointChart *m_chart = nullptr;
    QPlainTextEdit *m_note = nullptr;
    QLabel *m_notes = nullptr;
    QLabel *m_noRatings = nullptr;
    StoryModel *m_model = nullptr;
    StoryDelegate *m_rows = nullptr;
    QListView *m_list = nullptr;
    QPushButton *m_more = nullptr;
};

} // namespace palpate::desktop
