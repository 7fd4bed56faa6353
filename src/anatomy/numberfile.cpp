// SPDX-License-Identifier: GPL-3.0-or-later
#include "anatomy/numberfile.h"

#include <fstream>
#include <stdexcept>

#include "core/error.h"

namespace palpate::anatomy {

NumberReader::NumberReader(const std::filesystem::path &file) : m_name{file.filename().string()}
{
    std::ifstream stream{file, std::ios::binary | std::ios::ate};
    if (!stream) {
        fail("this file of the body atlas is missing or cannot be read");
    }
    m_bytes.resize(static_cast<std::size_t>(stream.tellg()));
    stream.seekg(0);
    stream.read(reinterpret_cast<char *>(m_bytes.data()), static_cast<std::streamsize>(m_bytes.size()));
    if (!stream) {
        fail("this file of the body atlas cannot be read to its end");
    }
}

std::uint16_t NumberReader::next()
{
    if (m_at + 2 > m_bytes.size()) {
        fail("the table ends too early");
    }
    m_at += 2;
    return static_cast<std::uint16_t>(m_bytes[m_at - 2] | m_bytes[m_at - 1] << 8U);
}

void NumberReader::expectEnd() const
{
    if (m_at != m_bytes.size()) {
        fail("the table goes on where it should end");
    }
}

void NumberReader::fail(const std::string &reason) const { throw DataFileError{m_name, "", reason}; }

void NumberWriter::put(std::size_t number)
{
    if (number > 0xFFFFU) {
        throw std::out_of_range{"a number of the atlas does not fit 16 bits"};
    }
    m_bytes += static_cast<char>(number & 0xFFU);
    m_bytes += static_cast<char>(number >> 8U);
}

} // namespace palpate::anatomy
