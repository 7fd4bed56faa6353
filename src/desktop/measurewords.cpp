// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/measurewords.h"

#include <array>

#include <QCoreApplication>

namespace palpate::desktop::measurewords {

QString movement(MovementTest one)
{
    constexpr std::array all{QT_TRANSLATE_NOOP("MeasureWords", "turning the head"),
                             QT_TRANSLATE_NOOP("MeasureWords", "tilting the head"),
                             QT_TRANSLATE_NOOP("MeasureWords", "chin to chest, gap"),
                             QT_TRANSLATE_NOOP("MeasureWords", "opening the mouth, gap between the teeth"),
                             QT_TRANSLATE_NOOP("MeasureWords", "lifting the arm to the side"),
                             QT_TRANSLATE_NOOP("MeasureWords", "turning the arm out, elbow at the side"),
                             QT_TRANSLATE_NOOP("MeasureWords", "hand behind the back, thumb below the neck bump"),
                             QT_TRANSLATE_NOOP("MeasureWords", "bending forward, fingers to floor"),
                             QT_TRANSLATE_NOOP("MeasureWords", "turning the trunk"),
                             QT_TRANSLATE_NOOP("MeasureWords", "bending the hip"),
                             QT_TRANSLATE_NOOP("MeasureWords", "bending the knee"),
                             QT_TRANSLATE_NOOP("MeasureWords", "knee to wall, toes from the wall")};
    return QCoreApplication::translate("MeasureWords", all[static_cast<std::size_t>(one)]);
}

QString posture(PostureSign one)
{
    constexpr std::array all{QT_TRANSLATE_NOOP("MeasureWords", "head in front of the shoulders"),
                             QT_TRANSLATE_NOOP("MeasureWords", "shoulders drawn up"),
                             QT_TRANSLATE_NOOP("MeasureWords", "upper back rounded"),
                             QT_TRANSLATE_NOOP("MeasureWords", "one shoulder higher"),
                             QT_TRANSLATE_NOOP("MeasureWords", "one hip higher"),
                             QT_TRANSLATE_NOOP("MeasureWords", "weight on one leg")};
    return QCoreApplication::translate("MeasureWords", all[static_cast<std::size_t>(one)]);
}

QString unit(MeasureUnit unit)
{
    const auto words = [](const char *source) { return QCoreApplication::translate("MeasureWords", source); };
    switch (unit) {
    case MeasureUnit::degree:
        return words("°");
    case MeasureUnit::millimetre:
        return words(" mm");
    case MeasureUnit::centimetre:
        return words(" cm");
    default:
        break;
    }
    return {};
}

} // namespace palpate::desktop::measurewords
