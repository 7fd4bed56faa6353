// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/sourcerules.h"

#include <algorithm>
#include <map>
#include <optional>
#include <regex>
#include <set>

namespace palpate::rules {

namespace {

namespace fs = std::filesystem;

const std::string everything = "*";

/// Which modules a module may include besides itself. A folder that is not in the table may not exist.
const std::map<std::string, std::set<std::string>> allowedModules{
    {"core", {}},
    {"anatomy", {"core"}},
    {"referral", {"core", "anatomy"}},
    {"lookup", {"core", "referral"}},
    {"record", {"core", "anatomy"}},
    {"journal", {"core", "record"}},
    {"insight", {"core", "record", "journal"}},
    {"care", {"core", "referral", "record", "journal", "insight"}},
    {"quickentry", {"core", "anatomy", "referral", "record", "journal"}},
    {"exchange", {"core", "record", "anatomy"}},
    {"sample", {"core", "anatomy", "record"}},
    {"atlas-builder", {"core", "anatomy"}},
    {"cli", {"core", "anatomy", "referral", "lookup", "record", "journal", "quickentry", "exchange", "sample"}},
    {"desktop", {everything}},
    {"main.cpp", {everything}},
};

/// What may be included from outside journal: the rest of its headers speaks of the database.
const std::set<std::string> journalFace{"journal/backups.h",       "journal/erasure.h",      "journal/journal.h",
                                        "journal/journalchange.h", "journal/journalerror.h", "journal/journalreader.h",
                                        "journal/verbs.h"};

struct LibraryRule {
    const char *name;
    const char *headers; ///< regular expression of the whole name between the brackets
    std::set<std::string> modules;
    bool inHeaders;
};

const std::vector<LibraryRule> libraryRules{
    {"network",
     "(Qt)?Network.*|QtNetwork/.*|QNetwork.*|QTcp.*|QUdp.*|QSsl.*|QLocal(Server|Socket)|QAbstractSocket|"
     "QHost.*|QDns.*|QWebSocket.*|sys/socket\\.h|netdb\\.h|netinet/.*|arpa/.*|curl/.*|openssl/.*",
     {},
     false},
    {"Qt", "Q[A-Z].*|Qt|q[a-z0-9]+\\.h", {"desktop", "main.cpp"}, true},
    {"SQLite", "sqlite3\\.h|SQLiteCpp/.*", {"journal"}, false},
    {"JSON (forward)", "nlohmann/json_fwd\\.hpp", {"anatomy", "referral", "atlas-builder"}, true},
    {"JSON", "nlohmann/(?!json_fwd\\.hpp).*", {"anatomy", "referral", "atlas-builder", "exchange", "cli"}, false},
    {"CLI11", "CLI/.*", {"cli"}, false},
    {"valijson", "valijson/.*", {"referral"}, false},
    {"Snowball", "libstemmer\\.h", {"referral"}, false},
    {"PNG", "png\\.h", {"anatomy"}, false},
    {"libcanberra", "canberra\\.h", {"desktop"}, false},
    {"QCustomPlot", "qcustomplot\\.h", {"desktop"}, false},
};

struct Include {
    std::string name;
    bool isOwn; ///< in quotes
};

std::vector<Include> includesOf(std::string_view text)
{
    static const std::regex line{R"re((?:^|\n)[ \t]*#[ \t]*include[ \t]*(?:"([^"\n]*)"|<([^>\n]*)>))re"};
    const std::string whole{text};
    std::vector<Include> includes;
    for (std::sregex_iterator at{whole.begin(), whole.end(), line}; at != std::sregex_iterator{}; ++at) {
        const bool isOwn = (*at)[1].matched;
        includes.push_back({(*at)[isOwn ? 1 : 2].str(), isOwn});
    }
    return includes;
}

std::string firstFolder(const std::string &name) { return name.substr(0, name.find('/')); }

std::optional<std::string> objectionToOwn(const std::string &module, const std::string &name)
{
    if (name.ends_with(".moc")) {
        return std::nullopt;
    }
    const std::string other = firstFolder(name);
    if (name.find('/') == std::string::npos || !allowedModules.contains(other)) {
        return "\"" + name + "\" is not written as module/file";
    }
    const auto &allowed = allowedModules.at(module);
    if (other != module && !allowed.contains(other) && !allowed.contains(everything)) {
        return module + " may not include \"" + name + "\"";
    }
    if (other == "journal" && module != "journal" && !journalFace.contains(name)) {
        return "\"" + name + "\" is for journal alone";
    }
    return std::nullopt;
}

std::optional<std::string> objectionToLibrary(const std::string &module, bool isHeader, const std::string &name)
{
    const auto rule = std::ranges::find_if(
        libraryRules, [&name](const LibraryRule &one) { return std::regex_match(name, std::regex{one.headers}); });
    if (rule == libraryRules.end()) {
        return std::nullopt;
    }
    if (!rule->modules.contains(module)) {
        return module + " may not include <" + name + "> (" + rule->name + ")";
    }
    if (isHeader && !rule->inHeaders) {
        return "<" + name + "> (" + rule->name + ") may stand in .cpp files only";
    }
    return std::nullopt;
}

} // namespace

std::vector<std::string> violationsOf(const fs::path &path, std::string_view text)
{
    std::vector<std::string> violations;
    const bool isHeader = path.extension() == ".h";
    if (!text.starts_with("// SPDX-License-Identifier: GPL-3.0-or-later\n")) {
        violations.emplace_back("the first line is not the SPDX line");
    }
    if (isHeader && text.find("\n#pragma once\n") == std::string_view::npos) {
        violations.emplace_back("no #pragma once");
    }
    auto part = path.begin();
    if (*part++ != "src") {
        return violations;
    }
    const std::string module = part->string();
    if (!allowedModules.contains(module)) {
        violations.push_back("no rule says what " + module + " may include");
        return violations;
    }
    for (const auto &[name, isOwn] : includesOf(text)) {
        if (auto objection = isOwn ? objectionToOwn(module, name) : objectionToLibrary(module, isHeader, name)) {
            violations.push_back(*std::move(objection));
        }
    }
    return violations;
}

} // namespace palpate::rules
