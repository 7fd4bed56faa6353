// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace palpate {

/// Holds `<journal>.lock` locked for as long as it lives and takes the file away at the end: one opener a journal,
/// in this process and among all others. The lock of a process that dies is free at once.
class JournalLock {
public:
    /// The journal's folder must exist. Throws JournalError: inUse at once when somebody else holds the lock.
    explicit JournalLock(const std::filesystem::path &journal);

    JournalLock(const JournalLock &) = delete;
    JournalLock &operator=(const JournalLock &) = delete;
    JournalLock(JournalLock &&) = delete;
    JournalLock &operator=(JournalLock &&) = delete;
    ~JournalLock();

private:
    std::filesystem::path m_file;
    int m_descriptor = -1;
};

} // namespace palpate
