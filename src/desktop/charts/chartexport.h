// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QByteArray>
#include <QString>

#include "desktop/charts/chart.h"

class QWidget;

namespace palpate::desktop {

enum class ExportFormat { png, svg, pdf };

struct ExportTarget {
    QString file;
    ExportFormat format;
};

/// The chart as it is printed: light, on white, with its title above and what its marks mean below.
[[nodiscard]] QByteArray exported(const Chart &chart, ExportFormat format);

/// Writes it whole or not at all, readable by the person alone (0600); what stood there is replaced. A plain sentence
/// where that was not possible.
[[nodiscard]] std::optional<QString> writeExport(const Chart &chart, const ExportTarget &target);

/// Asks where to, and before anything is replaced. `name` is proposed, without an ending.
[[nodiscard]] std::optional<ExportTarget> askForTarget(QWidget *parent, const QString &name);

} // namespace palpate::desktop
