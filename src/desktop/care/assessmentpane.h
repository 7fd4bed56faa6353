// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include <QWidget>

#include "care/assessment.h"
#include "desktop/journalsession.h"
#include "desktop/theme/tokens.h"

class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace palpate::desktop {

class AnswerRow;
class Chips;

/// Where one stands: the story so far, three questions about pain and life, activities of one's own, movement and
/// posture. Each can be answered again and is then compared with its first time. What is typed stays while the window
/// is open.
class AssessmentPane : public QWidget {
    Q_OBJECT

public:
    /// The session must outlive it.
    AssessmentPane(JournalSession &session, Theme theme, QWidget *parent = nullptr);

    void read();
    void setTheme(Theme theme);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void compose();
    [[nodiscard]] QWidget *makeStory();
    [[nodiscard]] QWidget *makeQuestions();
    [[nodiscard]] QWidget *makeMovement();
    void addActivity(const QString &name);
    [[nodiscard]] MovementTest chosenTest() const;
    void fillCompared();
    void saveAnswers();
    void saveMovement();
    void savePosture();
    void saveStory();
    [[nodiscard]] Measure measure(MeasureKind kind, const QString &what, double value, MeasureUnit unit,
                                  Side side = Side::midline);

    JournalSession &m_session;
    Theme m_theme;
    QPlainTextEdit *m_history = nullptr;
    QPlainTextEdit *m_goals = nullptr;
    std::map<MeasureKind, AnswerRow *> m_peg;
    QVBoxLayout *m_activities = nullptr;
    std::vector<std::pair<QString, AnswerRow *>> m_activityRows;
    QLineEdit *m_activity = nullptr;
    Chips *m_test = nullptr;
    Chips *m_side = nullptr;
    QDoubleSpinBox *m_value = nullptr;
    Chips *m_posture = nullptr;
    QLabel *m_said = nullptr;
    QVBoxLayout *m_compared = nullptr;
    QWidget *m_comparedPart = nullptr;
};

} // namespace palpate::desktop
