// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QWidget>

#include "core/instant.h"
#include "core/localday.h"
#include "record/alertchecks.h"

class QLabel;

namespace palpate::desktop {

/// A professional's check as it was told.
struct ToldCheck {
    std::string by;
    Instant at;
    LocalDay until; ///< the last day that it holds
};

/// "A professional has checked this": who, when, and for how long that holds. It stores nothing.
class CheckedForm : public QWidget {
    Q_OBJECT

public:
    /// The clock must outlive the form.
    explicit CheckedForm(const Clock &clock, QWidget *parent = nullptr);

    /// Says why it cannot be accepted.
    void refuse(CheckRefusal refusal);

Q_SIGNALS:
    void told(const palpate::desktop::ToldCheck &check);

private:
    QLabel *m_refused;
};

} // namespace palpate::desktop
