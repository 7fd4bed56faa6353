// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/today/sidequestions.h"

#include <QEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "desktop/controls/fold.h"
#include "desktop/controls/labels.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"
#include "desktop/today/answerrow.h"
#include "desktop/today/factoranswer.h"
#include "desktop/today/factorchoice.h"

namespace palpate::desktop {

namespace {

constexpr int noteHeight = 80;

/// Tells when the words of a field are left.
class LeaveWatch : public QObject {
public:
    LeaveWatch(QWidget &field, std::function<void()> run) : QObject{&field}, m_run{std::move(run)}
    {
        field.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::FocusOut) {
            m_run();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_run;
};

} // namespace

SideQuestions::SideQuestions(JournalSession &session, CheckInRun &run, Theme theme, QWidget *parent)
    : QWidget{parent},
      m_session{session},
      m_run{run},
      m_theme{theme},
      m_layout{new QVBoxLayout{this}},
      m_factorLayout{new QVBoxLayout}
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::l);
    m_factorLayout->setSpacing(space::l);
    makeBody(theme);
    m_layout->addLayout(m_factorLayout);
    makeDetails();
    readFactors();
}

void SideQuestions::makeBody(Theme theme)
{
    m_wholeBody = new AnswerRow{LevelStrip::Hue::felt, AnswerRow::Shape::stacked, theme, this};
    m_wholeBody->setWords(tr("The whole body"), tr("if you like one number for everything"),
                          tr("The whole body, soreness now"));
    m_wholeBody->strip().setObjectName(QStringLiteral("wholeBody"));
    m_couldDo = new AnswerRow{LevelStrip::Hue::other, AnswerRow::Shape::stacked, theme, this};
    m_couldDo->setWords(tr("What could I do today?"), tr("0 nothing, 10 all I wanted"),
                        tr("What could I do today, 0 nothing, 10 all I wanted"));
    m_couldDo->strip().setObjectName(QStringLiteral("couldDo"));
    for (AnswerRow *row : {m_wholeBody, m_couldDo}) {
        m_layout->addWidget(row);
        LevelStrip &strip = row->strip();
        connect(&strip, &LevelStrip::left, this, [this, &strip](int rows) { Q_EMIT left(&strip, rows); });
    }
    connect(&m_wholeBody->strip(), &LevelStrip::chosen, this, [this](PainLevel level) { m_run.setWholeBody(level); });
    connect(&m_wholeBody->strip(), &LevelStrip::cleared, this, [this] { m_run.setWholeBody(std::nullopt); });
    connect(&m_couldDo->strip(), &LevelStrip::chosen, this, [this](PainLevel level) { m_run.setCouldDo(level); });
    connect(&m_couldDo->strip(), &LevelStrip::cleared, this, [this] { m_run.setCouldDo(std::nullopt); });
}

void SideQuestions::makeDetails()
{
    auto *details = new QWidget;
    auto *layout = new QVBoxLayout{details};
    layout->setContentsMargins(0, space::xs, 0, space::s);
    layout->setSpacing(space::xs);
    layout->addWidget(makeLabel(tr("What I could do, in words"), TextStyle::caption));
    m_couldDoWords = new QLineEdit;
    m_couldDoWords->setObjectName(QStringLiteral("couldDoWords"));
    padField(*m_couldDoWords);
    m_couldDoWords->setAccessibleName(tr("What I could do, in words"));
    layout->addWidget(m_couldDoWords);
    layout->addSpacing(space::s);
    layout->addWidget(makeLabel(tr("Note"), TextStyle::caption));
    m_note = new QPlainTextEdit;
    m_note->setObjectName(QStringLiteral("checkInNote"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(noteHeight);
    layout->addWidget(m_note);
    connect(m_couldDoWords, &QLineEdit::editingFinished, this, &SideQuestions::commitWords);
    new LeaveWatch{*m_note, [this] { commitWords(); }};
    m_details = new Fold{tr("In words"), details, this};
    m_details->setObjectName(QStringLiteral("checkInDetails"));
    m_choice = new FactorChoice{m_session, this};
    auto *choice = new Fold{tr("What is asked here"), m_choice, this};
    choice->setObjectName(QStringLiteral("checkInChoice"));
    m_layout->addWidget(m_details);
    m_layout->addWidget(choice);
}

void SideQuestions::commitWords()
{
    m_run.setCouldDoWords(m_couldDoWords->text());
    m_run.setNote(m_note->toPlainText());
}

void SideQuestions::openDetails()
{
    m_details->setOpen(true);
    m_note->setFocus(Qt::ShortcutFocusReason);
}

void SideQuestions::readFactors()
{
    const std::vector<Factor> all = m_session.read().all<Factor>();
    const std::vector<AskedFactor> asked = askedFactors(all);
    m_choice->setFactors(all);
    if (asked == m_asked && !m_factors.empty()) {
        return;
    }
    const auto sameQuestion = [](const AskedFactor &a, const AskedFactor &b) {
        return a.name == b.name && a.scale == b.scale;
    };
    const bool sameRows = std::equal(asked.begin(), asked.end(), m_asked.begin(), m_asked.end(), sameQuestion);
    m_asked = asked;
    if (sameRows) {
        return; // one of the usual ones is in the journal now: who answers goes on where they are
    }
    for (FactorAnswer *row : m_factors) {
        row->hide();
        row->deleteLater();
    }
    m_factors.clear();
    for (const AskedFactor &factor : asked) {
        addFactor(factor);
    }
}

void SideQuestions::addFactor(const AskedFactor &factor)
{
    auto *row = new FactorAnswer{factor, m_theme, this};
    const std::size_t at = m_factors.size();
    m_factors.push_back(row);
    m_factorLayout->addWidget(row);
    const QString name = FactorAnswer::nameOf(factor);
    connect(row, &FactorAnswer::answered, this,
            [this, at, name](double value) { m_run.setFactor(m_asked[at], value, name); });
    connect(row, &FactorAnswer::cleared, this, [this, at, name] { m_run.clearFactor(m_asked[at], name); });
    connect(row, &FactorAnswer::left, this, [this, row](int rows) { Q_EMIT left(&row->place(), rows); });
}

void SideQuestions::refresh()
{
    const auto checkIn = m_run.checkIn();
    m_wholeBody->strip().setLevel(checkIn ? checkIn->wholeBody : std::nullopt);
    m_couldDo->strip().setLevel(checkIn && checkIn->couldDo ? PainLevel::from(*checkIn->couldDo) : std::nullopt);
    if (!m_couldDoWords->hasFocus()) {
        m_couldDoWords->setText(checkIn ? phrases::text(checkIn->couldDoWords) : QString{});
    }
    if (!m_note->hasFocus()) {
        m_note->setPlainText(checkIn ? phrases::text(checkIn->note) : QString{});
    }
    for (std::size_t at = 0; at < m_factors.size(); ++at) {
        const auto value = m_run.valueOf(m_asked[at]);
        m_factors[at]->setValue(value ? std::optional{value->value} : std::nullopt);
    }
}

void SideQuestions::setTheme(Theme theme)
{
    m_theme = theme;
    m_wholeBody->setTheme(theme);
    m_couldDo->setTheme(theme);
    for (FactorAnswer *row : m_factors) {
        row->setTheme(theme);
    }
}

std::vector<QWidget *> SideQuestions::places() const
{
    std::vector<QWidget *> places{&m_wholeBody->strip(), &m_couldDo->strip()};
    for (const FactorAnswer *row : m_factors) {
        places.push_back(&row->place());
    }
    return places;
}

} // namespace palpate::desktop
