// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journallock.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "journal/journalerror.h"
#include "journal/journalfile.h"

namespace palpate {

namespace {

/// Whether the name still leads to the file that was opened.
bool isStillNamed(int descriptor, const std::filesystem::path &name)
{
    struct stat opened {};
    struct stat named {};
    return fstat(descriptor, &opened) == 0 && lstat(name.c_str(), &named) == 0 && opened.st_dev == named.st_dev &&
           opened.st_ino == named.st_ino;
}

} // namespace

JournalLock::JournalLock(const std::filesystem::path &journal) : m_file{journal}
{
    m_file += ".lock";
    while (true) {
        m_descriptor = ::open(m_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
        if (m_descriptor < 0) {
            throw errorFromSystem(errno, journal, "open the lock file");
        }
        if (flock(m_descriptor, LOCK_EX | LOCK_NB) != 0) {
            const int reason = errno;
            close(m_descriptor);
            if (reason == EWOULDBLOCK) {
                throw JournalError{JournalError::Kind::inUse, journal, "another opener holds the lock file"};
            }
            throw errorFromSystem(reason, journal, "lock the lock file");
        }
        // The holder before us may have taken the file away between our open and our lock: then this lock is on a
        // file that nobody else will ever see, and the next opener would get one of its own.
        if (isStillNamed(m_descriptor, m_file)) {
            return;
        }
        close(m_descriptor);
    }
}

JournalLock::~JournalLock()
{
    // First the name, then the lock: the other way round, a newcomer could lock the file that is about to go.
    unlink(m_file.c_str());
    close(m_descriptor);
}

} // namespace palpate
