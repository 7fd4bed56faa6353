// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journal.h"

#include <cstdlib>
#include <pwd.h>
#include <unistd.h>

#include "journal/journalerror.h"

namespace palpate {

namespace {

/// An absolute path from the environment; empty when it is unset or relative, which the standard says to ignore.
std::filesystem::path absoluteFromEnvironment(const char *name)
{
    const char *value = std::getenv(name);
    if (value == nullptr || value[0] != '/') {
        return {};
    }
    return value;
}

std::filesystem::path homeFolder()
{
    if (auto home = absoluteFromEnvironment("HOME"); !home.empty()) {
        return home;
    }
    const passwd *user = getpwuid(getuid());
    if (user == nullptr || user->pw_dir == nullptr || user->pw_dir[0] != '/') {
        throw JournalError{JournalError::Kind::cannotOpen, "palpate/journal.palpate", "there is no home folder"};
    }
    return user->pw_dir;
}

} // namespace

std::filesystem::path defaultJournalPath()
{
    auto data = absoluteFromEnvironment("XDG_DATA_HOME");
    if (data.empty()) {
        data = homeFolder() / ".local" / "share";
    }
    return data / "palpate" / "journal.palpate";
}

} // namespace palpate
