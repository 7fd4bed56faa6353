// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/controls/labels.h"

#include "desktop/theme/tokens.h"

namespace palpate::desktop {

namespace {

int sizeOf(TextStyle style)
{
    switch (style) {
    case TextStyle::caption:
        return type::caption;
    case TextStyle::lead:
        return type::lead;
    case TextStyle::section:
        return type::section;
    case TextStyle::page:
        return type::page;
    case TextStyle::body:
    case TextStyle::strong:
        break;
    }
    return type::body;
}

} // namespace

QLabel *makeLabel(const QString &words, TextStyle style, QWidget *parent)
{
    auto *label = new QLabel{words, parent};
    QFont font = label->font();
    font.setPixelSize(sizeOf(style));
    const bool strong = style == TextStyle::strong || style == TextStyle::section || style == TextStyle::page;
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    label->setFont(font);
    label->setWordWrap(true);
    if (style == TextStyle::caption) {
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    return label;
}

} // namespace palpate::desktop
