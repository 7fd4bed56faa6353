// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/shell/searchbox.h"

#include <algorithm>

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include "desktop/page/rowdelegate.h"
#include "desktop/theme/card.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

constexpr int fieldHeight = 36;
constexpr int mostRows = 8;
constexpr int widthInUse = 440;

} // namespace

SearchBox::SearchBox(SearchModel &model, Theme theme, QWidget *parent)
    : QWidget{parent},
      m_model{model},
      m_theme{theme},
      m_rows{new RowDelegate{theme, this}},
      m_field{new QLineEdit{this}},
      m_list{new QListView{this}},
      m_nothing{new QLabel{tr("Nothing of that name"), this}}
{
    setObjectName(QStringLiteral("searchBox"));
    m_field->setObjectName(QStringLiteral("search"));
    m_field->setPlaceholderText(tr("Search  ( / )"));
    m_field->setAccessibleName(tr("Search muscles, zones, points, commands and what you wrote"));
    setFieldIcon(*m_field, Icon::search);
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("hitList"));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(m_rows);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->viewport()->installEventFilter(this);
    m_nothing->setObjectName(QStringLiteral("nothingFound"));
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setMargin(space::m);
    connect(m_field, &QLineEdit::textChanged, this, &SearchBox::search);
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        const QModelIndex current = m_list->currentIndex();
        open(current.isValid() ? current : m_model.index(0, 0));
    });
    connect(m_list, &QListView::clicked, this, &SearchBox::open);
    connect(m_list, &QListView::entered, this, [this](const QModelIndex &index) { Q_EMIT peeked(m_model.at(index)); });
    search({});
}

void SearchBox::setTheme(Theme theme)
{
    m_theme = theme;
    m_rows->setTheme(theme);
    update();
}

void SearchBox::place(QPoint topLeft, int width, int bottom)
{
    m_corner = topLeft;
    m_width = width;
    m_bottom = bottom;
    arrange();
}

void SearchBox::begin()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    search(m_field->text());
}

void SearchBox::search(const QString &query)
{
    m_model.setQuery(query);
    arrange();
}

void SearchBox::arrange()
{
    const bool searching =
        !m_field->text().trimmed().isEmpty() && (m_field->hasFocus() || m_list->hasFocus() || m_list->isVisible());
    const int rows = m_model.rowCount();
    const bool inUse = searching || m_field->hasFocus();
    const int width = inUse ? std::max(m_width, widthInUse) : m_width;
    setFixedWidth(width + 2 * cardShadow);
    // It grows away from its start.
    move(m_corner - QPoint{cardShadow + (isRightToLeft() ? width - m_width : 0), cardShadow});
    m_field->setGeometry(cardShadow, cardShadow, width, fieldHeight);
    const int room = std::max(0, m_bottom - (y() + cardShadow + fieldHeight + 2 * space::s));
    const int listHeight = std::min(std::min(rows, mostRows) * m_rows->sizeHint({}, {}).height(), room);
    const int top = cardShadow + fieldHeight + space::s;
    m_list->setGeometry(cardShadow + space::xs, top + space::xs, width - 2 * space::xs, listHeight);
    m_nothing->setGeometry(cardShadow + space::xs, top + space::xs, width - 2 * space::xs, fieldHeight);
    m_list->setVisible(searching && rows > 0);
    m_nothing->setVisible(searching && rows == 0);
    const int card = !searching ? 0 : space::s + 2 * space::xs + (rows > 0 ? listHeight : fieldHeight);
    setFixedHeight(fieldHeight + card + 2 * cardShadow);
    update();
}

void SearchBox::open(const QModelIndex &index)
{
    if (!index.isValid()) {
        return;
    }
    const SearchHit hit = m_model.at(index);
    m_list->hide();
    arrange();
    m_field->clear();
    Q_EMIT left();
    Q_EMIT chosen(hit);
}

void SearchBox::step(int by)
{
    const int rows = m_model.rowCount();
    if (rows > 0) {
        const int from = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : by > 0 ? -1 : rows;
        m_list->setCurrentIndex(m_model.index(std::clamp(from + by, 0, rows - 1), 0));
    }
}

bool SearchBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            step(1);
            return true;
        case Qt::Key_Up:
            step(-1);
            return true;
        case Qt::Key_Escape:
            m_list->hide();
            m_field->clear();
            Q_EMIT peeked(std::nullopt);
            Q_EMIT left();
            return true;
        default:
            break;
        }
    }
    if (watched == m_field && event->type() == QEvent::FocusIn) {
        QMetaObject::invokeMethod(this, &SearchBox::arrange, Qt::QueuedConnection);
    }
    if (watched == m_field && event->type() == QEvent::FocusOut && !m_list->hasFocus()) {
        m_list->hide();
        m_nothing->hide();
        QMetaObject::invokeMethod(this, &SearchBox::arrange, Qt::QueuedConnection);
    }
    if (watched == m_list->viewport() && event->type() == QEvent::Leave) {
        Q_EMIT peeked(std::nullopt);
    }
    return QWidget::eventFilter(watched, event);
}

void SearchBox::paintEvent(QPaintEvent * /*event*/)
{
    if (m_list->isVisible() || m_nothing->isVisible()) {
        QPainter painter{this};
        const int top = cardShadow + fieldHeight + space::s;
        paintCard(painter,
                  QRectF{double(cardShadow), double(top), double(width() - 2 * cardShadow),
                         double(height() - top - cardShadow)},
                  m_theme);
    }
}

} // namespace palpate::desktop
