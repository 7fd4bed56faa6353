// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "referral/phrase.h"

namespace palpate {

/// A text from which passages are struck, and what is left of it.
class StruckText {
public:
    /// The text must outlive it.
    explicit StruckText(const std::string &text);

    [[nodiscard]] const std::string &rest() const noexcept { return m_rest; }
    [[nodiscard]] bool isWhole() const noexcept { return m_rest.size() == m_text.size(); }

    /// Passages of the rest; with them goes what is nothing but blanks and marks between two.
    void strike(std::span<const TextSpan> passages);

    /// What is struck, in passages of the whole text.
    [[nodiscard]] std::vector<TextSpan> spans() const;

private:
    void closeGaps();
    void leaveRest();

    const std::string &m_text;
    std::vector<bool> m_isStruck;
    std::string m_rest;
    /// By byte of the rest: its place in the text.
    std::vector<std::size_t> m_placeOf;
};

} // namespace palpate
