// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/today/factoranswer.h"

#include <array>
#include <cmath>

#include <QDoubleSpinBox>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/controls/chips.h"
#include "desktop/controls/labels.h"
#include "desktop/phrases.h"
#include "desktop/today/answerrow.h"

namespace palpate::desktop {

namespace {

/// Below every answer: none was given.
constexpr double none = -1;
constexpr double hoursOfADay = 24;
constexpr double mostOfAnything = 99;

} // namespace

FactorAnswer::FactorAnswer(const AskedFactor &factor, Theme theme, QWidget *parent) : QWidget{parent}, m_factor{factor}
{
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    switch (factor.scale) {
    case Scale::zeroToTen:
        makeLevels(theme);
        break;
    case Scale::hours:
    case Scale::count:
        makeNumber();
        break;
    case Scale::yesNo:
        makeYesNo();
        break;
    }
    place().setObjectName(QStringLiteral("factor-%1").arg(phrases::text(factor.name)));
}

QString FactorAnswer::nameOf(const AskedFactor &factor)
{
    // The usual ones are the program's own words; the rest is the person's.
    const std::array<std::pair<const char *, QString>, 5> usual{{{"sleep", tr("Sleep")},
                                                                 {"stress", tr("Stress")},
                                                                 {"load", tr("Load")},
                                                                 {"painkillers", tr("Painkillers taken")},
                                                                 {"desk hours", tr("Hours at the desk")}}};
    for (const auto &[name, words] : usual) {
        if (factor.name == name) {
            return words;
        }
    }
    return phrases::capitalised(phrases::text(factor.name));
}

void FactorAnswer::makeLevels(Theme theme)
{
    m_levels = new AnswerRow{LevelStrip::Hue::other, AnswerRow::Shape::stacked, theme, this};
    const QString name = nameOf(m_factor);
    const QString ends = m_factor.name == "sleep" ? tr("0 very bad, 10 very good") : tr("0 none, 10 as much as can be");
    m_levels->setWords(name, ends, tr("%1, %2").arg(name, ends));
    layout()->addWidget(m_levels);
    connect(&m_levels->strip(), &LevelStrip::chosen, this, [this](PainLevel level) { Q_EMIT answered(level.value()); });
    connect(&m_levels->strip(), &LevelStrip::cleared, this, &FactorAnswer::cleared);
    connect(&m_levels->strip(), &LevelStrip::left, this, &FactorAnswer::left);
}

void FactorAnswer::makeNumber()
{
    const bool hours = m_factor.scale == Scale::hours;
    layout()->addWidget(makeLabel(nameOf(m_factor), TextStyle::strong));
    m_number = new QDoubleSpinBox{this};
    m_number->setAccessibleName(hours ? tr("%1, hours").arg(nameOf(m_factor)) : nameOf(m_factor));
    m_number->setRange(none, hours ? hoursOfADay : mostOfAnything);
    m_number->setDecimals(hours ? 1 : 0);
    m_number->setSingleStep(hours ? 0.5 : 1);
    m_number->setSpecialValueText(QStringLiteral("–")); // not answered
    m_number->setValue(none);
    m_number->setFixedWidth(112);
    static_cast<QVBoxLayout *>(layout())->addWidget(m_number, 0, Qt::AlignLeading);
    connect(m_number, &QDoubleSpinBox::editingFinished, this, [this] {
        const double value = m_number->value();
        if (value >= 0 && m_value != value) {
            Q_EMIT answered(value);
        } else if (value < 0 && m_value) {
            Q_EMIT cleared();
        }
    });
}

void FactorAnswer::makeYesNo()
{
    layout()->addWidget(makeLabel(nameOf(m_factor), TextStyle::strong));
    m_yesNo = new Chips{Chips::Choice::one, QStringLiteral("yesNo-%1-").arg(phrases::text(m_factor.name)), this};
    m_yesNo->setAccessibleName(nameOf(m_factor));
    m_yesNo->add(1, tr("Yes"));
    m_yesNo->add(0, tr("No"));
    layout()->addWidget(m_yesNo);
    connect(m_yesNo, &Chips::toggled, this, [this](int id) { Q_EMIT answered(id); });
}

void FactorAnswer::setValue(std::optional<double> value)
{
    m_value = value;
    if (m_levels != nullptr) {
        m_levels->strip().setLevel(value ? PainLevel::from(static_cast<int>(std::lround(*value))) : std::nullopt);
    } else if (m_number != nullptr) {
        if (!m_number->hasFocus()) { // not while it is being typed
            m_number->setValue(value.value_or(none));
        }
    } else {
        m_yesNo->choose(value ? static_cast<int>(std::lround(*value)) : -1);
    }
}

void FactorAnswer::setTheme(Theme theme)
{
    if (m_levels != nullptr) {
        m_levels->setTheme(theme);
    }
}

QWidget &FactorAnswer::place() const
{
    if (m_levels != nullptr) {
        return m_levels->strip();
    }
    return m_number != nullptr ? static_cast<QWidget &>(*m_number) : *m_yesNo->chip(1);
}

} // namespace palpate::desktop
