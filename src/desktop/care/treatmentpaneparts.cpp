// SPDX-License-Identifier: GPL-3.0-or-later
// What the pane of treatments is made of.
#include "desktop/care/treatmentpane.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

#include "desktop/care/caremap.h"
#include "desktop/controls/chips.h"
#include "desktop/controls/labels.h"
#include "desktop/history/storyphrases.h"
#include "desktop/theme/palpatestyle.h"
#include "desktop/today/answerrow.h"
#include "desktop/today/whenbar.h"

namespace palpate::desktop {

namespace {

constexpr int shortTextHeight = 60;
constexpr int longestMinutes = 600;

QLabel *caption(const QString &words) { return makeLabel(words, TextStyle::strong); }

} // namespace

TreatmentPane::TreatmentPane(MapScene &scene, const KnowledgeBase &knowledge, JournalSession &session,
                             LookupSource &source, Theme theme, QWidget *parent)
    : QWidget{parent},
      m_atlas{scene.atlas()},
      m_knowledge{knowledge},
      m_session{session},
      m_source{source},
      m_map{new CareMap{scene, knowledge, theme}}
{
    setObjectName(QStringLiteral("treatmentPane"));
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(space::xl, space::s, space::xl, space::xl);
    layout->setSpacing(space::l);
    m_after = makeLabel({}, TextStyle::lead);
    m_after->setObjectName(QStringLiteral("treatmentAfter"));
    m_after->hide();
    layout->addWidget(makeForm(theme));
    layout->addWidget(m_after);
    layout->addWidget(makePast());
    layout->addStretch();
    m_scroll = layBesideMap(*this, m_map, content, makeFoot());
    connect(m_map, &CareMap::failed, this, &TreatmentPane::failed);
    connect(m_map, &CareMap::pointClicked, this, &TreatmentPane::takePoint);
    connect(m_map, &CareMap::muscleClicked, this, &TreatmentPane::addMuscle);
}

QWidget *TreatmentPane::makeForm(Theme theme)
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout{part};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    m_title = makeLabel(tr("Somebody treated you"), TextStyle::page);
    layout->addWidget(m_title);
    layout->addSpacing(space::s);
    layout->addWidget(caption(tr("What was done?")));
    m_kind = new Chips{Chips::Choice::one, QStringLiteral("treatmentKind")};
    m_kind->setAccessibleName(tr("What was done?"));
    for (const auto &[kind, key] : Keys<TreatmentKind>::all) {
        m_kind->add(static_cast<int>(kind),
                    kind == TreatmentKind::other ? tr("Something else") : storyphrases::treatment(kind));
    }
    layout->addWidget(m_kind);
    layout->addWidget(caption(tr("When?")));
    m_when = new WhenBar{m_session.clock()};
    layout->addWidget(m_when);
    addWho(*layout);
    addWhere(*layout);
    addHow(*layout, theme);
    connect(m_kind, &Chips::toggled, this, &TreatmentPane::fillWarning);
    connect(m_when, &WhenBar::changed, this, &TreatmentPane::fillWarning);
    return part;
}

QWidget *TreatmentPane::makeFoot()
{
    auto *part = new QWidget;
    auto *layout = new QHBoxLayout{part};
    layout->setContentsMargins(space::xl, space::s, space::xl, space::m);
    layout->setSpacing(space::l);
    m_warning = makeLabel({}, TextStyle::body);
    m_warning->setObjectName(QStringLiteral("treatmentWarning"));
    layout->addWidget(m_warning, 1);
    layout->addStretch();
    m_cancel = new QPushButton{tr("Leave it as it was")};
    m_cancel->setObjectName(QStringLiteral("treatmentCancel"));
    m_cancel->hide();
    layout->addWidget(m_cancel, 0, Qt::AlignBottom);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        clearForm();
        read();
    });
    m_save = new QPushButton{tr("Save")};
    m_save->setObjectName(QStringLiteral("treatmentSave"));
    setButtonRole(*m_save, ButtonRole::primary);
    layout->addWidget(m_save, 0, Qt::AlignBottom);
    connect(m_save, &QPushButton::clicked, this, &TreatmentPane::save);
    return part;
}

void TreatmentPane::addWho(QVBoxLayout &layout)
{
    auto *who = new QHBoxLayout;
    who->setSpacing(space::l);
    auto *provider = new QVBoxLayout;
    provider->setSpacing(space::xs);
    m_provider = new QLineEdit;
    padField(*m_provider);
    m_provider->setObjectName(QStringLiteral("treatmentProvider"));
    m_provider->setAccessibleName(tr("By whom?"));
    provider->addWidget(caption(tr("By whom?")));
    provider->addWidget(m_provider);
    auto *minutes = new QVBoxLayout;
    minutes->setSpacing(space::xs);
    m_minutes = new QSpinBox;
    m_minutes->setObjectName(QStringLiteral("treatmentMinutes"));
    m_minutes->setAccessibleName(tr("How many minutes?"));
    m_minutes->setRange(0, longestMinutes);
    m_minutes->setSingleStep(5);
    m_minutes->setSpecialValueText(tr("not said"));
    m_minutes->setSuffix(tr(" min"));
    minutes->addWidget(caption(tr("How long?")));
    minutes->addWidget(m_minutes);
    who->addLayout(provider, 2);
    who->addLayout(minutes, 1);
    layout.addLayout(who);
}

void TreatmentPane::addWhere(QVBoxLayout &layout)
{
    layout.addWidget(caption(tr("Where? On the map, from your points, or by name")));
    m_placeChips = new Chips{Chips::Choice::any, QStringLiteral("treatedPlace")};
    m_placeChips->setAccessibleName(tr("Where?"));
    layout.addWidget(m_placeChips);
    m_muscle = new MuscleField{m_atlas, m_knowledge};
    m_muscle->setObjectName(QStringLiteral("treatmentMuscle"));
    m_muscle->setPlaceholderText(tr("Another muscle: type its name"));
    m_muscle->setAccessibleName(m_muscle->placeholderText());
    layout.addWidget(m_muscle);
    connect(m_placeChips, &Chips::toggled, this, [this](int id, bool on) {
        m_isTreated[static_cast<std::size_t>(id)] = on;
        fillMap();
    });
    connect(m_muscle, &MuscleField::chosen, this, &TreatmentPane::addMuscle);
    connect(m_muscle, &MuscleField::unknown, this, &TreatmentPane::sayUnknown);
}

void TreatmentPane::addHow(QVBoxLayout &layout, Theme theme)
{
    const auto addText = [&layout](const QString &title, const char *name, int height) {
        auto *text = new QPlainTextEdit;
        text->setObjectName(QString::fromLatin1(name));
        text->setAccessibleName(title);
        text->setFixedHeight(height);
        text->setTabChangesFocus(true);
        layout.addWidget(caption(title));
        layout.addWidget(text);
        return text;
    };
    m_injectedTitle = caption(tr("What was injected?"));
    m_injected = new QLineEdit;
    padField(*m_injected);
    m_injected->setObjectName(QStringLiteral("treatmentInjected"));
    m_injected->setAccessibleName(m_injectedTitle->text());
    layout.addWidget(m_injectedTitle);
    layout.addWidget(m_injected);
    m_discomfort = new AnswerRow{LevelStrip::Hue::felt, AnswerRow::Shape::stacked, theme};
    m_discomfort->setWords(tr("How much did it hurt while it was done?"),
                           tr("0 not at all · 10 the worst you can imagine"),
                           tr("How much did it hurt while it was done?"));
    LevelStrip &strip = m_discomfort->strip();
    strip.setObjectName(QStringLiteral("treatmentDiscomfort"));
    connect(&strip, &LevelStrip::chosen, this, [&strip](PainLevel level) { strip.setLevel(level); });
    connect(&strip, &LevelStrip::cleared, this, [&strip] { strip.setLevel({}); });
    layout.addWidget(m_discomfort);
    m_feedback = addText(tr("What did they find or say?"), "treatmentFeedback", shortTextHeight);
    m_advice = addText(tr("What are you to do at home?"), "treatmentAdvice", shortTextHeight);
    m_note = addText(tr("Anything else"), "treatmentNote", shortTextHeight);
}

QWidget *TreatmentPane::makePast()
{
    m_pastPart = new QWidget;
    auto *past = new QVBoxLayout{m_pastPart};
    past->setContentsMargins(0, 0, 0, 0);
    past->setSpacing(space::s);
    past->addWidget(makeLabel(tr("Written down before"), TextStyle::section));
    m_past = new QVBoxLayout;
    m_past->setSpacing(0);
    past->addLayout(m_past);
    return m_pastPart;
}

} // namespace palpate::desktop
