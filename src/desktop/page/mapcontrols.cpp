// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/page/mapcontrols.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/page/turndial.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

/// From the pointer to the words about what is under it.
constexpr QPoint hoverOffset{18, 22};

/// A label drawn as a small card.
class HoverName : public QLabel {
public:
    explicit HoverName(QWidget *parent) : QLabel{parent}
    {
        setObjectName(QStringLiteral("hoverName"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setContentsMargins(space::s, space::xs, space::s, space::xs);
        hide();
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen{palette().color(QPalette::Mid), 1});
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        painter.end();
        QLabel::paintEvent(event);
    }
};

} // namespace

MapControls::MapControls(BodyMap &map, TurnDial &turn, QButtonGroup &layers, QWidget *parent)
    : QWidget{parent}, m_map{map}, m_turn{turn}
{
    m_map.setParent(this);
    m_turn.setParent(this);
    m_steps = makeLayers(layers);
    m_steps->setObjectName(QStringLiteral("layerSteps"));
    m_zoom = makeZoom();
    m_zoom->setObjectName(QStringLiteral("zoomSteps"));
    m_hoverName = new HoverName{this};
    setMinimumWidth(520);
    connect(&m_map, &BodyMap::pointerMoved, this, &MapControls::placeHoverName);
}

QWidget *MapControls::makeLayers(QButtonGroup &layers)
{
    auto *box = new QWidget{this};
    box->setAccessibleName(tr("Layers, from the skin to the bones"));
    auto *steps = new QVBoxLayout{box};
    steps->setContentsMargins(0, 0, 0, 0);
    steps->setSpacing(0);
    for (const anatomy::Layer layer : anatomy::allLayers) {
        auto *button = new QPushButton{phrases::shortLayer(layer)};
        button->setCheckable(true);
        button->setObjectName(QStringLiteral("layer-") + phrases::text(std::string{toKey(layer)}));
        button->setAccessibleName(phrases::layer(layer));
        button->setToolTip(phrases::layer(layer));
        setButtonRole(*button, ButtonRole::segment);
        button->setChecked(layer == m_map.layer());
        layers.addButton(button, static_cast<int>(layer));
        steps->addWidget(button);
    }
    steps->addSpacing(space::s);
    steps->addWidget(&m_turn.armSwitch());
    return box;
}

QWidget *MapControls::makeZoom()
{
    auto *box = new QWidget{this};
    auto *steps = new QVBoxLayout{box};
    steps->setContentsMargins(0, 0, 0, 0);
    steps->setSpacing(0);
    const auto add = [this, steps](const QString &name, const QString &keys, Icon icon, const QString &objectName,
                                   auto run) {
        auto *button = new QPushButton;
        button->setObjectName(objectName);
        button->setAccessibleName(name);
        button->setToolTip(tr("%1 (%2)").arg(name, keys));
        setButtonIcon(*button, icon);
        connect(button, &QPushButton::clicked, this, run);
        steps->addWidget(button);
        return button;
    };
    add(tr("Zoom in"), tr("Ctrl and plus, or the wheel"), Icon::plus, QStringLiteral("zoomIn"),
        [this] { m_map.zoomBy(BodyMap::zoomStep); });
    QPushButton *out = add(tr("Zoom out"), tr("Ctrl and minus"), Icon::minus, QStringLiteral("zoomOut"),
                           [this] { m_map.zoomBy(1 / BodyMap::zoomStep); });
    QPushButton *whole = add(tr("Whole body"), tr("Ctrl and 0"), Icon::whole, QStringLiteral("wholeBody"),
                             [this] { m_map.showWhole(); });
    const auto follow = [this, out, whole] {
        for (QPushButton *button : {out, whole}) {
            button->setEnabled(m_map.zoom() > 1);
        }
    };
    connect(&m_map, &BodyMap::zoomChanged, this, follow);
    follow();
    return box;
}

void MapControls::resizeEvent(QResizeEvent * /*event*/)
{
    m_map.setGeometry(rect());
    m_turn.adjustSize();
    m_turn.move((width() - m_turn.width()) / 2, height() - m_turn.height() - space::s);
    const bool mirrored = isRightToLeft();
    const auto atEnd = [&](QWidget &box, int y) {
        box.adjustSize();
        box.move(mirrored ? space::s : width() - box.width() - space::s, y);
    };
    atEnd(*m_steps, space::m);
    atEnd(*m_zoom, height() - m_zoom->sizeHint().height() - m_turn.height() - space::l);
}

void MapControls::sayAtPointer(const QString &words)
{
    m_hoverName->setText(words);
    m_hoverName->setVisible(!words.isEmpty());
    m_hoverName->adjustSize();
    m_hoverName->raise();
    placeHoverName();
}

void MapControls::placeHoverName()
{
    if (const auto &pointer = m_map.pointer(); pointer && m_hoverName->isVisible()) {
        const QPoint at = pointer->toPoint();
        // To the other side of the pointer where there is no room, so that it never lies under it.
        const int right = at.x() + hoverOffset.x();
        const int left = at.x() - hoverOffset.x() - m_hoverName->width();
        const int x = right + m_hoverName->width() <= width() ? right : std::max(0, left);
        const int below = at.y() + hoverOffset.y();
        const int y =
            below + m_hoverName->height() <= height() ? below : at.y() - hoverOffset.y() - m_hoverName->height();
        m_hoverName->move(x, y);
    }
}

} // namespace palpate::desktop
