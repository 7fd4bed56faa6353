// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/learn/readingview.h"

#include <algorithm>

#include "desktop/learn/readingtext.h"

namespace palpate::desktop {

namespace {

constexpr int lettersInALine = 68;

} // namespace

ReadingView::ReadingView(QWidget *parent) : QTextBrowser{parent}
{
    setObjectName(QStringLiteral("readingView"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    QFont reading = font();
    reading.setPixelSize(type::lead);
    setFont(reading);
}

void ReadingView::setText(const QString &html, const std::vector<std::pair<QString, QImage>> &pictures, Theme theme)
{
    document()->clear();
    document()->setDefaultStyleSheet(ReadingText::styleSheet(theme));
    for (const auto &[name, picture] : pictures) {
        document()->addResource(QTextDocument::ImageResource, QUrl{name}, picture);
    }
    setHtml(html);
}

void ReadingView::resizeEvent(QResizeEvent *event)
{
    // The average of a font counts capitals as often as small letters.
    const QString usual = QStringLiteral("the muscle is tight and sore along the side of the neck");
    const int line = fontMetrics().horizontalAdvance(usual) * lettersInALine / static_cast<int>(usual.size());
    const int rest = std::max<int>(space::xl, width() - space::xl - line);
    const bool mirrored = isRightToLeft();
    setViewportMargins(mirrored ? rest : space::xl, 0, mirrored ? space::xl : rest, 0);
    QTextBrowser::resizeEvent(event);
}

QVariant ReadingView::loadResource(int type, const QUrl &name)
{
    // Only what was handed over; nothing is read from a disk or from elsewhere.
    return document()->resource(type, name);
}

} // namespace palpate::desktop
