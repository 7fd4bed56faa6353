// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace palpate::desktop {

// Words in the few styles there are.

enum class TextStyle { caption, body, strong, lead, section, page };

/// Wraps its words; quiet styles (caption) take the second text colour.
[[nodiscard]] QLabel *makeLabel(const QString &words, TextStyle style, QWidget *parent = nullptr);

} // namespace palpate::desktop
