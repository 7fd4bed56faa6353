// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/history/entryeditor.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTime>
#include <QVBoxLayout>

#include "desktop/controls/labels.h"
#include "desktop/controls/levelscale.h"
#include "desktop/history/storyphrases.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"
#include "desktop/theme/tokens.h"
#include "insight/entryedit.h"

namespace palpate::desktop {

namespace {

constexpr int wordsHeight = 76;
constexpr int timeWidth = 96;

} // namespace

EntryEditor::EntryEditor(const QString &title, std::vector<AnyRecord> records, Purpose purpose, const Instant &now,
                         QWidget *parent)
    : QWidget{parent}, m_records{std::move(records)}, m_now{now}
{
    setObjectName(QStringLiteral("entryEditor"));
    setAccessibleName(title);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Window); // around the card
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(space::l, space::m, space::l, space::m);
    layout->setSpacing(space::xs);
    QLabel *heading = makeLabel(title, TextStyle::strong);
    layout->addWidget(heading);
    const AnyRecord &record = m_records.front();
    const bool alone = m_records.size() == 1;
    if (const auto level = levelOf(record); level && alone) {
        m_level = new LevelScale{title, QStringLiteral("editLevel")};
        m_level->setLevel(level);
        layout->addWidget(m_level, 0, Qt::AlignLeading);
    }
    if (const auto at = momentOf(record)) {
        auto *row = new QHBoxLayout;
        row->setSpacing(space::s);
        QLabel *label = makeLabel(tr("Time"), TextStyle::body);
        label->setWordWrap(false);
        row->addWidget(label);
        m_time = new QLineEdit{storyphrases::time(*at)};
        m_time->setObjectName(QStringLiteral("editTime"));
        m_time->setAccessibleName(tr("Time, as hours and minutes"));
        m_time->setTextMargins(space::s, 0, space::s, 0);
        m_time->setFixedWidth(timeWidth);
        row->addWidget(m_time);
        row->addStretch();
        layout->addLayout(row);
    }
    if (const auto words = wordsOf(record); words && alone) {
        m_words = new QPlainTextEdit{phrases::text(*words)};
        m_words->setObjectName(QStringLiteral("editWords"));
        m_words->setAccessibleName(tr("Your words"));
        m_words->setPlaceholderText(tr("Your words"));
        m_words->setFixedHeight(wordsHeight);
        m_words->viewport()->setAutoFillBackground(false);
        m_words->document()->setDocumentMargin(space::s);
        m_words->setTabChangesFocus(true);
        m_words->installEventFilter(this);
        layout->addWidget(m_words);
    }
    m_refused = makeLabel({}, TextStyle::body);
    m_refused->setObjectName(QStringLiteral("editRefused"));
    // It has its room from the start: the row's height is measured once.
    m_refused->setMinimumHeight(space::l + space::xs);
    layout->addWidget(m_refused);
    addButtons(*layout, purpose);
}

void EntryEditor::addButtons(QVBoxLayout &layout, Purpose purpose)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    const auto add = [&](const QString &words, const char *name, ButtonRole role) {
        auto *button = new QPushButton{words};
        button->setObjectName(QString::fromLatin1(name));
        setButtonRole(*button, role);
        row->addWidget(button);
        return button;
    };
    connect(add(tr("Save"), "editSave", ButtonRole::primary), &QPushButton::clicked, this, &EntryEditor::save);
    connect(add(tr("Cancel"), "editCancel", ButtonRole::plain), &QPushButton::clicked, this, &EntryEditor::left);
    row->addStretch();
    if (purpose == Purpose::change) {
        connect(add(tr("Remove"), "editRemove", ButtonRole::quiet), &QPushButton::clicked, this,
                &EntryEditor::removeAsked);
    }
    layout.addLayout(row);
}

void EntryEditor::begin()
{
    if (m_level != nullptr) {
        const auto level = m_level->level();
        const QString name = QStringLiteral("editLevel%1").arg(level ? level->value() : 0);
        if (auto *button = findChild<QPushButton *>(name)) {
            button->setFocus(Qt::OtherFocusReason);
        }
    } else if (m_words != nullptr) {
        m_words->setFocus();
        m_words->moveCursor(QTextCursor::End);
    } else if (m_time != nullptr) {
        m_time->setFocus();
        m_time->selectAll();
    }
}

QString EntryEditor::moveAll(std::vector<AnyRecord> &records) const
{
    if (m_time == nullptr || m_time->text() == storyphrases::time(*momentOf(records.front()))) {
        return {};
    }
    QTime time;
    for (const char *form : {"H:m", "H.m", "Hmm", "H"}) {
        time = time.isValid() ? time : QTime::fromString(m_time->text().trimmed(), QString::fromLatin1(form));
    }
    if (!time.isValid()) {
        return tr("That is no time of the day. Write it like 8:30.");
    }
    const Instant first = *momentOf(records.front());
    const Instant moved = atTimeOfDay(first, std::chrono::minutes{time.hour() * 60 + time.minute()});
    for (AnyRecord &record : records) {
        Instant at = *momentOf(record);
        at.utc += moved.utc - first.utc;
        if (at.utc > m_now.utc && first.utc <= m_now.utc) {
            return tr("That time is still to come. Choose one up to now.");
        }
        record = movedTo(std::move(record), at);
    }
    return {};
}

void EntryEditor::save()
{
    std::vector<AnyRecord> records = m_records;
    if (const QString refused = moveAll(records); !refused.isEmpty()) {
        m_refused->setText(refused);
        m_time->setFocus();
        m_time->selectAll();
        return;
    }
    if (m_level != nullptr && m_level->level()) {
        records.front() = withLevel(std::move(records.front()), *m_level->level());
    }
    if (m_words != nullptr) {
        records.front() = withWords(std::move(records.front()), m_words->toPlainText().toStdString());
    }
    Q_EMIT saved(records);
}

bool EntryEditor::eventFilter(QObject *watched, QEvent *event)
{
    // In words Enter begins a line; with Ctrl it saves.
    if (event->type() == QEvent::KeyPress && watched == m_words) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
            key->modifiers().testFlag(Qt::ControlModifier)) {
            save();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void EntryEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        auto *button = qobject_cast<QPushButton *>(focusWidget());
        if (button != nullptr && !button->isCheckable()) {
            button->click(); // whatever it is for, and not always to save
        } else {
            save();
        }
        return;
    }
    if (const auto level = m_level == nullptr ? std::nullopt : LevelScale::levelOf(*event)) {
        m_level->setLevel(level);
        return;
    }
    QWidget::keyPressEvent(event);
}

void EntryEditor::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{palette().color(QPalette::Dark), 1});
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF{rect()}.adjusted(4.5, 2.5, -4.5, -2.5), 10, 10);
}

} // namespace palpate::desktop
