// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/chartwidget.h"

#include <algorithm>
#include <cmath>

#include <QAccessibleWidget>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include "desktop/charts/figuresheet.h"

namespace palpate::desktop {

namespace {

constexpr int edge = space::xs; ///< room for the focus ring
constexpr int wordsHeight = 24;
constexpr double reach = 24; ///< of the pointer, in pixels

class ChartInterface : public QAccessibleWidget {
public:
    explicit ChartInterface(QWidget &chart) : QAccessibleWidget{&chart, QAccessible::Chart} {}
};

QAccessibleInterface *interfaceFor(const QString & /*className*/, QObject *object)
{
    auto *chart = qobject_cast<ChartWidget *>(object);
    return chart == nullptr ? nullptr : new ChartInterface{*chart};
}

} // namespace

void installChartAccess() { QAccessible::installFactory(interfaceFor); }

ChartWidget::ChartWidget(Theme theme, QWidget *parent) : QWidget{parent}, m_theme{theme}
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleDescription(tr("Left and Right go from value to value, T shows the values as a table, E saves the "
                                "chart as a file."));
}

void ChartWidget::setTheme(Theme theme)
{
    m_theme = theme;
    m_picture = {};
    update();
}

void ChartWidget::setCursorAt(std::optional<int> stop)
{
    const int count = stops();
    m_cursor = stop && count > 0 ? std::optional{std::clamp(*stop, 0, count - 1)} : std::nullopt;
    name();
    update();
}

QString ChartWidget::words() const { return m_cursor ? wordsOf(*m_cursor) : summary(); }

QSize ChartWidget::sizeHint() const { return {480, heightForWidth(480)}; }

int ChartWidget::heightForWidth(int width) const { return heightFor(width - 2 * edge) + wordsHeight + 2 * edge; }

QString ChartWidget::tip(const QPointF & /*at*/, const QRect & /*place*/) const { return {}; }

void ChartWidget::renew()
{
    m_picture = {};
    setCursorAt(hasFocus() && stops() > 0 ? std::optional{stops() - 1} : std::nullopt);
    setFixedHeight(heightForWidth(width()));
}

/// A change of its name is what is heard of the focused element.
void ChartWidget::name()
{
    const QString name = m_cursor ? tr("%1. %2").arg(words(), title()) : tr("%1. %2").arg(title(), words());
    if (accessibleName() != name) {
        setAccessibleName(name);
    }
}

QRect ChartWidget::chartPlace() const { return rect().adjusted(edge, edge, -edge, -edge - wordsHeight); }

std::optional<int> ChartWidget::stopNear(const QPointF &at) const
{
    std::optional<int> nearest;
    double least = reach * reach;
    const QRect place = chartPlace();
    for (int stop = 0; stop < stops(); ++stop) {
        const QPointF away = placeOf(stop, place).center() - at;
        // Times are read off along the axis: how high the pointer is matters less.
        const double distance = away.x() * away.x() + away.y() * away.y() / 16;
        if (distance < least) {
            least = distance;
            nearest = stop;
        }
    }
    return nearest;
}

bool ChartWidget::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto &help = static_cast<const QHelpEvent &>(*event);
        const QString said = tip(help.pos(), chartPlace());
        if (said.isEmpty()) {
            QToolTip::hideText();
            event->ignore();
        } else {
            QToolTip::showText(help.globalPos(), said, this);
        }
        return true;
    }
    return QWidget::event(event);
}

void ChartWidget::drawPicture()
{
    const double ratio = devicePixelRatioF();
    m_picture = QPixmap{chartPlace().size() * ratio};
    m_picture.setDevicePixelRatio(ratio);
    const ChartColours colours = coloursOf(m_theme);
    m_picture.fill(colours.ground);
    FigureSheet sheet{m_picture};
    draw(sheet, QRect{{0, 0}, chartPlace().size()}, colours);
}

void ChartWidget::paintEvent(QPaintEvent * /*event*/)
{
    if (chartPlace().isEmpty()) {
        return;
    }
    if (m_picture.isNull() || m_picture.size() != chartPlace().size() * devicePixelRatioF()) {
        drawPicture();
    }
    const ChartColours colours = coloursOf(m_theme);
    QPainter painter{this};
    painter.drawPixmap(chartPlace().topLeft(), m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_cursor) {
        const double radius = 6;
        const QRectF mark = placeOf(*m_cursor, chartPlace()).adjusted(-3, -3, 3, 3);
        painter.setPen(QPen{colours.focus, 2});
        painter.drawRoundedRect(mark, radius, radius);
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setPen(QPen{colours.focus, 2});
        painter.drawRoundedRect(QRectF{rect()}.adjusted(1, 1, -1, -1), 6, 6);
    }
    const QRect line{edge + space::xs, height() - edge - wordsHeight, width() - 2 * (edge + space::xs), wordsHeight};
    painter.setFont(chartFont(type::caption, m_cursor.has_value()));
    painter.setPen(m_cursor ? colours.text : colours.text2);
    const QString fitting = painter.fontMetrics().elidedText(words(), Qt::ElideRight, line.width());
    painter.drawText(
        line, static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::AlignVCenter, fitting);
}

void ChartWidget::keyPressEvent(QKeyEvent *event)
{
    const int last = stops() - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        setCursorAt(m_cursor ? *m_cursor - 1 : last);
        return;
    case Qt::Key_Right:
        setCursorAt(m_cursor ? *m_cursor + 1 : last);
        return;
    case Qt::Key_Home:
        setCursorAt(0);
        return;
    case Qt::Key_End:
        setCursorAt(last);
        return;
    case Qt::Key_T:
        Q_EMIT tableWished();
        return;
    case Qt::Key_E:
        Q_EMIT exportWished();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT openWished();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ChartWidget::mouseMoveEvent(QMouseEvent *event)
{
    const auto near = stopNear(event->position());
    if (near && near != m_cursor) {
        setCursorAt(near);
    }
}

void ChartWidget::mousePressEvent(QMouseEvent *event) { setCursorAt(stopNear(event->position())); }

void ChartWidget::mouseDoubleClickEvent(QMouseEvent * /*event*/) { Q_EMIT openWished(); }

/// After the layout that is at work now: it would not hear of the new height.
void ChartWidget::resizeEvent(QResizeEvent * /*event*/)
{
    if (heightForWidth(width()) != height()) {
        QMetaObject::invokeMethod(
            this, [this] { setFixedHeight(heightForWidth(width())); }, Qt::QueuedConnection);
    }
}

void ChartWidget::leaveEvent(QEvent * /*event*/)
{
    if (!hasFocus()) {
        setCursorAt(std::nullopt);
    }
}

void ChartWidget::focusInEvent(QFocusEvent *event)
{
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKey && !m_cursor) {
        setCursorAt(stops() - 1);
    }
    update();
}

void ChartWidget::focusOutEvent(QFocusEvent * /*event*/) { setCursorAt(std::nullopt); }

} // namespace palpate::desktop
