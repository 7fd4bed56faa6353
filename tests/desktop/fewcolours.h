// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace palpate::testing {

/// The picture in 256 colours of its own, without dither: a quarter of the file, and the same on every run.
[[nodiscard]] QImage withFewColours(const QImage &picture);

} // namespace palpate::testing
