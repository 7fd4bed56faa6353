// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lookup/checkpane.h"

#include <algorithm>

#include <QAbstractListModel>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include "desktop/controls/chips.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/rowlist.h"
#include "desktop/lookup/reasonphrases.h"
#include "desktop/page/pointlistmodel.h"
#include "desktop/page/rowdelegate.h"
#include "desktop/phrases.h"
#include "desktop/theme/palpatestyle.h"

namespace palpate::desktop {

/// The items of a checklist as list rows.
class CheckModel : public QAbstractListModel {
public:
    CheckModel(const anatomy::Atlas &atlas, const KnowledgeBase &knowledge, QObject *parent)
        : QAbstractListModel{parent}, m_atlas{atlas}, m_knowledge{knowledge}
    {}

    void show(const std::vector<ChecklistItem> &items)
    {
        const bool isSame = std::equal(items.begin(), items.end(), m_items.begin(), m_items.end(),
                                       [](const ChecklistItem &one, const ChecklistItem &other) {
                                           return one.muscle == other.muscle && one.side == other.side;
                                       });
        if (!isSame) {
            beginResetModel();
        }
        m_items = items;
        if (!isSame) {
            endResetModel();
        } else if (!items.empty()) {
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        }
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_items.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const ChecklistItem &item = m_items.at(static_cast<std::size_t>(index.row()));
        const QString name = nameOf(m_atlas, item.muscle, item.side);
        QString found = item.point ? CheckPane::tr("%1 · marked").arg(phrases::palpated(item.palpated))
                                   : phrases::palpated(item.palpated);
        const MusclePattern *pattern = m_knowledge.pattern(item.muscle);
        if (pattern != nullptr && pattern->selfCare.pressure == PressureGrade::fingertips) {
            found = CheckPane::tr("%1 · fingertips only").arg(found);
        }
        switch (role) {
        case Qt::DisplayRole:
            return name;
        case subtitleRole:
            return found;
        case iconRole:
            return static_cast<int>(iconOf(item.palpated));
        case Qt::AccessibleTextRole:
            return CheckPane::tr("%1, %2").arg(name, found);
        default:
            return {};
        }
    }

private:
    static Icon iconOf(Palpated palpated)
    {
        switch (palpated) {
        case Palpated::nothing:
            return Icon::close;
        case Palpated::tender:
            return Icon::zone;
        case Palpated::thatIsMyPain:
            return Icon::point;
        case Palpated::notTried:
            break;
        }
        return Icon::none;
    }

    const anatomy::Atlas &m_atlas;
    const KnowledgeBase &m_knowledge;
    std::vector<ChecklistItem> m_items;
};

namespace {

QPushButton *makeButton(const QString &words, ButtonRole role, const char *name)
{
    auto *button = new QPushButton{words};
    button->setObjectName(QString::fromLatin1(name));
    setButtonRole(*button, role);
    return button;
}

} // namespace

CheckPane::CheckPane(Checking &checking, const anatomy::Atlas &atlas, const KnowledgeBase &knowledge, Theme theme,
                     QWidget *parent)
    : QWidget{parent},
      m_checking{checking},
      m_atlas{atlas},
      m_knowledge{knowledge},
      m_model{new CheckModel{atlas, knowledge, this}},
      m_rows{new RowDelegate{theme, this}},
      m_about{makeLabel({}, TextStyle::caption)},
      m_list{new QListView},
      m_name{makeLabel({}, TextStyle::strong)},
      m_where{makeLabel({}, TextStyle::body)},
      m_care{makeLabel({}, TextStyle::caption)},
      m_found{new Chips{Chips::Choice::one, QStringLiteral("palpated")}},
      m_mark{makeButton(tr("Mark this point (M)"), ButtonRole::primary, "checkMark")},
      m_marked{makeLabel(tr("Marked on the map."), TextStyle::body)},
      m_earlier{makeButton(tr("Earlier list"), ButtonRole::quiet, "earlierList")},
      m_later{makeButton(tr("Later list"), ButtonRole::quiet, "laterList")}
{
    setObjectName(QStringLiteral("checkPane"));
    m_list->setObjectName(QStringLiteral("checklist"));
    m_list->setAccessibleName(tr("Muscles to feel for"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_rows);
    m_list->setUniformItemSizes(true);
    layFlat(*m_list);
    m_where->setObjectName(QStringLiteral("checkWhere"));
    m_found->setAccessibleName(tr("What was found"));
    m_found->add(int(Palpated::nothing), tr("nothing (N)"));
    m_found->add(int(Palpated::tender), tr("tender (T)"));
    m_found->add(int(Palpated::thatIsMyPain), tr("that is my pain (Y)"));
    m_found->add(int(Palpated::notTried), tr("not tried (U)"));

    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(space::l, space::l, space::l, space::m);
    layout->setSpacing(space::s);
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(tr("Feel for these"), TextStyle::section), 1);
    QPushButton *back = makeButton(tr("Back to the list"), ButtonRole::quiet, "checkBack");
    head->addWidget(back);
    layout->addLayout(head);
    layout->addWidget(m_about);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_name);
    layout->addWidget(m_where);
    layout->addWidget(m_care);
    layout->addWidget(m_found);
    layout->addWidget(m_mark, 0, Qt::AlignLeading);
    layout->addWidget(m_marked);
    auto *lists = new QHBoxLayout;
    lists->addWidget(m_earlier);
    lists->addWidget(m_later);
    lists->addStretch();
    layout->addLayout(lists);
    connect(back, &QPushButton::clicked, this, &CheckPane::closed);
    connect(m_mark, &QPushButton::clicked, this, &CheckPane::markAsked);
    connect(m_earlier, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_later, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_found, &Chips::toggled, this, [this](int id) { answer(static_cast<Palpated>(id)); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        showCurrent();
        Q_EMIT currentChanged();
    });
    connect(&m_checking, &Checking::changed, this, &CheckPane::refresh);
    setFocusProxy(m_list);
    refresh();
}

CheckPane::~CheckPane() = default;

void CheckPane::setTheme(Theme theme) { m_rows->setTheme(theme); }

std::optional<std::size_t> CheckPane::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return m_checking.list() && index.isValid() ? std::optional{static_cast<std::size_t>(index.row())} : std::nullopt;
}

void CheckPane::choose(std::size_t item)
{
    m_list->setCurrentIndex(m_model->index(static_cast<int>(item)));
    m_list->setFocus();
}

void CheckPane::answer(Palpated palpated)
{
    if (const auto item = current()) {
        m_checking.set(*item, palpated);
    }
}

void CheckPane::step(int by)
{
    const std::vector<Checklist> all = m_checking.recent();
    const auto here = std::ranges::find_if(
        all, [this](const Checklist &one) { return m_checking.list() && one.id == m_checking.list()->id; });
    const auto to = here - all.begin() + by;
    if (here != all.end() && to >= 0 && to < std::ssize(all)) {
        m_checking.open(all[static_cast<std::size_t>(to)].id);
        choose(0);
    }
}

void CheckPane::refresh()
{
    const auto &list = m_checking.list();
    m_model->show(list ? list->items : std::vector<ChecklistItem>{});
    if (list) {
        const QString words = phrases::text(list->words);
        m_about->setText(words.isEmpty() ? phrases::day(list->at) : tr("%1 · “%2”").arg(phrases::day(list->at), words));
        const std::vector<Checklist> all = m_checking.recent();
        m_earlier->setEnabled(!all.empty() && all.back().id != list->id);
        m_later->setEnabled(!all.empty() && all.front().id != list->id);
        if (!m_list->currentIndex().isValid() && !list->items.empty()) {
            m_list->setCurrentIndex(m_model->index(0));
        }
    }
    showCurrent();
}

void CheckPane::showCurrent()
{
    const auto item = current();
    for (QWidget *part : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_where),
                          static_cast<QWidget *>(m_care), static_cast<QWidget *>(m_found)}) {
        part->setVisible(item.has_value());
    }
    m_mark->setVisible(false);
    m_marked->setVisible(false);
    if (!item) {
        return;
    }
    const ChecklistItem &now = m_checking.list()->items[*item];
    m_name->setText(nameOf(m_atlas, now.muscle, now.side));
    QStringList sites;
    const MusclePattern *pattern = m_knowledge.pattern(now.muscle);
    if (pattern != nullptr) {
        for (const SitePattern &site : pattern->triggerPoints) {
            sites << phrases::text(site.site);
        }
    }
    sites.removeDuplicates();
    constexpr int mostSites = 2;
    m_where->setText(QStringList{sites.mid(0, mostSites)}.join(QLatin1Char('\n')));
    m_where->setVisible(!sites.isEmpty());
    m_care->setText(
        pattern != nullptr && pattern->selfCare.pressure == PressureGrade::fingertips
            ? tr("Flat fingertips only, slowly, and off every pulse. Stop if it is sharp, tingles or goes numb.")
            : tr("Press slowly with a fingertip. Stop if it is sharp, tingles or goes numb. Feeling for points is not "
                 "exact: trained hands often disagree."));
    m_found->choose(static_cast<int>(now.palpated));
    const bool isHit = now.palpated == Palpated::tender || now.palpated == Palpated::thatIsMyPain;
    m_mark->setVisible(isHit && !now.point);
    m_marked->setVisible(now.point.has_value());
}

} // namespace palpate::desktop
