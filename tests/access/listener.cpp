// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/listener.h"

#include <algorithm>
#include <chrono>

namespace palpate::testing {

namespace {

/// A word that the library hands over to be freed.
std::string taken(gchar *text)
{
    std::string copy = text == nullptr ? "" : text;
    g_free(text);
    return copy;
}

gboolean wake(gpointer /*unused*/) { return G_SOURCE_CONTINUE; }

} // namespace

bool waitUntil(const std::function<bool()> &condition)
{
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds{deadlineMs};
    const guint waker = g_timeout_add(20, wake, nullptr);
    bool holds = condition();
    while (!holds && std::chrono::steady_clock::now() < deadline) {
        g_main_context_iteration(nullptr, TRUE);
        holds = condition();
    }
    g_source_remove(waker);
    return holds;
}

std::string nameOf(const Accessible &accessible) { return taken(atspi_accessible_get_name(accessible.get(), nullptr)); }

std::string descriptionOf(const Accessible &accessible)
{
    return taken(atspi_accessible_get_description(accessible.get(), nullptr));
}

AtspiRole roleOf(const Accessible &accessible) { return atspi_accessible_get_role(accessible.get(), nullptr); }

bool hasState(const Accessible &accessible, AtspiStateType state)
{
    AtspiStateSet *states = atspi_accessible_get_state_set(accessible.get());
    if (states == nullptr) {
        return false;
    }
    const bool has = atspi_state_set_contains(states, state) != FALSE;
    g_object_unref(states);
    return has;
}

AtspiRect boxOf(const Accessible &accessible)
{
    AtspiRect box{0, 0, 0, 0};
    if (AtspiComponent *component = atspi_accessible_get_component_iface(accessible.get())) {
        if (AtspiRect *found = atspi_component_get_extents(component, ATSPI_COORD_TYPE_SCREEN, nullptr)) {
            box = *found;
            g_free(found);
        }
        g_object_unref(component);
    }
    return box;
}

std::vector<Accessible> childrenOf(const Accessible &accessible)
{
    std::vector<Accessible> children;
    const int count = atspi_accessible_get_child_count(accessible.get(), nullptr);
    for (int at = 0; at < count; ++at) {
        if (AtspiAccessible *child = atspi_accessible_get_child_at_index(accessible.get(), at, nullptr)) {
            children.emplace_back(child);
        }
    }
    return children;
}

std::vector<std::string> actionsOf(const Accessible &accessible)
{
    std::vector<std::string> names;
    if (AtspiAction *action = atspi_accessible_get_action_iface(accessible.get())) {
        const int count = atspi_action_get_n_actions(action, nullptr);
        for (int at = 0; at < count; ++at) {
            names.push_back(taken(atspi_action_get_action_name(action, at, nullptr)));
        }
        g_object_unref(action);
    }
    return names;
}

bool act(const Accessible &accessible)
{
    bool done = false;
    if (AtspiAction *action = atspi_accessible_get_action_iface(accessible.get())) {
        done = atspi_action_do_action(action, 0, nullptr) != FALSE;
        g_object_unref(action);
    }
    return done;
}

bool takeFocus(const Accessible &accessible)
{
    bool done = false;
    if (AtspiComponent *component = atspi_accessible_get_component_iface(accessible.get())) {
        done = atspi_component_grab_focus(component, nullptr) != FALSE;
        g_object_unref(component);
    }
    return done;
}

void click(const Accessible &accessible)
{
    const AtspiRect box = boxOf(accessible);
    atspi_generate_mouse_event(box.x + box.width / 2, box.y + box.height / 2, "b1c", nullptr);
}

void typeKey(unsigned keysym)
{
    atspi_generate_keyboard_event(static_cast<glong>(keysym), nullptr, ATSPI_KEY_SYM, nullptr);
}

Accessible find(const Accessible &above, const std::function<bool(const Accessible &)> &fits)
{
    for (Accessible &child : childrenOf(above)) {
        if (fits(child)) {
            return std::move(child);
        }
        if (Accessible found = find(child, fits)) {
            return found;
        }
    }
    return nullptr;
}

Accessible findNamed(const Accessible &above, const std::string &name)
{
    return find(above, [&name](const Accessible &accessible) { return nameOf(accessible) == name; });
}

Accessible findProgram(const std::string &name)
{
    const Accessible desktop{atspi_get_desktop(0)};
    for (Accessible &program : childrenOf(desktop)) {
        if (nameOf(program) == name) {
            return std::move(program);
        }
    }
    return nullptr;
}

Listener::Listener() : m_listener{atspi_event_listener_new(hear, this, nullptr)}
{
    for (const char *what : {"object:state-changed:focused", "object:property-change:accessible-name"}) {
        atspi_event_listener_register(m_listener, what, nullptr);
    }
}

Listener::~Listener()
{
    for (const char *what : {"object:state-changed:focused", "object:property-change:accessible-name"}) {
        atspi_event_listener_deregister(m_listener, what, nullptr);
    }
    g_object_unref(m_listener);
}

void Listener::hear(AtspiEvent *event, void *self)
{
    auto &listener = *static_cast<Listener *>(self);
    const std::string type = event->type == nullptr ? "" : event->type;
    const std::string name = taken(atspi_accessible_get_name(event->source, nullptr));
    if (type.rfind("object:state-changed:focused", 0) == 0) {
        if (event->detail1 != 0) {
            listener.m_focused.push_back(name);
        }
    } else {
        listener.m_named.push_back(name);
    }
    g_boxed_free(ATSPI_TYPE_EVENT, event);
}

bool Listener::heardFocusOnOther(const std::string &name) const
{
    return std::any_of(m_focused.begin(), m_focused.end(), [&name](const std::string &other) { return other != name; });
}

bool Listener::contains(const std::vector<std::string> &names, const std::string &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace palpate::testing
