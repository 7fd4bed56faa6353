// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace palpate {

/// A text of limited length that the compiler can build.
class SqlText {
public:
    constexpr SqlText &operator<<(std::string_view part)
    {
        for (const char letter : part) {
            m_text.at(m_size++) = letter;
        }
        return *this;
    }
    [[nodiscard]] constexpr const char *text() const noexcept { return m_text.data(); }

private:
    std::array<char, 1200> m_text{};
    std::size_t m_size = 0;
};

} // namespace palpate
