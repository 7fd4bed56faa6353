// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/controls/chips.h"

#include <algorithm>

#include <QPushButton>

#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

// Between the chips' own rooms for the focus ring.
constexpr int chipGap = 2;
constexpr int rowGap = 1;

} // namespace

Chips::Chips(Choice choice, const QString &prefix, QWidget *parent)
    : QWidget{parent}, m_choice{choice}, m_prefix{prefix}
{
    QSizePolicy policy{QSizePolicy::Preferred, QSizePolicy::Minimum};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Chips::add(int id, const QString &words)
{
    auto *button = new QPushButton{words, this};
    button->setCheckable(true);
    setButtonRole(*button, ButtonRole::chip);
    button->setObjectName(m_prefix + QString::number(id));
    button->setFocusPolicy(Qt::TabFocus);
    m_entries.push_back({id, button});
    connect(button, &QPushButton::clicked, this, [this, id](bool on) {
        if (m_choice == Choice::one) {
            choose(id);
            on = true;
        }
        Q_EMIT toggled(id, on);
    });
    button->setVisible(true);
    updateGeometry();
    arrange(width(), true);
}

void Chips::clear()
{
    for (const Entry &entry : m_entries) {
        entry.button->hide();
        entry.button->deleteLater();
    }
    m_entries.clear();
    updateGeometry();
}

void Chips::setChecked(int id, bool on)
{
    if (QPushButton *button = chip(id)) {
        button->setChecked(on);
    }
}

void Chips::choose(int id)
{
    for (const Entry &entry : m_entries) {
        entry.button->setChecked(entry.id == id);
    }
}

QPushButton *Chips::chip(int id) const
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [id](const Entry &entry) { return entry.id == id; });
    return found == m_entries.end() ? nullptr : found->button;
}

int Chips::arrange(int width, bool apply) const
{
    int x = 0;
    int y = 0;
    int rowHeight = 0;
    for (const Entry &entry : m_entries) {
        const QSize size = entry.button->sizeHint();
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += rowHeight + rowGap;
        }
        if (apply) {
            const QRect box{x, y, std::min(size.width(), width), size.height()};
            entry.button->setGeometry(isRightToLeft() ? QRect{QPoint{width - box.right() - 1, y}, box.size()} : box);
        }
        x += size.width() + chipGap;
        rowHeight = size.height();
    }
    return y + rowHeight;
}

QSize Chips::sizeHint() const
{
    int width = 0;
    for (const Entry &entry : m_entries) {
        width += entry.button->sizeHint().width() + chipGap;
    }
    return {std::min(width, 320), arrange(std::min(width, 320), false)};
}

QSize Chips::minimumSizeHint() const
{
    int width = 0;
    for (const Entry &entry : m_entries) {
        width = std::max(width, entry.button->sizeHint().width());
    }
    return {width, 0};
}

int Chips::heightForWidth(int width) const { return arrange(width, false); }

void Chips::resizeEvent(QResizeEvent * /*event*/)
{
    if (arrange(width(), true) > height()) {
        updateGeometry(); // the layout reckoned with another width
    }
}

} // namespace palpate::desktop
