// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QUndoStack;

namespace palpate::desktop {

/// One line at the foot of the window: the last change in words with Undo beside it, or what went wrong.
class StatusLine : public QWidget {
    Q_OBJECT

public:
    /// The stack must outlive the line.
    explicit StatusLine(QUndoStack &undo, QWidget *parent = nullptr);

    /// Stays until the next change.
    void showError(const QString &sentence);

private:
    void showLastChange();

    QUndoStack &m_undoStack;
    QLabel *m_words;
    QPushButton *m_undo;
    QPushButton *m_redo;
    QTimer m_fade;
    int m_lastIndex = 0;
};

} // namespace palpate::desktop
