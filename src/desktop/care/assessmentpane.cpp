// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/assessmentpane.h"

#include <algorithm>
#include <array>

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/controls/chips.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/twocolumns.h"
#include "desktop/datewords.h"
#include "desktop/history/storyphrases.h"
#include "desktop/measurewords.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"
#include "desktop/today/answerrow.h"

namespace palpate::desktop {

namespace {

constexpr int textHeight = 72;
constexpr int mostActivities = 3;
constexpr double mostDegrees = 360;
constexpr double notSaid = -1;
constexpr std::array pegKinds{MeasureKind::pegPain, MeasureKind::pegEnjoyment, MeasureKind::pegActivity};
/// No measure is compared over more than this.
constexpr std::chrono::days reach{366 * 5};

/// What a question of the PEG scale asks: it is known by its kind alone.
Measure pegQuestion(MeasureKind kind)
{
    return {MeasureId{{}}, {}, kind, {}, Side::midline, 0, MeasureUnit::score, {}};
}

QPlainTextEdit *makeText(const char *name, const QString &title)
{
    auto *text = new QPlainTextEdit;
    text->setObjectName(QString::fromLatin1(name));
    text->setAccessibleName(title);
    text->setFixedHeight(textHeight);
    text->setTabChangesFocus(true);
    return text;
}

/// What was typed and not saved stays.
void fillStory(QPlainTextEdit &field, const std::string &stored)
{
    if (!field.document()->isModified()) {
        field.setPlainText(phrases::text(stored));
    }
}

QPushButton *makeSave(const char *name)
{
    auto *save = new QPushButton{AssessmentPane::tr("Save")};
    save->setObjectName(QString::fromLatin1(name));
    return save;
}

} // namespace

AssessmentPane::AssessmentPane(JournalSession &session, Theme theme, QWidget *parent)
    : QWidget{parent}, m_session{session}, m_theme{theme}
{
    setObjectName(QStringLiteral("assessmentPane"));
    compose();
}

void AssessmentPane::compose()
{
    auto *column = new QWidget;
    auto *start = new QVBoxLayout{column};
    start->setContentsMargins(0, 0, 0, 0);
    start->setSpacing(space::l);
    start->addWidget(makeLabel(tr("Where you stand"), TextStyle::page));
    start->addWidget(
        makeLabel(tr("Answer what you like, and again after some weeks: each answer is compared with its first."),
                  TextStyle::body));
    start->addWidget(makeQuestions());
    start->addWidget(makeMovement());
    start->addWidget(makeStory());
    start->addStretch();
    m_comparedPart = new QWidget;
    auto *side = new QVBoxLayout{m_comparedPart};
    side->setContentsMargins(0, space::m, 0, 0);
    side->setSpacing(space::s);
    side->addWidget(makeLabel(tr("Then and now"), TextStyle::section));
    m_compared = new QVBoxLayout;
    m_compared->setSpacing(space::s);
    side->addLayout(m_compared);
    side->addStretch();
    layTwoColumns(*this, column, m_comparedPart);
}

QWidget *AssessmentPane::makeQuestions()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout{part};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::m);
    const auto addRow = [this](QVBoxLayout &to, const QString &title, const QString &hint, const QString &name) {
        auto *row = new AnswerRow{LevelStrip::Hue::other, AnswerRow::Shape::stacked, m_theme};
        row->setWords(title, hint, title);
        row->strip().setObjectName(name);
        LevelStrip &strip = row->strip();
        connect(&strip, &LevelStrip::chosen, this, [&strip](PainLevel level) { strip.setLevel(level); });
        connect(&strip, &LevelStrip::cleared, this, [&strip] { strip.setLevel({}); });
        to.addWidget(row);
        return row;
    };
    for (const MeasureKind kind : pegKinds) {
        const QString hint = kind == MeasureKind::pegPain ? tr("0 none · 10 the worst you can imagine")
                                                          : tr("0 not at all · 10 completely");
        m_peg[kind] = addRow(*layout, storyphrases::measured(pegQuestion(kind)), hint,
                             QStringLiteral("peg%1").arg(static_cast<int>(kind)));
    }
    m_activities = new QVBoxLayout;
    m_activities->setSpacing(space::m);
    layout->addLayout(m_activities);
    m_activity = new QLineEdit;
    padField(*m_activity);
    m_activity->setObjectName(QStringLiteral("assessActivity"));
    m_activity->setPlaceholderText(tr("An activity that is hard now: carrying shopping, sleeping on my side …"));
    m_activity->setAccessibleName(m_activity->placeholderText());
    layout->addWidget(m_activity);
    auto *save = makeSave("assessSave");
    setButtonRole(*save, ButtonRole::primary);
    layout->addWidget(save, 0, Qt::AlignLeading);
    connect(m_activity, &QLineEdit::returnPressed, this, [this] {
        addActivity(m_activity->text().trimmed());
        m_activity->clear();
    });
    connect(save, &QPushButton::clicked, this, &AssessmentPane::saveAnswers);
    return part;
}

void AssessmentPane::addActivity(const QString &name)
{
    const bool known = std::ranges::any_of(m_activityRows, [&name](const auto &row) { return row.first == name; });
    if (name.isEmpty() || known || m_activityRows.size() >= mostActivities) {
        return;
    }
    auto *row = new AnswerRow{LevelStrip::Hue::other, AnswerRow::Shape::stacked, m_theme};
    row->setWords(phrases::capitalised(name), tr("0 cannot do it · 10 as before"), name);
    row->strip().setObjectName(QStringLiteral("activity%1").arg(m_activityRows.size()));
    LevelStrip &strip = row->strip();
    connect(&strip, &LevelStrip::chosen, this, [&strip](PainLevel level) { strip.setLevel(level); });
    connect(&strip, &LevelStrip::cleared, this, [&strip] { strip.setLevel({}); });
    m_activities->addWidget(row);
    row->setVisible(true);
    m_activityRows.emplace_back(name, row);
    m_activity->setVisible(m_activityRows.size() < mostActivities);
}

QWidget *AssessmentPane::makeMovement()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout{part};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    layout->addWidget(makeLabel(tr("How far does it move?"), TextStyle::section));
    m_test = new Chips{Chips::Choice::one, QStringLiteral("assessTest")};
    m_test->setAccessibleName(tr("Which movement"));
    for (const auto &[test, key] : Keys<MovementTest>::all) {
        m_test->add(static_cast<int>(test), phrases::capitalised(measurewords::movement(test)));
    }
    m_test->choose(0);
    layout->addWidget(m_test);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::l);
    m_value = new QDoubleSpinBox;
    m_value->setObjectName(QStringLiteral("assessValue"));
    m_value->setAccessibleName(tr("How far"));
    m_value->setDecimals(0);
    m_value->setRange(notSaid, mostDegrees);
    m_value->setSpecialValueText(tr("not said"));
    m_value->setValue(notSaid);
    m_side = new Chips{Chips::Choice::one, QStringLiteral("assessSide")};
    m_side->setAccessibleName(tr("Which side"));
    m_side->add(static_cast<int>(Side::right), phrases::capitalised(phrases::yourSide(Side::right)));
    m_side->add(static_cast<int>(Side::left), phrases::capitalised(phrases::yourSide(Side::left)));
    m_side->choose(static_cast<int>(Side::right));
    line->addWidget(m_value, 1);
    line->addWidget(m_side, 2);
    layout->addLayout(line);
    m_said = makeLabel({}, TextStyle::body);
    m_said->setObjectName(QStringLiteral("assessSaid"));
    m_said->hide();
    auto *save = makeSave("assessSaveMovement");
    layout->addWidget(save, 0, Qt::AlignLeading);
    layout->addWidget(m_said);
    layout->addSpacing(space::s);
    layout->addWidget(makeLabel(tr("How you stand, as a mirror or somebody else sees it"), TextStyle::section));
    layout->addWidget(makeLabel(tr("Posture is not known to cause such pain; this is for comparing with yourself."),
                                TextStyle::caption));
    m_posture = new Chips{Chips::Choice::any, QStringLiteral("posture")};
    m_posture->setAccessibleName(tr("How you stand"));
    for (const auto &[sign, key] : Keys<PostureSign>::all) {
        m_posture->add(static_cast<int>(sign), phrases::capitalised(measurewords::posture(sign)));
    }
    layout->addWidget(m_posture);
    auto *savePostures = makeSave("assessSavePosture");
    layout->addWidget(savePostures, 0, Qt::AlignLeading);
    const auto adapt = [this] {
        const MovementTest test = chosenTest();
        m_side->setVisible(isSided(test));
        m_value->setSuffix(measurewords::unit(unitOf(test)));
        m_value->setValue(notSaid);
    };
    connect(m_test, &Chips::toggled, this, adapt);
    adapt();
    connect(save, &QPushButton::clicked, this, &AssessmentPane::saveMovement);
    connect(savePostures, &QPushButton::clicked, this, &AssessmentPane::savePosture);
    return part;
}

QWidget *AssessmentPane::makeStory()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout{part};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    const QString history = tr("Since when, what brings it on, what eases it, what was tried before");
    const QString goals = tr("What do you want to be able to do again?");
    layout->addWidget(makeLabel(tr("Your story"), TextStyle::section));
    layout->addWidget(makeLabel(history, TextStyle::caption));
    m_history = makeText("assessHistory", history);
    layout->addWidget(m_history);
    layout->addWidget(makeLabel(goals, TextStyle::caption));
    m_goals = makeText("assessGoals", goals);
    layout->addWidget(m_goals);
    auto *save = makeSave("assessSaveStory");
    layout->addWidget(save, 0, Qt::AlignLeading);
    connect(save, &QPushButton::clicked, this, &AssessmentPane::saveStory);
    return part;
}

void AssessmentPane::showEvent(QShowEvent *event)
{
    if (const auto profile = m_session.read().profile()) {
        fillStory(*m_history, profile->history);
        fillStory(*m_goals, profile->goals);
    }
    read();
    QWidget::showEvent(event);
}

void AssessmentPane::read() { fillCompared(); }

void AssessmentPane::fillCompared()
{
    clearLayout(*m_compared);
    const LocalDay today = dayOf(m_session.now());
    const auto compared = comparedMeasures(m_session.read().between<Measure>(today - reach, today));
    for (const ComparedMeasure &one : compared) {
        if (one.last.kind == MeasureKind::myActivity) {
            addActivity(phrases::text(one.last.what));
        }
        const auto value = [](const Measure &measure) {
            return QLocale{}.toString(measure.value, 'g', 4) + measurewords::unit(measure.unit);
        };
        const QString name = phrases::withSide(storyphrases::measured(one.last), one.last.side);
        const QString words =
            one.count == 1
                ? tr("%1: %2 (%3)").arg(name, value(one.last), datewords::shortDay(dayOf(one.last.at), today))
                : tr("%1: %2 (%3), now %4 (%5)")
                      .arg(name, value(one.first), datewords::shortDay(dayOf(one.first.at), today), value(one.last),
                           datewords::shortDay(dayOf(one.last.at), today));
        QLabel *label = makeLabel(words, TextStyle::body);
        label->setObjectName(QStringLiteral("comparedMeasure"));
        m_compared->addWidget(label);
        label->setVisible(true);
    }
    m_comparedPart->setVisible(!compared.empty());
}

Measure AssessmentPane::measure(MeasureKind kind, const QString &what, double value, MeasureUnit unit, Side side)
{
    return {m_session.next<MeasureId>(), m_session.now(), kind, what.toStdString(), side, value, unit, {}};
}

void AssessmentPane::saveAnswers()
{
    Verb verb;
    const auto add = [this, &verb](MeasureKind kind, const QString &what, LevelStrip &strip) {
        if (strip.level()) {
            verb.steps.emplace_back(Add{measure(kind, what, strip.level()->value(), MeasureUnit::score)});
        }
    };
    for (const auto &[kind, row] : m_peg) {
        add(kind, {}, row->strip());
    }
    for (const auto &[name, row] : m_activityRows) {
        add(MeasureKind::myActivity, name, row->strip());
    }
    if (verb.steps.empty() || !m_session.perform(verb, tr("Where you stand"))) {
        return;
    }
    for (const auto &[kind, row] : m_peg) {
        row->strip().setLevel({});
    }
    for (const auto &[name, row] : m_activityRows) {
        row->strip().setLevel({});
    }
    read();
}

MovementTest AssessmentPane::chosenTest() const
{
    for (const auto &[test, key] : Keys<MovementTest>::all) {
        if (m_test->chip(static_cast<int>(test))->isChecked()) {
            return test;
        }
    }
    return MovementTest::headTurn;
}

void AssessmentPane::saveMovement()
{
    const MovementTest test = chosenTest();
    const Side side = !isSided(test)                                            ? Side::midline
                      : m_side->chip(static_cast<int>(Side::left))->isChecked() ? Side::left
                                                                                : Side::right;
    if (m_value->value() < 0) {
        m_said->setText(tr("Say how far it moves first."));
        m_said->show();
        return;
    }
    if (unitOf(test) == MeasureUnit::degree && m_value->value() > 180) {
        m_said->setText(tr("No joint goes that far: a straight line is 180°."));
        m_said->show();
        return; // what was typed stays
    }
    m_said->hide();
    const QString key = phrases::text(std::string{toKey(test)});
    if (m_session.perform(add(measure(MeasureKind::rangeOfMotion, key, m_value->value(), unitOf(test), side)),
                          phrases::capitalised(measurewords::movement(test)))) {
        m_value->setValue(notSaid);
        read();
    }
}

void AssessmentPane::savePosture()
{
    Verb verb;
    for (const auto &[sign, key] : Keys<PostureSign>::all) {
        const bool ticked = m_posture->chip(static_cast<int>(sign))->isChecked();
        verb.steps.emplace_back(
            Add{measure(MeasureKind::posture, phrases::text(std::string{key}), ticked ? 1 : 0, MeasureUnit::score)});
    }
    if (m_session.perform(verb, tr("How you stand"))) {
        read();
    }
}

void AssessmentPane::saveStory()
{
    const std::string history = m_history->toPlainText().trimmed().toStdString();
    const std::string goals = m_goals->toPlainText().trimmed().toStdString();
    bool isKept = false;
    if (auto profile = m_session.read().profile()) {
        profile->history = history;
        profile->goals = goals;
        isKept = m_session.perform(change(*profile), tr("Your story"));
    } else {
        isKept = m_session.perform(add(Profile{m_session.next<ProfileId>(),
                                               {},
                                               Pregnancy::notSaid,
                                               {},
                                               {},
                                               {},
                                               false,
                                               false,
                                               false,
                                               false,
                                               history,
                                               Handedness::notSaid,
                                               {},
                                               {},
                                               goals}),
                                   tr("Your story"));
    }
    m_history->document()->setModified(!isKept);
    m_goals->document()->setModified(!isKept);
}

void AssessmentPane::setTheme(Theme theme)
{
    m_theme = theme;
    for (const auto &[kind, row] : m_peg) {
        row->setTheme(theme);
    }
    for (const auto &[name, row] : m_activityRows) {
        row->setTheme(theme);
    }
}

} // namespace palpate::desktop
