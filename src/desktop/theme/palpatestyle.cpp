// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/theme/palpatestyle.h"

#include <algorithm>
#include <cmath>

#include <QAbstractButton>
#include <QApplication>
#include <QFont>
#include <QPainter>
#include <QStyleOption>

namespace palpate::desktop {

namespace {

constexpr double controlRadius = 6;
constexpr int controlHeight = 32;

ButtonRole roleOf(const QWidget *widget)
{
    const QVariant value = widget == nullptr ? QVariant{} : widget->property(buttonRoleProperty);
    return value.isValid() ? static_cast<ButtonRole>(value.toInt()) : ButtonRole::plain;
}

QColor blend(const QColor &under, const QColor &over, float part)
{
    return QColor::fromRgbF(std::lerp(under.redF(), over.redF(), part), std::lerp(under.greenF(), over.greenF(), part),
                            std::lerp(under.blueF(), over.blueF(), part));
}

} // namespace

PalpateStyle::PalpateStyle(Theme theme) : QProxyStyle{QStringLiteral("Fusion")}, m_theme{theme} {}

QPalette PalpateStyle::paletteFor(Theme theme)
{
    const InterfaceTokens &t = tokensFor(theme).interface;
    QPalette palette;
    palette.setColor(QPalette::Window, t.window);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, t.sunken);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::PlaceholderText, t.text2);
    palette.setColor(QPalette::Button, t.surface);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.danger);
    palette.setColor(QPalette::Highlight, t.accent);
    palette.setColor(QPalette::HighlightedText, t.onAccent);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::ToolTipBase, t.surface);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::Light, t.surface);
    palette.setColor(QPalette::Midlight, t.sunken);
    palette.setColor(QPalette::Mid, t.hairline);
    palette.setColor(QPalette::Dark, t.controlOutline);
    palette.setColor(QPalette::Shadow, t.hairline);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, blend(t.text2, t.window, 0.35F));
    }
    return palette;
}

QColor PalpateStyle::buttonTextColor(const QStyleOption &option, ButtonRole role) const
{
    const InterfaceTokens &t = tokensFor(m_theme).interface;
    if (!option.state.testFlag(State_Enabled)) {
        return option.palette.color(QPalette::Disabled, QPalette::ButtonText);
    }
    const bool on = option.state.testFlag(State_On);
    switch (role) {
    case ButtonRole::primary:
        return t.onAccent;
    case ButtonRole::quiet:
        return t.accent;
    case ButtonRole::segment:
    case ButtonRole::chip:
    case ButtonRole::rating:
        return on ? t.onAccent : t.text;
    case ButtonRole::plain:
    case ButtonRole::tick:
        break;
    }
    return t.text;
}

void PalpateStyle::drawTick(const QStyleOption &option, QPainter &painter) const
{
    const InterfaceTokens &t = tokensFor(m_theme).interface;
    const bool on = option.state.testFlag(State_On);
    const double radius = on ? 6 : option.state.testFlag(State_MouseOver) ? 5 : 4;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(on ? QPen{Qt::NoPen} : QPen{t.controlOutline, 1.5});
    painter.setBrush(on ? t.accent : t.surface);
    const QPointF centre = QRectF{option.rect}.center();
    painter.drawEllipse(centre, radius, radius);
    if (option.state.testFlag(State_HasFocus) && option.state.testFlag(State_KeyboardFocusChange)) {
        painter.setPen(QPen{t.accent, 2});
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(centre, 10, 10);
    }
    painter.restore();
}

void PalpateStyle::drawButton(const QStyleOption &option, QPainter &painter, ButtonRole role) const
{
    if (role == ButtonRole::tick) {
        drawTick(option, painter);
        return;
    }
    const InterfaceTokens &t = tokensFor(m_theme).interface;
    const bool on = option.state.testFlag(State_On);
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool hot = enabled && option.state.testFlag(State_MouseOver);
    const bool down = enabled && option.state.testFlag(State_Sunken);
    const bool filled = role == ButtonRole::primary ||
                        (on && (role == ButtonRole::segment || role == ButtonRole::chip || role == ButtonRole::rating));
    QColor fill = filled ? t.accent : role == ButtonRole::quiet ? QColor{Qt::transparent} : t.surface;
    if (hot || down) {
        const QColor base = fill.alpha() == 0 ? t.window : fill;
        fill = blend(base, filled ? t.text : t.accent, down ? 0.18F : 0.08F);
    }
    const QRectF box = QRectF{option.rect}.adjusted(2.5, 2.5, -2.5, -2.5);
    const double radius = role == ButtonRole::chip ? box.height() / 2 : controlRadius;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool outlined = !filled && role != ButtonRole::quiet;
    painter.setPen(outlined ? QPen{enabled ? t.controlOutline : t.hairline, 1} : QPen{Qt::NoPen});
    painter.setBrush(enabled || !filled ? fill : t.hairline);
    painter.drawRoundedRect(box, radius, radius);
    if (option.state.testFlag(State_HasFocus) && option.state.testFlag(State_KeyboardFocusChange)) {
        painter.setPen(QPen{t.accent, 2});
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF{option.rect}.adjusted(1, 1, -1, -1), radius + 1.5, radius + 1.5);
    }
    painter.restore();
}

void PalpateStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    const InterfaceTokens &t = tokensFor(m_theme).interface;
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(*option, *painter, roleOf(widget));
        return;
    case PE_FrameFocusRect: // buttons and fields draw their own ring
        return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit: {
        if (element == PE_FrameLineEdit) {
            return;
        }
        const bool focus = option->state.testFlag(State_HasFocus);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen{focus ? t.accent : t.controlOutline, focus ? 2.0 : 1.0});
        painter->setBrush(t.surface);
        painter->drawRoundedRect(QRectF{option->rect}.adjusted(1, 1, -1, -1), controlRadius, controlRadius);
        painter->restore();
        return;
    }
    case PE_PanelItemViewItem: // rows are drawn by their delegate
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void PalpateStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (element == CE_PushButtonLabel) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            painter->save();
            painter->setPen(buttonTextColor(*option, roleOf(widget)));
            painter->drawText(button->rect, Qt::AlignCenter | Qt::TextShowMnemonic, button->text);
            painter->restore();
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void PalpateStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                      const QWidget *widget) const
{
    if (control != CC_ScrollBar) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const InterfaceTokens &t = tokensFor(m_theme).interface;
    const QRectF handle{subControlRect(control, option, SC_ScrollBarSlider, widget)};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(option->state.testFlag(State_MouseOver) ? t.controlOutline : t.hairline);
    painter->drawRoundedRect(handle.adjusted(2, 2, -2, -2), 3, 3);
    painter->restore();
}

QRect PalpateStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                   const QWidget *widget) const
{
    const auto *bar = control == CC_ScrollBar ? qstyleoption_cast<const QStyleOptionSlider *>(option) : nullptr;
    if (bar == nullptr) {
        return QProxyStyle::subControlRect(control, option, part, widget);
    }
    // A bar without arrows: the groove is all of it.
    constexpr int shortest = 32;
    const bool upright = bar->orientation == Qt::Vertical;
    const int length = upright ? bar->rect.height() : bar->rect.width();
    const int range = bar->maximum - bar->minimum;
    const int handle =
        range == 0 ? length : std::clamp(length * bar->pageStep / (range + bar->pageStep), shortest, length);
    const int at =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
    const auto piece = [&](int from, int size) {
        return upright ? QRect{bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size}
                       : QRect{bar->rect.left() + from, bar->rect.top(), size, bar->rect.height()};
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSlider:
        return piece(at, handle);
    case SC_ScrollBarSubPage:
        return piece(0, at);
    case SC_ScrollBarAddPage:
        return piece(at + handle, length - at - handle);
    default:
        return {};
    }
}

int PalpateStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ScrollBarExtent:
        return 10;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return space::s;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize PalpateStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                     const QWidget *widget) const
{
    if (type == CT_PushButton) {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (roleOf(widget) == ButtonRole::tick) {
            return {28, 28};
        }
        const int text = button == nullptr ? size.width() : button->fontMetrics.horizontalAdvance(button->text);
        // The ring around a focused button needs two pixels on every side.
        return {text + 2 * space::m + 4, controlHeight + 4};
    }
    if (type == CT_LineEdit) {
        return {size.width() + 2 * space::s, controlHeight + 4};
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

int PalpateStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *returnData) const
{
    if (hint == SH_ScrollBar_Transient) {
        return 0;
    }
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

void applyTheme(QApplication &application, Theme theme)
{
    QFont font{QStringLiteral("Noto Sans")};
    font.setPixelSize(type::body);
    QApplication::setFont(font);
    QApplication::setStyle(new PalpateStyle{theme}); // the application owns it
    application.setPalette(PalpateStyle::paletteFor(theme));
}

} // namespace palpate::desktop
