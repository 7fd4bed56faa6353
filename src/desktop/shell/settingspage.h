// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include "desktop/shell/settings.h"

class QVBoxLayout;

namespace palpate::desktop {

class Chips;
class JournalSession;
class ReminderService;

/// What can be chosen, each choice kept at once. The window follows the signals.
class SettingsPage : public QScrollArea {
    Q_OBJECT

public:
    /// Both must outlive it. Without reminders the journal is the sample: what concerns the own one is left out.
    SettingsPage(JournalSession &session, ReminderService *reminders, QWidget *parent = nullptr);

    /// Shows a choice that was made elsewhere.
    void showTheme(ThemeChoice choice);

Q_SIGNALS:
    void themeChosen(palpate::desktop::ThemeChoice choice);
    void motionChosen(bool reduce);
    void coloursChosen(palpate::desktop::MapColours colours);
    void coverChosen(int minutes);
    void ghostsChosen(bool shown);
    void sampleWished();

private:
    void addGroup(const QString &title, const QString &words, QWidget *control);
    [[nodiscard]] QWidget *makeScale();
    [[nodiscard]] QWidget *makeMotion();
    [[nodiscard]] QWidget *makeColours();
    [[nodiscard]] QWidget *makeCover();
    [[nodiscard]] QWidget *makeGhosts();
    void addOfTheJournal(JournalSession &session, ReminderService &reminders);

    QVBoxLayout *m_layout;
    Chips *m_theme;
};

} // namespace palpate::desktop
