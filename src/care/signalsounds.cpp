// SPDX-License-Identifier: GPL-3.0-or-later
#include "care/signalsounds.h"

#include <cmath>
#include <numbers>
#include <string_view>

namespace palpate {

namespace {

constexpr int rate = 44100;
constexpr double loudness = 0.5;
/// Notes that begin and end softly do not click.
constexpr double softSeconds = 0.012;

struct Note {
    double hertz; ///< 0 is silence
    double seconds;
};

[[nodiscard]] std::vector<Note> notesOf(Signal signal)
{
    switch (signal) {
    case Signal::start:
        return {{523.25, 0.16}, {783.99, 0.26}}; // rises
    case Signal::half:
        return {{659.26, 0.14}}; // one
    case Signal::release:
        return {{783.99, 0.2}, {392.0, 0.4}}; // falls
    case Signal::sideChange:
        return {{587.33, 0.1}, {0, 0.07}, {587.33, 0.1}, {0, 0.07}, {587.33, 0.1}}; // three alike
    case Signal::question:
        return {{440.0, 0.1}, {0, 0.06}, {440.0, 0.2}}; // two alike
    case Signal::end:
        break;
    }
    return {{523.25, 0.14}, {659.26, 0.14}, {783.99, 0.3}}; // rises twice
}

void addNote(std::vector<std::int16_t> &samples, const Note &note)
{
    const auto count = static_cast<int>(note.seconds * rate);
    for (int at = 0; at < count; ++at) {
        const double time = static_cast<double>(at) / rate;
        const double edge = std::min({1.0, time / softSeconds, (note.seconds - time) / softSeconds});
        // The octave above makes it carry on small loudspeakers.
        const double phase = 2 * std::numbers::pi * note.hertz * time;
        const double wave = 0.75 * std::sin(phase) + 0.25 * std::sin(2 * phase);
        samples.push_back(static_cast<std::int16_t>(std::lround(32767 * loudness * edge * wave)));
    }
}

void addNumber(std::vector<std::uint8_t> &bytes, std::uint32_t value, int count)
{
    for (int at = 0; at < count; ++at) {
        bytes.push_back(static_cast<std::uint8_t>(value >> (8 * at)));
    }
}

void addWord(std::vector<std::uint8_t> &bytes, std::string_view word)
{
    bytes.insert(bytes.end(), word.begin(), word.end());
}

} // namespace

std::vector<std::uint8_t> soundOf(Signal signal)
{
    std::vector<std::int16_t> samples;
    for (const Note &note : notesOf(signal)) {
        addNote(samples, note);
    }
    const auto size = static_cast<std::uint32_t>(samples.size() * sizeof(std::int16_t));
    std::vector<std::uint8_t> bytes;
    addWord(bytes, "RIFF");
    addNumber(bytes, 36 + size, 4);
    addWord(bytes, "WAVEfmt ");
    addNumber(bytes, 16, 4);       // length of this part
    addNumber(bytes, 1, 2);        // plain samples
    addNumber(bytes, 1, 2);        // one channel
    addNumber(bytes, rate, 4);     // samples a second
    addNumber(bytes, rate * 2, 4); // bytes a second
    addNumber(bytes, 2, 2);        // bytes a sample
    addNumber(bytes, 16, 2);       // bits a sample
    addWord(bytes, "data");
    addNumber(bytes, size, 4);
    for (const std::int16_t sample : samples) {
        addNumber(bytes, static_cast<std::uint16_t>(sample), 2);
    }
    return bytes;
}

} // namespace palpate
