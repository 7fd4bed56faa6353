// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>

namespace palpate::desktop {

/// A widget, or another object, that is made when it is first asked for, because the start should pay only for what it
/// shows. Who owns the widget is the business of the function that makes it.
template <typename Widget> class Late {
public:
    explicit Late(std::function<Widget *()> make) : m_make{std::move(make)} {}

    [[nodiscard]] Widget &get()
    {
        if (m_made == nullptr) {
            m_made = m_make();
        }
        return *m_made;
    }
    /// Null while nobody has asked for it.
    [[nodiscard]] Widget *ifMade() const { return m_made; }

private:
    std::function<Widget *()> m_make;
    Widget *m_made = nullptr;
};

} // namespace palpate::desktop
