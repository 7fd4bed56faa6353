// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include <QList>
#include <QSettings>
#include <QSize>
#include <QString>

#include "anatomy/layer.h"
#include "core/keyed.h"
#include "desktop/theme/tokens.h"
#include "insight/daterange.h"
#include "record/asked.h"

namespace palpate::desktop {

/// How the program is to look: as one theme, or as the desktop does.
enum class ThemeChoice { system, light, dark, contrastLight, contrastDark };

/// What colour says of the points on the map.
enum class MapColours { lastSoreness, plain };

/// Of the sounds in a guided session.
enum class Loudness { off, quiet, normal, loud };

} // namespace palpate::desktop

namespace palpate {

template <> struct Keys<desktop::ThemeChoice> {
    static constexpr KeyTable<desktop::ThemeChoice, 5> all{{{desktop::ThemeChoice::system, "system"},
                                                            {desktop::ThemeChoice::light, "light"},
                                                            {desktop::ThemeChoice::dark, "dark"},
                                                            {desktop::ThemeChoice::contrastLight, "contrast-light"},
                                                            {desktop::ThemeChoice::contrastDark, "contrast-dark"}}};
};

template <> struct Keys<desktop::MapColours> {
    static constexpr KeyTable<desktop::MapColours, 2> all{
        {{desktop::MapColours::lastSoreness, "last-soreness"}, {desktop::MapColours::plain, "plain"}}};
};

template <> struct Keys<desktop::Loudness> {
    static constexpr KeyTable<desktop::Loudness, 4> all{{{desktop::Loudness::off, "off"},
                                                         {desktop::Loudness::quiet, "quiet"},
                                                         {desktop::Loudness::normal, "normal"},
                                                         {desktop::Loudness::loud, "loud"}}};
};

} // namespace palpate

namespace palpate::desktop {

/// Something that the program remembers between two runs and that is no part of the record.
template <typename T> struct Setting {
    const char *key;
    T fallback;
};

/// All of them: key, type and what holds while nothing has been chosen.
namespace setting {
inline constexpr Setting<ThemeChoice> theme{"window/theme", ThemeChoice::system};
inline constexpr Setting<bool> systemWasDark{"window/system-was-dark", false}; ///< until the desktop has answered
inline constexpr Setting<QSize> windowSize{"window/size", QSize{1280, 800}};
inline constexpr Setting<int> listWidth{"window/list-width", 320};
inline constexpr Setting<int> detailWidth{"window/detail-width", 360};
inline constexpr Setting<int> lookupWidth{"window/lookup-width", 432};
inline constexpr Setting<int> careWidth{"window/care-width", 600};
inline constexpr Setting<int> scalePercent{"window/scale-percent", 100};
inline constexpr Setting<bool> reduceMotion{"window/reduce-motion", false};
inline constexpr Setting<int> coverAfterMinutes{"window/cover-after-minutes", 0}; ///< 0 is never
inline constexpr Setting<bool> remindersSayMore{"reminders/say-more", false}; ///< what they are about, for all to read
inline constexpr Setting<std::string_view> view{"map/view", "front"};
inline constexpr Setting<anatomy::Layer> layer{"map/layer", anatomy::Layer::superficial};
inline constexpr Setting<MapColours> mapColours{"map/colours", MapColours::lastSoreness};
inline constexpr Setting<RangeLength> trendsLength{"trends/length", RangeLength::threeMonths};
inline constexpr Setting<Asked> trendsAsked{"trends/asked", Asked::sorenessNow};
inline constexpr Setting<bool> trendsMean{"trends/mean", false};
inline constexpr Setting<Loudness> loudness{"care/loudness", Loudness::normal};
inline constexpr Setting<bool> speaks{"care/speaks", false}; ///< says the steps of a session aloud
inline constexpr Setting<int> brushMm{"map/brush-mm", 20};
inline constexpr Setting<bool> ghosts{"today/last-numbers", true}; ///< while one answers
// How large the body was painted when the window was closed, so that it can be painted before the window opens again.
inline constexpr Setting<QSize> bodySize{"map/body-size", QSize{}};
inline constexpr Setting<int> bodyLineThousandths{"map/body-line-thousandths", 0};
} // namespace setting

/// Kept in the person's configuration folder, readable by them alone. What the file holds that makes no sense counts
/// as not chosen.
class Settings {
public:
    Settings();

    template <typename T> [[nodiscard]] auto get(const Setting<T> &setting) const
    {
        return read(m_store.value(QString::fromLatin1(setting.key)), setting.fallback);
    }

    template <typename T> void set(const Setting<T> &setting, const auto &value)
    {
        m_store.setValue(QString::fromLatin1(setting.key), written(value));
    }

private:
    [[nodiscard]] static bool read(const QVariant &stored, bool fallback);
    [[nodiscard]] static int read(const QVariant &stored, int fallback);
    [[nodiscard]] static QSize read(const QVariant &stored, QSize fallback);
    [[nodiscard]] static std::string read(const QVariant &stored, std::string_view fallback);
    [[nodiscard]] static anatomy::Layer read(const QVariant &stored, anatomy::Layer fallback);
    template <Keyed Enum> [[nodiscard]] static Enum read(const QVariant &stored, Enum fallback)
    {
        return fromKey<Enum>(stored.toString().toStdString()).value_or(fallback);
    }

    [[nodiscard]] static QVariant written(bool value) { return value; }
    [[nodiscard]] static QVariant written(int value) { return value; }
    [[nodiscard]] static QVariant written(QSize value) { return value; }
    [[nodiscard]] static QVariant written(const std::string &value) { return QString::fromStdString(value); }
    [[nodiscard]] static QVariant written(anatomy::Layer value)
    {
        return QString::fromStdString(std::string{toKey(value)});
    }
    template <Keyed Enum> [[nodiscard]] static QVariant written(Enum value)
    {
        return QString::fromStdString(std::string{toKey(value)});
    }

    QSettings m_store;
};

/// The theme that a choice means while the desktop is dark or not.
[[nodiscard]] Theme themeFor(ThemeChoice choice, bool systemIsDark);

} // namespace palpate::desktop
