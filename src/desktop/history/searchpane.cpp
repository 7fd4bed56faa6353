// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/history/searchpane.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QTextLayout>
#include <QVBoxLayout>

#include "desktop/controls/chips.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/rowlist.h"
#include "desktop/history/storyphrases.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/page/rowpaint.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

constexpr int rowHeight = 52;
constexpr int typingRest = 80;
constexpr std::size_t mostHits = 200;
/// Letters that stand before the first thing found.
constexpr qsizetype before = 18;

QString lineOf(const WordHit &hit)
{
    return phrases::text(hit.written.text).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

QString headOf(const WordHit &hit)
{
    const QString kind = storyphrases::table(hit.written.record.table);
    return hit.written.at ? WordHitModel::tr("%1 · %2").arg(storyphrases::shortDay(dayOf(*hit.written.at)), kind)
                          : kind;
}

/// The words around what was found, and the formats that make it stand out.
struct Snippet {
    QString words;
    QList<QTextLayout::FormatRange> strong;
};

Snippet snippetOf(const WordHit &hit, const QColor &color)
{
    const std::string &text = hit.written.text;
    const auto letters = [&text](std::size_t bytes) {
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(bytes)).size();
    };
    Snippet snippet{lineOf(hit), {}};
    const qsizetype first = letters(hit.parts.front().first);
    const qsizetype cut = first > before ? first - before : 0;
    const QString lead = cut > 0 ? QStringLiteral("…") : QString{};
    for (const TextPart &part : hit.parts) {
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(letters(part.first) - cut + lead.size());
        range.length = static_cast<int>(letters(part.second) - letters(part.first));
        range.format.setFontWeight(QFont::DemiBold);
        range.format.setFontUnderline(true);
        range.format.setForeground(color);
        snippet.strong << range;
    }
    snippet.words = lead + snippet.words.mid(cut);
    return snippet;
}

} // namespace

void WordHitModel::setHits(std::vector<WordHit> hits)
{
    beginResetModel();
    m_hits = std::move(hits);
    endResetModel();
}

int WordHitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant WordHitModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        return lineOf(at(index));
    }
    return role == Qt::AccessibleTextRole ? tr("%1: %2").arg(headOf(at(index)), lineOf(at(index))) : QVariant{};
}

QSize WordHitDelegate::sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const
{
    return {100, rowHeight};
}

void WordHitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const WordHit &hit = static_cast<const WordHitModel *>(index.model())->at(index);
    const InterfaceTokens &t = tokensFor(m_theme).interface;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowWash(*painter, option, t);
    const QRectF text = QRectF{option.rect}.adjusted(space::m, 7, -space::m, -7);
    const Qt::Alignment start =
        Qt::AlignAbsolute | (option.direction == Qt::LeftToRight ? Qt::AlignLeft : Qt::AlignRight);
    QFont small = option.font;
    small.setPixelSize(type::caption);
    painter->setFont(small);
    painter->setPen(t.text2);
    painter->drawText(text, int(start | Qt::AlignTop),
                      QFontMetricsF{small}.elidedText(headOf(hit), Qt::ElideRight, text.width()));
    const Snippet snippet = snippetOf(hit, t.text);
    QTextLayout layout{snippet.words, option.font};
    layout.setFormats(snippet.strong);
    QTextOption one{option.direction == Qt::LeftToRight ? Qt::AlignLeft : Qt::AlignRight};
    one.setWrapMode(QTextOption::NoWrap);
    one.setTextDirection(option.direction);
    layout.setTextOption(one);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(text.width());
    layout.endLayout();
    painter->setPen(t.text);
    painter->setClipRect(text);
    layout.draw(painter, {text.left(), text.bottom() - line.height()});
    painter->restore();
}

SearchPane::SearchPane(const anatomy::Atlas &atlas, JournalSession &session, Theme theme, QWidget *parent)
    : QWidget{parent},
      m_atlas{atlas},
      m_session{session},
      m_field{new QLineEdit},
      m_places{new Chips{Chips::Choice::any, QStringLiteral("findPlace")}},
      m_nothing{makeLabel(tr("No entry has these words"), TextStyle::body)},
      m_found{new WordHitModel{this}},
      m_rows{new WordHitDelegate{theme, this}},
      m_list{new QListView}
{
    setObjectName(QStringLiteral("historySearch"));
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    m_field->setObjectName(QStringLiteral("findWords"));
    m_field->setPlaceholderText(tr("Find in everything you wrote"));
    m_field->setAccessibleName(tr("Find in everything you wrote"));
    setFieldIcon(*m_field, Icon::search);
    m_field->setClearButtonEnabled(false);
    m_field->installEventFilter(this);
    layout->addWidget(m_field);
    for (const auto &[place, key] : Keys<WordPlace>::all) {
        m_places->add(static_cast<int>(place), storyphrases::place(place));
    }
    m_places->setAccessibleName(tr("Only in"));
    layout->addWidget(m_places);
    m_nothing->setObjectName(QStringLiteral("findNothing"));
    layout->addWidget(m_nothing);
    m_list->setObjectName(QStringLiteral("findResults"));
    m_list->setAccessibleName(tr("What was found, newest first"));
    layFlat(*m_list);
    m_list->setModel(m_found);
    m_list->setItemDelegate(m_rows);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    layout->addWidget(m_list, 1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(typingRest);
    connect(&m_delay, &QTimer::timeout, this, &SearchPane::search);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        if (isSearching()) {
            m_delay.start();
        } else {
            search();
        }
    });
    connect(m_places, &Chips::toggled, this, &SearchPane::search);
    connect(m_list, &QListView::clicked, this, &SearchPane::open);
    search();
}

void SearchPane::setTheme(Theme theme)
{
    m_rows->setTheme(theme);
    update();
}

void SearchPane::begin()
{
    m_field->setFocus();
    m_field->selectAll();
}

bool SearchPane::isSearching() const { return !m_field->text().trimmed().isEmpty(); }

void SearchPane::refresh()
{
    if (isSearching()) {
        search();
    }
}

void SearchPane::search()
{
    m_delay.stop();
    Flags<WordPlace> places;
    for (const auto &[place, key] : Keys<WordPlace>::all) {
        places.set(place, m_places->chip(static_cast<int>(place))->isChecked());
    }
    std::vector<WordHit> hits;
    if (isSearching()) {
        hits = findWritten(
            m_session.read(), m_field->text().toStdString(), places,
            [this](const MuscleId &muscle, Side side) { return nameOf(m_atlas, muscle, side).toStdString(); },
            mostHits);
    }
    m_found->setHits(std::move(hits));
    const bool on = isSearching();
    m_places->setVisible(on);
    m_nothing->setVisible(on && m_found->rowCount() == 0);
    m_list->setVisible(on && m_found->rowCount() > 0);
    Q_EMIT searching(on);
}

void SearchPane::open(const QModelIndex &index)
{
    if (index.isValid()) {
        const Written written = m_found->at(index).written;
        Q_EMIT chosen(written);
    }
}

bool SearchPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape && isSearching()) {
        m_field->clear();
        m_field->setFocus();
        return true;
    }
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_field && (enter || key == Qt::Key_Down)) {
        if (m_delay.isActive()) {
            search();
        }
        const QModelIndex first = m_found->index(0);
        m_list->setCurrentIndex(first);
        if (enter) {
            open(first);
        } else if (first.isValid()) {
            m_list->setFocus();
        }
        return true;
    }
    if (watched == m_list && enter) {
        open(m_list->currentIndex());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace palpate::desktop
