// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/theme/palpatestyle.h"

#include <algorithm>
#include <cmath>

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QFont>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSlider>
#include <QStyleOption>
#include <QWidget>

namespace palpate::desktop {

namespace {

constexpr double controlRadius = 6;
constexpr int controlHeight = 32;

ButtonRole roleOf(const QWidget *widget)
{
    const QVariant value = widget == nullptr ? QVariant{} : widget->property(buttonRoleProperty);
    return value.isValid() ? static_cast<ButtonRole>(value.toInt()) : ButtonRole::plain;
}

Icon iconOf(const QWidget *widget, const char *property)
{
    const QVariant value = widget == nullptr ? QVariant{} : widget->property(property);
    return value.isValid() ? static_cast<Icon>(value.toInt()) : Icon::none;
}

constexpr int iconSide = 20;

QColor blend(const QColor &under, const QColor &over, float part)
{
    return QColor::fromRgbF(std::lerp(under.redF(), over.redF(), part), std::lerp(under.greenF(), over.greenF(), part),
                            std::lerp(under.blueF(), over.blueF(), part));
}

} // namespace

void setButtonRole(QAbstractButton &button, ButtonRole role)
{
    button.setProperty(buttonRoleProperty, static_cast<int>(role));
}

void setButtonIcon(QAbstractButton &button, Icon icon)
{
    button.setProperty(buttonIconProperty, static_cast<int>(icon));
}

void padField(QLineEdit &field) { field.setTextMargins(space::s, 0, space::s, 0); }

void setFieldIcon(QLineEdit &field, Icon icon)
{
    field.setProperty(fieldIconProperty, static_cast<int>(icon));
    constexpr int room = space::xl + space::xs;
    const bool mirrored = field.isRightToLeft();
    field.setTextMargins(mirrored ? space::s : room, 0, mirrored ? room : space::s, 0);
}

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
    if (role == ButtonRole::heading) {
        return t.text;
    }
    if (!option.state.testFlag(State_Enabled)) {
        return option.palette.color(QPalette::Disabled, QPalette::ButtonText);
    }
    const bool on = option.state.testFlag(State_On);
    switch (role) {
    case ButtonRole::primary:
        return t.onAccent;
    case ButtonRole::quiet:
        return t.accent;
    case ButtonRole::danger:
        return t.danger;
    case ButtonRole::segment:
    case ButtonRole::chip:
    case ButtonRole::rating:
        return on ? t.onAccent : t.text;
    case ButtonRole::navigation:
        return on ? t.accent : t.text2;
    case ButtonRole::plain:
    case ButtonRole::tick:
    case ButtonRole::heading:
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
        painter.setPen(QPen{t.focus, 2});
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
    if (role == ButtonRole::heading && !enabled) {
        return; // words and no more
    }
    const bool filled = role == ButtonRole::primary ||
                        (on && (role == ButtonRole::segment || role == ButtonRole::chip || role == ButtonRole::rating));
    const bool bare = role == ButtonRole::quiet || role == ButtonRole::danger || role == ButtonRole::heading ||
                      (role == ButtonRole::navigation && !on);
    QColor fill = filled ? t.accent : bare ? QColor{Qt::transparent} : t.surface;
    if (hot || down) {
        const QColor base = fill.alpha() == 0 ? t.window : fill;
        fill = blend(base, filled ? t.text : t.accent, down ? 0.18F : 0.08F);
    }
    const QRectF box = QRectF{option.rect}.adjusted(2.5, 2.5, -2.5, -2.5);
    const double radius = role == ButtonRole::chip ? box.height() / 2 : controlRadius;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // In high contrast a filled button that is off would shine as brightly as one that is on.
    const bool dimmed = filled && !enabled && isHighContrast(m_theme);
    const bool outlined = (!filled && !bare) || dimmed;
    const QColor line = enabled && role != ButtonRole::navigation ? t.controlOutline : t.hairline;
    painter.setPen(outlined ? QPen{line, t.lineWidth} : QPen{Qt::NoPen});
    painter.setBrush(dimmed ? t.surface : enabled || !filled ? fill : t.hairline);
    painter.drawRoundedRect(box, radius, radius);
    if (option.state.testFlag(State_HasFocus) && option.state.testFlag(State_KeyboardFocusChange)) {
        painter.setPen(QPen{t.focus, 2});
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
        if (widget != nullptr && qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) != nullptr) {
            return; // the box around it is the field
        }
        drawField(*option, *painter, widget);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        if (qobject_cast<const QPlainTextEdit *>(widget) != nullptr) {
            drawField(*option, *painter, widget);
        }
        return;
    case PE_IndicatorCheckBox:
        drawCheck(*option, *painter);
        return;
    case PE_PanelMenu:
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, t.surface);
        painter->setPen(QPen{t.hairline, 1});
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_FrameMenu:
    case PE_PanelItemViewItem: // rows are drawn by their delegate
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void PalpateStyle::drawField(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const InterfaceTokens &t = tokensFor(m_theme).interface;
    const bool focus = option.state.testFlag(State_HasFocus);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{focus ? t.focus : t.controlOutline, focus ? 2.0 : t.lineWidth});
    painter.setBrush(t.surface);
    painter.drawRoundedRect(QRectF{option.rect}.adjusted(1, 1, -1, -1), controlRadius, controlRadius);
    if (const Icon icon = iconOf(widget, fieldIconProperty); icon != Icon::none) {
        const double x = option.direction == Qt::LeftToRight ? option.rect.left() + space::s
                                                             : option.rect.right() - space::s - iconSide + 1;
        painter.drawPixmap(QPointF{x, option.rect.center().y() - iconSide / 2.0 + 0.5},
                           iconPixmap(icon, t.text2, iconSide, painter.device()->devicePixelRatioF()));
    }
    painter.restore();
}

void PalpateStyle::drawCheck(const QStyleOption &option, QPainter &painter) const
{
    const InterfaceTokens &t = tokensFor(m_theme).interface;
    const bool on = option.state.testFlag(State_On);
    const QRectF box = QRectF{option.rect}.adjusted(1, 1, -1, -1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(on ? QPen{t.accent, t.lineWidth} : QPen{t.controlOutline, t.lineWidth});
    painter.setBrush(on ? t.accent : t.surface);
    painter.drawRoundedRect(box, 4, 4);
    if (on) {
        painter.setPen(QPen{t.onAccent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        painter.drawPolyline(QPolygonF{QPointF{box.left() + box.width() * 0.22, box.top() + box.height() * 0.52},
                                       QPointF{box.left() + box.width() * 0.42, box.top() + box.height() * 0.72},
                                       QPointF{box.left() + box.width() * 0.78, box.top() + box.height() * 0.3}});
    }
    if (option.state.testFlag(State_HasFocus) && option.state.testFlag(State_KeyboardFocusChange)) {
        painter.setPen(QPen{t.focus, 2});
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), 5, 5);
    }
    painter.restore();
}

void PalpateStyle::drawMenuItem(const QStyleOption &option, QPainter &painter) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(&option);
    if (item == nullptr) {
        return;
    }
    const InterfaceTokens &t = tokensFor(m_theme).interface;
    const QRect box = item->rect;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        painter.setPen(QPen{t.hairline, 1});
        painter.drawLine(box.left() + space::m, box.center().y(), box.right() - space::m, box.center().y());
        painter.restore();
        return;
    }
    const bool enabled = item->state.testFlag(State_Enabled);
    if (enabled && item->state.testFlag(State_Selected)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(blend(t.surface, t.accent, 0.14F));
        painter.drawRoundedRect(QRectF{box}.adjusted(4, 1, -4, -1), controlRadius, controlRadius);
    }
    const QRect text = box.adjusted(space::xl + space::s, 0, -space::l, 0);
    painter.setPen(enabled ? t.text : item->palette.color(QPalette::Disabled, QPalette::Text));
    const QStringList parts = item->text.split(QLatin1Char('\t'));
    painter.drawText(visualRect(item->direction, box, text),
                     int(visualAlignment(item->direction, Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextShowMnemonic),
                     parts.value(0));
    if (parts.size() > 1) {
        painter.setPen(t.text2);
        painter.drawText(visualRect(item->direction, box, text),
                         int(visualAlignment(item->direction, Qt::AlignRight) | Qt::AlignVCenter), parts.value(1));
    }
    if (item->checked) {
        const QRect mark = visualRect(item->direction, box, {box.left() + space::s, box.top(), iconSide, box.height()});
        painter.setPen(QPen{t.accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        const QPointF middle = QRectF{mark}.center();
        painter.drawPolyline(QPolygonF{middle + QPointF{-5, 0}, middle + QPointF{-1, 4}, middle + QPointF{6, -4}});
    }
    painter.restore();
}

void PalpateStyle::drawButtonLabel(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    if (button == nullptr) {
        return;
    }
    const ButtonRole role = roleOf(widget);
    const QColor color = buttonTextColor(option, role);
    const Icon icon = iconOf(widget, buttonIconProperty);
    const QRect box = button->rect;
    painter.save();
    painter.setPen(color);
    QFont font = painter.font();
    QRect text = box;
    if (icon != Icon::none) {
        const double ratio = painter.device()->devicePixelRatioF();
        QPointF at = QRectF{box}.center() - QPointF{iconSide / 2.0, iconSide / 2.0};
        if (role == ButtonRole::heading) {
            // Behind the words: what opens there is more of them.
            at.setX(visualRect(button->direction, box, {box.right() - iconSide, box.top(), iconSide, iconSide}).left());
            text = visualRect(button->direction, box, box.adjusted(0, 0, -iconSide, 0));
        } else if (role == ButtonRole::navigation) {
            at.setY(box.top() + 8);
            text = box.adjusted(0, 32, 0, -4);
        } else if (!button->text.isEmpty()) {
            const int x = box.left() + space::m + 2;
            at.setX(visualRect(button->direction, box, {x, box.top(), iconSide, iconSide}).left());
            text = visualRect(button->direction, box, box.adjusted(space::m + iconSide + space::xs, 0, -space::s, 0));
        }
        painter.drawPixmap(at, iconPixmap(icon, color, iconSide, ratio));
    }
    if (role == ButtonRole::navigation) {
        font.setPixelSize(type::caption);
        font.setWeight(option.state.testFlag(State_On) ? QFont::DemiBold : QFont::Normal);
        painter.setFont(font);
    }
    if (role == ButtonRole::heading) {
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.drawText(text, int(visualAlignment(button->direction, Qt::AlignLeft) | Qt::AlignVCenter), button->text);
    } else {
        painter.drawText(text, Qt::AlignCenter | Qt::TextShowMnemonic, button->text);
    }
    painter.restore();
}

void PalpateStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        drawButtonLabel(*option, *painter, widget);
        return;
    case CE_MenuItem:
        drawMenuItem(*option, *painter);
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, tokensFor(m_theme).interface.hairline);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void PalpateStyle::drawSlider(const QStyleOptionComplex &option, QPainter &painter, const QWidget *widget) const
{
    const InterfaceTokens &t = tokensFor(m_theme).interface;
    const QRectF handle{subControlRect(CC_Slider, &option, SC_SliderHandle, widget)};
    const QRectF box{option.rect};
    const double middle = box.center().y();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{t.controlOutline, 3, Qt::SolidLine, Qt::RoundCap});
    painter.drawLine(QPointF{box.left() + 8, middle}, QPointF{box.right() - 8, middle});
    const double start = option.direction == Qt::LeftToRight ? box.left() + 8 : box.right() - 8;
    painter.setPen(QPen{t.accent, 3, Qt::SolidLine, Qt::RoundCap});
    painter.drawLine(QPointF{start, middle}, QPointF{handle.center().x(), middle});
    painter.setPen(QPen{t.surface, 2});
    painter.setBrush(t.accent);
    painter.drawEllipse(handle.center(), 8, 8);
    if (option.state.testFlag(State_HasFocus)) {
        painter.setPen(QPen{t.focus, 2});
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(handle.center(), 11, 11);
    }
    painter.restore();
}

void PalpateStyle::drawScrollBar(const QStyleOptionComplex &option, QPainter &painter, const QWidget *widget) const
{
    const InterfaceTokens &t = tokensFor(m_theme).interface;
    const QRectF handle{subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget)};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(option.state.testFlag(State_MouseOver) ? t.controlOutline : t.hairline);
    painter.drawRoundedRect(handle.adjusted(2, 2, -2, -2), 3, 3);
    painter.restore();
}

void PalpateStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                      const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar:
        drawScrollBar(*option, *painter, widget);
        return;
    case CC_Slider:
        drawSlider(*option, *painter, widget);
        return;
    case CC_SpinBox: // without arrows: the arrow keys step
        drawField(*option, *painter, widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect PalpateStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                   const QWidget *widget) const
{
    if (control == CC_SpinBox && part == SC_SpinBoxEditField) {
        return option->rect.adjusted(space::s, 2, -space::s, -2); // its words begin where those of other fields do
    }
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
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_SliderLength:
        return 20;
    case PM_SliderThickness:
    case PM_SliderControlThickness:
        return 24;
    case PM_MenuVMargin:
        return space::xs;
    case PM_MenuHMargin:
    case PM_MenuPanelWidth:
        return 0;
    case PM_CheckBoxLabelSpacing:
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
        if (roleOf(widget) == ButtonRole::navigation) {
            return {80, 56};
        }
        const bool hasIcon = iconOf(widget, buttonIconProperty) != Icon::none;
        if (roleOf(widget) == ButtonRole::heading && button != nullptr) {
            QFont strong = widget->font();
            strong.setWeight(QFont::DemiBold);
            return {QFontMetrics{strong}.horizontalAdvance(button->text) + (hasIcon ? iconSide + space::xs : 0) + 4,
                    28};
        }
        if (hasIcon && text == 0) {
            return {controlHeight + 4, controlHeight + 4};
        }
        // The ring around a focused button needs two pixels on every side.
        return {text + 2 * space::m + 4 + (hasIcon ? iconSide + space::xs : 0), controlHeight + 4};
    }
    if (type == CT_LineEdit || type == CT_SpinBox) {
        return {size.width() + 2 * space::s, controlHeight + 4};
    }
    if (type == CT_MenuItem) {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item != nullptr && item->menuItemType == QStyleOptionMenuItem::Separator) {
            return {size.width(), 2 * space::xs + 1};
        }
        const int text = item == nullptr ? size.width() : item->fontMetrics.horizontalAdvance(item->text);
        return {text + 2 * space::xl + space::xxl, controlHeight};
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

int PalpateStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_ScrollBar_Transient:
    case SH_EtchDisabledText:
    case SH_ItemView_ShowDecorationSelected:
        return 0;
    default:
        break;
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
