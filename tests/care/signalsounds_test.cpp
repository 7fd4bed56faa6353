// SPDX-License-Identifier: GPL-3.0-or-later
#include "care/signalsounds.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <set>
#include <string>

using namespace palpate;

namespace {

constexpr std::array all{Signal::start,      Signal::half,     Signal::release,
                         Signal::sideChange, Signal::question, Signal::end};
constexpr std::size_t header = 44;

std::vector<int> samplesOf(const std::vector<std::uint8_t> &wav)
{
    std::vector<int> samples;
    for (std::size_t at = header; at + 1 < wav.size(); at += 2) {
        samples.push_back(static_cast<std::int16_t>(wav[at] | (wav[at + 1] << 8)));
    }
    return samples;
}

/// How often the wave goes from below to above nothing, in each tenth of the sound: how high it is.
std::vector<int> heights(const std::vector<int> &samples)
{
    std::vector<int> counts(10, 0);
    for (std::size_t at = 1; at < samples.size(); ++at) {
        if (samples[at - 1] <= 0 && samples[at] > 0) {
            ++counts[std::min<std::size_t>(9, at * 10 / samples.size())];
        }
    }
    return counts;
}

} // namespace

TEST_CASE("each signal has a sound of its own, short and never too loud, that begins and ends softly")
{
    std::set<std::vector<std::uint8_t>> different;
    for (const Signal signal : all) {
        const auto wav = soundOf(signal);
        different.insert(wav);
        CHECK(std::string(wav.begin(), wav.begin() + 4) == "RIFF");
        const auto samples = samplesOf(wav);
        CHECK(samples.size() < 44100);
        CHECK(samples.size() > 4000);
        CHECK(std::abs(samples.front()) < 100);
        CHECK(std::abs(samples.back()) < 1000);
        int loudest = 0;
        for (const int sample : samples) {
            loudest = std::max(loudest, std::abs(sample));
        }
        CHECK(loudest > 8000);
        CHECK(loudest < 17000);
    }
    CHECK(different.size() == all.size());
}

TEST_CASE("to start rises, to let go falls")
{
    const auto start = heights(samplesOf(soundOf(Signal::start)));
    CHECK(start.front() < start.back());
    const auto release = heights(samplesOf(soundOf(Signal::release)));
    CHECK(release.front() > release.back());
}

TEST_CASE("the length that the file tells is the length that it has")
{
    const auto wav = soundOf(Signal::half);
    const auto told = static_cast<std::size_t>(wav[40] | (wav[41] << 8) | (wav[42] << 16) | (wav[43] << 24));
    CHECK(told == wav.size() - header);
}
