// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

#include "desktop/theme/tokens.h"

namespace palpate::desktop {

/// A text in lines of about 68 letters, however wide the window is. Opens no link by itself and loads nothing.
class ReadingView : public QTextBrowser {
    Q_OBJECT

public:
    explicit ReadingView(QWidget *parent = nullptr);

    /// Pictures are named as the text names them.
    void setText(const QString &html, const std::vector<std::pair<QString, QImage>> &pictures, Theme theme);

protected:
    void resizeEvent(QResizeEvent *event) override;
    QVariant loadResource(int type, const QUrl &name) override;
};

} // namespace palpate::desktop
