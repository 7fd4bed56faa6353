// SPDX-License-Identifier: GPL-3.0-or-later
// What the pane that looks up from the pain is made of.
#include "desktop/lookup/reversepane.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

#include "desktop/controls/chips.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/rowlist.h"
#include "desktop/lookup/candidatedelegate.h"
#include "desktop/lookup/zonetree.h"
#include "desktop/shell/settings.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

namespace {

constexpr int leastBrush = 6;
constexpr int mostBrush = 80;

QPushButton *makeButton(const QString &words, ButtonRole role, const char *name, const QString &tip = {})
{
    auto *button = new QPushButton{words};
    button->setObjectName(QString::fromLatin1(name));
    button->setToolTip(tip);
    setButtonRole(*button, role);
    return button;
}

} // namespace

QWidget *ReversePane::makeQuestion()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout{box};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::s);
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Which muscles?"), TextStyle::section), 1);
    QPushButton *swap = makeButton(tr("From a muscle instead"), ButtonRole::quiet, "swap",
                                   tr("From a muscle to where it sends pain (D)"));
    connect(swap, &QPushButton::clicked, this, &ReversePane::swapAsked);
    head->addWidget(swap);
    layout->addLayout(head);
    m_words = new QLineEdit;
    m_words->setObjectName(QStringLiteral("lookupWords"));
    m_words->setPlaceholderText(tr("For example: ache in front of my right shoulder"));
    m_words->setAccessibleName(tr("Where and how it hurts, in your words"));
    m_words->setTextMargins(space::s, 0, space::s, 0);
    m_words->installEventFilter(this);
    layout->addWidget(m_words);
    m_understood = makeLabel({}, TextStyle::caption);
    m_understood->setObjectName(QStringLiteral("understood"));
    layout->addWidget(m_understood);
    m_places = new Chips{Chips::Choice::any, QStringLiteral("place")};
    m_places->setAccessibleName(tr("Places that you chose; press one to leave it out"));
    layout->addWidget(m_places);
    layout->addWidget(makeTools());
    return box;
}

QWidget *ReversePane::makeTools()
{
    auto *box = new QWidget;
    auto *layout = new QHBoxLayout{box};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    m_paint = makeButton({}, ButtonRole::segment, "lookupBrush", tr("Paint where it hurts, or tap a place (B)"));
    m_erase = makeButton({}, ButtonRole::segment, "lookupEraser", tr("Take paint away (E)"));
    m_paint->setAccessibleName(tr("Brush"));
    m_erase->setAccessibleName(tr("Eraser"));
    setButtonIcon(*m_paint, Icon::brush);
    setButtonIcon(*m_erase, Icon::eraser);
    auto *tools = new QButtonGroup{this};
    for (QPushButton *tool : {m_paint, m_erase}) {
        tool->setCheckable(true);
        tools->addButton(tool);
        layout->addWidget(tool);
    }
    m_paint->setChecked(true);
    m_size = new QSlider{Qt::Horizontal};
    m_size->setObjectName(QStringLiteral("lookupBrushSize"));
    m_size->setAccessibleName(tr("Size of the brush in millimetres"));
    m_size->setToolTip(tr("Size of the brush ([ and ])"));
    m_size->setRange(leastBrush, mostBrush);
    m_size->setPageStep(10);
    m_size->setValue(Settings{}.get(setting::brushMm));
    layout->addWidget(m_size, 1);
    m_treeSwitch = makeButton(tr("Places"), ButtonRole::segment, "placesTree", tr("Choose places from a list (Z)"));
    m_treeSwitch->setCheckable(true);
    layout->addWidget(m_treeSwitch);
    m_clear = makeButton(tr("Clear"), ButtonRole::quiet, "clearQuestion", tr("Begin anew (Del)"));
    layout->addWidget(m_clear);
    const auto tell = [this] { Q_EMIT brushChanged(brush()); };
    connect(m_size, &QSlider::valueChanged, this, tell);
    connect(tools, &QButtonGroup::buttonToggled, this, tell);
    connect(m_treeSwitch, &QPushButton::toggled, this, [this](bool on) {
        if (on) {
            m_tree->setFocus();
        }
        answered();
    });
    connect(m_clear, &QPushButton::clicked, &m_enquiry, &Enquiry::clear);
    return box;
}

QWidget *ReversePane::makeInvitation()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout{box};
    layout->setContentsMargins(0, space::s, 0, 0);
    layout->setSpacing(space::m);
    QLabel *words = makeLabel(tr("Paint on the body where it hurts, tap a place on it, or write it in your own words. "
                                 "Matching muscles appear here, each with its reason. They are possibilities, not a "
                                 "diagnosis."),
                              TextStyle::body);
    words->setForegroundRole(QPalette::PlaceholderText);
    words->setObjectName(QStringLiteral("lookupInvitation"));
    layout->addWidget(words);
    m_resume = makeButton({}, ButtonRole::quiet, "resumeChecklist");
    m_resume->setVisible(false);
    layout->addWidget(m_resume, 0, Qt::AlignLeading);
    layout->addStretch();
    connect(m_resume, &QPushButton::clicked, this, &ReversePane::resumeAsked);
    return box;
}

QWidget *ReversePane::makeList()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout{box};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    m_listWords = makeLabel({}, TextStyle::caption);
    m_listWords->setObjectName(QStringLiteral("listWords"));
    layout->addWidget(m_listWords);
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("candidates"));
    m_list->setAccessibleName(tr("Muscles that could send pain there, likeliest first"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_rows);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    layFlat(*m_list);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    layout->addWidget(m_list, 1);
    m_more = makeButton({}, ButtonRole::quiet, "moreCandidates");
    layout->addWidget(m_more, 0, Qt::AlignLeading);
    return box;
}

QWidget *ReversePane::makeFoot()
{
    auto *box = new QWidget;
    auto *layout = new QHBoxLayout{box};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    m_check = makeButton(tr("Feel for these"), ButtonRole::primary, "checkNow",
                         tr("Feel for these muscles, one after the other (C)"));
    m_explain = makeButton(tr("Fewest that fit"), ButtonRole::segment, "explainAll",
                           tr("The fewest muscles that together explain your pain (X)"));
    m_explain->setCheckable(true);
    m_save = makeButton(tr("Save"), ButtonRole::plain, "savePain", tr("Save this as pain felt now (S)"));
    for (QPushButton *button : {m_check, m_explain, m_save}) {
        layout->addWidget(button);
    }
    layout->addStretch();
    return box;
}

} // namespace palpate::desktop
