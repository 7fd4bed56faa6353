// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <sys/stat.h>

namespace palpate::testing {

inline std::string bytesOf(const std::filesystem::path &file)
{
    std::ifstream in{file, std::ios::binary};
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

inline void writeBytes(const std::filesystem::path &file, const std::string &bytes)
{
    std::ofstream{file, std::ios::binary | std::ios::trunc} << bytes;
}

/// The nine permission bits.
inline unsigned modeOf(const std::filesystem::path &file)
{
    struct stat status {};
    return lstat(file.c_str(), &status) == 0 ? status.st_mode & 0777U : 0;
}

struct FileState {
    std::string bytes;
    unsigned mode = 0;
    ino_t inode = 0;
    std::filesystem::file_time_type modified;

    friend bool operator==(const FileState &, const FileState &) = default;
};

/// All files in a folder, to the byte and to the time they were last written.
inline std::map<std::string, FileState> stateOf(const std::filesystem::path &folder)
{
    std::map<std::string, FileState> files;
    for (const auto &entry : std::filesystem::directory_iterator{folder}) {
        struct stat status {};
        lstat(entry.path().c_str(), &status);
        files[entry.path().filename()] = {entry.is_regular_file() ? bytesOf(entry.path()) : "", modeOf(entry.path()),
                                          status.st_ino, entry.last_write_time()};
    }
    return files;
}

inline std::string namesIn(const std::filesystem::path &folder)
{
    std::string names;
    for (const auto &[name, file] : stateOf(folder)) {
        names += names.empty() ? name : " " + name;
    }
    return names;
}

} // namespace palpate::testing
