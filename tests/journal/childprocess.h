// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <sys/wait.h>
#include <unistd.h>

namespace palpate::testing {

/// Runs the work in a process of its own; returns what the work returned, or -1 when it threw or was killed.
template <typename Work> int inChild(const Work &work)
{
    const pid_t child = fork();
    if (child == 0) {
        int result = 255;
        try {
            result = work();
        } catch (const std::exception &) {
        }
        _exit(result);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) != 255 ? WEXITSTATUS(status) : -1;
}

} // namespace palpate::testing
