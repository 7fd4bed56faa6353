// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/datafolder.h"

#include <cstdlib>
#include <vector>

#include "core/error.h"

namespace palpate::desktop {

namespace fs = std::filesystem;

fs::path dataFolder(const fs::path &programFolder)
{
    std::vector<fs::path> places;
    if (const char *named = std::getenv("PALPATE_DATA"); named != nullptr && *named != '\0') {
        places.emplace_back(named);
    }
    places.push_back(programFolder / "resources");
    places.push_back(programFolder / ".." / "share" / "palpate");
    for (const fs::path &place : places) {
        std::error_code ignored;
        if (fs::exists(place / "atlas" / "atlas.json", ignored)) {
            return place;
        }
    }
    throw DataFileError{"atlas.json", "",
                        "the body atlas is not beside the program. Install Palpate again, or set PALPATE_DATA to the "
                        "folder that holds it"};
}

} // namespace palpate::desktop
