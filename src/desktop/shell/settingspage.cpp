// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/shell/settingspage.h"

#include <array>

#include <QCheckBox>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/controls/chips.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/scrollshade.h"
#include "desktop/journalsession.h"
#include "desktop/phrases.h"
#include "desktop/reminders/reminderpanel.h"

namespace palpate::desktop {

namespace {

constexpr int readingWidth = 760;
/// The search stands above.
constexpr int searchRoom = 72;

} // namespace

SettingsPage::SettingsPage(JournalSession &session, ReminderService *reminders, QWidget *parent)
    : QScrollArea{parent}, m_theme{new Chips{Chips::Choice::one, QStringLiteral("theme")}}
{
    setObjectName(QStringLiteral("settingsPage"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    new ScrollShade{*this};
    setAlignment(Qt::AlignLeading | Qt::AlignTop);
    auto *content = new QWidget;
    content->setMaximumWidth(readingWidth);
    m_layout = new QVBoxLayout{content};
    m_layout->setContentsMargins(space::xl, searchRoom, space::xl, space::xl);
    m_layout->setSpacing(space::xs);

    m_layout->addWidget(makeLabel(tr("Settings"), TextStyle::page));
    const std::array themes{tr("Follow the system"), tr("Light"), tr("Dark"), tr("High contrast, light"),
                            tr("High contrast, dark")};
    for (std::size_t at = 0; at < themes.size(); ++at) {
        m_theme->add(static_cast<int>(at), themes[at]);
    }
    showTheme(Settings{}.get(setting::theme));
    connect(m_theme, &Chips::toggled, this, [this](int id) { Q_EMIT themeChosen(static_cast<ThemeChoice>(id)); });
    addGroup(tr("Look"), {}, m_theme);
    addGroup(tr("Size of everything"), tr("Takes effect when the program starts next."), makeScale());
    addGroup(tr("Movement"), {}, makeMotion());
    addGroup(tr("Points on the map"), tr("The number on a point always says how sore it was."), makeColours());
    addGroup(tr("Cover the window"),
             tr("Ctrl+Shift+H covers it at once. Any key or click takes the cover away. It hides; it does not lock."),
             makeCover());
    addGroup(tr("Numbers on today's page"), {}, makeGhosts());
    if (reminders != nullptr) {
        addOfTheJournal(session, *reminders);
    }
    m_layout->addStretch();
    setWidget(content);
}

void SettingsPage::addOfTheJournal(JournalSession &session, ReminderService &reminders)
{
    addGroup(
        tr("Reminders"),
        tr("Off unless you add one. Without a day it comes every day. The notification says \"Time for a look.\" and "
           "nothing else, unless you want it to say more."),
        new ReminderPanel{session, reminders});
    QLabel *file = makeLabel(phrases::text(session.read().file().string()), TextStyle::body);
    file->setObjectName(QStringLiteral("journalPath"));
    file->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    file->setWordWrap(true);
    addGroup(tr("Your journal"), tr("Everything you enter is in this one file. Nothing leaves this machine."), file);
    auto *sample = new QPushButton{tr("Look around in a sample journal")};
    sample->setObjectName(QStringLiteral("openSample"));
    addGroup(tr("Sample journal"),
             tr("Three months of an invented person, apart from your own journal. It goes with one click, and nothing "
                "of it stays."),
             sample);
    sample->setAccessibleName({}); // it is called what stands on it
    m_layout->setAlignment(sample, Qt::AlignLeading);
    connect(sample, &QPushButton::clicked, this, &SettingsPage::sampleWished);
}

void SettingsPage::showTheme(ThemeChoice choice) { m_theme->choose(static_cast<int>(choice)); }

void SettingsPage::addGroup(const QString &title, const QString &words, QWidget *control)
{
    m_layout->addSpacing(space::xl);
    m_layout->addWidget(makeLabel(title, TextStyle::strong));
    control->setAccessibleName(title);
    if (!words.isEmpty()) {
        m_layout->addWidget(makeLabel(words, TextStyle::caption));
    }
    m_layout->addWidget(control);
}

QWidget *SettingsPage::makeScale()
{
    auto *chips = new Chips{Chips::Choice::one, QStringLiteral("scale")};
    for (const int percent : {100, 125, 150, 175, 200}) {
        chips->add(percent, tr("%1 %").arg(percent));
    }
    chips->choose(Settings{}.get(setting::scalePercent));
    connect(chips, &Chips::toggled, this, [](int percent) { Settings{}.set(setting::scalePercent, percent); });
    return chips;
}

QWidget *SettingsPage::makeMotion()
{
    auto *box = new QCheckBox{tr("Less movement: views change without turning")};
    box->setObjectName(QStringLiteral("reduceMotion"));
    box->setChecked(Settings{}.get(setting::reduceMotion));
    connect(box, &QCheckBox::toggled, this, [this](bool on) {
        Settings{}.set(setting::reduceMotion, on);
        Q_EMIT motionChosen(on);
    });
    return box;
}

QWidget *SettingsPage::makeGhosts()
{
    auto *box = new QCheckBox{tr("Show the last number of each point while I answer")};
    box->setObjectName(QStringLiteral("ghosts"));
    box->setChecked(Settings{}.get(setting::ghosts));
    connect(box, &QCheckBox::toggled, this, [this](bool shown) {
        Settings{}.set(setting::ghosts, shown);
        Q_EMIT ghostsChosen(shown);
    });
    return box;
}

QWidget *SettingsPage::makeColours()
{
    auto *chips = new Chips{Chips::Choice::one, QStringLiteral("colours")};
    chips->add(static_cast<int>(MapColours::lastSoreness), tr("Coloured by how sore they were"));
    chips->add(static_cast<int>(MapColours::plain), tr("Plain"));
    chips->choose(static_cast<int>(Settings{}.get(setting::mapColours)));
    connect(chips, &Chips::toggled, this, [this](int id) {
        const auto colours = static_cast<MapColours>(id);
        Settings{}.set(setting::mapColours, colours);
        Q_EMIT coloursChosen(colours);
    });
    return chips;
}

QWidget *SettingsPage::makeCover()
{
    auto *chips = new Chips{Chips::Choice::one, QStringLiteral("cover")};
    chips->add(0, tr("Only when I ask"));
    for (const int minutes : {2, 5, 15}) {
        chips->add(minutes, tr("After %1 minutes").arg(minutes));
    }
    chips->choose(Settings{}.get(setting::coverAfterMinutes));
    connect(chips, &Chips::toggled, this, [this](int minutes) {
        Settings{}.set(setting::coverAfterMinutes, minutes);
        Q_EMIT coverChosen(minutes);
    });
    return chips;
}

} // namespace palpate::desktop
