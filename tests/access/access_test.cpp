// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself, met the way a screen reader meets it: through the accessibility bus, from another program.
#include <catch2/catch.hpp>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <map>
#include <set>
#include <stdexcept>

#include <X11/keysym.h>
#include <sys/wait.h>

#include <nlohmann/json.hpp>

#include "access/listener.h"
#include "support/tempdir.h"

using namespace palpate::testing;
using nlohmann::json;

namespace {

/// palpate with these arguments, and what it printed.
json printed(const std::vector<std::string> &arguments)
{
    std::vector<std::string> words{PALPATE_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<gchar *> argv;
    for (std::string &word : words) {
        argv.push_back(word.data());
    }
    argv.push_back(nullptr);
    gchar *out = nullptr;
    int status = -1;
    const bool ran = g_spawn_sync(nullptr, argv.data(), nullptr, G_SPAWN_DEFAULT, nullptr, nullptr, &out, nullptr,
                                  &status, nullptr) != FALSE;
    const std::string text = out == nullptr ? "" : out;
    g_free(out);
    if (!ran || status != 0) {
        throw std::runtime_error{"palpate " + arguments.front() + " failed"};
    }
    return json::parse(text);
}

/// The window on a journal of its own, in a home of its own, with accessibility on.
class RunningProgram {
public:
    explicit RunningProgram(const TempDir &home) : m_journal{(home.path() / "journal.palpate").string()}
    {
        gchar **environment = g_get_environ();
        const std::string folder = home.path().string();
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "HOME"}) {
            environment = g_environ_setenv(environment, name, folder.c_str(), TRUE);
        }
        environment = g_environ_setenv(environment, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1", TRUE);
        environment = g_environ_setenv(environment, "QT_ACCESSIBILITY", "1", TRUE);
        environment = g_environ_setenv(environment, "QT_QPA_PLATFORM", "xcb", TRUE);
        std::string program = PALPATE_PROGRAM;
        std::string option = "--journal";
        gchar *argv[] = {program.data(), option.data(), m_journal.data(), nullptr};
        const bool started = g_spawn_async(nullptr, argv, environment, G_SPAWN_DO_NOT_REAP_CHILD, nullptr, nullptr,
                                           &m_pid, nullptr) != FALSE;
        g_strfreev(environment);
        if (!started) {
            throw std::runtime_error{"palpate does not start"};
        }
    }

    RunningProgram(const RunningProgram &) = delete;
    RunningProgram &operator=(const RunningProgram &) = delete;
    RunningProgram(RunningProgram &&) = delete;
    RunningProgram &operator=(RunningProgram &&) = delete;

    ~RunningProgram()
    {
        kill(m_pid, SIGTERM);
        if (!waitUntil([this] { return waitpid(m_pid, nullptr, WNOHANG) != 0; })) {
            kill(m_pid, SIGKILL);
            waitpid(m_pid, nullptr, 0);
        }
    }

    [[nodiscard]] json points() const { return printed({"points", "--journal", m_journal, "--json"}).at("points"); }

private:
    std::string m_journal;
    GPid m_pid = 0;
};

std::string sideWords(const std::string &side)
{
    return side == "left" ? ", your left" : side == "right" ? ", your right" : "";
}

/// The names of the muscles that palpate atlas --json lists for a view and layer.
std::set<std::string> listedMuscles(const std::string &view, const std::string &layer)
{
    std::map<std::string, std::string> commonNames;
    const std::string catalogue = std::string{PALPATE_SOURCE_DIR} + "/resources/atlas/atlas.json";
    gchar *text = nullptr;
    if (g_file_get_contents(catalogue.c_str(), &text, nullptr, nullptr) == FALSE) {
        throw std::runtime_error{"no atlas.json"};
    }
    const json catalogued = json::parse(text);
    for (const json &structure : catalogued.at("structures")) {
        commonNames[structure.at("id")] = structure.at("common");
    }
    g_free(text);
    std::set<std::string> names;
    const json atlas = printed({"atlas", "--json"});
    for (const json &shown : atlas.at("views")) {
        if (shown.at("view") == view) {
            for (const json &muscle : shown.at("muscles")) {
                if (muscle.at("layer") == layer) {
                    names.insert(commonNames.at(muscle.at("muscle")) + sideWords(muscle.at("side")));
                }
            }
        }
    }
    return names;
}

struct Heard {
    std::map<std::string, std::string> descriptions; ///< of muscles, by name
    std::size_t items = 0;
    bool allHaveBoxes = true;
    bool allCanBePressed = true;

    /// The names of the muscles of the layer, or of those below it.
    [[nodiscard]] std::set<std::string> muscles(bool deeper) const
    {
        std::set<std::string> names;
        for (const auto &[name, description] : descriptions) {
            if ((description.rfind("surface muscle", 0) != 0) == deeper) {
                names.insert(name);
            }
        }
        return names;
    }
};

/// Everything under the map, asked for over the bus as a screen reader would.
Heard listenTo(const Accessible &map)
{
    Heard heard;
    for (const Accessible &part : childrenOf(map)) {
        if (roleOf(part) != ATSPI_ROLE_PANEL || nameOf(part).empty()) {
            continue; // a widget that lies on the map
        }
        ++heard.items;
        for (const Accessible &item : childrenOf(part)) {
            ++heard.items;
            heard.descriptions[nameOf(item)] = descriptionOf(item);
            const AtspiRect box = boxOf(item);
            heard.allHaveBoxes = heard.allHaveBoxes && box.width > 0 && box.height > 0;
            const auto actions = actionsOf(item);
            heard.allCanBePressed = heard.allCanBePressed && !actions.empty() && actions.front() == "Press";
        }
    }
    return heard;
}

Accessible findMap(const Accessible &program)
{
    return find(program, [](const Accessible &accessible) {
        return roleOf(accessible) == ATSPI_ROLE_CANVAS && nameOf(accessible).rfind("Body map", 0) == 0;
    });
}

bool isThere(const Accessible &above, const std::string &name)
{
    const Accessible found = findNamed(above, name);
    return found && hasState(found, ATSPI_STATE_SHOWING);
}

} // namespace

TEST_CASE("a screen reader finds every muscle, turns the body, marks and rates a point")
{
    const TempDir home;
    const RunningProgram running{home};
    REQUIRE(atspi_init() < 2);
    {
        const Accessible desktop{atspi_get_desktop(0)};
        // Ask the program itself, every time.
        atspi_accessible_set_cache_mask(desktop.get(), ATSPI_CACHE_NONE);
    }
    Accessible program;
    Accessible map;
    REQUIRE(waitUntil([&] {
        program = findProgram("palpate");
        map = program ? findMap(program) : nullptr;
        return map != nullptr && hasState(map, ATSPI_STATE_SHOWING);
    }));
    const Accessible window =
        find(program, [](const Accessible &accessible) { return roleOf(accessible) == ATSPI_ROLE_FRAME; });
    REQUIRE(window);
    Listener listener;
    CHECK(nameOf(map) == "Body map, front, surface muscles");
    // The parts of the body have their names as soon as the knowledge base has been read.
    REQUIRE(waitUntil([&] { return findNamed(map, "Shoulder, your left") != nullptr; }));

    const auto begin = std::chrono::steady_clock::now();
    const Heard front = listenTo(map);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    WARN(front.items << " items were listed with name, description, box and actions in " << took.count() << " s");
    CHECK(front.allHaveBoxes);
    CHECK(front.allCanBePressed);
    const auto listed = listedMuscles("front", "superficial");
    CHECK(listed.size() > 50);
    CHECK(front.muscles(false) == listed);
    CHECK_FALSE(front.muscles(true).empty()); // in the gaps

    listener.forget();
    REQUIRE(act(findNamed(program, "Back")));
    REQUIRE(waitUntil([&] { return nameOf(map) == "Body map, back, surface muscles"; }));
    CHECK(waitUntil([&] { return listener.heardName("Body map, back, surface muscles"); }));
    const Heard back = listenTo(map);
    CHECK(back.muscles(false) == listedMuscles("back", "superficial"));

    const Accessible muscle = findNamed(map, "Infraspinatus, your right");
    REQUIRE(muscle);
    CHECK(descriptionOf(muscle) == "surface muscle, M. infraspinatus");
    // There is no window manager, so the window gets the keyboard when it is clicked on, here on a line of text.
    const Accessible label = findNamed(program, "Your points");
    REQUIRE(label);
    click(label);
    REQUIRE(waitUntil([&] { return hasState(window, ATSPI_STATE_ACTIVE); }));
    listener.forget();
    REQUIRE(takeFocus(muscle));
    CHECK(waitUntil([&] { return listener.heardFocus("Infraspinatus, your right"); }));
    CHECK(hasState(muscle, ATSPI_STATE_FOCUSED));
    // By the keyboard, through the screen: to the neighbour, whose name is heard, and back.
    listener.forget();
    typeKey(XK_Down);
    CHECK(waitUntil([&] { return listener.heardFocusOnOther("Infraspinatus, your right"); }));
    typeKey(XK_Up);
    CHECK(waitUntil([&] { return listener.heardFocus("Infraspinatus, your right"); }));
    REQUIRE(act(muscle));
    REQUIRE(waitUntil([&] { return isThere(program, "Soreness: 6 of 10"); }));
    REQUIRE(act(findNamed(program, "Soreness: 6 of 10")));
    REQUIRE(waitUntil([&] {
        const Accessible save = findNamed(program, "Save");
        return save && hasState(save, ATSPI_STATE_SENSITIVE);
    }));
    REQUIRE(act(findNamed(program, "Save")));
    json points;
    REQUIRE(waitUntil([&] {
        points = running.points();
        return points.size() == 1;
    }));
    CHECK(points[0].at("muscle") == "infraspinatus");
    CHECK(points[0].at("side") == "right");
    CHECK(points[0].at("latest_soreness").at("level") == 6);

    // What was marked is heard on the muscle, and can be opened below it.
    CHECK(waitUntil(
        [&] { return descriptionOf(muscle) == "surface muscle, M. infraspinatus, 1 of your points, worst 6 of 10"; }));
    const auto own = childrenOf(muscle);
    REQUIRE(own.size() == 1);
    CHECK(nameOf(own[0]) == "Point 1, soreness 6 of 10, not sure");
    REQUIRE(act(own[0]));
    CHECK(waitUntil([&] { return isThere(program, "Remove"); }));

    REQUIRE(act(findNamed(program, "Skin")));
    REQUIRE(waitUntil([&] { return nameOf(map) == "Body map, back, skin"; }));
    CHECK(findNamed(map, "Mid-back, your left") != nullptr);
    CHECK(findNamed(map, "Over or deep under the shoulder blade, your left") != nullptr);
    CHECK(nameOf(muscle).empty()); // it does not show any more
}
