// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>

#include <QWidget>

#include "care/careoptions.h"
#include "desktop/bodymap/mapscene.h"
#include "desktop/journalsession.h"
#include "desktop/lookup/checkedform.h"
#include "desktop/shell/settings.h"
#include "desktop/theme/tokens.h"
#include "record/measure.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace palpate::desktop {

class CareMap;
class CareRow;
class CareWishes;
class Chips;
class DangerWords;
class Fold;
class LookupSource;

/// What a session is to begin with.
struct ChosenCare {
    std::vector<PlannedCare> care;
    QString overrideReason;
    std::optional<MovementTest> movement; ///< to be measured before and after
};

/// The check before pressing, and the choice of points: what may be done to each and why not more, how much time there
/// is and what is at hand. A danger sign in what is written stops it, with words and a way back.
class CareChoice : public QWidget {
    Q_OBJECT

public:
    /// All must outlive it.
    CareChoice(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session, LookupSource &source,
               Theme theme, QWidget *parent = nullptr);

    /// Asks the journal anew. What was chosen and answered today stays.
    void read();
    /// Forgets what was answered, after a session.
    void forgetAnswers();
    void setTheme(Theme theme);
    /// Those points and no others, as far as they may be worked on.
    void chooseOnly(const std::set<PointId> &points);
    /// As if the button were pressed.
    void begin();
    /// What would begin now.
    [[nodiscard]] ChosenCare chosen() const;
    [[nodiscard]] CareMap &map() { return *m_map; }

Q_SIGNALS:
    void startWished();
    void mapWished();
    /// To be heard once.
    void loudnessChosen(palpate::desktop::Loudness loudness);
    /// What is known of pressing is to be read.
    void readingWished();
    /// Somebody who helps is to see where and how.
    void helperWished(const palpate::CareOption &option);
    void failed(const QString &sentence);

private:
    /// Where the person is in the rows, before they are made anew.
    struct RowPlace {
        std::optional<std::pair<PointId, QString>> focused; ///< the row and the name of what has the keyboard
        std::set<std::pair<PointId, QString>> open;         ///< folds
    };

    void compose();
    [[nodiscard]] RowPlace rowPlace() const;
    void restore(const RowPlace &place);
    [[nodiscard]] QWidget *makeCheck();
    [[nodiscard]] QWidget *makeFirst();
    [[nodiscard]] QWidget *makeEmpty();
    [[nodiscard]] QWidget *makeFoot();
    void connectRow(CareRow &row, PointId id);
    void takePoint(PointId point);
    void lookAt(PointId point);
    void fillMap();
    /// What the map draws, for those who do not see it; made when it is first opened.
    void fillKeepOff();
    void choose();
    void fillRows();
    void fillQuestions();
    void fillSummary();
    [[nodiscard]] CheckRefusal keepCheck(const Restriction &restriction, const ToldCheck &check);
    [[nodiscard]] bool isReady(const CareOption &option) const;
    [[nodiscard]] std::vector<const CareOption *> chosenOptions() const;

    MapScene &m_scene;
    const KnowledgeBase &m_knowledge;
    JournalSession &m_session;
    LookupSource &m_source;
    Theme m_theme;
    CareAnswers m_answers;
    std::vector<CareOption> m_options;
    std::vector<const Condition *> m_asked;
    std::set<PointId> m_chosen;
    std::map<PointId, QString> m_reasons;
    bool m_choseByHand = false;
    bool m_showAll = false;
    bool m_hasRules = false;  ///< the map
    bool m_hasTurned = false; ///< the map to the first of the chosen points
    QWidget *m_first = nullptr;
    QWidget *m_check = nullptr;
    Chips *m_conditions = nullptr;
    QLabel *m_conditionsTitle = nullptr;
    DangerWords *m_danger = nullptr;
    QVBoxLayout *m_rows = nullptr;
    QWidget *m_empty = nullptr;
    CareMap *m_map = nullptr;
    QScrollArea *m_scroll = nullptr;
    CareWishes *m_wishes = nullptr;
    QVBoxLayout *m_keepOff = nullptr;
    QWidget *m_foot = nullptr;
    QLabel *m_summary = nullptr;
    QLineEdit *m_manyReason = nullptr;
    QPushButton *m_start = nullptr;
};

} // namespace palpate::desktop
