// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "rules/sourcerules.h"

namespace {

using namespace palpate::rules;
namespace fs = std::filesystem;
using Words = std::vector<std::string>;

const fs::path project{PALPATE_SOURCE_DIR};
const std::string spdx = "// SPDX-License-Identifier: GPL-3.0-or-later\n";
const std::string headerTop = spdx + "#pragma once\n\n";

std::vector<fs::path> sources()
{
    std::vector<fs::path> files;
    for (const char *top : {"src", "tests"}) {
        for (const fs::directory_entry &entry : fs::recursive_directory_iterator{project / top}) {
            const fs::path extension = entry.path().extension();
            if (entry.is_regular_file() && (extension == ".h" || extension == ".cpp")) {
                files.push_back(entry.path());
            }
        }
    }
    return files;
}

std::string textOf(const fs::path &file)
{
    std::ostringstream text;
    text << std::ifstream{file, std::ios::binary}.rdbuf();
    return text.str();
}

Words inSource(const char *path, const std::string &includes) { return violationsOf(path, spdx + includes); }
Words inHeader(const char *path, const std::string &includes) { return violationsOf(path, headerTop + includes); }

} // namespace

TEST_CASE("every source file keeps the rules")
{
    const auto files = sources();
    REQUIRE(files.size() > 50);
    for (const fs::path &file : files) {
        const fs::path path = file.lexically_relative(project);
        INFO(path);
        CHECK(violationsOf(path, textOf(file)) == Words{});
    }
}

TEST_CASE("a module may include only those below it")
{
    CHECK(inSource("src/journal/a.cpp", "#include \"record/rating.h\"\n") == Words{});
    CHECK(inSource("src/journal/a.cpp", "#include \"desktop/phrases.h\"\n") ==
          Words{"journal may not include \"desktop/phrases.h\""});
    CHECK(inHeader("src/core/a.h", "  #  include \"anatomy/layer.h\"\n") ==
          Words{"core may not include \"anatomy/layer.h\""});
    CHECK(inSource("src/record/a.cpp", "#include \"journal/verbs.h\"\n") ==
          Words{"record may not include \"journal/verbs.h\""});
    CHECK(inSource("src/core/a.cpp", "#include \"id.h\"\n") == Words{"\"id.h\" is not written as module/file"});
    CHECK(inSource("src/main.cpp", "#include \"desktop/phrases.h\"\n#include \"core/id.h\"\n") == Words{});
    CHECK(inSource("src/extras/a.cpp", "") == Words{"no rule says what extras may include"});
}

TEST_CASE("the database is the journal's own")
{
    CHECK(inSource("src/journal/a.cpp", "#include <sqlite3.h>\n#include <SQLiteCpp/Database.h>\n") == Words{});
    CHECK(inSource("src/journal/a.cpp", "#include \"journal/database.h\"\n") == Words{});
    CHECK(inHeader("src/journal/a.h", "#include <sqlite3.h>\n") ==
          Words{"<sqlite3.h> (SQLite) may stand in .cpp files only"});
    CHECK(inSource("src/desktop/a.cpp", "#include <SQLiteCpp/Database.h>\n") ==
          Words{"desktop may not include <SQLiteCpp/Database.h> (SQLite)"});
    CHECK(inSource("src/desktop/a.cpp", "#include \"journal/database.h\"\n") ==
          Words{"\"journal/database.h\" is for journal alone"});
    CHECK(inSource("src/desktop/a.cpp", "#include \"journal/journal.h\"\n") == Words{});
}

TEST_CASE("libraries stay where they belong")
{
    CHECK(inHeader("src/desktop/a.h", "#include <QWidget>\n") == Words{});
    CHECK(inSource("src/anatomy/a.cpp", "#include <QString>\n") == Words{"anatomy may not include <QString> (Qt)"});
    CHECK(inSource("src/referral/a.cpp", "#include <nlohmann/json.hpp>\n#include <valijson/schema.hpp>\n") == Words{});
    CHECK(inHeader("src/anatomy/a.h", "#include <nlohmann/json_fwd.hpp>\n#include <queue>\n") == Words{});
    CHECK(inHeader("src/anatomy/a.h", "#include <nlohmann/json.hpp>\n") ==
          Words{"<nlohmann/json.hpp> (JSON) may stand in .cpp files only"});
    CHECK(inSource("src/journal/a.cpp", "#include <nlohmann/json.hpp>\n") ==
          Words{"journal may not include <nlohmann/json.hpp> (JSON)"});
    CHECK(inSource("src/anatomy/a.cpp", "#include <valijson/schema.hpp>\n") ==
          Words{"anatomy may not include <valijson/schema.hpp> (valijson)"});
    CHECK(inSource("src/atlas-builder/a.cpp", "#include <png.h>\n") ==
          Words{"atlas-builder may not include <png.h> (PNG)"});
}

TEST_CASE("nothing opens a network connection")
{
    for (const char *header : {"QNetworkAccessManager", "QtNetwork/QTcpSocket", "QTcpServer", "QLocalSocket",
                               "sys/socket.h", "netdb.h", "netinet/in.h", "arpa/inet.h", "curl/curl.h"}) {
        INFO(header);
        CHECK(inSource("src/desktop/a.cpp", std::string{"#include <"} + header + ">\n").size() == 1);
        CHECK(inSource("src/main.cpp", std::string{"#include <"} + header + ">\n").size() == 1);
    }
}

TEST_CASE("every file names its licence, every header guards itself")
{
    CHECK(violationsOf("tests/core/a_test.cpp", "#include <string>\n") == Words{"the first line is not the SPDX line"});
    CHECK(violationsOf("src/core/a.h", spdx) == Words{"no #pragma once"});
    CHECK(violationsOf("tests/core/a_test.cpp", spdx + "#include <sqlite3.h>\n") == Words{});
}
