// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/today/answerrow.h"

#include <QBoxLayout>
#include <QPainter>

#include "desktop/bodymap/pointmarker.h"
#include "desktop/controls/labels.h"

namespace palpate::desktop {

namespace {

constexpr int rowHeight = 48;
constexpr int markRoom = 40;
constexpr double washRadius = 6;

} // namespace

AnswerRow::AnswerRow(LevelStrip::Hue hue, Shape shape, Theme theme, QWidget *parent)
    : QWidget{parent},
      m_theme{theme},
      m_title{makeLabel({}, shape == Shape::beside ? TextStyle::body : TextStyle::strong, this)},
      m_subtitle{makeLabel({}, TextStyle::caption, this)},
      m_strip{new LevelStrip{{}, hue, theme, this}}
{
    const bool beside = shape == Shape::beside;
    auto *layout = new QBoxLayout{beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(beside ? space::m : space::xs);
    if (beside) {
        layout->addSpacing(markRoom); // no margin: those stay where they are from right to left
    }
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    words->addStretch();
    layout->addLayout(words, 1);
    layout->addWidget(m_strip);
    if (beside) {
        layout->addSpacing(space::xs);
    }
    m_subtitle->setWordWrap(!beside);
    if (beside) {
        setMinimumHeight(rowHeight);
        // The digits of all rows stand one below the other, however long the names are: those take a second line.
        m_strip->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    connect(m_strip, &LevelStrip::focused, this, qOverload<>(&QWidget::update));
}

void AnswerRow::setWords(const QString &title, const QString &subtitle, const QString &question)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
    m_strip->setQuestion(question);
    m_strip->setAccessibleDescription(subtitle);
}

void AnswerRow::setMarker(std::optional<PointKind> kind, std::optional<PainLevel> level)
{
    m_kind = kind;
    m_level = level;
    update();
}

void AnswerRow::setTheme(Theme theme)
{
    m_theme = theme;
    m_strip->setTheme(theme);
    update();
}

void AnswerRow::paintEvent(QPaintEvent * /*event*/)
{
    if (!m_kind) {
        return;
    }
    const Tokens &tokens = tokensFor(m_theme);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_strip->hasFocus()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.interface.sunken);
        painter.drawRoundedRect(rect(), washRadius, washRadius);
    }
    const double x = isRightToLeft() ? width() - markRoom / 2.0 : markRoom / 2.0;
    paintMarker(painter, {x, height() / 2.0}, *m_kind, m_level, tokens.map, {});
}

} // namespace palpate::desktop
