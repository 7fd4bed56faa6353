// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

#include "journal/journal.h"
#include "journal/journalfile.h"

namespace palpate {

namespace {

std::optional<DeviceId> readDeviceId(const std::filesystem::path &file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) {
        return std::nullopt;
    }
    std::array<char, 36> text{};
    const ssize_t got = read(descriptor, text.data(), text.size());
    close(descriptor);
    return got == static_cast<ssize_t>(text.size()) ? DeviceId::parse({text.data(), text.size()}) : std::nullopt;
}

} // namespace

DeviceId deviceIdIn(const std::filesystem::path &folder, DeviceId fresh)
{
    const auto file = folder / "device-id";
    if (const auto known = readDeviceId(file)) {
        return *known;
    }
    makePrivateFolder(folder, file);
    DraftFile draft{file, file};
    const int descriptor = ::open(draft.file().c_str(), O_WRONLY | O_CLOEXEC);
    const std::string text = fresh.text() + "\n";
    const bool written = descriptor >= 0 &&
                         write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                         fsync(descriptor) == 0;
    const int reason = errno;
    if (descriptor >= 0) {
        close(descriptor);
    }
    if (!written) {
        throw errorFromSystem(reason, file, "write the id of this installation");
    }
    draft.putInPlace();
    return fresh;
}

} // namespace palpate
