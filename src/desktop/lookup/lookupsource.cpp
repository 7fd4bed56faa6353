// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lookup/lookupsource.h"

#include "anatomy/view.h"

namespace palpate::desktop {

LookupSource::LookupSource(const anatomy::Atlas &atlas, std::function<LoadedAll()> load, QObject *parent)
    : QObject{parent}, m_atlas{atlas}, m_load{std::move(load)}
{}

void LookupSource::begin()
{
    if (m_reading.valid()) {
        return;
    }
    m_reading = std::async(std::launch::async, [this] {
        anatomy::GrayImage8 picture;
        const ZoneSizes sizes = zoneSizes(m_atlas, [&](const anatomy::ViewInfo &view) -> const anatomy::GrayImage8 & {
            return picture = loadZones(m_atlas, view);
        });
        // Shared, as a queued call must be copyable.
        auto data = std::make_shared<std::unique_ptr<LookupData>>(std::make_unique<LookupData>(m_load(), sizes));
        QMetaObject::invokeMethod(
            this,
            [this, data] {
                m_data = std::move(*data);
                Q_EMIT ready();
            },
            Qt::QueuedConnection);
    });
}

} // namespace palpate::desktop
