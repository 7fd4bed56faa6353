// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QObject>
#include <QUndoStack>

#include "core/idsource.h"
#include "core/instant.h"
#include "journal/journal.h"

namespace palpate::desktop {

/// The open journal as the window sees it: every change is a verb, done at once, with its inverse on the undo stack.
/// A failed change leaves journal and stack as they were and says so through failed().
class JournalSession : public QObject {
    Q_OBJECT

public:
    /// Clock and ids must outlive the session.
    JournalSession(Journal journal, const Clock &clock, IdSource &ids, QObject *parent = nullptr);

    /// The questions one can ask.
    [[nodiscard]] const JournalReader &read() const { return m_journal.read(); }
    [[nodiscard]] QUndoStack &undoStack() { return m_undo; }

    /// Makes today's backup unless there is one. Takes about a second for ten years. Throws JournalError.
    void backUpIfDue();

    /// Marks a point now, with the soreness it has now if one was given. Nothing when it could not be stored.
    std::optional<PointId> mark(const MuscleId &muscle, Side side, PointMm position, PointKind kind,
                                std::optional<PainLevel> soreness, const QString &name);
    /// Corrects the last soreness of the point, or gives its first.
    void rate(const PointOverview &point, PainLevel soreness, const QString &name);
    void changeKind(PointId point, PointKind kind, const QString &name);
    void remove(PointId point, const QString &name);
    /// The point as it is from now on; `name` says what was changed.
    void change(const TriggerPoint &point, const QString &name);

    /// Performs it and puts its inverse on the undo stack. False when it could not be stored.
    bool perform(const Verb &verb, const QString &name);
    template <typename Id> [[nodiscard]] Id next() { return m_ids.next<Id>(); }

    [[nodiscard]] Instant now() const { return m_clock.now(); }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] IdSource &ids() { return m_ids; }
    /// A pain drawing of this moment, not yet stored.
    [[nodiscard]] PainEntry newPainEntry() { return {m_ids.next<PainEntryId>(), m_clock.now(), {}}; }
    /// Adds it or puts it in the place of the one with its id. False when it could not be stored.
    bool save(const PainEntry &entry, const QString &name);
    void remove(PainEntryId entry, const QString &name);

Q_SIGNALS:
    /// After the commit.
    void changed(const palpate::JournalChange &change);
    /// A plain sentence: what happened, what was kept, what to do.
    void failed(const QString &sentence);

private:
    class Command;

    Journal m_journal;
    const Clock &m_clock;
    IdSource &m_ids;
    QUndoStack m_undo;
};

} // namespace palpate::desktop
