// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "core/instant.h"
#include "core/localday.h"

class QDateTimeEdit;
class QLabel;
class QPushButton;

namespace palpate::desktop {

/// For which moment entries are made: now, or another one that stays until now is chosen again.
class WhenBar : public QWidget {
    Q_OBJECT

public:
    /// The clock must outlive the bar.
    explicit WhenBar(const Clock &clock, QWidget *parent = nullptr);

    /// Empty is now.
    [[nodiscard]] std::optional<Instant> when() const;
    /// Another time, on that day; the time of day is now's.
    void chooseDay(LocalDay day);
    /// Another time: that one.
    void chooseMoment(const Instant &moment);
    void chooseNow();
    void chooseOther();
    /// What day it is, for a window that stays open over midnight.
    void refresh();

Q_SIGNALS:
    void changed();

private:
    void showOther(bool other);
    [[nodiscard]] QDateTime wallNow() const;

    const Clock &m_clock;
    QLabel *m_day;
    QPushButton *m_now;
    QPushButton *m_other;
    QDateTimeEdit *m_edit;
    QLabel *m_warning;
};

} // namespace palpate::desktop
