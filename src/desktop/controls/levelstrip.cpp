// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/controls/levelstrip.h"

#include <algorithm>

#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "desktop/controls/levelscale.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

constexpr int count = PainLevel::highest + 1;
constexpr int usualCell = 36;
constexpr int leastCell = 28;
constexpr double cellRadius = 6;

/// A value that can be set, as that of a slider; none while there is no answer.
class StripInterface : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit StripInterface(LevelStrip &strip) : QAccessibleWidget{&strip, QAccessible::Slider} {}

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface *>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    [[nodiscard]] QString text(QAccessible::Text what) const override
    {
        const auto level = strip().level();
        return what != QAccessible::Value ? QAccessibleWidget::text(what)
               : level                    ? LevelStrip::tr("%1 of 10").arg(level->value())
                                          : LevelStrip::tr("no number yet");
    }
    [[nodiscard]] QVariant currentValue() const override
    {
        return strip().level() ? QVariant{strip().level()->value()} : QVariant{};
    }
    void setCurrentValue(const QVariant &value) override
    {
        if (const auto level = PainLevel::from(value.toInt())) {
            strip().choose(*level);
        }
    }
    [[nodiscard]] QVariant maximumValue() const override { return PainLevel::highest; }
    [[nodiscard]] QVariant minimumValue() const override { return PainLevel::lowest; }
    [[nodiscard]] QVariant minimumStepSize() const override { return 1; }

private:
    [[nodiscard]] LevelStrip &strip() const { return static_cast<LevelStrip &>(*widget()); }
};

QAccessibleInterface *interfaceFor(const QString & /*className*/, QObject *object)
{
    auto *strip = qobject_cast<LevelStrip *>(object);
    return strip == nullptr ? nullptr : new StripInterface{*strip};
}

} // namespace

LevelStrip::LevelStrip(const QString &question, Hue hue, Theme theme, QWidget *parent)
    : QWidget{parent}, m_hue{hue}, m_theme{theme}
{
    setAccessibleName(question);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void LevelStrip::setQuestion(const QString &question) { setAccessibleName(question); }

void LevelStrip::setLevel(std::optional<PainLevel> level, bool hollow)
{
    if (m_level != level || m_hollow != hollow) {
        m_level = level;
        m_hollow = hollow;
        tellValue();
        update();
    }
}

void LevelStrip::setGhost(std::optional<PainLevel> ghost)
{
    m_ghost = ghost;
    update();
}

void LevelStrip::setTheme(Theme theme)
{
    m_theme = theme;
    update();
}

void LevelStrip::choose(PainLevel level) { Q_EMIT chosen(level); }

QSize LevelStrip::sizeHint() const { return {count * usualCell, usualCell + space::xs}; }

QSize LevelStrip::minimumSizeHint() const { return {count * leastCell, usualCell + space::xs}; }

QRectF LevelStrip::cell(int level) const
{
    const double side = std::min(double{usualCell}, double(width()) / count);
    const int place = isRightToLeft() ? PainLevel::highest - level : level;
    const double left = isRightToLeft() ? width() - side * count : 0;
    return {left + place * side, (height() - usualCell) / 2.0, side, usualCell};
}

std::optional<PainLevel> LevelStrip::levelAt(QPointF place) const
{
    for (int level = PainLevel::lowest; level <= PainLevel::highest; ++level) {
        if (cell(level).contains(place)) {
            return PainLevel::from(level);
        }
    }
    return std::nullopt;
}

bool LevelStrip::event(QEvent *event)
{
    // Ctrl+0 is ten here, and the map's key elsewhere.
    if (event->type() == QEvent::ShortcutOverride && LevelScale::levelOf(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void LevelStrip::keyPressEvent(QKeyEvent *event)
{
    if (const auto level = LevelScale::levelOf(*event)) {
        choose(*level);
        Q_EMIT left(1);
    } else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
        Q_EMIT left(event->key() == Qt::Key_Down ? 1 : -1);
    } else if ((event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) && m_level) {
        Q_EMIT cleared();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void LevelStrip::mousePressEvent(QMouseEvent *event)
{
    const auto level = event->button() == Qt::LeftButton ? levelAt(event->position()) : std::nullopt;
    if (level) {
        choose(*level);
    }
}

void LevelStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (const auto level = levelAt(event->position()); level != m_hovered) {
        m_hovered = level;
        update();
    }
}

void LevelStrip::leaveEvent(QEvent *event)
{
    m_hovered.reset();
    update();
    QWidget::leaveEvent(event);
}

void LevelStrip::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    Q_EMIT focused(true);
}

void LevelStrip::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    Q_EMIT focused(false);
}

void LevelStrip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    for (int level = PainLevel::lowest; level <= PainLevel::highest; ++level) {
        paintCell(painter, *PainLevel::from(level));
    }
    if (hasFocus()) {
        painter.setPen(QPen{tokensFor(m_theme).interface.focus, 2});
        painter.setBrush(Qt::NoBrush);
        const QRectF all = cell(PainLevel::lowest).united(cell(PainLevel::highest)).adjusted(1, -1, -1, 1);
        painter.drawRoundedRect(all, cellRadius + 2, cellRadius + 2);
    }
}

void LevelStrip::paintCell(QPainter &painter, PainLevel level) const
{
    const Tokens &tokens = tokensFor(m_theme);
    const InterfaceTokens &t = tokens.interface;
    const bool felt = m_hue == Hue::felt;
    const bool filled = m_level == level && !m_hollow && !(felt && level.value() == 0);
    const bool chosen = m_level == level;
    const QColor line = felt ? tokens.map.plumOutline : t.accent;
    const std::size_t step = Tokens::plumStep(level);
    // Twice the line of the others: in high contrast those are bold and as white as this one.
    const double chosenWidth = 2 * t.lineWidth;
    const double inset = chosen ? 1.5 + chosenWidth / 2 : 2.5;
    const QRectF box = cell(level.value()).adjusted(inset, inset, -inset, -inset);
    QPen pen{chosen ? line : t.controlOutline, chosen ? chosenWidth : t.lineWidth};
    if (!chosen && !m_level && m_ghost == level) {
        pen = QPen{line, 2, Qt::DotLine};
    }
    painter.setPen(pen);
    painter.setBrush(filled ? felt ? tokens.map.plum.at(step) : t.accent : m_hovered == level ? t.sunken : t.surface);
    painter.drawRoundedRect(box, cellRadius - 1, cellRadius - 1);
    QFont digits = font();
    digits.setWeight(chosen ? QFont::DemiBold : QFont::Normal);
    painter.setFont(digits);
    painter.setPen(filled ? felt ? tokens.map.plumDigit.at(step) : t.onAccent : t.text);
    painter.drawText(box, Qt::AlignCenter, QString::number(level.value()));
}

void LevelStrip::tellValue()
{
    QAccessibleValueChangeEvent event{this, m_level ? QVariant{m_level->value()} : QVariant{}};
    QAccessible::updateAccessibility(&event);
}

void installLevelStripAccess() { QAccessible::installFactory(interfaceFor); }

} // namespace palpate::desktop
