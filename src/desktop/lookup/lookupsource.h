// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <future>
#include <memory>

#include <QObject>

#include "anatomy/atlas.h"
#include "lookup/lookup.h"
#include "record/paintmask.h"
#include "referral/loadall.h"

namespace palpate::desktop {

/// What was loaded for lookups, and the engine on it; stays where it is.
struct LookupData {
    LookupData(LoadedAll read, const ZoneSizes &zoneSizes)
        : loaded{std::move(read)}, lookup{loaded.base, loaded.rules, loaded.surroundings}, sizes{zoneSizes}
    {}

    LoadedAll loaded;
    Lookup lookup;
    ZoneSizes sizes;
};

/// Reads what lookups and muscle pages need, once, in another thread, when somebody first asks: not every start needs
/// it.
class LookupSource : public QObject {
    Q_OBJECT

public:
    /// The atlas must outlive the source. `load` is called in the other thread.
    LookupSource(const anatomy::Atlas &atlas, std::function<LoadedAll()> load, QObject *parent = nullptr);

    /// Begins to read, unless it has begun already. What cannot be read is left out, as in loadAll().
    void begin();
    /// Null until ready() was told; stays the same from then on.
    [[nodiscard]] LookupData *data() const { return m_data.get(); }

Q_SIGNALS:
    void ready();

private:
    const anatomy::Atlas &m_atlas;
    std::function<LoadedAll()> m_load;
    std::unique_ptr<LookupData> m_data;
    std::future<void> m_reading; ///< waits, when the source goes, for what still uses it
};

} // namespace palpate::desktop
