// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/bodymap/ratingpopover.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

constexpr int cardWidth = 384;
/// Room around the card for its shadow and tail.
constexpr int margin = 16;
constexpr int tailLength = 10;
constexpr int gapToSpot = 16;
constexpr double cardRadius = 10;
constexpr int scaleButton = 28;

QLabel *caption(const QString &words, QWidget *parent)
{
    auto *label = new QLabel{words, parent};
    QFont font = label->font();
    font.setPixelSize(type::caption);
    label->setFont(font);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

RatingPopover::RatingPopover(Theme theme, QWidget *parent)
    : QWidget{parent},
      m_theme{theme},
      m_title{new QLabel{this}},
      m_scale{new QButtonGroup{this}},
      m_kinds{new QButtonGroup{this}},
      m_remove{new QPushButton{tr("Remove point"), this}},
      m_save{new QPushButton{tr("Save"), this}}
{
    setObjectName(QStringLiteral("ratingPopover"));
    setFocusPolicy(Qt::StrongFocus);
    setFixedWidth(cardWidth + 2 * margin);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setWordWrap(true);
    m_remove->setProperty(buttonRoleProperty, static_cast<int>(ButtonRole::quiet));
    m_remove->setObjectName(QStringLiteral("removePoint"));
    m_save->setProperty(buttonRoleProperty, static_cast<int>(ButtonRole::primary));
    m_save->setObjectName(QStringLiteral("savePoint"));

    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(margin + space::l, margin + space::m, margin + space::l, margin + space::m);
    layout->setSpacing(space::s);
    layout->addWidget(m_title);
    layout->addWidget(caption(tr("How sore is it now, without pressing?"), this));
    layout->addWidget(makeScale());
    layout->addWidget(makeKinds());
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_remove);
    buttons->addStretch();
    buttons->addWidget(m_save);
    layout->addLayout(buttons);

    connect(m_save, &QPushButton::clicked, this, [this] { close(true); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT removeRequested();
    });
    hide();
}

QWidget *RatingPopover::makeScale()
{
    auto *box = new QWidget{this};
    auto *layout = new QVBoxLayout{box};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::xs);
    for (int level = PainLevel::lowest; level <= PainLevel::highest; ++level) {
        auto *button = new QPushButton{QString::number(level), box};
        button->setCheckable(true);
        button->setFixedSize(scaleButton, scaleButton + space::xs);
        button->setProperty(buttonRoleProperty, static_cast<int>(ButtonRole::rating));
        button->setObjectName(QStringLiteral("soreness%1").arg(level));
        button->setAccessibleName(tr("Soreness %1 of 10").arg(level));
        button->setFocusPolicy(Qt::TabFocus);
        m_scale->addButton(button, level);
        row->addWidget(button);
    }
    m_scale->button(PainLevel::highest)->setToolTip(tr("Press x for 10"));
    layout->addLayout(row);
    auto *anchors = new QHBoxLayout;
    anchors->addWidget(caption(tr("no pain"), box));
    anchors->addStretch();
    anchors->addWidget(caption(tr("worst you can imagine"), box));
    layout->addLayout(anchors);
    connect(m_scale, &QButtonGroup::idClicked, this, &RatingPopover::setSoreness);
    return box;
}

QWidget *RatingPopover::makeKinds()
{
    auto *box = new QWidget{this};
    auto *row = new QHBoxLayout{box};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    for (const PointKind kind : {PointKind::active, PointKind::latent, PointKind::unsure}) {
        auto *chip = new QPushButton{phrases::kind(kind), box};
        chip->setCheckable(true);
        chip->setProperty(buttonRoleProperty, static_cast<int>(ButtonRole::chip));
        chip->setObjectName(QStringLiteral("kind%1").arg(static_cast<int>(kind)));
        chip->setFocusPolicy(Qt::TabFocus);
        m_kinds->addButton(chip, static_cast<int>(kind));
        row->addWidget(chip);
    }
    row->addStretch();
    connect(m_kinds, &QButtonGroup::idClicked, this, [this](int id) { m_draft.kind = static_cast<PointKind>(id); });
    return box;
}

void RatingPopover::ask(const QString &title, QPointF spot, std::optional<PointDraft> existing)
{
    m_isKnown = existing.has_value();
    m_draft = existing.value_or(PointDraft{});
    m_title->setText(title);
    setAccessibleName(title);
    m_remove->setVisible(m_isKnown);
    m_scale->setExclusive(false);
    for (QAbstractButton *button : m_scale->buttons()) {
        button->setChecked(m_draft.soreness && m_draft.soreness->value() == m_scale->id(button));
    }
    m_scale->setExclusive(true);
    m_kinds->button(static_cast<int>(m_draft.kind))->setChecked(true);
    m_save->setEnabled(m_draft.soreness.has_value());
    adjustSize();
    placeBeside(spot);
    show();
    raise();
    setFocus();
}

void RatingPopover::placeBeside(QPointF spot)
{
    const QSize room = parentWidget()->size();
    m_tailAtLeft = spot.x() + gapToSpot + cardWidth + margin <= room.width();
    double x = m_tailAtLeft ? spot.x() + gapToSpot - margin : spot.x() - gapToSpot - cardWidth - margin;
    x = std::clamp(x, -double{margin}, std::max(-double{margin}, room.width() - width() + double{margin}));
    // Where neither side has room, the card goes below or above, so that it never lies over the spot.
    double y = spot.y() - height() / 2.0;
    const bool coversSpot = spot.x() > x + margin && spot.x() < x + margin + cardWidth;
    if (coversSpot) {
        const bool below = spot.y() + gapToSpot + height() <= room.height();
        y = below ? spot.y() + gapToSpot - margin : spot.y() - gapToSpot - height() + margin;
    }
    y = std::clamp(y, -double{margin}, std::max(-double{margin}, room.height() - height() + double{margin}));
    move(qRound(x), qRound(y));
    m_tailY = coversSpot ? -1 : std::clamp(spot.y() - y, double{margin + 16}, height() - margin - 16.0);
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

void RatingPopover::setSoreness(int level)
{
    m_draft.soreness = PainLevel::from(level);
    m_scale->button(level)->setChecked(true);
    m_save->setEnabled(true);
}

void RatingPopover::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const QString typed = event->text();
    const bool ten = typed.compare(QLatin1String("x"), Qt::CaseInsensitive) == 0 ||
                     (key == Qt::Key_0 && event->modifiers().testFlag(Qt::ControlModifier));
    if (ten) {
        setSoreness(PainLevel::highest);
    } else if (typed.size() == 1 && typed.front().isDigit()) {
        setSoreness(typed.front().digitValue()); // by the character, so that every layout and the number pad work
    } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        finish();
    } else if (key == Qt::Key_Escape) {
        close(false);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void RatingPopover::paintEvent(QPaintEvent * /*event*/)
{
    const InterfaceTokens &t = tokensFor(m_theme).interface;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF{rect()}.adjusted(margin, margin, -margin, -margin);
    // One soft shadow: 4 down, 16 wide, black at 18 % where it is darkest.
    for (int ring = margin; ring > 0; --ring) {
        QColor shadow{Qt::black};
        shadow.setAlphaF(0.18F / static_cast<float>(margin) * 0.9F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(shadow);
        painter.drawRoundedRect(card.translated(0, 4).adjusted(-ring, -ring, ring, ring), cardRadius + ring,
                                cardRadius + ring);
    }
    QPainterPath outline;
    outline.addRoundedRect(card, cardRadius, cardRadius);
    if (m_tailY >= 0) {
        const double base = m_tailAtLeft ? card.left() + 1 : card.right() - 1;
        const double tip = m_tailAtLeft ? card.left() - tailLength : card.right() + tailLength;
        QPainterPath tail;
        tail.moveTo(base, m_tailY - tailLength);
        tail.lineTo(tip, m_tailY);
        tail.lineTo(base, m_tailY + tailLength);
        tail.closeSubpath();
        outline = outline.united(tail);
    }
    painter.setPen(QPen{t.hairline, 1});
    painter.setBrush(t.surface);
    painter.drawPath(outline);
}

} // namespace palpate::desktop
