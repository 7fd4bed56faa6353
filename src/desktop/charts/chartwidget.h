// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QPixmap>
#include <QWidget>

#include "desktop/charts/chart.h"

namespace palpate::desktop {

/// A chart that can be reached by Tab. Left and Right go from value to value, Home and End to the first and the last,
/// in time, which runs from left to right in every language. What the cursor stands on is said in words below the
/// chart and, as its name, to assistive technology. T wishes a table, E a file, Enter to open what is shown.
class ChartWidget : public QWidget, public Chart {
    Q_OBJECT

public:
    explicit ChartWidget(Theme theme, QWidget *parent = nullptr);

    void setTheme(Theme theme);

    /// Empty while the cursor stands nowhere.
    [[nodiscard]] std::optional<int> cursor() const { return m_cursor; }
    void setCursorAt(std::optional<int> stop);
    /// The words below the chart: of the value under the cursor, else a summary.
    [[nodiscard]] QString words() const;

    /// How many values the cursor can stand on.
    [[nodiscard]] virtual int stops() const = 0;
    [[nodiscard]] virtual QString wordsOf(int stop) const = 0;

    [[nodiscard]] QSize sizeHint() const override;
    /// As tall as its content needs in this width, words and edges included; the chart keeps to it.
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void tableWished();
    void exportWished();
    void openWished();

protected:
    /// Where the value stands, for a chart in this place; at least as large as its mark.
    [[nodiscard]] virtual QRectF placeOf(int stop, const QRect &place) const = 0;
    /// What stands below while the cursor stands nowhere.
    [[nodiscard]] virtual QString summary() const = 0;
    /// What is at this spot and is no value; empty for nothing.
    [[nodiscard]] virtual QString tip(const QPointF &at, const QRect &place) const;

    /// To be called when there is other content.
    void renew();
    /// Where the chart is drawn.
    [[nodiscard]] QRect chartPlace() const;

    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void name();
    void drawPicture();
    [[nodiscard]] std::optional<int> stopNear(const QPointF &at) const;

    Theme m_theme;
    std::optional<int> m_cursor;
    QPixmap m_picture; ///< drawn when it is first shown
};

/// Makes charts known to assistive technology as charts. Once a program.
void installChartAccess();

} // namespace palpate::desktop
