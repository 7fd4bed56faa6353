// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "core/localday.h"
#include "desktop/bodymap/mapscene.h"
#include "desktop/care/musclefield.h"
#include "desktop/journalsession.h"
#include "desktop/theme/tokens.h"
#include "referral/knowledgebase.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QSpinBox;
class QVBoxLayout;

namespace palpate::desktop {

class AnswerRow;
class CareMap;
class Chips;
class LookupSource;
class WhenBar;

/// What somebody else did: written down here, followed up on the next days. What was begun stays while the window is
/// open.
class TreatmentPane : public QWidget {
    Q_OBJECT

public:
    /// All must outlive it.
    TreatmentPane(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session, LookupSource &source,
                  Theme theme, QWidget *parent = nullptr);

    /// Asks the journal anew; what was begun stays.
    void read();
    /// The journal has changed: what was said of a treatment that is gone goes with it.
    void follow();
    /// To be set right here; saving keeps its id.
    void edit(const Treatment &treatment);
    void setTheme(Theme theme);
    [[nodiscard]] CareMap &map() { return *m_map; }

Q_SIGNALS:
    void failed(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeForm(Theme theme);
    void addWho(QVBoxLayout &layout);
    void addWhere(QVBoxLayout &layout);
    void addHow(QVBoxLayout &layout, Theme theme);
    [[nodiscard]] QWidget *makeFoot();
    [[nodiscard]] QWidget *makePast();
    void fillMap();
    void takePoint(PointId point);
    void fillPlaces();
    void fillPast();
    void fillWarning();
    void addMuscle(const MusclePlace &named);
    void sayUnknown(const QString &name);
    void save();
    [[nodiscard]] Treatment written(TreatmentKind kind) const;
    void sayAfter(TreatmentKind kind);
    void clearForm();
    [[nodiscard]] std::optional<TreatmentKind> kind() const;
    [[nodiscard]] Instant when() const;

    const anatomy::Atlas &m_atlas;
    const KnowledgeBase &m_knowledge;
    JournalSession &m_session;
    LookupSource &m_source;
    CareMap *m_map;
    QScrollArea *m_scroll = nullptr;
    std::vector<TreatedPlace> m_places; ///< offered, the chips' numbers
    std::vector<bool> m_isTreated;
    Chips *m_kind = nullptr;
    WhenBar *m_when = nullptr;
    QLineEdit *m_provider = nullptr;
    QSpinBox *m_minutes = nullptr;
    Chips *m_placeChips = nullptr;
    MuscleField *m_muscle = nullptr;
    AnswerRow *m_discomfort = nullptr;
    QLabel *m_injectedTitle = nullptr;
    QLineEdit *m_injected = nullptr;
    QPlainTextEdit *m_feedback = nullptr;
    QPlainTextEdit *m_advice = nullptr;
    QPlainTextEdit *m_note = nullptr;
    QLabel *m_warning = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_cancel = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_after = nullptr;
    std::optional<Treatment> m_edited;
    std::optional<TreatmentId> m_saved; ///< that `m_after` speaks of
    QVBoxLayout *m_past = nullptr;
    QWidget *m_pastPart = nullptr;
};

} // namespace palpate::desktop
