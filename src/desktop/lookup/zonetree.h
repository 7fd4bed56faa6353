// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QTreeWidget>

#include "anatomy/atlas.h"
#include "referral/bodyregion.h"
#include "referral/knowledgebase.h"

namespace palpate::desktop {

/// All places of the body by region, each side with a check box: what the brush reaches, without a pointer.
class ZoneTree : public QTreeWidget {
    Q_OBJECT

public:
    explicit ZoneTree(QWidget *parent = nullptr);

    void show(const KnowledgeBase &base, const std::vector<BodyRegion> &regions);
    void setChosen(const std::vector<anatomy::ZonePlace> &zones);

Q_SIGNALS:
    /// By a person, not by setChosen().
    void toggled(const palpate::anatomy::ZonePlace &zone);

private:
    [[nodiscard]] QTreeWidgetItem *itemOf(const anatomy::ZonePlace &place, const KnowledgeBase &base);

    std::vector<std::pair<QTreeWidgetItem *, anatomy::ZonePlace>> m_items; ///< of the places
    bool m_isSetting = false;
};

} // namespace palpate::desktop
