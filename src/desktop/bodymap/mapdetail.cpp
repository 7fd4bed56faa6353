// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/mapdetail.h"

#include <memory>

namespace palpate::desktop {

void MapDetail::request(BodyPaintJob job, QRect part)
{
    const int asked = ++m_asked;
    m_worker.clear(); // what has not begun is out of date
    const auto shared = std::make_shared<const BodyPaintJob>(std::move(job));
    m_worker.start([this, shared, part, asked] {
        QImage body = shared->run();
        QMetaObject::invokeMethod(
            this,
            [this, body = std::move(body), part, asked] {
                if (asked == m_asked) {
                    m_body = body;
                    m_part = part;
                    Q_EMIT ready();
                }
            },
            Qt::QueuedConnection);
    });
}

void MapDetail::forget()
{
    ++m_asked;
    m_body = {};
}

} // namespace palpate::desktop
