// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/ratingpopover.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/controls/chips.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/levelscale.h"
#include "desktop/phrases.h"
#include "desktop/theme/card.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

constexpr int cardWidth = 384;
constexpr int margin = cardShadow;
constexpr int tailLength = 10;
constexpr int gapToSpot = 16;
/// The card stays this far from the edges of what it lies over, its shadow may reach them.
constexpr int edge = space::m - margin;

} // namespace

RatingPopover::RatingPopover(Theme theme, QWidget *parent)
    : QWidget{parent},
      m_theme{theme},
      m_title{new QPushButton{this}},
      m_scale{new LevelScale{tr("Soreness"), QStringLiteral("soreness"), this}},
      m_kinds{new Chips{Chips::Choice::one, QStringLiteral("kind"), this}},
      m_pressedHint{makeLabel(tr("Then 0 is right as long as nobody presses."), TextStyle::caption, this)},
      m_remove{new QPushButton{tr("Remove"), this}},
      m_more{new QPushButton{tr("More"), this}},
      m_save{new QPushButton{tr("Save"), this}}
{
    setObjectName(QStringLiteral("ratingPopover"));
    setFocusPolicy(Qt::StrongFocus);
    setFixedWidth(cardWidth + 2 * margin);
    m_title->setObjectName(QStringLiteral("popoverTitle"));
    setButtonRole(*m_title, ButtonRole::heading);
    for (QPushButton *button : {m_remove, m_more}) {
        setButtonRole(*button, ButtonRole::quiet);
    }
    m_remove->setObjectName(QStringLiteral("removePoint"));
    m_more->setObjectName(QStringLiteral("morePoint"));
    m_more->setToolTip(tr("What was found by touch, how sure the place is, who found it, a note"));
    setButtonRole(*m_save, ButtonRole::primary);
    m_save->setObjectName(QStringLiteral("savePoint"));
    for (const PointKind kind : {PointKind::active, PointKind::latent, PointKind::unsure}) {
        m_kinds->add(static_cast<int>(kind), phrases::kind(kind));
    }

    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(margin + space::m, margin + space::m, margin + space::m, margin + space::m);
    layout->setSpacing(space::s);
    layout->addWidget(m_title, 0, Qt::AlignLeading);
    layout->addWidget(makeLabel(tr("How sore is it now, without pressing?"), TextStyle::caption, this));
    layout->addWidget(m_scale);
    layout->addWidget(makeLabel(tr("When does it hurt?"), TextStyle::caption, this));
    layout->addWidget(m_kinds);
    layout->addWidget(m_pressedHint);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::xs);
    buttons->addWidget(m_remove);
    buttons->addWidget(m_more);
    buttons->addStretch();
    buttons->addWidget(m_save);
    layout->addLayout(buttons);

    connect(m_title, &QPushButton::clicked, this, &RatingPopover::openDepthMenu);
    connect(m_scale, &LevelScale::chosen, this, &RatingPopover::setSoreness);
    connect(m_kinds, &Chips::toggled, this, [this](int id) {
        m_draft.kind = static_cast<PointKind>(id);
        arrange();
    });
    connect(m_save, &QPushButton::clicked, this, [this] { close(true); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT removeRequested();
    });
    connect(m_more, &QPushButton::clicked, this, [this] {
        finish();
        Q_EMIT moreRequested();
    });
    hide();
}

void RatingPopover::ask(const Depth &depth, QPointF spot, std::optional<PointDraft> existing)
{
    m_isKnown = existing.has_value();
    m_draft = existing.value_or(PointDraft{});
    m_depth = depth;
    m_spot = spot;
    m_title->setText(depth.names.at(depth.chosen));
    const bool several = depth.names.size() > 1;
    setButtonIcon(*m_title, several ? Icon::chevron : Icon::none);
    m_title->setEnabled(several);
    m_title->setToolTip(several ? tr("What else lies here, from the surface down (Up and Down)") : QString{});
    m_title->updateGeometry();
    setAccessibleName(m_title->text());
    m_remove->setVisible(m_isKnown);
    m_scale->setLevel(m_draft.soreness);
    m_kinds->choose(static_cast<int>(m_draft.kind));
    m_save->setEnabled(m_draft.soreness.has_value());
    m_more->setEnabled(m_isKnown || m_draft.soreness.has_value());
    arrange();
    show();
    raise();
    setFocus();
}

void RatingPopover::arrange()
{
    m_pressedHint->setVisible(m_draft.kind == PointKind::latent);
    adjustSize();
    placeBeside(m_spot);
}

void RatingPopover::openDepthMenu()
{
    QMenu menu{this};
    menu.setObjectName(QStringLiteral("depthMenu"));
    for (std::size_t place = 0; place < m_depth.names.size(); ++place) {
        QAction *action = menu.addAction(m_depth.names[place]);
        action->setCheckable(true);
        action->setChecked(place == m_depth.chosen);
        connect(action, &QAction::triggered, this, [this, place] { chooseDepth(place); });
    }
    menu.exec(m_title->mapToGlobal(QPoint{0, m_title->height()}));
}

void RatingPopover::chooseDepth(std::size_t place)
{
    if (place != m_depth.chosen && place < m_depth.names.size()) {
        m_depth.chosen = place;
        m_title->setText(m_depth.names[place]);
        setAccessibleName(m_title->text());
        m_title->updateGeometry();
        Q_EMIT depthChosen(place);
    }
}

void RatingPopover::placeBeside(QPointF spot)
{
    const QSize room = parentWidget()->size();
    const bool tailAtLeft = spot.x() + gapToSpot + cardWidth + margin <= room.width();
    double x = tailAtLeft ? spot.x() + gapToSpot - margin : spot.x() - gapToSpot - cardWidth - margin;
    x = std::clamp(x, double{edge}, std::max(double{edge}, room.width() - width() - double{edge}));
    // Where neither side has room, the card goes below or above, so that it never lies over the spot.
    double y = spot.y() - height() / 2.0;
    const bool coversSpot = spot.x() > x + margin && spot.x() < x + margin + cardWidth;
    if (coversSpot) {
        const bool below = spot.y() + gapToSpot + height() <= room.height();
        y = below ? spot.y() + gapToSpot - margin : spot.y() - gapToSpot - height() + margin;
    }
    y = std::clamp(y, double{edge}, std::max(double{edge}, room.height() - height() - double{edge}));
    move(qRound(x), qRound(y));
    const double along = coversSpot ? std::clamp(spot.x() - x, double{margin + 16}, width() - margin - 16.0)
                                    : std::clamp(spot.y() - y, double{margin + 16}, height() - margin - 16.0);
    if (coversSpot) {
        m_tail = {y > spot.y() - margin ? Tail::Edge::top : Tail::Edge::bottom, along};
    } else {
        m_tail = {tailAtLeft ? Tail::Edge::left : Tail::Edge::right, along};
    }
}

void RatingPopover::finish()
{
    if (isVisible()) {
        close(m_draft.soreness.has_value());
    }
}

void RatingPopover::close(bool save)
{
    hide();
    if (save) {
        Q_EMIT saved(m_draft);
    } else {
        Q_EMIT dropped();
    }
}

void RatingPopover::setTheme(Theme theme)
{
    m_theme = theme;
    update();
}

void RatingPopover::setSoreness(PainLevel level)
{
    m_draft.soreness = level;
    m_scale->setLevel(level);
    m_save->setEnabled(true);
    m_more->setEnabled(true);
}

bool RatingPopover::event(QEvent *event)
{
    // While it asks, letters and digits are answers and not the map's keys; and so is Ctrl+0.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = (key->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) == 0;
        if (plain || LevelScale::levelOf(*key)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void RatingPopover::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (const auto level = LevelScale::levelOf(*event)) {
        setSoreness(*level);
    } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        finish();
    } else if (key == Qt::Key_Escape) {
        close(false);
    } else if (key == Qt::Key_Down) {
        chooseDepth(m_depth.chosen + 1);
    } else if (key == Qt::Key_Up && m_depth.chosen > 0) {
        chooseDepth(m_depth.chosen - 1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void RatingPopover::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter{this};
    const QRectF card = QRectF{rect()}.adjusted(margin, margin, -margin, -margin);
    const bool upright = m_tail.edge == Tail::Edge::top || m_tail.edge == Tail::Edge::bottom;
    const bool first = m_tail.edge == Tail::Edge::top || m_tail.edge == Tail::Edge::left;
    const double edge = upright ? (first ? card.top() : card.bottom()) : (first ? card.left() : card.right());
    const double inward = first ? 1 : -1;
    const auto corner = [&](double out, double along) {
        const double across = edge - inward * out;
        return upright ? QPointF{m_tail.along + along, across} : QPointF{across, m_tail.along + along};
    };
    QPainterPath tail{corner(-1, -tailLength)};
    tail.lineTo(corner(tailLength, 0));
    tail.lineTo(corner(-1, tailLength));
    tail.closeSubpath();
    paintCard(painter, card, m_theme, tail);
}

} // namespace palpate::desktop
