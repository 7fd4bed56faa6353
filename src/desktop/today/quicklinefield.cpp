// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/today/quicklinefield.h"

#include <algorithm>

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include "desktop/controls/labels.h"
#include "desktop/datewords.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

constexpr std::size_t mostCandidates = 4;

QString levelWords(PainLevel level, Flags<Quality> qualities)
{
    QStringList parts{QuickLineField::tr("%1 of 10").arg(level.value())};
    for (const auto &[quality, key] : Keys<Quality>::all) {
        if (qualities.has(quality)) {
            parts << phrases::quality(quality);
        }
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

QuickLineField::QuickLineField(const anatomy::Atlas &atlas, const KnowledgeBase &knowledge, const Clock &clock,
                               MakeReader makeReader, QWidget *parent)
    : QWidget{parent},
      m_atlas{atlas},
      m_knowledge{knowledge},
      m_clock{clock},
      m_makeReader{std::move(makeReader)},
      m_line{new QLineEdit{this}},
      m_preview{makeLabel({}, TextStyle::caption, this)}
{
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    m_line->setObjectName(QStringLiteral("quickLine"));
    m_line->setAccessibleName(tr("Write an entry"));
    m_line->setPlaceholderText(tr("l inf 6 sharp @8:30"));
    padField(*m_line);
    m_line->installEventFilter(this);
    m_preview->setObjectName(QStringLiteral("quickPreview"));
    layout->addWidget(m_line);
    layout->addWidget(m_preview);
    connect(m_line, &QLineEdit::textChanged, this, &QuickLineField::show);
    show();
}

void QuickLineField::setWhen(std::optional<Instant> when)
{
    m_when = when;
    show();
}

void QuickLineField::forgetReader()
{
    m_reader.reset();
    if (!m_line->text().isEmpty()) {
        show();
    }
}

void QuickLineField::begin()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void QuickLineField::clear() { m_line->clear(); }

const QuickReader &QuickLineField::reader()
{
    if (!m_reader) {
        m_reader = m_makeReader();
    }
    return *m_reader;
}

void QuickLineField::show()
{
    m_completion.clear();
    const std::string line = m_line->text().toStdString();
    if (m_line->text().trimmed().isEmpty()) {
        m_preview->setText(tr("Or in words: a side, a muscle or place, a number. Also \"lower back 3\", \"sleep 2\"."));
        return;
    }
    QStringList said;
    const auto completions = reader().completions(line, 1);
    if (!completions.empty() && completions.front() != line) {
        m_completion = phrases::text(completions.front());
        if (m_completion.trimmed() != m_line->text().trimmed()) {
            said << tr("Tab: %1").arg(m_completion.trimmed());
        }
    }
    const auto read = reader().read(line, m_when.value_or(m_clock.now()), m_clock);
    if (const auto *entry = std::get_if<QuickEntry>(&read)) {
        said << tr("Enter stores: %1").arg(wordsOf(*entry));
    } else if (const auto *problem = std::get_if<QuickProblem>(&read)) {
        said << sentenceOf(*problem);
    } else {
        said << sentenceOf(std::get<QuickRefusal>(read));
    }
    m_preview->setText(said.join(QStringLiteral(" · ")));
}

void QuickLineField::enter()
{
    if (m_line->text().trimmed().isEmpty()) {
        return;
    }
    const auto read = reader().read(m_line->text().toStdString(), m_when.value_or(m_clock.now()), m_clock);
    if (const auto *entry = std::get_if<QuickEntry>(&read)) {
        Q_EMIT entered(*m_reader, *entry, wordsOf(*entry));
    }
}

bool QuickLineField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) {
            enter();
            return true; // Enter elsewhere ends the check-in
        }
        if (key.key() == Qt::Key_Tab && !m_completion.isEmpty() && m_completion.trimmed() != m_line->text().trimmed()) {
            m_line->setText(m_completion);
            return true;
        }
        if (key.key() == Qt::Key_Escape && !m_line->text().isEmpty()) {
            m_line->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

QString QuickLineField::wordsOf(const QuickEntry &entry) const
{
    const QString when =
        tr("%1 %2").arg(datewords::shortDay(dayOf(entry.at), dayOf(m_clock.now())), datewords::time(entry.at));
    if (const auto *point = std::get_if<QuickPoint>(&entry.what)) {
        const QString words =
            tr("%1, soreness now %2, %3")
                .arg(nameOf(m_atlas, point->muscle, point->side), levelWords(point->level, point->qualities), when);
        return point->point ? words : tr("%1 (a new point, somewhere in the muscle)").arg(words);
    }
    if (const auto *pain = std::get_if<QuickPain>(&entry.what)) {
        const QString place = phrases::zone(m_knowledge, {pain->zone, pain->sides.front(), HitKind::essential, 1});
        const QString both =
            pain->sides.size() > 1
                ? tr("%1, both sides")
                      .arg(phrases::zone(m_knowledge, {pain->zone, Side::midline, HitKind::essential, 1}))
                : place;
        return tr("%1, %2, %3").arg(both, levelWords(pain->level, pain->qualities), when);
    }
    const auto &factor = std::get<QuickFactor>(entry.what);
    return tr("%1 %2, %3").arg(phrases::capitalised(phrases::text(factor.name))).arg(factor.value).arg(when);
}

QString QuickLineField::sentenceOf(const QuickProblem &problem)
{
    using Kind = QuickProblem::Kind;
    switch (problem.kind) {
    case Kind::noWords:
        return tr("What is it about? A muscle, a place of the body, or a factor such as sleep.");
    case Kind::noNumber:
        return tr("How much? A number from 0 to 10.");
    case Kind::twice:
        return tr("\"%1\" says something a second time.").arg(phrases::text(problem.words));
    case Kind::badTime:
        return tr("\"%1\" is no time of the day; write @8:30 or @20:15.").arg(phrases::text(problem.words));
    case Kind::unknown:
        return tr("Nothing here is called \"%1\".").arg(phrases::text(problem.words));
    case Kind::ambiguous:
        break;
    }
    QStringList names;
    for (std::size_t at = 0; at < std::min(problem.candidates.size(), mostCandidates); ++at) {
        names << phrases::text(problem.candidates[at]);
    }
    return tr("Which one: %1?").arg(names.join(QStringLiteral(", ")));
}

QString QuickLineField::sentenceOf(const QuickRefusal &refusal)
{
    using Kind = QuickRefusal::Kind;
    const QString name = phrases::capitalised(phrases::text(refusal.name));
    switch (refusal.kind) {
    case Kind::noLevel:
        return tr("Soreness is a whole number from 0 to 10.");
    case Kind::noSide:
        return tr("%1: which side? Write l or r.").arg(name);
    case Kind::notDrawn:
        return tr("%1 is not on the map on that side.").arg(name);
    case Kind::aboveTen:
        return tr("%1 goes from 0 to 10.").arg(name);
    case Kind::aboveDay:
        return tr("%1 is counted in hours of a day.").arg(name);
    case Kind::notYesNo:
        return tr("%1 is yes, 1, or no, 0.").arg(name);
    case Kind::later:
        break;
    }
    return tr("That time is still to come.");
}

} // namespace palpate::desktop
