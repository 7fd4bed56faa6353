// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <atspi/atspi.h>

namespace palpate::testing {

/// Nothing that is waited for may take longer.
inline constexpr int deadlineMs = 20000;

/// Lets messages through until the condition holds; false when the deadline passed. A condition is asked again after
/// each message and at least every few milliseconds.
[[nodiscard]] bool waitUntil(const std::function<bool()> &condition);

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
/// Something on the other program's screen. Empty when it is gone.
using Accessible = std::unique_ptr<AtspiAccessible, Unref>;

[[nodiscard]] std::string nameOf(const Accessible &accessible);
[[nodiscard]] std::string descriptionOf(const Accessible &accessible);
[[nodiscard]] AtspiRole roleOf(const Accessible &accessible);
[[nodiscard]] bool hasState(const Accessible &accessible, AtspiStateType state);
[[nodiscard]] AtspiRect boxOf(const Accessible &accessible);
[[nodiscard]] std::vector<Accessible> childrenOf(const Accessible &accessible);
/// Empty when there are none.
[[nodiscard]] std::vector<std::string> actionsOf(const Accessible &accessible);
/// Performs its first action, as a screen reader's "activate" does.
[[nodiscard]] bool act(const Accessible &accessible);

/// Moves the focus there, as a screen reader does that follows a finger.
[[nodiscard]] bool takeFocus(const Accessible &accessible);
/// With the mouse, in its middle.
void click(const Accessible &accessible);
/// Presses and releases a key of the keyboard, by its X11 symbol; whatever has the focus gets it.
void typeKey(unsigned keysym);

/// The first below it, depth first, that fits; empty when none does.
[[nodiscard]] Accessible find(const Accessible &above, const std::function<bool(const Accessible &)> &fits);
[[nodiscard]] Accessible findNamed(const Accessible &above, const std::string &name);
/// The program's entry among those that speak to assistive technology.
[[nodiscard]] Accessible findProgram(const std::string &name);

/// Listens as a screen reader does, while it lives.
class Listener {
public:
    Listener();
    ~Listener();
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;
    Listener(Listener &&) = delete;
    Listener &operator=(Listener &&) = delete;

    /// Whether something of this name was said to have got the focus, or to have got this name.
    [[nodiscard]] bool heardFocus(const std::string &name) const { return contains(m_focused, name); }
    [[nodiscard]] bool heardName(const std::string &name) const { return contains(m_named, name); }
    [[nodiscard]] bool heardFocusOnOther(const std::string &name) const;
    void forget()
    {
        m_focused.clear();
        m_named.clear();
    }

private:
    static void hear(AtspiEvent *event, void *self);
    [[nodiscard]] static bool contains(const std::vector<std::string> &names, const std::string &name);

    AtspiEventListener *m_listener;
    std::vector<std::string> m_focused;
    std::vector<std::string> m_named;
};

} // namespace palpate::testing
