// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/carepage.h"

#include <QStackedLayout>

#include "desktop/care/carechoice.h"
#include "desktop/care/caresummary.h"
#include "desktop/lookup/lookupsource.h"
#include "desktop/shell/actions.h"

namespace palpate::desktop {

CarePage::CarePage(const anatomy::Atlas &atlas, JournalSession &session, LookupSource &source, Actions &actions,
                   Theme theme)
    : m_session{session},
      m_source{source},
      m_keeper{atlas, session},
      m_stack{new QStackedLayout{this}},
      m_choice{new CareChoice{atlas, session, source, theme}},
      m_summary{new CareSummary{atlas}}
{
    setObjectName(QStringLiteral("carePage"));
    m_steady.start();
    m_view = new SessionView{atlas,
                             [this] {
                                 return Tick{std::chrono::milliseconds{m_steady.elapsed()}, m_session.now().utc};
                             },
                             theme};
    for (QWidget *part : std::initializer_list<QWidget *>{m_choice, m_view, m_summary}) {
        m_stack->addWidget(part);
    }
    connect(&m_source, &LookupSource::ready, m_choice, &CareChoice::read);
    connect(m_choice, &CareChoice::mapWished, this, &CarePage::mapWished);
    connect(m_choice, &CareChoice::readingWished, this, &CarePage::readingWished);
    connect(m_choice, &CareChoice::startWished, this, &CarePage::begin);
    connect(m_view, &SessionView::rated, this,
            [this](const PlannedCare &care, std::optional<PainLevel> soreness, std::optional<PainLevel> tender) {
                m_keeper.rate(care, soreness, tender);
            });
    connect(m_view, &SessionView::progressed, this, [this] { m_keeper.keep(*m_view->run()); });
    connect(m_view, &SessionView::ended, this, &CarePage::finish);
    connect(m_summary, &CareSummary::backWished, this, &CarePage::showChoice);
    connect(&m_session, &JournalSession::changed, this, [this](const JournalChange &change) {
        const bool matters = change.touches<TriggerPoint>() || change.touches<Rating>() || change.touches<Session>() ||
                             change.touches<Treatment>() || change.touches<Alert>() || change.touches<Profile>() ||
                             change.touches<FollowUp>();
        if (matters && m_choice->isVisible()) {
            m_choice->read();
        }
    });
    actions.add(*this,
                {QStringLiteral("careBegin"),
                 tr("Begin the session"),
                 ActionGroup::care,
                 {QKeySequence{Qt::CTRL | Qt::Key_Return}},
                 Icon::none},
                [this] {
                    if (m_stack->currentWidget() == m_choice) {
                        m_choice->begin();
                    }
                });
}

CarePage::~CarePage() = default;

void CarePage::showEvent(QShowEvent *event)
{
    m_source.begin();
    if (m_stack->currentWidget() == m_choice) {
        m_choice->read();
    }
    QWidget::showEvent(event);
}

void CarePage::begin()
{
    const ChosenCare chosen = m_choice->chosen();
    if (chosen.care.empty() || m_source.data() == nullptr) {
        return;
    }
    m_keeper.begin(chosen.overrideReason);
    m_stack->setCurrentWidget(m_view);
    m_view->begin(chosen.care, beatsOf(chosen.care, m_source.data()->loaded.rules));
}

void CarePage::finish()
{
    m_keeper.finish(*m_view->run());
    m_summary->show(*m_view->run());
    m_stack->setCurrentWidget(m_summary);
    m_summary->setFocus(Qt::OtherFocusReason);
}

void CarePage::showChoice()
{
    m_choice->forgetAnswers();
    m_stack->setCurrentWidget(m_choice);
    m_choice->read();
}

void CarePage::interrupt() { m_view->interrupt(); }

void CarePage::setTheme(Theme theme)
{
    m_choice->setTheme(theme);
    m_view->setTheme(theme);
}

} // namespace palpate::desktop
