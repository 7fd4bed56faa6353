// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/controls/fold.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QStyleOptionButton>
#include <QVBoxLayout>

#include "desktop/theme/icons.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

constexpr int headerHeight = 40;
constexpr int chevronSide = 20;

/// As wide as the fold: its words at the start, the chevron at the end.
class FoldHeader : public QPushButton {
public:
    explicit FoldHeader(const QString &title) : QPushButton{title}
    {
        setButtonRole(*this, ButtonRole::heading);
        setObjectName(QStringLiteral("foldHeader"));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    void setOpen(bool open)
    {
        m_open = open;
        update();
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const int words = QFontMetrics{strongFont()}.horizontalAdvance(text());
        return {words + 3 * space::s + chevronSide, headerHeight};
    }

    [[nodiscard]] QSize minimumSizeHint() const override { return {0, headerHeight}; }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QStyleOptionButton option;
        initStyleOption(&option);
        QPainter painter{this};
        style()->drawPrimitive(QStyle::PE_PanelButtonCommand, &option, &painter, this);
        const QRect inner = rect().adjusted(space::s, 0, -space::s, 0);
        const QRect words = inner.adjusted(0, 0, -chevronSide - space::s, 0);
        painter.setFont(strongFont());
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QStyle::visualRect(layoutDirection(), inner, words),
                         int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
                         QFontMetrics{strongFont()}.elidedText(text(), Qt::ElideRight, words.width()));
        const QRect place{inner.right() + 1 - chevronSide, (height() - chevronSide) / 2, chevronSide, chevronSide};
        const QRect chevron = QStyle::visualRect(layoutDirection(), inner, place);
        const QColor quiet = palette().color(QPalette::PlaceholderText);
        painter.translate(QRectF{chevron}.center());
        painter.rotate(m_open ? 180 : 0);
        painter.drawPixmap(QPointF{-chevronSide / 2.0, -chevronSide / 2.0},
                           iconPixmap(Icon::chevron, quiet, chevronSide, devicePixelRatioF()));
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
            click();
        } else {
            QPushButton::keyPressEvent(event);
        }
    }

private:
    [[nodiscard]] QFont strongFont() const
    {
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        return strong;
    }

    bool m_open = false;
};

} // namespace

Fold::Fold(const QString &title, QWidget *content, QWidget *parent)
    : QWidget{parent}, m_header{new FoldHeader{title}}, m_content{content}
{
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 1, 0, 0); // the line above
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_content);
    setOpen(false);
    connect(m_header, &QAbstractButton::clicked, this, [this] {
        setOpen(!m_open);
        Q_EMIT toggled(m_open);
    });
}

void Fold::setOpen(bool open)
{
    m_open = open;
    m_content->setVisible(open);
    static_cast<FoldHeader *>(m_header)->setOpen(open);
    m_header->setAccessibleName(open ? tr("%1, open").arg(m_header->text()) : tr("%1, closed").arg(m_header->text()));
}

void Fold::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter{this};
    painter.fillRect(QRect{space::s, 0, width() - 2 * space::s, 1}, palette().color(QPalette::Mid));
}

} // namespace palpate::desktop
