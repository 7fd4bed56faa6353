// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QWidget>

#include "quickentry/quickentry.h"

class QLabel;
class QLineEdit;

namespace palpate::desktop {

/// A line to write ("l inf 6 sharp @8:30"), under it what it will store, or what it still needs. Tab writes out what
/// was begun; Enter stores.
class QuickLineField : public QWidget {
    Q_OBJECT

public:
    /// Makes a reader of what is in the journal now.
    using MakeReader = std::function<std::unique_ptr<QuickReader>()>;

    /// Atlas and knowledge must outlive the field.
    QuickLineField(const anatomy::Atlas &atlas, const KnowledgeBase &knowledge, const Clock &clock,
                   MakeReader makeReader, QWidget *parent = nullptr);

    /// The moment that a line without a time is about.
    void setWhen(std::optional<Instant> when);
    /// The journal or the knowledge base is not what it was.
    void forgetReader();
    void begin();
    void clear();

Q_SIGNALS:
    /// The words say what is stored, for the list of changes.
    void entered(const palpate::QuickReader &reader, const palpate::QuickEntry &entry, const QString &words);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] const QuickReader &reader();
    void show();
    void enter();
    [[nodiscard]] QString wordsOf(const QuickEntry &entry) const;
    [[nodiscard]] static QString sentenceOf(const QuickProblem &problem);
    [[nodiscard]] static QString sentenceOf(const QuickRefusal &refusal);

    const anatomy::Atlas &m_atlas;
    const KnowledgeBase &m_knowledge;
    const Clock &m_clock;
    MakeReader m_makeReader;
    std::unique_ptr<QuickReader> m_reader;
    std::optional<Instant> m_when;
    QLineEdit *m_line;
    QLabel *m_preview;
    QString m_completion;
};

} // namespace palpate::desktop
