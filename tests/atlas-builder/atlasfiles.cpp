// SPDX-License-Identifier: GPL-3.0-or-later
#include "atlasfiles.h"

#include <fstream>
#include <sstream>

namespace palpate::testing {

namespace fs = std::filesystem;

std::string bytesOf(const fs::path &file)
{
    std::ifstream stream{file, std::ios::binary};
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

std::map<std::string, std::string> filesOf(const fs::path &folder)
{
    std::map<std::string, std::string> files;
    for (const fs::directory_entry &entry : fs::directory_iterator{folder}) {
        const std::string ending = entry.path().extension().string();
        if (ending == ".png" || ending == ".bin" || ending == ".json") {
            files[entry.path().filename().string()] = bytesOf(entry.path());
        }
    }
    return files;
}

} // namespace palpate::testing
