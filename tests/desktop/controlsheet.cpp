// SPDX-License-Identifier: GPL-3.0-or-later
#include "controlsheet.h"

#include <functional>

#include <QApplication>
#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QSlider>
#include <QStandardItemModel>
#include <QTest>
#include <QVBoxLayout>

#include "desktop/bodymap/maplegend.h"
#include "desktop/bodymap/pointmarker.h"
#include "desktop/controls/chips.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/levelscale.h"
#include "desktop/page/rowdelegate.h"
#include "desktop/theme/card.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::testing {

namespace {

using namespace desktop;

constexpr int sheetWidth = 600;

/// Something that is painted and no widget.
class Drawing : public QWidget {
public:
    Drawing(int height, std::function<void(QPainter &, const QRect &)> draw) : m_draw{std::move(draw)}
    {
        setFixedHeight(height);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        m_draw(painter, rect());
    }

private:
    std::function<void(QPainter &, const QRect &)> m_draw;
};

QPushButton *button(const QString &words, ButtonRole role, Icon icon = Icon::none, bool on = false)
{
    auto *made = new QPushButton{words};
    setButtonRole(*made, role);
    setButtonIcon(*made, icon);
    made->setCheckable(on);
    made->setChecked(on);
    return made;
}

void addRow(QVBoxLayout &layout, const std::vector<QWidget *> &widgets)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    for (QWidget *widget : widgets) {
        row->addWidget(widget, 0, Qt::AlignVCenter);
    }
    row->addStretch();
    layout.addLayout(row);
}

void addWords(QVBoxLayout &layout)
{
    layout.addWidget(makeLabel(QStringLiteral("Page, 28"), TextStyle::page));
    layout.addWidget(makeLabel(QStringLiteral("Section, 20"), TextStyle::section));
    layout.addWidget(makeLabel(QStringLiteral("Lead, 16: what is read in one go"), TextStyle::lead));
    layout.addWidget(makeLabel(QStringLiteral("Body, 14: all that is said"), TextStyle::body));
    layout.addWidget(makeLabel(QStringLiteral("Strong, 14: the name of a field"), TextStyle::strong));
    layout.addWidget(makeLabel(QStringLiteral("Caption, 12: what may be passed over"), TextStyle::caption));
}

QPushButton *addButtons(QVBoxLayout &layout)
{
    auto *focused = button(QStringLiteral("Focused"), ButtonRole::plain);
    auto *disabled = button(QStringLiteral("Disabled"), ButtonRole::plain);
    disabled->setEnabled(false);
    addRow(layout,
           {button(QStringLiteral("Plain"), ButtonRole::plain), button(QStringLiteral("Primary"), ButtonRole::primary),
            button(QStringLiteral("Quiet"), ButtonRole::quiet, Icon::undo), focused, disabled,
            button({}, ButtonRole::plain, Icon::plus)});
    addRow(layout, {button(QStringLiteral("Segment"), ButtonRole::segment, Icon::brush, true),
                    button(QStringLiteral("Segment"), ButtonRole::segment, Icon::eraser), button({}, ButtonRole::tick),
                    button({}, ButtonRole::tick, Icon::none, true), button({}, ButtonRole::tick),
                    button(QStringLiteral("Heading"), ButtonRole::heading, Icon::chevron),
                    button(QStringLiteral("Navigation"), ButtonRole::navigation, Icon::map, true)});
    auto *chips = new Chips{Chips::Choice::any, QStringLiteral("chip")};
    chips->add(0, QStringLiteral("Chip, chosen"));
    chips->add(1, QStringLiteral("Chip"));
    chips->setChecked(0, true);
    layout.addWidget(chips);
    auto *scale = new LevelScale{QStringLiteral("Soreness"), QStringLiteral("level")};
    scale->setLevel(PainLevel::from(6));
    scale->setMaximumWidth(384);
    layout.addWidget(scale);
    return focused;
}

void addFields(QVBoxLayout &layout)
{
    auto *search = new QLineEdit;
    search->setPlaceholderText(QStringLiteral("Search  ( / )"));
    search->setTextMargins(space::xl + space::xs, 0, space::s, 0);
    search->setProperty(fieldIconProperty, static_cast<int>(Icon::search));
    auto *off = new QCheckBox{QStringLiteral("Off")};
    auto *on = new QCheckBox{QStringLiteral("On")};
    on->setChecked(true);
    auto *slider = new QSlider{Qt::Horizontal};
    slider->setValue(40);
    slider->setMinimumWidth(120);
    addRow(layout, {search, off, on, slider});
}

void addList(QVBoxLayout &layout, Theme theme)
{
    auto *list = new QListView;
    auto *model = new QStandardItemModel{list};
    const auto add = [model](const QString &title, const QString &subtitle, int role, const QVariant &value,
                             const QVariant &soreness = {}) {
        auto *item = new QStandardItem{title};
        item->setData(subtitle, subtitleRole);
        item->setData(value, role);
        if (soreness.isValid()) {
            item->setData(soreness, sorenessRole);
        }
        model->appendRow(item);
    };
    add(QStringLiteral("Infraspinatus · your right"), QStringLiteral("hurts by itself · 6 of 10"), kindRole,
        static_cast<int>(PointKind::active), 6);
    add(QStringLiteral("Front of the shoulder, your right"), QStringLiteral("Place on the body"), iconRole,
        static_cast<int>(Icon::zone));
    list->setModel(model);
    list->setItemDelegate(new RowDelegate{theme, list});
    list->setFrameShape(QFrame::NoFrame);
    list->setFixedHeight(104);
    list->setCurrentIndex(model->index(0, 0));
    layout.addWidget(list);
}

void addMap(QVBoxLayout &layout, Theme theme)
{
    const MapTokens &map = tokensFor(theme).map;
    layout.addWidget(new Drawing{
        120, [&map](QPainter &painter, const QRect &box) {
            painter.fillRect(box, map.ground);
            double y = box.top() + 24;
            for (const PointKind kind : {PointKind::active, PointKind::latent, PointKind::unsure}) {
                double x = box.left() + 24;
                paintMarker(painter, {x, y}, kind, std::nullopt, map, {});
                for (const int level : {0, 2, 4, 6, 8, 10}) {
                    x += 40;
                    paintMarker(painter, {x, y}, kind, PainLevel::from(level), map, {level == 6, true, level == 8});
                }
                y += 36;
            }
            paintPill(painter, {box.left() + 320.0, 24}, 4, PainLevel::from(7), map);
            paintPill(painter, {box.left() + 320.0, 60}, 12, std::nullopt, map);
        }});
    layout.addWidget(new Drawing{
        120, [theme, &map](QPainter &painter, const QRect &box) {
            painter.fillRect(box, map.ground);
            MapLegend{}.paint(painter, {true, true, true, true}, box.bottomLeft(), theme);
            painter.setPen(QPen{map.skinLine, 1});
            double x = box.left() + 244.0;
            for (const QColor &tissue : {map.skin, map.muscle[0], map.muscle[1], map.muscle[2], map.tendon, map.bone}) {
                painter.setBrush(tissue);
                painter.drawRect(QRectF{x, box.top() + 16.5, 40, 40});
                x += 48;
            }
        }});
}

void addIcons(QVBoxLayout &layout, Theme theme)
{
    const InterfaceTokens &t = tokensFor(theme).interface;
    layout.addWidget(new Drawing{28, [&t](QPainter &painter, const QRect &box) {
                                     double x = box.left();
                                     for (int icon = 1; icon <= static_cast<int>(Icon::remove); ++icon) {
                                         painter.drawPixmap(QPointF{x, 4.0},
                                                            iconPixmap(static_cast<Icon>(icon), t.text, 20,
                                                                       painter.device()->devicePixelRatioF()));
                                         x += 26;
                                     }
                                 }});
}

void addColours(QVBoxLayout &layout, Theme theme)
{
    const InterfaceTokens &t = tokensFor(theme).interface;
    const std::vector<std::pair<const char *, QColor>> colours{
        {"window", t.window},     {"surface", t.surface},        {"sunken", t.sunken},
        {"hairline", t.hairline}, {"outline", t.controlOutline}, {"text", t.text},
        {"text2", t.text2},       {"accent", t.accent},          {"onAccent", t.onAccent},
        {"danger", t.danger},     {"caution", t.caution},        {"good", t.good},
        {"focus", t.focus}};
    layout.addWidget(new Drawing{
        112, [&t, colours](QPainter &painter, const QRect &box) {
            QFont font = painter.font();
            font.setPixelSize(type::caption);
            painter.setFont(font);
            constexpr std::size_t columns = 7;
            const double step = box.width() / static_cast<double>(columns);
            for (std::size_t at = 0; at < colours.size(); ++at) {
                const double x = step * static_cast<double>(at % columns);
                const std::size_t row = at / columns;
                const double y = 56.0 * static_cast<double>(row);
                painter.setPen(QPen{t.controlOutline, 1});
                painter.setBrush(colours[at].second);
                painter.drawRoundedRect(QRectF{x + 0.5, y + 0.5, step - 8, 28}, 6, 6);
                painter.setPen(t.text2);
                painter.drawText(QRectF{x, y + 32, step, 16}, Qt::AlignLeft, QLatin1String(colours[at].first));
            }
        }});
}

} // namespace

QImage controlSheet(Theme theme)
{
    applyTheme(*qApp, theme);
    QWidget sheet;
    auto *layout = new QVBoxLayout{&sheet};
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    layout->setSpacing(space::m);
    addWords(*layout);
    QPushButton *focused = addButtons(*layout);
    addFields(*layout);
    addList(*layout, theme);
    addMap(*layout, theme);
    addIcons(*layout, theme);
    addColours(*layout, theme);
    sheet.setFixedWidth(sheetWidth);
    sheet.show();
    QApplication::setActiveWindow(&sheet);
    if (!QTest::qWaitForWindowActive(&sheet)) {
        return {};
    }
    sheet.setAttribute(Qt::WA_KeyboardFocusChange); // the ring is for those who came by keyboard
    focused->setFocus(Qt::TabFocusReason);
    QApplication::processEvents();
    return sheet.grab().toImage();
}

} // namespace palpate::testing
