// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QScrollArea>

#include "anatomy/atlas.h"
#include "desktop/journalsession.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace palpate::desktop {

class Chips;

/// More about one point: what was found by touch, how sure its place is, who found it, a note. Each answer is stored
/// as it is given.
class PointDetail : public QScrollArea {
    Q_OBJECT

public:
    /// Atlas and session must outlive the pane.
    PointDetail(const anatomy::Atlas &atlas, JournalSession &session, QWidget *parent = nullptr);

    void setPoint(PointId point);
    /// After the journal has changed; closes when the point is gone.
    void refresh();

Q_SIGNALS:
    void closed();
    /// The person wants to work on the point.
    void careRequested(palpate::PointId point);

private:
    using Finding = std::optional<bool> TriggerPoint::*;

    void addFinding(const QString &plain, const QString &term, const QString &prefix, Finding finding);
    [[nodiscard]] std::optional<TriggerPoint> point() const;
    void store(const TriggerPoint &point);

    struct FindingRow {
        Chips *chips;
        Finding finding;
    };

    const anatomy::Atlas &m_atlas;
    JournalSession &m_session;
    std::optional<PointId> m_point;
    QLabel *m_title;
    QLabel *m_history;
    std::vector<FindingRow> m_findings;
    Chips *m_certainty;
    Chips *m_finder;
    QLineEdit *m_finderName;
    QPlainTextEdit *m_note;
};

} // namespace palpate::desktop
