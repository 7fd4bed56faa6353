// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>

#include <QObject>

#include "desktop/bodymap/mapscene.h"
#include "desktop/journalsession.h"
#include "desktop/lookup/lookupsource.h"
#include "desktop/lookup/question.h"
#include "record/alert.h"
#include "record/alertchecks.h"
#include "record/runningcoverage.h"

namespace palpate::desktop {

/// One looking-up: what is asked, what is answered, and which danger signs are still without an answer. Everything that
/// is asked can be undone; nothing is stored before save() or an answer to a danger sign.
class Enquiry : public QObject {
    Q_OBJECT

public:
    /// Scene, session and source must outlive the enquiry, which asks the source to begin.
    Enquiry(MapScene &scene, JournalSession &session, LookupSource &source, QObject *parent = nullptr);
    ~Enquiry() override;
    Enquiry(const Enquiry &) = delete;
    Enquiry &operator=(const Enquiry &) = delete;
    Enquiry(Enquiry &&) = delete;
    Enquiry &operator=(Enquiry &&) = delete;

    /// Null until ready() was told.
    [[nodiscard]] const LookupData *data() const { return m_source.data(); }
    [[nodiscard]] const Question &question() const { return m_question; }
    /// To the question as it stands, the stroke that is being painted included.
    [[nodiscard]] const LookupAnswer &answer() const { return m_answer; }
    [[nodiscard]] const std::vector<ZoneCoverage> &coverage() const { return m_coverage; }
    [[nodiscard]] const Clock &clock() const { return m_session.clock(); }
    [[nodiscard]] Instant now() const { return m_session.now(); }

    // What is asked.
    void say(const QString &words);
    void paint(const Stroke &stroke);
    /// A stroke that is not finished yet: it is answered, and forgotten when the next is shown.
    void grow(const Stroke &stroke);
    /// Chooses a place, or takes it back.
    void toggle(const anatomy::ZonePlace &zone);
    void clear();

    // Danger signs, and the three answers.
    /// Those that wait for an answer; while there are any, the list steps back.
    [[nodiscard]] std::vector<const RedFlag *> waiting() const;
    /// "Show me what to do", for all signs that wait: stored.
    void showAll();
    /// "This is not what I meant": its words are struck, nothing is stored.
    void strike(const RedFlag &flag);
    /// "A professional has checked this": stored when it can be accepted; says why when not.
    [[nodiscard]] CheckRefusal check(const RedFlag &flag, const std::string &by, const Instant &when, LocalDay until);
    /// Whether nobody is to press there until a sign is answered.
    [[nodiscard]] bool isWithheld(const MuscleId &muscle) const;
    /// What was written that raised it.
    [[nodiscard]] QStringList wordsBehind(const RedFlag &flag) const;

    /// Stores what is asked as pain felt now; once more, and the same entry is changed.
    bool save();
    [[nodiscard]] bool isSaved() const { return m_savedAs == m_question && m_saved.has_value(); }

Q_SIGNALS:
    /// The data are there.
    void ready();
    void questionChanged();
    void answered();

private:
    class Command;

    void begin();
    void change(Question question, const QString &name);
    void take(Question question);
    void readJournal();
    void ask(const Stroke *growing = nullptr);
    [[nodiscard]] LookupQuery chosen() const;
    void readProfile(LookupInput &input) const;

    MapScene &m_scene;
    JournalSession &m_session;
    LookupSource &m_source;
    std::optional<RunningCoverage> m_running;

    Question m_question;
    std::vector<ZoneCoverage> m_coverage;
    LookupAnswer m_answer;
    std::vector<Alert> m_alerts;    ///< of the journal
    std::set<RedFlagId> m_shown;    ///< answered with "show me", for this question
    std::set<RedFlagId> m_notMeant; ///< for this question
    std::optional<PainEntryId> m_saved;
    Question m_savedAs;
};

} // namespace palpate::desktop
