// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace palpate::desktop {

/// A section of a page of words: a title and what stands under it, one below the other. Words keep a little room at
/// both sides, so that a fold, whose heading reaches out for the pointer, has its words in line with theirs.
class SectionBox : public QWidget {
    Q_OBJECT

public:
    /// The room at both sides.
    static constexpr int inset = 8;

    explicit SectionBox(const QString &name = {}, QWidget *parent = nullptr);

    void addTitle(const QString &words);
    QLabel *addText(const QString &words);
    QLabel *addStrong(const QString &words);
    /// Small, in the second text colour.
    QLabel *addQuiet(const QString &words);
    /// Words that begin with their own heading.
    QLabel *addRunIn(const QString &heading, const QString &words, const QPixmap &mark = {});
    /// Behind a mark of its own: a bullet, the number of a step.
    QLabel *addItem(const QString &mark, const QString &words);
    void add(QWidget *widget);
    /// From edge to edge.
    void addWide(QWidget *widget);
    void addSpace(int pixels);

    /// Whether there is nothing but a title.
    [[nodiscard]] bool isEmpty() const { return m_empty; }

private:
    void addMarked(QWidget *mark, QWidget *words);

    QVBoxLayout *m_layout;
    bool m_empty = true;
};

} // namespace palpate::desktop
