// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QScrollArea>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace palpate::desktop {

class Actions;

/// All commands with their keys, to be searched, and what the program is made of.
class HelpPage : public QScrollArea {
    Q_OBJECT

public:
    /// The actions must outlive the page; they are read once, when it is made.
    explicit HelpPage(const Actions &actions, QWidget *parent = nullptr);

private:
    struct Row {
        QWidget *widget;
        QString words; ///< folded
        QLabel *title; ///< of its group
    };

    void addGroup(const Actions &actions, int group, const QString &title, QVBoxLayout &layout);
    void filter(const QString &typed);

    QLineEdit *m_filter;
    QLabel *m_nothing;
    std::vector<Row> m_rows;
};

} // namespace palpate::desktop
