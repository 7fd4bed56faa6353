// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalfile.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace palpate {

namespace {

using Kind = JournalError::Kind;

// The database file format, section 1.3: the magic, and two big-endian numbers the application may set.
constexpr std::string_view magic{"SQLite format 3\0", 16};
constexpr std::size_t headerSize = 100;
constexpr std::size_t userVersionAt = 60;
constexpr std::size_t applicationIdAt = 68;

using Header = std::array<std::uint8_t, headerSize>;

class Descriptor {
public:
    explicit Descriptor(int descriptor) noexcept : m_descriptor{descriptor} {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    Descriptor(Descriptor &&) = delete;
    Descriptor &operator=(Descriptor &&) = delete;
    ~Descriptor()
    {
        if (m_descriptor >= 0) {
            close(m_descriptor);
        }
    }

    [[nodiscard]] int get() const noexcept { return m_descriptor; }
    [[nodiscard]] bool isOpen() const noexcept { return m_descriptor >= 0; }

private:
    int m_descriptor;
};

std::uint32_t bigEndian(const Header &header, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t byte = at; byte < at + 4; ++byte) {
        value = value << 8 | header.at(byte);
    }
    return value;
}

std::size_t readHeader(const Descriptor &file, Header &header, const std::filesystem::path &journal)
{
    std::size_t filled = 0;
    while (filled < header.size()) {
        const ssize_t got = read(file.get(), header.data() + filled, header.size() - filled);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            throw errorFromSystem(errno, journal, "read the file");
        }
        if (got == 0) {
            break;
        }
        filled += static_cast<std::size_t>(got);
    }
    return filled;
}

void syncFolderOf(const std::filesystem::path &file, const std::filesystem::path &journal)
{
    const Descriptor folder{::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    // Some file systems cannot sync a folder and say EINVAL; they have nothing better to offer.
    if (!folder.isOpen() || (fsync(folder.get()) != 0 && errno != EINVAL)) {
        throw errorFromSystem(errno, journal, "sync the folder");
    }
}

} // namespace

JournalError errorFromSystem(int reason, const std::filesystem::path &journal, std::string_view doing)
{
    Kind kind = Kind::cannotOpen;
    if (reason == ENOSPC || reason == EDQUOT || reason == EFBIG) {
        kind = Kind::noSpace;
    } else if (reason == EACCES || reason == EPERM || reason == EROFS) {
        kind = Kind::readOnly;
    } else if (reason == EIO) {
        kind = Kind::diskFault;
    }
    return {kind, journal, "could not " + std::string{doing} + ": " + std::generic_category().message(reason)};
}

std::filesystem::path resolved(const std::filesystem::path &file)
{
    std::error_code error;
    auto path = std::filesystem::absolute(file, error);
    if (!error) {
        path = std::filesystem::weakly_canonical(path, error);
    }
    if (error || !path.has_filename()) {
        throw JournalError{Kind::cannotOpen, file, error ? error.message() : "the path names no file"};
    }
    return path;
}

bool looksLikeAJournal(const std::filesystem::path &file, int newestVersion)
{
    // O_NONBLOCK: a pipe in the file's place must not keep us waiting for a writer.
    const Descriptor opened{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (!opened.isOpen()) {
        if (errno == ENOENT) {
            return false;
        }
        throw JournalError{Kind::cannotOpen, file, std::generic_category().message(errno)};
    }
    struct stat status {};
    if (fstat(opened.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
        throw JournalError{Kind::notAJournal, file, "not a regular file"};
    }
    Header header{};
    const std::size_t size = readHeader(opened, header, file);
    if (size == 0) {
        throw JournalError{Kind::damaged, file, "the file is empty"};
    }
    if (size < headerSize || std::memcmp(header.data(), magic.data(), magic.size()) != 0) {
        throw JournalError{Kind::notAJournal, file, "not a SQLite database"};
    }
    if (bigEndian(header, applicationIdAt) != journalApplicationId) {
        throw JournalError{Kind::notAJournal, file, "the database of another program"};
    }
    const auto version = static_cast<std::int32_t>(bigEndian(header, userVersionAt));
    if (version < 1) {
        throw JournalError{Kind::damaged, file, "a journal without a version"};
    }
    if (version > newestVersion) {
        throw JournalError{Kind::newer, file, "version " + std::to_string(version)};
    }
    return true;
}

void refuseNetworkFolder(const std::filesystem::path &journal)
{
    struct statfs status {};
    if (statfs(journal.parent_path().c_str(), &status) != 0) {
        return; // opening will say what is wrong with the folder
    }
    // NFS, SMB, CIFS, SMB 2, AFS, 9P, Coda: linux/magic.h, and what the kernel's own sources call them.
    constexpr std::array<std::uint32_t, 7> network{0x6969,     0x517B,     0xFF534D42, 0xFE534D42,
                                                   0x5346414F, 0x01021997, 0x73757245};
    if (std::find(network.begin(), network.end(), static_cast<std::uint32_t>(status.f_type)) != network.end()) {
        throw JournalError{Kind::networkFolder, journal, "file system type " + std::to_string(status.f_type)};
    }
}

void makePrivateFolder(const std::filesystem::path &folder, const std::filesystem::path &journal)
{
    struct stat status {};
    if (stat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) {
        return;
    }
    if (folder.has_relative_path()) {
        makePrivateFolder(folder.parent_path(), journal);
    }
    // mkdir with a mode instead of create_directories: no moment in which others could look in.
    if (mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) {
        throw errorFromSystem(errno, journal, "make the folder " + folder.string());
    }
}

void makePrivate(const std::filesystem::path &journal) noexcept
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"}) {
        auto file = journal.native() + suffix;
        struct stat status {};
        if (lstat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
            (status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
            // Failing is no reason not to open: the file belongs to somebody else, who decided so.
            [[maybe_unused]] const int ignored = chmod(file.c_str(), status.st_mode & S_IRWXU);
        }
    }
}

void setOrphansAside(const std::filesystem::path &journal)
{
    for (const char *suffix : {"-wal", "-journal"}) {
        const auto orphan = journal.native() + suffix;
        auto aside = orphan + ".orphan";
        for (int number = 2; access(aside.c_str(), F_OK) == 0; ++number) {
            aside = orphan + ".orphan-" + std::to_string(number); // never over another one
        }
        if (std::rename(orphan.c_str(), aside.c_str()) != 0 && errno != ENOENT) {
            throw errorFromSystem(errno, journal, "set aside the file " + orphan);
        }
    }
    unlink((journal.native() + "-shm").c_str());
}

void removeLog(const std::filesystem::path &journal) noexcept
{
    for (const char *suffix : {"-wal", "-journal", "-shm"}) {
        unlink((journal.native() + suffix).c_str());
    }
}

DraftFile::DraftFile(std::filesystem::path target, std::filesystem::path journal)
    : m_target{std::move(target)}, m_journal{std::move(journal)}, m_draft{m_target}
{
    m_draft += ".new";
    for (const char *leftOver : {"", "-journal", "-wal", "-shm"}) {
        unlink((m_draft.native() + leftOver).c_str());
    }
    const Descriptor made{
        ::open(m_draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR)};
    if (!made.isOpen()) {
        throw errorFromSystem(errno, m_journal, "make the file " + m_draft.string());
    }
}

DraftFile::~DraftFile()
{
    if (!m_inPlace) {
        unlink(m_draft.c_str());
    }
}

void DraftFile::putInPlace()
{
    if (std::rename(m_draft.c_str(), m_target.c_str()) != 0) {
        throw errorFromSystem(errno, m_journal, "name the file " + m_target.string());
    }
    m_inPlace = true;
    syncFolderOf(m_target, m_journal);
}

} // namespace palpate
