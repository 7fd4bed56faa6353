// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/textfile.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <unistd.h>

#include "core/error.h"

namespace palpate::cli {

namespace fs = std::filesystem;

std::optional<std::string> readUpTo(const fs::path &file, std::size_t bytes)
{
    std::ifstream in{file, std::ios::binary};
    if (!in || fs::is_directory(file)) {
        throw WorldError{file.string() + " cannot be read; check that it is there and yours."};
    }
    constexpr std::size_t step = std::size_t{1} << 20U;
    std::string text;
    while (in && text.size() <= bytes) {
        const std::size_t had = text.size();
        text.resize(had + step);
        in.read(text.data() + had, static_cast<std::streamsize>(step));
        text.resize(had + static_cast<std::size_t>(in.gcount()));
    }
    if (in.bad()) {
        throw WorldError{file.string() + " cannot be read to its end; check the disk and try again."};
    }
    return text.size() <= bytes ? std::optional{std::move(text)} : std::nullopt;
}

namespace {

/// A file under another name beside its target; gone again unless it was put in place.
class Draft {
public:
    explicit Draft(const fs::path &target) : m_target{target}, m_name{target.native() + ".XXXXXX"}
    {
        m_descriptor = mkstemp(m_name.data()); // 0600
        if (m_descriptor < 0) {
            m_name.clear();
            fail();
        }
    }
    Draft(const Draft &) = delete;
    Draft &operator=(const Draft &) = delete;
    Draft(Draft &&) = delete;
    Draft &operator=(Draft &&) = delete;
    ~Draft()
    {
        if (m_descriptor >= 0) {
            close(m_descriptor);
        }
        if (!m_name.empty()) {
            unlink(m_name.c_str());
        }
    }

    void write(std::string_view text) const
    {
        while (!text.empty()) {
            const ssize_t written = ::write(m_descriptor, text.data(), text.size());
            if (written < 0 && errno != EINTR) {
                fail();
            }
            text.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
        }
    }

    void putInPlace()
    {
        if (fsync(m_descriptor) != 0 || std::rename(m_name.c_str(), m_target.c_str()) != 0) {
            fail();
        }
        m_name.clear();
    }

private:
    [[noreturn]] void fail() const
    {
        throw WorldError{m_target.string() + " cannot be written (" + std::strerror(errno) + ")."};
    }

    fs::path m_target;
    std::string m_name;
    int m_descriptor = -1;
};

} // namespace

void writePrivate(const fs::path &file, std::string_view text)
{
    Draft draft{file};
    draft.write(text);
    draft.putInPlace();
}

} // namespace palpate::cli
