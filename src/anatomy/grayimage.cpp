// SPDX-License-Identifier: GPL-3.0-or-later
#include "anatomy/grayimage.h"

#include <csetjmp>
#include <cstdio>
#include <memory>
#include <string>

#include <png.h>

#include "core/error.h"

namespace palpate::anatomy {

namespace {

struct FileCloser {
    void operator()(std::FILE *file) const noexcept { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, FileCloser>;

/// libpng reports errors by a longjmp; this turns them into an exception at the one place that calls setjmp.
[[noreturn]] void rememberError(png_structp png, png_const_charp message)
{
    *static_cast<std::string *>(png_get_error_ptr(png)) = message;
    png_longjmp(png, 1);
}

void ignoreWarning(png_structp /*png*/, png_const_charp /*message*/) {}

constexpr std::uint64_t mostPixels = 64'000'000;

class Reader {
public:
    explicit Reader(const std::filesystem::path &file) : m_name{file.filename().string()}
    {
        m_file.reset(std::fopen(file.c_str(), "rb"));
        if (!m_file) {
            throw DataFileError{m_name, "", "this file of the body atlas is missing or cannot be read"};
        }
        m_png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &m_error, rememberError, ignoreWarning);
        m_info = m_png == nullptr ? nullptr : png_create_info_struct(m_png);
        if (m_info == nullptr) {
            throw DataFileError{m_name, "", "no memory to read the picture"};
        }
    }
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;
    Reader(Reader &&) = delete;
    Reader &operator=(Reader &&) = delete;
    ~Reader() { png_destroy_read_struct(&m_png, &m_info, nullptr); }

    template <typename Value> GrayImage<Value> read()
    {
        GrayImage<Value> image;
        if (!readInto(image)) {
            throw DataFileError{m_name, "", m_error};
        }
        return image;
    }

private:
    /// No object with a destructor is made between setjmp and a possible longjmp in this function.
    template <typename Value> bool readInto(GrayImage<Value> &image)
    {
        if (setjmp(png_jmpbuf(m_png)) != 0) {
            return false;
        }
        png_init_io(m_png, m_file.get());
        // Our pictures are checked by the builder and by the package; skipping the checksums saves a third.
        png_set_crc_action(m_png, PNG_CRC_QUIET_USE, PNG_CRC_QUIET_USE);
#ifdef PNG_IGNORE_ADLER32
        png_set_option(m_png, PNG_IGNORE_ADLER32, PNG_OPTION_ON);
#endif
        png_read_info(m_png, m_info);
        const auto width = png_get_image_width(m_png, m_info);
        const auto height = png_get_image_height(m_png, m_info);
        if (std::uint64_t{width} * height > mostPixels) {
            png_error(m_png, "the picture is larger than any picture of the atlas");
        }
        if (png_get_color_type(m_png, m_info) != PNG_COLOR_TYPE_GRAY ||
            png_get_bit_depth(m_png, m_info) != static_cast<int>(8 * sizeof(Value)) ||
            png_get_interlace_type(m_png, m_info) != PNG_INTERLACE_NONE) {
            png_error(m_png, "not a plain grey picture of the expected depth");
        }
        if constexpr (sizeof(Value) == 2) {
            png_set_swap(m_png);
        }
        image = GrayImage<Value>::unfilled(static_cast<int>(width), static_cast<int>(height));
        for (int y = 0; y < image.height(); ++y) {
            png_read_row(m_png, reinterpret_cast<png_bytep>(image.row(y)), nullptr);
        }
        return true;
    }

    std::string m_name;
    std::string m_error;
    File m_file;
    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
};

template <typename Value>
bool writeRows(png_structp png, png_infop info, std::FILE *file, const GrayImage<Value> &image, Numbers numbers)
{
    if (setjmp(png_jmpbuf(png)) != 0) {
        return false;
    }
    png_init_io(png, file);
    png_set_IHDR(png, info, static_cast<png_uint_32>(image.width()), static_cast<png_uint_32>(image.height()),
                 static_cast<int>(8 * sizeof(Value)), PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, numbers == Numbers::indices ? PNG_FILTER_UP : PNG_FILTER_PAETH);
    png_set_compression_level(png, 8);
    png_write_info(png, info);
    if constexpr (sizeof(Value) == 2) {
        png_set_swap(png);
    }
    for (int y = 0; y < image.height(); ++y) {
        png_write_row(png, reinterpret_cast<png_const_bytep>(image.row(y)));
    }
    png_write_end(png, info);
    return true;
}

template <typename Value> void write(const std::filesystem::path &path, const GrayImage<Value> &image, Numbers numbers)
{
    const File file{std::fopen(path.c_str(), "wb")};
    std::string error = "cannot be opened for writing";
    bool written = false;
    if (file) {
        png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &error, rememberError, ignoreWarning);
        png_infop info = png == nullptr ? nullptr : png_create_info_struct(png);
        written = info != nullptr && writeRows(png, info, file.get(), image, numbers) && std::fflush(file.get()) == 0;
        png_destroy_write_struct(&png, &info);
    }
    if (!written) {
        throw WorldError{path.string() + ": " + error};
    }
}

} // namespace

GrayImage8 readGrayPng8(const std::filesystem::path &file) { return Reader{file}.read<std::uint8_t>(); }

GrayImage16 readGrayPng16(const std::filesystem::path &file) { return Reader{file}.read<std::uint16_t>(); }

void writeGrayPng(const std::filesystem::path &file, const GrayImage8 &image, Numbers numbers)
{
    write(file, image, numbers);
}

void writeGrayPng(const std::filesystem::path &file, const GrayImage16 &image, Numbers numbers)
{
    write(file, image, numbers);
}

} // namespace palpate::anatomy
