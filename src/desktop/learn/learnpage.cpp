// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/learn/learnpage.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QScrollBar>
#include <QTextDocument>

#include "desktop/bodymap/patternpreview.h"
#include "desktop/controls/labels.h"
#include "desktop/controls/rowlist.h"
#include "desktop/learn/learnmodel.h"
#include "desktop/learn/readingview.h"
#include "desktop/lookup/lookupsource.h"
#include "desktop/page/bestviews.h"
#include "desktop/page/rowdelegate.h"
#include "desktop/phrases.h"
#include "desktop/shell/actions.h"
#include "desktop/theme/palpatestyle.h"
#include "referral/referral.h"

namespace palpate::desktop {

namespace {

constexpr int sideWidth = 368;
/// The search of the window stands above.
constexpr int searchRoom = 64;
constexpr int pointsOnPaper = 11;
const ArticleId firstArticle{"what-is-known"};

} // namespace

LearnPage::LearnPage(MapScene &scene, const KnowledgeBase &knowledge, LookupSource &source, Actions &actions,
                     Theme theme, QWidget *parent)
    : QWidget{parent},
      m_scene{scene},
      m_knowledge{knowledge},
      m_source{source},
      m_theme{theme},
      m_model{new LearnModel{this}}
{
    setObjectName(QStringLiteral("learnPage"));
    auto *layout = new QHBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeSide(theme));
    layout->addWidget(makeText(), 1);
    setFocusProxy(m_field);
    connect(&m_source, &LookupSource::ready, this, &LearnPage::takeContents);
    addCommands(actions);
}

QWidget *LearnPage::makeSide(Theme theme)
{
    auto *side = new QWidget;
    side->setFixedWidth(sideWidth);
    auto *layout = new QVBoxLayout{side};
    layout->setContentsMargins(space::xl, searchRoom, space::s, 0);
    layout->setSpacing(space::s);
    m_field = new QLineEdit;
    m_field->setObjectName(QStringLiteral("learnFind"));
    m_field->setPlaceholderText(tr("Find in articles and leaflets"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->setClearButtonEnabled(true);
    setFieldIcon(*m_field, Icon::search);
    layout->addWidget(m_field);
    m_nothing = makeLabel(tr("Nothing there holds all of these words."), TextStyle::caption);
    m_nothing->setVisible(false);
    layout->addWidget(m_nothing);
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("learnList"));
    m_list->setAccessibleName(tr("Articles and muscles"));
    layFlat(*m_list);
    m_list->setModel(m_model);
    m_delegate = new RowDelegate{theme, m_list};
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    layout->addWidget(m_list, 1);
    const auto choose = [this](const QModelIndex &index) {
        if (index.isValid()) {
            open(m_model->at(index));
        }
    };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_list, &QListView::activated, this, choose);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_model->setQuery(words);
        m_nothing->setVisible(m_hasContents && m_model->rowCount() == 0);
    });
    connect(m_field, &QLineEdit::returnPressed, this, [this, choose] { choose(m_model->index(0)); });
    return side;
}

QWidget *LearnPage::makeText()
{
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout{part};
    layout->setContentsMargins(0, space::m, 0, 0);
    layout->setSpacing(space::l);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(space::xl - 2, 0, space::xl, 0); // the buttons' own room for the focus ring
    bar->setSpacing(space::s);
    const auto add = [bar](const QString &words, const char *name, Icon icon, const QString &hint) {
        auto *button = new QPushButton{words};
        button->setObjectName(QString::fromLatin1(name));
        button->setToolTip(hint);
        if (icon != Icon::none) {
            setButtonIcon(*button, icon);
            button->setAccessibleName(hint);
        }
        bar->addWidget(button);
        return button;
    };
    m_back = add({}, "learnBack", Icon::previous, tr("Back to what was read before (Alt+Left)"));
    m_forward = add({}, "learnForward", Icon::next, tr("Forward again (Alt+Right)"));
    bar->addStretch();
    m_map = add(tr("Show on the map"), "learnMap", Icon::none, tr("Opens the map at this muscle"));
    auto *print = add(tr("Print …"), "learnPrint", Icon::none, tr("On paper or into a file (Ctrl+P)"));
    layout->addLayout(bar);
    m_view = new ReadingView;
    m_view->setAccessibleName(tr("Text"));
    layout->addWidget(m_view, 1);
    connect(m_back, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_forward, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_map, &QPushButton::clicked, this, [this] {
        if (const auto *muscle = m_shown ? std::get_if<MuscleId>(&*m_shown) : nullptr) {
            Q_EMIT mapRequested(*muscle);
        }
    });
    connect(print, &QPushButton::clicked, this, &LearnPage::choosePrinter);
    connect(m_view, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (const auto target = targetOf(url)) {
            open(*target);
        }
    });
    return part;
}

void LearnPage::addCommands(Actions &actions)
{
    const auto add = [this, &actions](const char *id, const QString &words, const QKeySequence &key, auto run) {
        actions.add(*this, {QString::fromLatin1(id), words, ActionGroup::learn, {key}, Icon::none}, run);
    };
    add("readBack", tr("Back to what was read before"), QKeySequence{Qt::ALT | Qt::Key_Left}, [this] { step(-1); });
    add("readForward", tr("Forward again"), QKeySequence{Qt::ALT | Qt::Key_Right}, [this] { step(1); });
    add("readPrint", tr("Print what is shown"), QKeySequence{QKeySequence::Print}, [this] { choosePrinter(); });
}

void LearnPage::showEvent(QShowEvent *event)
{
    m_source.begin();
    if (!m_hasContents && m_source.data() != nullptr) {
        takeContents();
    }
    QWidget::showEvent(event);
}

void LearnPage::takeContents()
{
    if (m_hasContents) {
        return;
    }
    m_hasContents = true;
    m_model->setContents(m_knowledge, m_source.data()->loaded.library);
    if (m_shown) {
        render();
    } else {
        open(firstArticle);
    }
}

void LearnPage::open(const ReadingTarget &target)
{
    if (m_shown == target) {
        return;
    }
    m_visited.erase(m_visited.begin() + static_cast<std::ptrdiff_t>(m_shown ? m_at + 1 : 0), m_visited.end());
    m_visited.push_back(target);
    m_at = m_visited.size() - 1;
    m_shown = target;
    render();
}

void LearnPage::step(int direction)
{
    const auto to = static_cast<std::ptrdiff_t>(m_at) + direction;
    if (to >= 0 && to < std::ssize(m_visited)) {
        m_at = static_cast<std::size_t>(to);
        m_shown = m_visited[m_at];
        render();
    }
}

LearnPage::Rendered LearnPage::rendered(Theme theme)
{
    const ReadingText text{m_knowledge, m_source.data()->loaded.library};
    if (const auto *article = std::get_if<ArticleId>(&*m_shown)) {
        const Article *known = m_source.data()->loaded.library.article(*article);
        return {known == nullptr ? QString{} : text.article(*known), {}};
    }
    if (const auto *zone = std::get_if<ZoneId>(&*m_shown)) {
        const Zone *known = m_knowledge.zone(*zone);
        return {known == nullptr ? QString{} : text.zone(*known), {}};
    }
    const MusclePattern *pattern = m_knowledge.pattern(std::get<MuscleId>(*m_shown));
    if (pattern == nullptr) {
        return {};
    }
    Rendered done;
    std::vector<QString> names;
    const Side side = m_scene.atlas().regionOf(pattern->id, Side::midline) ? Side::midline : Side::right;
    const anatomy::RegionNumber region = m_scene.atlas().regionOf(pattern->id, side).value_or(0);
    const std::vector<ReferredZone> zones = referralOf(*pattern, side).zones;
    for (const anatomy::ViewInfo *view : bestViews(m_scene, m_knowledge, region, zones)) {
        PatternPreview preview{m_scene, *view, region, zones, theme};
        if (!preview.isEmpty()) {
            names.push_back(QStringLiteral("picture:%1").arg(names.size()));
            done.pictures.emplace_back(names.back(), preview.grab().toImage());
        }
    }
    done.html = text.muscle(*pattern, names);
    return done;
}

void LearnPage::render()
{
    const bool isMuscle = m_shown && std::holds_alternative<MuscleId>(*m_shown);
    m_map->setVisible(isMuscle);
    m_back->setEnabled(m_at > 0);
    m_forward->setEnabled(m_at + 1 < m_visited.size());
    if (!m_hasContents || !m_shown) {
        return;
    }
    const Rendered done = rendered(m_theme);
    m_view->setText(done.html, done.pictures, m_theme);
    m_view->verticalScrollBar()->setValue(0);
    const QModelIndex row = m_model->indexOf(*m_shown);
    m_list->setCurrentIndex(row);
    if (row.isValid()) {
        m_list->scrollTo(row);
    }
}

void LearnPage::setTheme(Theme theme)
{
    m_theme = theme;
    m_delegate->setTheme(theme);
    render();
}

void LearnPage::printTo(QPrinter &printer)
{
    const Rendered done = rendered(Theme::light);
    QTextDocument paper;
    QFont font = m_view->font();
    font.setPointSize(pointsOnPaper);
    paper.setDefaultFont(font);
    paper.setDefaultStyleSheet(ReadingText::styleSheet(Theme::light, ReadingText::Medium::paper));
    for (const auto &[name, picture] : done.pictures) {
        paper.addResource(QTextDocument::ImageResource, QUrl{name}, picture);
    }
    paper.setHtml(done.html);
    paper.print(&printer);
}

void LearnPage::choosePrinter()
{
    if (!m_hasContents || !m_shown) {
        return;
    }
    QPrinter printer{QPrinter::HighResolution};
    QPrintDialog dialog{&printer, this};
    if (dialog.exec() == QDialog::Accepted) {
        printTo(printer);
    }
}

} // namespace palpate::desktop
