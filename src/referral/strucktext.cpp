// SPDX-License-Identifier: GPL-3.0-or-later
#include "referral/strucktext.h"

#include <algorithm>
#include <string_view>

namespace palpate {

namespace {

/// The length of the blank or mark that the text begins with; 0 where it begins with a letter or a picture.
[[nodiscard]] std::size_t separatorLength(std::string_view text)
{
    constexpr unsigned char endOfAscii = 0x80;
    const char first = text.front();
    if (static_cast<unsigned char>(first) < endOfAscii) {
        return foldedWords(text.substr(0, 1)).empty() ? 1 : 0;
    }
    // Dashes, quotation marks, dots and blanks of the block General Punctuation; the hard blank and quotation marks.
    for (const std::string_view block : {"\xe2\x80", "\xe2\x81"}) {
        if (text.starts_with(block) && text.size() > block.size()) {
            return block.size() + 1;
        }
    }
    for (const std::string_view mark : {"\xc2\xa0", "\xc2\xab", "\xc2\xbb"}) {
        if (text.starts_with(mark)) {
            return mark.size();
        }
    }
    return 0;
}

} // namespace

StruckText::StruckText(const std::string &text) : m_text{text}, m_isStruck(text.size(), false) { leaveRest(); }

void StruckText::strike(std::span<const TextSpan> passages)
{
    for (const TextSpan &passage : passages) {
        for (std::size_t at = passage.begin; at < passage.end; ++at) {
            m_isStruck[m_placeOf[at]] = true;
        }
    }
    closeGaps();
    leaveRest();
}

std::vector<TextSpan> StruckText::spans() const
{
    std::vector<TextSpan> spans;
    for (std::size_t at = 0; at < m_text.size(); ++at) {
        if (!m_isStruck[at]) {
            continue;
        }
        if (spans.empty() || spans.back().end != at) {
            spans.push_back({at, at});
        }
        ++spans.back().end;
    }
    return spans;
}

void StruckText::closeGaps()
{
    std::size_t gap = m_text.size();
    for (std::size_t at = 0; at < m_text.size();) {
        if (m_isStruck[at]) {
            for (; gap < at; ++gap) {
                m_isStruck[gap] = true;
            }
            gap = ++at;
            continue;
        }
        const std::size_t length = separatorLength(std::string_view{m_text}.substr(at));
        gap = length == 0 ? m_text.size() : gap;
        at += std::max<std::size_t>(length, 1);
    }
}

void StruckText::leaveRest()
{
    m_rest.clear();
    m_placeOf.clear();
    for (std::size_t at = 0; at < m_text.size(); ++at) {
        if (!m_isStruck[at]) {
            m_rest += m_text[at];
            m_placeOf.push_back(at);
        }
    }
}

} // namespace palpate
