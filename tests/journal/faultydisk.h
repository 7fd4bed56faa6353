// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

namespace palpate::testing {

/// Stands between SQLite and the disk while it lives, as SQLite's default file system, and lets a chosen write fail.
/// Counted and failed are the calls that change something: write, truncate, sync, delete, making shared memory.
/// One at a time, and no database may be open when it comes or goes.
class FaultyDisk {
public:
    enum class Fault { once, fromThenOn };

    FaultyDisk();
    FaultyDisk(const FaultyDisk &) = delete;
    FaultyDisk &operator=(const FaultyDisk &) = delete;
    FaultyDisk(FaultyDisk &&) = delete;
    FaultyDisk &operator=(FaultyDisk &&) = delete;
    ~FaultyDisk();

    /// Lets the `call`-th change from now on fail, counted from 1, with this result code.
    void failAt(int call, Fault fault, int code) noexcept;

    /// All is well from now on.
    void repair() noexcept;

    /// Whether the chosen call came.
    [[nodiscard]] bool hasFailed() const noexcept;
};

} // namespace palpate::testing
