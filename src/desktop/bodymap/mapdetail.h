// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QRect>
#include <QThreadPool>

#include "desktop/bodymap/bodypicture.h"

namespace palpate::desktop {

/// The part of the body that an enlarged map shows, in all its pixels. It is painted in the background, while the map
/// makes do with the stretched picture of the whole; a newer request takes the place of an older one.
class MapDetail : public QObject {
    Q_OBJECT

public:
    explicit MapDetail(QObject *parent = nullptr) : QObject{parent} { m_worker.setMaxThreadCount(1); }

    void request(BodyPaintJob job, QRect part);
    void forget();

    /// Null until it is ready.
    [[nodiscard]] const QImage &body() const { return m_body; }
    /// In pixels of the view's picture.
    [[nodiscard]] QRect part() const { return m_part; }

Q_SIGNALS:
    void ready();

private:
    QImage m_body;
    QRect m_part;
    int m_asked = 0; ///< counts requests, so that a late picture is known as such
    QThreadPool m_worker;
};

} // namespace palpate::desktop
