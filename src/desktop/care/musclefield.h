// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QLineEdit>

#include "anatomy/atlas.h"
#include "referral/knowledgebase.h"

namespace palpate::desktop {

/// A muscle of one side.
struct MusclePlace {
    MuscleId muscle;
    Side side = Side::midline;
};

/// Names a muscle of one side, by its common or its Latin name; a part of it is enough to choose from a list.
class MuscleField : public QLineEdit {
    Q_OBJECT

public:
    /// Both must outlive it.
    MuscleField(const anatomy::Atlas &atlas, const KnowledgeBase &knowledge, QWidget *parent = nullptr);

    /// To be called when the field is shown: the knowledge may have come later than the field.
    void readNames();
    /// What is typed; nothing where no muscle is called so.
    [[nodiscard]] std::optional<MusclePlace> place() const;

Q_SIGNALS:
    /// From the list, or by Enter.
    void chosen(const palpate::desktop::MusclePlace &place);
    void unknown(const QString &name);

private:
    void take();

    const anatomy::Atlas &m_atlas;
    const KnowledgeBase &m_knowledge;
    QHash<QString, MusclePlace> m_places; ///< by name and side, in small letters
};

} // namespace palpate::desktop
