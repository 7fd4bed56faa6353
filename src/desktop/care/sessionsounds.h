// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QTemporaryDir>

#include "care/sessionrun.h"
#include "desktop/shell/settings.h"

struct ca_context;

namespace palpate::desktop {

/// Plays the signals of a session through the sound system of the desktop. Without one nothing is heard and nothing
/// fails: each signal is seen as well.
class SessionSounds {
public:
    SessionSounds();

    /// Whether the sound system took it.
    bool play(Signal signal, Loudness loudness);
    /// Says it aloud where the desktop can speak (spd-say), and what was said before no more.
    static void say(const QString &words);
    [[nodiscard]] static bool canSpeak();

private:
    struct Close {
        void operator()(ca_context *context) const;
    };
    [[nodiscard]] QString fileOf(Signal signal);

    std::unique_ptr<ca_context, Close> m_context;
    std::optional<QTemporaryDir> m_folder; ///< made with the first sound
};

} // namespace palpate::desktop
