// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace palpate::anatomy {

/// Leaves new numbers as memory has them, for those who write every one: a picture has millions.
template <typename Value> struct Unfilled : std::allocator<Value> {
    using std::allocator<Value>::allocator;
    template <typename Other> struct rebind { // NOLINT(readability-identifier-naming): the standard's name
        using other = Unfilled<Other>;        // NOLINT(readability-identifier-naming)
    };

    template <typename Made> void construct(Made *place) { ::new (static_cast<void *>(place)) Made; }
    template <typename Made, typename... From> void construct(Made *place, From &&...from)
    {
        ::new (static_cast<void *>(place)) Made(std::forward<From>(from)...);
    }
};

/// A picture of plain numbers, row by row from the top left: indices, shading, nearness.
template <typename Value> class GrayImage {
public:
    using Values = std::vector<Value, Unfilled<Value>>;

    GrayImage() = default;
    /// Of numbers that mean nothing until they are written.
    [[nodiscard]] static GrayImage unfilled(int width, int height)
    {
        GrayImage image;
        image.m_width = width;
        image.m_height = height;
        image.m_values = Values(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
        return image;
    }
    GrayImage(int width, int height, Value fill = {})
        : m_width{width},
          m_height{height},
          m_values(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), fill)
    {}

    [[nodiscard]] int width() const noexcept { return m_width; }
    [[nodiscard]] int height() const noexcept { return m_height; }

    [[nodiscard]] bool contains(int x, int y) const noexcept { return x >= 0 && y >= 0 && x < m_width && y < m_height; }

    [[nodiscard]] Value at(int x, int y) const noexcept { return m_values[offset(x, y)]; }
    [[nodiscard]] Value &at(int x, int y) noexcept { return m_values[offset(x, y)]; }

    [[nodiscard]] const Value *row(int y) const noexcept { return m_values.data() + offset(0, y); }
    [[nodiscard]] Value *row(int y) noexcept { return m_values.data() + offset(0, y); }

    [[nodiscard]] const Values &values() const noexcept { return m_values; }
    [[nodiscard]] Values &values() noexcept { return m_values; }

    friend bool operator==(const GrayImage &, const GrayImage &) = default;

private:
    [[nodiscard]] std::size_t offset(int x, int y) const noexcept
    {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) + static_cast<std::size_t>(x);
    }

    int m_width = 0;
    int m_height = 0;
    Values m_values;
};

using GrayImage8 = GrayImage<std::uint8_t>;
using GrayImage16 = GrayImage<std::uint16_t>;

/// Reads a grey PNG of exactly this depth. Throws DataFileError for anything else, and for pictures of more
/// than 64 million pixels.
[[nodiscard]] GrayImage8 readGrayPng8(const std::filesystem::path &file);
[[nodiscard]] GrayImage16 readGrayPng16(const std::filesystem::path &file);

/// What the numbers of a picture mean decides how it is compressed: indices stand in runs, tones in slopes.
enum class Numbers { indices, tones };

/// Writes a grey PNG; the same picture always gives the same bytes. Throws WorldError when it cannot.
void writeGrayPng(const std::filesystem::path &file, const GrayImage8 &image, Numbers numbers);
void writeGrayPng(const std::filesystem::path &file, const GrayImage16 &image, Numbers numbers);

} // namespace palpate::anatomy
