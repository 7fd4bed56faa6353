// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/shell/statusline.h"

#include <chrono>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QUndoStack>

#include "desktop/theme/palpatestyle.h"
#include "desktop/undokind.h"

namespace palpate::desktop {

namespace {

constexpr std::chrono::seconds shownFor{10};

QPushButton *quietButton(const QString &words, const QString &objectName)
{
    auto *button = new QPushButton{words};
    button->setObjectName(objectName);
    button->setProperty(buttonRoleProperty, static_cast<int>(ButtonRole::quiet));
    return button;
}

} // namespace

StatusLine::StatusLine(QUndoStack &undo, QWidget *parent)
    : QWidget{parent},
      m_undoStack{undo},
      m_words{new QLabel{this}},
      m_undo{quietButton(tr("Undo"), QStringLiteral("undo"))},
      m_redo{quietButton(tr("Redo"), QStringLiteral("redo"))}
{
    setButtonIcon(*m_undo, Icon::undo);
    setButtonIcon(*m_redo, Icon::redo);
    m_words->setObjectName(QStringLiteral("status"));
    auto *layout = new QHBoxLayout{this};
    layout->setContentsMargins(space::l, 2, space::l, 2);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_undo);
    layout->addWidget(m_redo);

    m_fade.setSingleShot(true);
    connect(&m_fade, &QTimer::timeout, m_words, &QLabel::clear);
    connect(m_undo, &QPushButton::clicked, &m_undoStack, &QUndoStack::undo);
    connect(m_redo, &QPushButton::clicked, &m_undoStack, &QUndoStack::redo);
    connect(&m_undoStack, &QUndoStack::indexChanged, this, &StatusLine::showLastChange);
    showLastChange();
    m_words->clear();
}

void StatusLine::showLastChange()
{
    m_undo->setEnabled(m_undoStack.canUndo());
    m_redo->setEnabled(m_undoStack.canRedo());
    m_undo->setToolTip(m_undoStack.canUndo() ? tr("Undo: %1 (Ctrl+Z)").arg(m_undoStack.undoText()) : QString{});
    m_redo->setToolTip(m_undoStack.canRedo() ? tr("Redo: %1 (Ctrl+Shift+Z)").arg(m_undoStack.redoText()) : QString{});
    const int index = m_undoStack.index();
    const bool undone = index < m_lastIndex;
    m_lastIndex = index;
    const bool isStored = index > 0 && dynamic_cast<const UnstoredCommand *>(m_undoStack.command(index - 1)) == nullptr;
    m_words->setText(undone     ? tr("Undone: %1").arg(m_undoStack.redoText())
                     : isStored ? tr("Saved: %1").arg(m_undoStack.undoText())
                                : m_undoStack.undoText());
    m_words->setPalette(QPalette{});
    m_fade.start(shownFor);
}

void StatusLine::showError(const QString &sentence)
{
    m_fade.stop();
    QPalette alarm = palette();
    alarm.setColor(QPalette::WindowText, palette().color(QPalette::BrightText));
    m_words->setPalette(alarm);
    m_words->setText(sentence);
}

} // namespace palpate::desktop
