// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/mapnames.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <QCoreApplication>
#include <QStringList>

#include "desktop/phrases.h"

namespace palpate::desktop::mapnames {

namespace {

QString words(const char *source) { return QCoreApplication::translate("MapNames", source); }

QString lowerFirst(const QString &words) { return words.left(1).toLower() + words.mid(1); }

struct Part {
    std::string_view id;
    const char *name;
};

constexpr std::array parts{Part{"head", QT_TRANSLATE_NOOP("MapNames", "Head and face")},
                           Part{"neck", QT_TRANSLATE_NOOP("MapNames", "Neck")},
                           Part{"neck-shoulder", QT_TRANSLATE_NOOP("MapNames", "Shoulder")},
                           Part{"shoulder", QT_TRANSLATE_NOOP("MapNames", "Shoulder")},
                           Part{"upper-back", QT_TRANSLATE_NOOP("MapNames", "Upper back")},
                           Part{"chest", QT_TRANSLATE_NOOP("MapNames", "Chest")},
                           Part{"arm", QT_TRANSLATE_NOOP("MapNames", "Upper arm")},
                           Part{"forearm", QT_TRANSLATE_NOOP("MapNames", "Forearm")},
                           Part{"hand", QT_TRANSLATE_NOOP("MapNames", "Hand")},
                           Part{"back", QT_TRANSLATE_NOOP("MapNames", "Back")},
                           Part{"abdomen", QT_TRANSLATE_NOOP("MapNames", "Belly")},
                           Part{"trunk", QT_TRANSLATE_NOOP("MapNames", "Inside the trunk")},
                           Part{"pelvis", QT_TRANSLATE_NOOP("MapNames", "Pelvis")},
                           Part{"hip", QT_TRANSLATE_NOOP("MapNames", "Hip and buttock")},
                           Part{"thigh", QT_TRANSLATE_NOOP("MapNames", "Thigh")},
                           Part{"leg", QT_TRANSLATE_NOOP("MapNames", "Lower leg")},
                           Part{"foot", QT_TRANSLATE_NOOP("MapNames", "Foot")}};

QString counted(std::size_t count, const char *one, const char *many)
{
    return count == 1 ? words(one) : words(many).arg(count);
}

} // namespace

QString map(const anatomy::ViewInfo &view, anatomy::Layer layer)
{
    return joined({words("Body map"), lowerFirst(phrases::view(view.id)),
                   view.armAside ? words("arm aside") : QString{}, lowerFirst(phrases::layer(layer))});
}

QString mapHelp()
{
    return words("Arrow keys go to the neighbour in that direction, Home to the head, Control with the left and right "
                 "arrow through all in turn. Enter marks. Page Up and Page Down turn the body.");
}

QString withSide(const QString &name, Side side) { return joined({name, phrases::yourSide(side)}); }

BodyPart bodyPart(const BodyRegionId &region)
{
    const auto *const known =
        std::find_if(parts.begin(), parts.end(), [&](const Part &part) { return part.id == region.text(); });
    if (known == parts.end()) {
        return {static_cast<int>(parts.size()), "rest", words("Rest of the body")};
    }
    const auto *const first = std::find_if(parts.begin(), parts.end(), [known](const Part &part) {
        return std::string_view{part.name} == std::string_view{known->name};
    });
    return {static_cast<int>(first - parts.begin()), std::string{first->id}, words(first->name)};
}

QString structure(const anatomy::Structure &structure)
{
    QString kind;
    if (structure.tissue == anatomy::Tissue::muscle) {
        switch (structure.layer) {
        case anatomy::Layer::intermediate:
            kind = words("middle muscle");
            break;
        case anatomy::Layer::deep:
        case anatomy::Layer::bone:
            kind = words("deep muscle");
            break;
        case anatomy::Layer::skin:
        case anatomy::Layer::superficial:
            kind = words("surface muscle");
            break;
        }
    }
    return joined({kind, phrases::text(structure.latin)});
}

QString muscles(std::size_t count) { return counted(count, "1 muscle", "%1 muscles"); }

QString bones(std::size_t count) { return counted(count, "1 bone", "%1 bones"); }

QString zones(std::size_t count) { return counted(count, "1 area of skin", "%1 areas of skin"); }

QString points(std::span<const PointOverview *const> points)
{
    if (points.empty()) {
        return {};
    }
    std::optional<int> worst;
    for (const PointOverview *point : points) {
        if (point->latestSoreness) {
            worst = std::max(worst.value_or(0), point->latestSoreness->level.value());
        }
    }
    return joined({counted(points.size(), "1 of your points", "%1 of your points"),
                   worst ? words("worst %1 of 10").arg(*worst) : words("not rated")});
}

QString point(const PointOverview &point, std::size_t number)
{
    return joined({words("point %1").arg(number),
                   point.latestSoreness ? words("soreness %1 of 10").arg(point.latestSoreness->level.value())
                                        : words("not rated"),
                   phrases::kind(point.point.kind)});
}

QString joined(std::initializer_list<QString> parts)
{
    QStringList said;
    for (const QString &part : parts) {
        if (!part.isEmpty()) {
            said << part;
        }
    }
    return said.join(words(", "));
}

} // namespace palpate::desktop::mapnames
