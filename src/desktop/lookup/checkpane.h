// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "desktop/lookup/checking.h"
#include "desktop/theme/tokens.h"

class QLabel;
class QListView;
class QPushButton;

namespace palpate::desktop {

class CheckModel;
class Chips;
class RowDelegate;

/// The checklist: the muscles to feel for, what was found in each, and the step from a hit to a marked point.
class CheckPane : public QWidget {
    Q_OBJECT

public:
    /// Checking, atlas and knowledge must outlive the pane.
    CheckPane(Checking &checking, const anatomy::Atlas &atlas, const KnowledgeBase &knowledge, Theme theme,
              QWidget *parent = nullptr);
    ~CheckPane() override;
    CheckPane(const CheckPane &) = delete;
    CheckPane &operator=(const CheckPane &) = delete;
    CheckPane(CheckPane &&) = delete;
    CheckPane &operator=(CheckPane &&) = delete;

    void setTheme(Theme theme);
    /// The item that is felt for now; nothing in an empty list.
    [[nodiscard]] std::optional<std::size_t> current() const;
    void choose(std::size_t item);
    void answer(Palpated palpated);

Q_SIGNALS:
    void currentChanged();
    void markAsked();
    void closed();

private:
    void refresh();
    void showCurrent();
    void step(int by);

    Checking &m_checking;
    const anatomy::Atlas &m_atlas;
    const KnowledgeBase &m_knowledge;
    CheckModel *m_model;
    RowDelegate *m_rows;
    QLabel *m_about;
    QListView *m_list;
    QLabel *m_name;
    QLabel *m_where;
    QLabel *m_care;
    Chips *m_found;
    QPushButton *m_mark;
    QLabel *m_marked;
    QPushButton *m_earlier;
    QPushButton *m_later;
};

} // namespace palpate::desktop
