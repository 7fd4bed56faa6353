// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "care/careoptions.h"
#include "desktop/bodymap/mapscene.h"
#include "desktop/theme/tokens.h"
#include "referral/knowledgebase.h"

class QLabel;

namespace palpate::desktop {

class CareMap;

/// For somebody who helps: the place from where they see it, and how to press, to be read by both before they begin.
class HelperView : public QWidget {
    Q_OBJECT

public:
    /// All must outlive it.
    HelperView(MapScene &scene, const KnowledgeBase &knowledge, Theme theme, QWidget *parent = nullptr);

    void show(const CareOption &option, const RuleBase &rules);
    void setTheme(Theme theme);

Q_SIGNALS:
    void backWished();
    void failed(const QString &sentence);

private:
    const anatomy::Atlas &m_atlas;
    CareMap *m_map;
    QLabel *m_place;
    QLabel *m_words;
};

} // namespace palpate::desktop
