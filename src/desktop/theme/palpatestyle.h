// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QProxyStyle>

#include "desktop/theme/icons.h"
#include "desktop/theme/tokens.h"

class QAbstractButton;
class QLineEdit;
class QApplication;

namespace palpate::desktop {

/// How a button looks; set as the dynamic property `buttonRoleProperty`.
enum class ButtonRole { plain, primary, quiet, segment, chip, rating, tick, navigation, heading, danger };
inline constexpr const char *buttonRoleProperty = "palpateRole";
/// The drawing on a button, as a number of Icon; without words it fills the button.
inline constexpr const char *buttonIconProperty = "palpateIcon";
/// The drawing at the start of a line edit.
inline constexpr const char *fieldIconProperty = "palpateFieldIcon";

void setButtonRole(QAbstractButton &button, ButtonRole role);
void setButtonIcon(QAbstractButton &button, Icon icon);
/// Room between the edges of a field and what is typed.
void padField(QLineEdit &field);
/// Before what is typed, with room for it.
void setFieldIcon(QLineEdit &field, Icon icon);

/// Draws controls from the tokens, on top of Fusion; the platform's own style is never used.
class PalpateStyle : public QProxyStyle {
    Q_OBJECT

public:
    explicit PalpateStyle(Theme theme);

    [[nodiscard]] static QPalette paletteFor(Theme theme);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *returnData) const override;

private:
    void drawMenuItem(const QStyleOption &option, QPainter &painter) const;
    void drawCheck(const QStyleOption &option, QPainter &painter) const;
    void drawSlider(const QStyleOptionComplex &option, QPainter &painter, const QWidget *widget) const;
    void drawScrollBar(const QStyleOptionComplex &option, QPainter &painter, const QWidget *widget) const;
    void drawField(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;
    void drawButtonLabel(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;
    void drawTick(const QStyleOption &option, QPainter &painter) const;
    void drawButton(const QStyleOption &option, QPainter &painter, ButtonRole role) const;
    [[nodiscard]] QColor buttonTextColor(const QStyleOption &option, ButtonRole role) const;

    Theme m_theme;
};

/// Gives the program its type, palette and style. May be called again to change the theme while it runs.
void applyTheme(QApplication &application, Theme theme);

} // namespace palpate::desktop
