// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/shell/helppage.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "desktop/controls/labels.h"
#include "desktop/controls/scrollshade.h"
#include "desktop/controls/wordcard.h"
#include "desktop/shell/actions.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

constexpr int readingWidth = 620;
/// The search stands above.
constexpr int searchRoom = 72;

/// With the keys apart, and those that look like the plus between them by name.
QString spoken(const QKeySequence &sequence)
{
    QString keys = sequence.toString(QKeySequence::NativeText);
    if (keys.endsWith(QLatin1String("++"))) {
        keys = keys.chopped(1) + HelpPage::tr("plus");
    } else if (keys.endsWith(QLatin1String("+-"))) {
        keys = keys.chopped(1) + HelpPage::tr("minus");
    } else if (keys.size() == 1) {
        return keys;
    }
    return keys.replace(QLatin1Char('+'), QStringLiteral(" + "));
}

/// A key as it is printed on one.
WordCard *makeKeyCap(const QString &keys)
{
    constexpr int radius = 4;
    auto *cap = new WordCard{keys, radius};
    QFont small = cap->font();
    small.setPixelSize(type::caption);
    cap->setFont(small);
    cap->setContentsMargins(space::s, 3, space::s, 3);
    return cap;
}

} // namespace

HelpPage::HelpPage(const Actions &actions, QWidget *parent)
    : QScrollArea{parent}, m_filter{new QLineEdit}, m_nothing{makeLabel(tr("No command of that name"), TextStyle::body)}
{
    setObjectName(QStringLiteral("helpPage"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    new ScrollShade{*this};
    setAlignment(Qt::AlignLeading | Qt::AlignTop);
    auto *content = new QWidget;
    content->setMaximumWidth(readingWidth);
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(space::xl, searchRoom, space::xl, space::xl);
    layout->setSpacing(space::xs);

    layout->addWidget(makeLabel(tr("Keys"), TextStyle::page));
    layout->addWidget(makeLabel(tr("Everything can be done from the keyboard. While a card asks how sore a point is, "
                                   "type the number: 0 to 9, x for 10; Enter saves, Esc leaves it unsaved."),
                                TextStyle::body));
    layout->addSpacing(space::s);
    m_filter->setObjectName(QStringLiteral("keyFilter"));
    m_filter->setPlaceholderText(tr("Find a command or a key"));
    m_filter->setAccessibleName(tr("Find a command or a key"));
    setFieldIcon(*m_filter, Icon::search);
    layout->addWidget(m_filter);
    layout->addWidget(m_nothing);
    addGroup(actions, int(ActionGroup::window), tr("Window"), *layout);
    addGroup(actions, int(ActionGroup::today), tr("Today"), *layout);
    addGroup(actions, int(ActionGroup::map), tr("Map"), *layout);
    addGroup(actions, int(ActionGroup::marking), tr("Marking points"), *layout);
    addGroup(actions, int(ActionGroup::painting), tr("Painting pain"), *layout);
    addGroup(actions, int(ActionGroup::lookup), tr("Looking up"), *layout);
    addGroup(actions, int(ActionGroup::history), tr("History"), *layout);
    addGroup(actions, int(ActionGroup::trends), tr("Trends"), *layout);
    addGroup(actions, int(ActionGroup::care), tr("Care"), *layout);
    addGroup(actions, int(ActionGroup::learn), tr("Learn"), *layout);
    layout->addSpacing(space::xl);
    layout->addWidget(makeLabel(tr("About"), TextStyle::section));
    layout->addWidget(makeLabel(
        tr("Palpate helps to keep track of sore points and of what helps. It is no medical device and gives no "
           "diagnosis. It is free software under the GNU General Public License, version 3 or later. The body derives "
           "from BodyParts3D, © The Database Center for Life Science licensed under CC Attribution 4.0 International, "
           "and from the MakeHuman base mesh (CC0); both, as changed here, and the knowledge base are under Creative "
           "Commons Attribution-ShareAlike 4.0 International."),
        TextStyle::body));
    layout->addStretch();
    setWidget(content);
    connect(m_filter, &QLineEdit::textChanged, this, &HelpPage::filter);
    filter({});
}

void HelpPage::addGroup(const Actions &actions, int group, const QString &title, QVBoxLayout &layout)
{
    QLabel *heading = makeLabel(title, TextStyle::strong);
    heading->setContentsMargins(0, space::l, 0, space::xs);
    layout.addWidget(heading);
    for (const Actions::Entry &entry : actions.all()) {
        const QString keys = Actions::keysOf(*entry.action);
        if (static_cast<int>(entry.info.group) != group || keys.isEmpty()) {
            continue;
        }
        auto *row = new QWidget;
        auto *line = new QHBoxLayout{row};
        line->setContentsMargins(0, 2, 0, 2);
        line->addWidget(makeLabel(entry.info.words, TextStyle::body), 1);
        for (const QKeySequence &sequence : entry.action->shortcuts()) {
            line->addWidget(makeKeyCap(spoken(sequence)));
        }
        layout.addWidget(row);
        m_rows.push_back({row, (entry.info.words + QLatin1Char(' ') + keys).toCaseFolded(), heading});
    }
}

void HelpPage::filter(const QString &typed)
{
    const QStringList words = typed.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    bool any = false;
    for (const Row &row : m_rows) {
        row.title->hide();
    }
    for (const Row &row : m_rows) {
        const bool shown =
            std::all_of(words.begin(), words.end(), [&row](const QString &word) { return row.words.contains(word); });
        row.widget->setVisible(shown);
        if (shown) {
            row.title->show();
            any = true;
        }
    }
    m_nothing->setVisible(!any);
}

} // namespace palpate::desktop
