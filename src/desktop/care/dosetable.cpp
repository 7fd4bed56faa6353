// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/care/dosetable.h"

#include <QCoreApplication>
#include <QGridLayout>

#include "desktop/care/carewords.h"
#include "desktop/controls/labels.h"
#include "desktop/datewords.h"
#include "desktop/theme/tokens.h"

namespace palpate::desktop {

namespace {

constexpr std::size_t mostRows = 8;

QString tr(const char *words) { return QCoreApplication::translate("Care", words); }

QString with(const DoseEntry &entry)
{
    QStringList words;
    if (entry.tool != Tool::none) {
        words << carewords::tool(entry.tool);
    }
    if (entry.position) {
        words << carewords::position(*entry.position);
    }
    return words.join(tr(", "));
}

} // namespace

QWidget *makeDoseTable(std::span<const DoseEntry> entries, const Instant &now)
{
    if (entries.empty()) {
        return nullptr;
    }
    auto *table = new QWidget;
    auto *grid = new QGridLayout{table};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::xs);
    int row = 0;
    const auto addRow = [&](const QStringList &cells, TextStyle style) {
        int column = 0;
        for (const QString &cell : cells) {
            grid->addWidget(makeLabel(cell, style), row, column++, Qt::AlignTop);
        }
        ++row;
    };
    addRow({tr("When"), tr("Pressed"), tr("With"), tr("Felt"), tr("Before"), tr("After")}, TextStyle::caption);
    const std::size_t shown = std::min(mostRows, entries.size());
    for (std::size_t back = 1; back <= shown; ++back) {
        const DoseEntry &entry = entries[entries.size() - back];
        addRow({datewords::shortDay(dayOf(entry.at), dayOf(now)), tr("%1 s").arg(entry.seconds), with(entry),
                entry.effort ? QString::number(entry.effort->value()) : tr("–"), QString::number(entry.before.value()),
                QString::number(entry.after.value())},
               TextStyle::body);
    }
    grid->setColumnStretch(2, 1);
    return table;
}

} // namespace palpate::desktop
