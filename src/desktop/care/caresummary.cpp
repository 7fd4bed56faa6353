// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/caresummary.h"

#include <algorithm>
#include <map>

#include <QPushButton>
#include <QVBoxLayout>

#include "care/technique.h"
#include "desktop/care/carewords.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/twocolumns.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

constexpr int mostWidth = 760;

QString endWords(SessionEnd end)
{
    switch (end) {
    case SessionEnd::finished:
        return CareSummary::tr("Done");
    case SessionEnd::tooPainful:
        return CareSummary::tr("Ended because it was too painful");
    case SessionEnd::dangerSign:
        return CareSummary::tr("Ended because of a danger sign");
    case SessionEnd::stopped:
    case SessionEnd::interrupted:
        break;
    }
    return CareSummary::tr("Ended early");
}

QString stepWords(const SessionStep &step)
{
    const auto technique =
        std::ranges::find_if(allTechniques, [&step](CareTechnique one) { return recordedAs(one) == step.technique; });
    QString words = CareSummary::tr("%1: %2 of %3 s")
                        .arg(technique == allTechniques.end() ? QString{} : phrases::technique(*technique))
                        .arg(step.doneSeconds)
                        .arg(step.plannedSeconds);
    if (step.letGo) {
        words += CareSummary::tr(", let go early");
    }
    if (step.effort) {
        words += CareSummary::tr(", felt %1 of 10").arg(step.effort->value());
    }
    return words;
}

} // namespace

CareSummary::CareSummary(const anatomy::Atlas &atlas, QWidget *parent)
    : QWidget{parent},
      m_atlas{atlas},
      m_title{makeLabel({}, TextStyle::page)},
      m_steps{new QVBoxLayout},
      m_after{makeLabel({}, TextStyle::lead)}
{
    setObjectName(QStringLiteral("careSummaryPage"));
    auto *content = new QWidget;
    content->setMaximumWidth(mostWidth);
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(space::xl, 72, space::xl, space::xl);
    layout->setSpacing(space::l);
    layout->addWidget(m_title);
    m_steps->setSpacing(space::s);
    layout->addLayout(m_steps);
    layout->addWidget(m_after);
    auto *back = new QPushButton{tr("Back to the points")};
    back->setObjectName(QStringLiteral("careBack"));
    setButtonRole(*back, ButtonRole::primary);
    layout->addWidget(back, 0, Qt::AlignLeading);
    layout->addStretch();
    auto *page = new QHBoxLayout{this};
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(content, 1);
    page->addStretch();
    setFocusProxy(back);
    connect(back, &QPushButton::clicked, this, &CareSummary::backWished);
}

void CareSummary::show(const SessionRun &run)
{
    clearLayout(*m_steps);
    m_title->setText(endWords(run.reason()));
    const auto add = [this](const QString &words, TextStyle style) {
        QLabel *label = makeLabel(words, style);
        m_steps->addWidget(label);
        label->setVisible(true);
    };
    bool pressed = false;
    QString place;
    for (const SessionStep &step : run.steps()) {
        if (const QString name = nameOf(m_atlas, step.muscle, step.side); name != place) {
            place = name;
            const auto number = [](std::optional<PainLevel> level) {
                return level ? QString::number(level->value()) : tr("no number");
            };
            add(step.before || step.after ? tr("%1: %2, now %3").arg(place, number(step.before), number(step.after))
                                          : place,
                TextStyle::strong);
        }
        add(stepWords(step), TextStyle::body);
        pressed = pressed || (isPressing(step.technique) && step.doneSeconds > 0);
    }
    if (run.steps().empty()) {
        add(tr("Nothing was done, nothing was kept."), TextStyle::body);
    }
    m_after->setText(pressed ? tr("A day or two of mild soreness is usual. Tomorrow you are asked how it went. Move "
                                  "easily, and leave these points alone while they are sore.")
                             : QString{});
    m_after->setVisible(pressed);
}

} // namespace palpate::desktop
