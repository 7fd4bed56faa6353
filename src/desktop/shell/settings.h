// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QSize>

#include "anatomy/layer.h"
#include "desktop/theme/tokens.h"

namespace palpate::desktop {

/// What the program remembers between two runs that is not part of the record. The one place that knows the keys and
/// the defaults. Kept in the person's configuration folder, readable by them alone.
class Settings {
public:
    [[nodiscard]] Theme theme() const;
    void setTheme(Theme theme);
    [[nodiscard]] std::string view() const;
    void setView(const std::string &id);
    [[nodiscard]] anatomy::Layer layer() const;
    void setLayer(anatomy::Layer layer);
    [[nodiscard]] QSize windowSize() const;
    void setWindowSize(QSize size);
};

} // namespace palpate::desktop
