// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "desktop/bodymap/mapscene.h"
#include "desktop/learn/readingtext.h"

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QPrinter;

namespace palpate::desktop {

class Actions;
class LearnModel;
class LookupSource;
class ReadingView;
class RowDelegate;

/// Something to read: a list of articles and muscles on one side, the text on the other, with links between muscles,
/// places and articles, and a way back.
class LearnPage : public QWidget {
    Q_OBJECT

public:
    /// Everything handed over must outlive the page.
    LearnPage(MapScene &scene, const KnowledgeBase &knowledge, LookupSource &source, Actions &actions, Theme theme,
              QWidget *parent = nullptr);

    void setTheme(Theme theme);
    /// Opens it, also before the texts have been read.
    void open(const ReadingTarget &target);
    [[nodiscard]] const std::optional<ReadingTarget> &shown() const { return m_shown; }
    /// What is shown, in light colours.
    void printTo(QPrinter &printer);

Q_SIGNALS:
    /// The person wants to see the muscle on the map.
    void mapRequested(const palpate::MuscleId &muscle);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeSide(Theme theme);
    [[nodiscard]] QWidget *makeText();
    void addCommands(Actions &actions);
    void takeContents();
    void step(int direction);
    void render();
    void choosePrinter();
    struct Rendered {
        QString html;
        std::vector<std::pair<QString, QImage>> pictures;
    };
    [[nodiscard]] Rendered rendered(Theme theme);

    MapScene &m_scene;
    const KnowledgeBase &m_knowledge;
    LookupSource &m_source;
    Theme m_theme;
    LearnModel *m_model;
    RowDelegate *m_delegate = nullptr;
    QLineEdit *m_field = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_nothing = nullptr;
    ReadingView *m_view = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_forward = nullptr;
    QPushButton *m_map = nullptr;
    std::optional<ReadingTarget> m_shown;
    std::vector<ReadingTarget> m_visited;
    std::size_t m_at = 0; ///< place in m_visited of what is shown
    bool m_hasContents = false;
};

} // namespace palpate::desktop
