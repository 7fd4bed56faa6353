// SPDX-License-Identifier: GPL-3.0-or-later
#include "syntheticbody.h"

#include <array>
#include <fstream>
#include <sstream>

namespace palpate::testing {

namespace fs = std::filesystem;

void writeFile(const fs::path &file, const std::string &text)
{
    fs::create_directories(file.parent_path());
    std::ofstream{file, std::ios::binary} << text;
}

std::string boxObj(PointMm low, PointMm high)
{
    std::ostringstream obj;
    for (const double z : {low.z, high.z}) {
        for (const double y : {low.y, high.y}) {
            for (const double x : {low.x, high.x}) {
                obj << "v " << x << ' ' << y << ' ' << z << '\n';
            }
        }
    }
    for (const std::array<int, 4> &face :
         {std::array{1, 2, 4, 3}, {5, 7, 8, 6}, {1, 5, 6, 2}, {3, 4, 8, 7}, {1, 3, 7, 5}, {2, 6, 8, 4}}) {
        obj << "f " << face[0] << "//1 " << face[1] << "//1 " << face[2] << "//1 " << face[3] << "//1\n";
    }
    return obj.str();
}

void writeSyntheticBody(const fs::path &folder, bool swapped)
{
    const auto box = [swapped](PointMm low, PointMm high) {
        return swapped ? boxObj({-high.x, low.y, low.z}, {-low.x, high.y, high.z}) : boxObj(low, high);
    };
    const fs::path meshes = folder / "anatomy" / "bodyparts3d";
    writeFile(meshes / "FLANKL.obj", box({5, -20, 0}, {40, 20, 100}));
    writeFile(meshes / "FLANKR.obj", box({-40, -20, 0}, {-5, 20, 100}));
    writeFile(meshes / "COVERL.obj", box({10, -25, 20}, {30, -21, 80}));
    writeFile(meshes / "POST.obj", box({-8, -10, 0}, {8, 10, 110}));
    writeFile(folder / "anatomy" / "catalog.tsv", "element\tclass\tfma\tname\n"
                                                  "FLANKL\tmuscle\t\tleft flank\n"
                                                  "FLANKR\tmuscle\t\tright flank\n"
                                                  "COVERL\tmuscle\t\tleft cover\n"
                                                  "POST\tskeleton\t\tfirst lumbar vertebra\n");
    writeFile(folder / "anatomy" / "makehuman" / "skin-male-posed.obj", boxObj({-45, -30, -5}, {45, 30, 115}));
    writeFile(folder / "recipe" / "structures.json", R"({"format": 1, "structures": [
        {"id": "flank", "common": "Flank", "kind": "muscle", "layer": "deep", "listed": true, "elements": ["FLANKL", "FLANKR"]},
        {"id": "cover", "common": "Cover", "kind": "muscle", "layer": "superficial", "elements": ["COVERL"]},
        {"id": "post", "common": "Post", "kind": "bone", "layer": "bone", "midline": true, "elements": ["POST"]}]})");
    writeFile(folder / "recipe" / "zones.json", R"({"format": 1, "zones": [
        {"id": "upper", "laterality": "paired", "parts": ["trunk"], "seeds": [[20, 0, 90]]},
        {"id": "lower", "laterality": "midline", "parts": ["trunk"], "seeds": [[0, 0, 20], [20, 0, 20]]}]})");
}

} // namespace palpate::testing
