// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/journalsession.h"

#include "desktop/phrases.h"
#include "journal/backups.h"

namespace palpate::desktop {

/// One step on the undo stack: the verb that is to be performed next, whichever direction that is. Each performance
/// returns the verb that takes it back, so undo and redo are the same swap.
class JournalSession::Command : public QUndoCommand {
public:
    Command(JournalSession &session, Verb inverse, const QString &name)
        : QUndoCommand{name}, m_session{session}, m_next{std::move(inverse)}
    {}

    void undo() override { swap(); }

    void redo() override
    {
        // QUndoStack::push() calls redo() for a change that is already on disk.
        if (!m_pushed) {
            m_pushed = true;
            return;
        }
        swap();
    }

private:
    void swap()
    {
        try {
            m_next = m_session.m_journal.perform(m_next);
        } catch (const JournalError &error) {
            setObsolete(true);
            Q_EMIT m_session.failed(phrases::error(error));
        }
    }

    JournalSession &m_session;
    Verb m_next;
    bool m_pushed = false;
};

JournalSession::JournalSession(Journal journal, const Clock &clock, IdSource &ids, QObject *parent)
    : QObject{parent}, m_journal{std::move(journal)}, m_clock{clock}, m_ids{ids}
{
    m_journal.setListener([this](const JournalChange &change) {
        // The change is on disk; whoever reads it back may still meet a failing disk, and a listener must not throw.
        try {
            Q_EMIT changed(change);
        } catch (const JournalError &error) {
            Q_EMIT failed(phrases::error(error));
        }
    });
}

void JournalSession::backUpIfDue() { (void)Backups{m_journal.file()}.makeIfDue(m_journal, m_clock.now()); }

bool JournalSession::perform(const Verb &verb, const QString &name)
{
    try {
        Verb inverse = m_journal.perform(verb);
        m_undo.push(new Command{*this, std::move(inverse), name}); // the stack owns it
        return true;
    } catch (const JournalError &error) {
        Q_EMIT failed(phrases::error(error));
        return false;
    }
}

std::optional<PointId> JournalSession::mark(const MuscleId &muscle, Side side, PointMm position, PointKind kind,
                                            std::optional<PainLevel> soreness, const QString &name)
{
    const Instant now = m_clock.now();
    const TriggerPoint point{m_ids.next<PointId>(), muscle, side, position, kind, now};
    std::vector<Rating> ratings;
    if (soreness) {
        ratings.push_back({m_ids.next<RatingId>(), point.id, Asked::sorenessNow, *soreness, now});
    }
    return perform(markPoint(point, ratings), tr("Mark %1").arg(name)) ? std::optional{point.id} : std::nullopt;
}

void JournalSession::rate(const PointOverview &point, PainLevel soreness, const QString &name)
{
    const QString words = tr("Rate %1: %2 of 10").arg(name).arg(soreness.value());
    if (!point.latestSoreness) {
        perform(add(Rating{m_ids.next<RatingId>(), point.point.id, Asked::sorenessNow, soreness, m_clock.now()}),
                words);
    } else if (point.latestSoreness->level != soreness) {
        Rating corrected = *point.latestSoreness;
        corrected.level = soreness;
        perform(palpate::change(corrected), words);
    }
}

void JournalSession::changeKind(PointId point, PointKind kind, const QString &name)
{
    if (const auto known = read().find<TriggerPoint>(point); known && known->kind != kind) {
        perform(palpate::change(withKind(*known, kind, m_clock.now())), tr("%1: %2").arg(name, phrases::kind(kind)));
    }
}

void JournalSession::remove(PointId point, const QString &name)
{
    perform(palpate::remove<TriggerPoint>(point), tr("Remove %1").arg(name));
}

void JournalSession::change(const TriggerPoint &point, const QString &name)
{
    if (const auto known = read().find<TriggerPoint>(point.id); known && *known != point) {
        perform(palpate::change(point), name);
    }
}

bool JournalSession::save(const PainEntry &entry, const QString &name)
{
    return perform(read().find<PainEntry>(entry.id) ? palpate::change(entry) : add(entry), name);
}

void JournalSession::remove(PainEntryId entry, const QString &name)
{
    perform(palpate::remove<PainEntry>(entry), name);
}

} // namespace palpate::desktop
