// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/today/restbanner.h"

#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/controls/labels.h"
#include "desktop/datewords.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"
#include "desktop/today/answerrow.h"

namespace palpate::desktop {

namespace {

constexpr double cardRadius = 10;

} // namespace

RestBanner::RestBanner(JournalSession &session, CheckInRun &run, Theme theme, QWidget *parent)
    : QWidget{parent},
      m_session{session},
      m_run{run},
      m_theme{theme},
      m_title{makeLabel({}, TextStyle::section, this)},
      m_words{makeLabel({}, TextStyle::body, this)},
      m_flare{new QWidget{this}},
      m_wholeBody{new AnswerRow{LevelStrip::Hue::felt, AnswerRow::Shape::stacked, theme}},
      m_line{new QLineEdit},
      m_helped{new QLineEdit},
      m_over{new QPushButton{this}}
{
    setObjectName(QStringLiteral("restBanner"));
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->setSpacing(space::s);
    layout->addWidget(m_title);
    layout->addWidget(m_words);
    auto *flare = new QVBoxLayout{m_flare};
    flare->setContentsMargins(0, space::s, 0, 0);
    flare->setSpacing(space::xs);
    m_wholeBody->setWords(tr("How sore is the whole body now?"), {}, tr("The whole body, soreness now"));
    m_wholeBody->strip().setObjectName(QStringLiteral("flareLevel"));
    flare->addWidget(m_wholeBody);
    const auto addLine = [flare](QLineEdit &line, const char *name, const QString &words) {
        flare->addSpacing(space::s);
        flare->addWidget(makeLabel(words, TextStyle::caption));
        line.setObjectName(QString::fromLatin1(name));
        line.setAccessibleName(words);
        padField(line);
        flare->addWidget(&line);
    };
    addLine(*m_line, "flareLine", tr("One line, if you like"));
    addLine(*m_helped, "flareHelped", tr("What helps"));
    layout->addWidget(m_flare);
    layout->addSpacing(space::s);
    m_over->setObjectName(QStringLiteral("restOver"));
    layout->addWidget(m_over, 0, Qt::AlignLeading);
    connect(&m_wholeBody->strip(), &LevelStrip::chosen, this, [this](PainLevel level) { m_run.setWholeBody(level); });
    connect(&m_wholeBody->strip(), &LevelStrip::cleared, this, [this] { m_run.setWholeBody(std::nullopt); });
    connect(&m_wholeBody->strip(), &LevelStrip::left, this, [this](int rows) {
        if (rows > 0) {
            m_line->setFocus(Qt::TabFocusReason);
        }
    });
    connect(m_line, &QLineEdit::editingFinished, this, [this] { m_run.setNote(m_line->text()); });
    connect(m_helped, &QLineEdit::editingFinished, this, &RestBanner::commitHelped);
    connect(m_over, &QPushButton::clicked, this, &RestBanner::end);
    hide();
}

void RestBanner::begin(PeriodKind kind)
{
    const Period period{m_session.next<PeriodId>(), kind, m_run.when(), std::nullopt, {}, {}};
    m_session.perform(add(period), kind == PeriodKind::flare ? tr("Flare day") : tr("Pause"));
}

void RestBanner::end()
{
    if (m_period) {
        commitWords();
        Period ended = *m_period;
        ended.ended = m_session.now();
        m_session.perform(change(ended),
                          ended.kind == PeriodKind::flare ? tr("The flare is over") : tr("The pause is over"));
    }
}

void RestBanner::commitWords()
{
    if (m_period && m_period->kind == PeriodKind::flare) {
        m_run.setNote(m_line->text());
        commitHelped();
    }
}

void RestBanner::commitHelped()
{
    const std::string words = m_helped->text().trimmed().toStdString();
    if (m_period && m_period->helped != words) {
        Period edited = *m_period;
        edited.helped = words;
        m_period = edited;
        m_session.perform(change(edited), tr("What helps"));
    }
}

void RestBanner::setPeriod(const std::optional<Period> &period)
{
    m_period = period;
    setVisible(period.has_value());
    if (!period) {
        return;
    }
    const LocalDay today = dayOf(m_session.now());
    const LocalDay began = dayOf(period->at);
    const int days = static_cast<int>((today - began).count()) + 1;
    const QString since = datewords::shortDay(began, today);
    const bool flare = period->kind == PeriodKind::flare;
    m_title->setText(flare ? days > 1 ? tr("Flare, day %1").arg(days) : tr("Flare day")
                           : tr("Pause since %1").arg(since));
    m_words->setText(flare ? tr("One number and one line are enough. Nothing counts as missed, and only gentle things "
                                "are due: warmth, slow breathing, easy movement.")
                           : tr("Nothing is asked, no reminder comes, and the days count as no gap."));
    m_flare->setVisible(flare);
    m_over->setText(flare ? tr("The flare is over") : tr("End the pause"));
    if (!m_helped->hasFocus()) {
        m_helped->setText(phrases::text(period->helped));
    }
    refresh();
}

void RestBanner::refresh()
{
    const auto checkIn = m_run.checkIn();
    m_wholeBody->strip().setLevel(checkIn ? checkIn->wholeBody : std::nullopt);
    if (!m_line->hasFocus()) {
        m_line->setText(checkIn ? phrases::text(checkIn->note) : QString{});
    }
}

void RestBanner::setTheme(Theme theme)
{
    m_theme = theme;
    m_wholeBody->setTheme(theme);
    update();
}

QWidget &RestBanner::place() const
{
    return m_period && m_period->kind == PeriodKind::flare ? static_cast<QWidget &>(m_wholeBody->strip()) : *m_over;
}

void RestBanner::paintEvent(QPaintEvent * /*event*/)
{
    const InterfaceTokens &tokens = tokensFor(m_theme).interface;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{tokens.hairline, tokens.lineWidth});
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), cardRadius, cardRadius);
}

} // namespace palpate::desktop
