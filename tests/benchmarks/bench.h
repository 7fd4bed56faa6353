// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

// The figures that the issues name, measured under a real X server. They are printed with their bounds and never
// judged by the tests: machines differ, ratios within one run less so.
namespace palpate::bench {

using SteadyClock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

[[nodiscard]] inline double quantile(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(std::lround(part * static_cast<double>(values.size() - 1)))];
}

[[nodiscard]] inline double median(const std::vector<double> &values) { return quantile(values, 0.5); }

/// Milliseconds that the work takes.
template <typename Work> [[nodiscard]] double timed(const Work &work)
{
    const auto start = SteadyClock::now();
    work();
    return Milliseconds{SteadyClock::now() - start}.count();
}

inline void report(const std::string &what, double value, const char *unit, const std::string &bound)
{
    std::printf("%-64s %10.3f %-6s %s\n", what.c_str(), value, unit, bound.c_str());
    std::fflush(stdout);
}

void benchFirstPaint(const std::string &program);
void benchMap();
/// At a device scale of 2: a map of 1800 by 2000 pixels.
void benchGestures();
void benchCommit();
void benchJournal();
void benchPages();
/// `palpate`: the program itself, to start it.
void benchLookup(const std::string &palpate);

/// What the first-paint bench starts as children: they print when their window has painted, and leave.
int runEmptyWindow(int argc, char **argv);
int runBodyWindow(int argc, char **argv);

} // namespace palpate::bench
