// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "care/sessionplan.h"
#include "desktop/theme/tokens.h"

namespace palpate::desktop {

/// The places of a session in a row, each a dot with the letter of its side: done is filled, now is large.
class SideDots : public QWidget {
    Q_OBJECT

public:
    explicit SideDots(Theme theme, QWidget *parent = nullptr);

    void setPlaces(const std::vector<PlannedCare> &care);
    void setCurrent(std::size_t place);
    void setTheme(Theme theme);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme;
    std::vector<Side> m_sides;
    std::size_t m_current = 0;
};

} // namespace palpate::desktop
