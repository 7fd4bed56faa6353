// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the lookup page by key.
#include "desktop/lookup/lookuppage.h"

#include "desktop/lookup/checkpane.h"
#include "desktop/lookup/reversepane.h"
#include "desktop/page/mappane.h"
#include "desktop/shell/actions.h"

namespace palpate::desktop {

namespace {

/// By which a key makes the brush thinner or wider, in millimetres.
constexpr int brushStep = 4;

} // namespace

void LookupPage::addActions(Actions &actions)
{
    m_pane->addCommands(actions, *this, false);
    const auto add = [&](const char *id, const QString &words, const QList<QKeySequence> &keys, auto run) {
        actions.add(*this, {QString::fromLatin1(id), words, ActionGroup::lookup, keys, Icon::none}, run);
    };
    add("lookupSay", tr("Say where it hurts"), {QKeySequence{Qt::Key_W}}, [this] {
        showReverse();
        m_reverse->beginWords();
    });
    add("lookupPlaces", tr("Choose places from a list"), {QKeySequence{Qt::Key_Z}}, [this] {
        if (isReverse()) {
            m_reverse->toggleTree();
        }
    });
    add("lookupPaint", tr("Paint where it hurts"), {QKeySequence{Qt::Key_B}}, [this] {
        m_pane->showLayer(anatomy::Layer::skin);
        m_reverse->setErases(false);
    });
    add("lookupErase", tr("Erase paint of the lookup"), {QKeySequence{Qt::Key_E}}, [this] {
        m_pane->showLayer(anatomy::Layer::skin);
        m_reverse->setErases(true);
    });
    add("lookupThinner", tr("Thinner brush for the lookup"), {QKeySequence{Qt::Key_BracketLeft}},
        [this] { m_reverse->setBrushMm(int(m_reverse->brush().mm) - brushStep); });
    add("lookupWider", tr("Wider brush for the lookup"), {QKeySequence{Qt::Key_BracketRight}},
        [this] { m_reverse->setBrushMm(int(m_reverse->brush().mm) + brushStep); });
    add("lookupList", tr("Go to the ranked list; 1 to 9 and 0 choose its rows"), {QKeySequence{Qt::Key_L}},
        [this] { m_reverse->focusList(); });
    add("lookupExplain", tr("Explain all of it"), {QKeySequence{Qt::Key_X}}, [this] {
        if (isReverse()) {
            m_reverse->setExplaining(!m_reverse->isExplaining());
        }
    });
    add("lookupSwap", tr("Swap: from the pain, or from a muscle"), {QKeySequence{Qt::Key_D}}, [this] { swap(); });
    add("lookupSave", tr("Save what is asked as pain felt now"), {QKeySequence{Qt::Key_S}}, [this] {
        if (isReverse()) {
            m_enquiry.save();
        }
    });
    add("lookupClear", tr("Begin the lookup anew"), {QKeySequence{Qt::Key_Delete}}, [this] {
        if (isReverse()) {
            m_enquiry.clear();
        }
    });
}

void LookupPage::addCheckActions(Actions &actions)
{
    const auto add = [&](const char *id, const QString &words, Qt::Key key, auto run) {
        actions.add(*this, {QString::fromLatin1(id), words, ActionGroup::lookup, {QKeySequence{key}}, Icon::none}, run);
    };
    const auto answer = [this](Palpated palpated) {
        return [this, palpated] {
            if (isChecklist()) {
                m_check->answer(palpated);
            }
        };
    };
    add("checkNow", tr("Check the ranked muscles now"), Qt::Key_C, [this] { checkNow(); });
    add("checkNothing", tr("Checklist: nothing found"), Qt::Key_N, answer(Palpated::nothing));
    add("checkTender", tr("Checklist: tender"), Qt::Key_T, answer(Palpated::tender));
    add("checkMine", tr("Checklist: that is my pain"), Qt::Key_Y, answer(Palpated::thatIsMyPain));
    add("checkUntried", tr("Checklist: not tried"), Qt::Key_U, answer(Palpated::notTried));
    add("checkMarkFound", tr("Checklist: mark what was found"), Qt::Key_M, [this] { markFound(); });
}

} // namespace palpate::desktop
