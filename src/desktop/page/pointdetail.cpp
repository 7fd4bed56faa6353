// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/page/pointdetail.h"

#include <functional>

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/controls/chips.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/scrollshade.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

enum Answer { no, yes };

/// Stores when the keyboard leaves it: a note is one change, not one a letter.
class NoteField : public QPlainTextEdit {
public:
    std::function<void()> left;

protected:
    void focusOutEvent(QFocusEvent *event) override
    {
        QPlainTextEdit::focusOutEvent(event);
        if (left) {
            left();
        }
    }
};

constexpr int noteHeight = 96;
constexpr std::size_t shownRatings = 5;

} // namespace

PointDetail::PointDetail(const anatomy::Atlas &atlas, JournalSession &session, QWidget *parent)
    : QScrollArea{parent},
      m_atlas{atlas},
      m_session{session},
      m_title{makeLabel({}, TextStyle::section)},
      m_history{makeLabel({}, TextStyle::body)},
      m_certainty{new Chips{Chips::Choice::one, QStringLiteral("certainty")}},
      m_finder{new Chips{Chips::Choice::one, QStringLiteral("finder")}},
      m_finderName{new QLineEdit}
{
    setObjectName(QStringLiteral("pointDetail"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    new ScrollShade{*this};
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(space::l, space::l, space::l, space::l);
    layout->setSpacing(space::xs);
    m_title->setObjectName(QStringLiteral("pointTitle"));
    layout->addWidget(m_title);
    layout->addWidget(m_history);
    layout->addSpacing(space::m);
    layout->addWidget(makeLabel(tr("What was found by touch"), TextStyle::strong));
    addFinding(tr("A rope-like band"), tr("taut band"), QStringLiteral("band"), &TriggerPoint::tautBand);
    addFinding(tr("Sore when pressed"), tr("tender"), QStringLiteral("tender"), &TriggerPoint::tender);
    addFinding(tr("Jumps when flicked"), tr("twitch"), QStringLiteral("twitch"), &TriggerPoint::twitch);
    addFinding(tr("That is my pain"), tr("reproduces the pain"), QStringLiteral("mine"), &TriggerPoint::reproducesPain);
    for (const FindingRow &row : m_findings) {
        layout->addWidget(row.chips->parentWidget());
    }
    layout->addSpacing(space::m);
    layout->addWidget(makeLabel(tr("How sure is the place?"), TextStyle::strong));
    for (const auto &[value, key] : Keys<Certainty>::all) {
        m_certainty->add(static_cast<int>(value), phrases::certainty(value));
    }
    layout->addWidget(m_certainty);
    layout->addSpacing(space::m);
    layout->addWidget(makeLabel(tr("Who found it?"), TextStyle::strong));
    for (const auto &[value, key] : Keys<Finder>::all) {
        m_finder->add(static_cast<int>(value), phrases::finder(value));
    }
    layout->addWidget(m_finder);
    m_finderName->setObjectName(QStringLiteral("finderName"));
    m_finderName->setPlaceholderText(tr("Who that was, if you like"));
    m_finderName->setTextMargins(space::s, 0, space::s, 0);
    m_finderName->setAccessibleName(tr("Name of whoever found it"));
    layout->addWidget(m_finderName);
    layout->addSpacing(space::m);
    layout->addWidget(makeLabel(tr("Note"), TextStyle::strong));
    auto *note = new NoteField;
    m_note = note;
    m_note->setObjectName(QStringLiteral("pointNote"));
    m_note->setAccessibleName(tr("Note about this point"));
    m_note->setFixedHeight(noteHeight);
    m_note->viewport()->setAutoFillBackground(false);
    m_note->document()->setDocumentMargin(space::s);
    m_note->setTabChangesFocus(true);
    layout->addWidget(m_note);
    auto *done = new QPushButton{tr("Done")};
    setButtonRole(*done, ButtonRole::primary);
    done->setObjectName(QStringLiteral("pointDone"));
    auto *care = new QPushButton{tr("Work on it")};
    care->setObjectName(QStringLiteral("pointCare"));
    care->setToolTip(tr("Opens the care page with this point chosen"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(done);
    buttons->addWidget(care);
    buttons->addStretch();
    layout->addSpacing(space::m);
    layout->addLayout(buttons);
    layout->addStretch();
    setWidget(content);

    connect(done, &QPushButton::clicked, this, &PointDetail::closed);
    connect(care, &QPushButton::clicked, this, [this] {
        if (m_point) {
            Q_EMIT careRequested(*m_point);
        }
    });
    const auto change = [this](auto edit) {
        if (auto known = point()) {
            edit(*known);
            store(*known);
        }
    };
    connect(m_certainty, &Chips::toggled, this,
            [change](int id) { change([id](TriggerPoint &known) { known.certainty = static_cast<Certainty>(id); }); });
    connect(m_finder, &Chips::toggled, this,
            [change](int id) { change([id](TriggerPoint &known) { known.finder = static_cast<Finder>(id); }); });
    connect(m_finderName, &QLineEdit::editingFinished, this, [this, change] {
        change([this](TriggerPoint &known) { known.finderName = m_finderName->text().toStdString(); });
    });
    note->left = [this, change] {
        change([this](TriggerPoint &known) { known.note = m_note->toPlainText().toStdString(); });
    };
}

void PointDetail::addFinding(const QString &plain, const QString &term, const QString &prefix, Finding finding)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout{row};
    layout->setContentsMargins(0, 0, 0, 0);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(makeLabel(plain, TextStyle::body));
    words->addWidget(makeLabel(term, TextStyle::caption));
    layout->addLayout(words, 1);
    auto *chips = new Chips{Chips::Choice::any, prefix, row};
    chips->setAccessibleName(plain);
    chips->add(yes, tr("yes"));
    chips->add(no, tr("no"));
    chips->setFixedWidth(chips->sizeHint().width());
    layout->addWidget(chips, 0, Qt::AlignVCenter);
    m_findings.push_back({chips, finding});
    // Neither is a third answer: not looked for.
    connect(chips, &Chips::toggled, this, [this, finding](int id, bool on) {
        if (auto known = point()) {
            (*known).*finding = on ? std::optional{id == yes} : std::nullopt;
            store(*known);
        }
    });
}

std::optional<TriggerPoint> PointDetail::point() const
{
    return m_point ? m_session.read().find<TriggerPoint>(*m_point) : std::nullopt;
}

void PointDetail::store(const TriggerPoint &point)
{
    m_session.change(point, tr("Details of %1").arg(nameOf(m_atlas, point.muscle, point.side)));
    refresh();
}

void PointDetail::setPoint(PointId point)
{
    m_point = point;
    refresh();
}

void PointDetail::refresh()
{
    if (!m_point) {
        return;
    }
    const auto known = point();
    if (!known) {
        m_point.reset();
        Q_EMIT closed();
        return;
    }
    m_title->setText(nameOf(m_atlas, known->muscle, known->side));
    QStringList lines;
    const auto ratings = m_session.read().ratingsOf(known->id);
    for (auto rating = ratings.rbegin(); rating != ratings.rend() && std::size_t(lines.size()) < shownRatings;
         ++rating) {
        if (rating->asked != Asked::sorenessNow) {
            continue; // what was asked is never mixed
        }
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(rating->at.local().time_since_epoch().count(), Qt::UTC);
        lines << tr("%1, %2: %3 of 10")
                     .arg(QLocale{}.toString(at.date(), QLocale::ShortFormat),
                          at.time().toString(QStringLiteral("HH:mm")))
                     .arg(rating->level.value());
    }
    m_history->setText(lines.isEmpty() ? tr("Not rated yet") : lines.join(QLatin1Char('\n')));
    for (const FindingRow &row : m_findings) {
        const std::optional<bool> answer = (*known).*row.finding;
        row.chips->setChecked(yes, answer == true);
        row.chips->setChecked(no, answer == false);
    }
    m_certainty->choose(static_cast<int>(known->certainty));
    m_finder->choose(static_cast<int>(known->finder));
    m_finderName->setVisible(known->finder != Finder::self);
    if (!m_finderName->hasFocus()) {
        m_finderName->setText(phrases::text(known->finderName));
    }
    if (!m_note->hasFocus()) {
        m_note->setPlainText(phrases::text(known->note));
    }
}

} // namespace palpate::desktop
