// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QObject>

#include "anatomy/atlas.h"
#include "desktop/journalsession.h"
#include "lookup/ranking.h"
#include "record/checklist.h"
#include "referral/knowledgebase.h"

namespace palpate::desktop {

/// The sides that a candidate's muscles are meant on; the right stands first where both may be.
[[nodiscard]] std::vector<Side> sidesOf(CandidateSide side);

/// The checklist that is worked on: muscles that a lookup suggested, felt for one after the other. Every answer is
/// stored at once and can be undone.
class Checking : public QObject {
    Q_OBJECT

public:
    /// Session and atlas must outlive it.
    Checking(JournalSession &session, const anatomy::Atlas &atlas, QObject *parent = nullptr);

    [[nodiscard]] const std::optional<Checklist> &list() const { return m_list; }
    /// The checklists of the last year, the newest first.
    [[nodiscard]] std::vector<Checklist> recent() const;

    /// What of the candidates a person may feel for alone, side by side; muscles that nobody should press are left out.
    [[nodiscard]] static std::vector<ChecklistItem> itemsFor(const KnowledgeBase &base,
                                                             const std::vector<Candidate> &candidates);
    /// Stores a new checklist and goes on with it. False when it could not be stored.
    bool begin(std::vector<ChecklistItem> items, const std::string &words);
    void open(ChecklistId list);
    void set(std::size_t item, Palpated palpated);
    /// Marks a point that was found, and notes it in the list, in one step. `isExact` when the person has shown the
    /// place. Nothing when it has one already, or could not be stored.
    std::optional<PointId> mark(std::size_t item, PointMm position, bool isExact);

Q_SIGNALS:
    void changed();

private:
    void journalChanged(const JournalChange &change);
    [[nodiscard]] QString nameOfItem(std::size_t item) const;

    JournalSession &m_session;
    const anatomy::Atlas &m_atlas;
    std::optional<Checklist> m_list;
};

} // namespace palpate::desktop
