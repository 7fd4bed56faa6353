// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/chartexport.h"

#include <array>
#include <cmath>

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QStandardPaths>
#include <QSvgGenerator>

#include "desktop/charts/figuresheet.h"

namespace palpate::desktop {

namespace {

QString words(const char *source) { return QCoreApplication::translate("Charts", source); }

constexpr int pageWidth = 1040;
constexpr int margin = space::xxl;
constexpr double pngScale = 2; ///< sharp on paper
constexpr int screenDpi = 96;
const QString &lineBetween()
{
    static const QString blank{QLatin1Char(' ')};
    return blank;
}

struct Sheet {
    QRect title;
    QRect chart;
    QRect notes;
    QSize size;
};

int heightOf(const QString &text, const QFont &font, int width)
{
    const QFontMetrics metrics{font};
    return metrics.boundingRect(QRect{0, 0, width, 10000}, Qt::TextWordWrap, text).height();
}

Sheet layOut(const Chart &chart)
{
    const int width = pageWidth - 2 * margin;
    Sheet sheet;
    sheet.title = {margin, margin, width, heightOf(chart.title(), chartFont(type::section, true), width)};
    const int chartTop = sheet.title.bottom() + space::xl;
    sheet.chart = {margin, chartTop, width, chart.heightFor(width)};
    const QString notes = chart.notes().join(lineBetween());
    sheet.notes = {margin, sheet.chart.bottom() + space::l, width, heightOf(notes, chartFont(type::caption), width)};
    sheet.size = {pageWidth, sheet.notes.bottom() + margin};
    return sheet;
}

void drawSheet(FigureSheet &figures, const Chart &chart, const Sheet &sheet)
{
    const ChartColours colours = coloursForPrint();
    QPainter &painter = figures.painter();
    painter.setFont(chartFont(type::section, true));
    painter.setPen(colours.text);
    painter.drawText(sheet.title, Qt::TextWordWrap, chart.title());
    chart.draw(figures, sheet.chart, colours);
    painter.setFont(chartFont(type::caption));
    painter.setPen(colours.text2);
    painter.drawText(sheet.notes, Qt::TextWordWrap, chart.notes().join(lineBetween()));
}

void writePng(QBuffer &into, const Chart &chart, const Sheet &sheet)
{
    QImage picture{sheet.size * pngScale, QImage::Format_RGB32};
    picture.setDevicePixelRatio(pngScale);
    picture.fill(Qt::white);
    {
        FigureSheet figures{picture};
        drawSheet(figures, chart, sheet);
    }
    picture.save(&into, "PNG");
}

void writeSvg(QBuffer &into, const Chart &chart, const Sheet &sheet)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&into);
    generator.setSize(sheet.size);
    generator.setViewBox(QRect{{0, 0}, sheet.size});
    generator.setTitle(chart.title());
    generator.setDescription(chart.notes().join(lineBetween()));
    generator.setResolution(screenDpi);
    FigureSheet figures{generator};
    figures.painter().fillRect(QRect{{0, 0}, sheet.size}, Qt::white);
    drawSheet(figures, chart, sheet);
}

/// One page A4 across; what is taller is made smaller, so that no chart is split.
void writePdf(QBuffer &into, const Chart &chart, const Sheet &sheet)
{
    QPdfWriter writer{&into};
    writer.setTitle(chart.title());
    writer.setCreator(QStringLiteral("Palpate"));
    writer.setResolution(screenDpi);
    writer.setPageSize(QPageSize{QPageSize::A4});
    writer.setPageOrientation(QPageLayout::Landscape);
    writer.setPageMargins({});
    FigureSheet figures{writer};
    QPainter &painter = figures.painter();
    const double fit = std::min(1.0 * writer.width() / sheet.size.width(), 1.0 * writer.height() / sheet.size.height());
    painter.translate((writer.width() - fit * sheet.size.width()) / 2, 0);
    painter.scale(fit, fit);
    drawSheet(figures, chart, sheet);
}

struct Kind {
    ExportFormat format;
    const char *name;
    const char *ending;
};

constexpr std::array kinds{Kind{ExportFormat::pdf, QT_TRANSLATE_NOOP("Charts", "PDF, to print"), "pdf"},
                           Kind{ExportFormat::png, QT_TRANSLATE_NOOP("Charts", "PNG, a picture"), "png"},
                           Kind{ExportFormat::svg, QT_TRANSLATE_NOOP("Charts", "SVG, to edit"), "svg"}};

} // namespace

QByteArray exported(const Chart &chart, ExportFormat format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const Sheet sheet = layOut(chart);
    switch (format) {
    case ExportFormat::png:
        writePng(buffer, chart, sheet);
        break;
    case ExportFormat::svg:
        writeSvg(buffer, chart, sheet);
        break;
    case ExportFormat::pdf:
        writePdf(buffer, chart, sheet);
        break;
    }
    return buffer.data();
}

std::optional<QString> writeExport(const Chart &chart, const ExportTarget &target)
{
    const QByteArray bytes = exported(chart, target.format);
    QSaveFile file{target.file};
    // Before anything is in it: until it is put in place it stands under another name.
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(bytes) == bytes.size() && file.commit();
    if (written) {
        return std::nullopt;
    }
    return words("The chart could not be saved as %1: %2. Nothing was changed there; choose another folder and try "
                 "again.")
        .arg(QDir::toNativeSeparators(target.file), file.errorString());
}

std::optional<ExportTarget> askForTarget(QWidget *parent, const QString &name)
{
    QFileDialog dialog{parent, words("Save the chart")};
    dialog.setOption(QFileDialog::DontUseNativeDialog);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    QStringList filters;
    for (const Kind &kind : kinds) {
        filters << QStringLiteral("%1 (*.%2)").arg(words(kind.name), QLatin1String(kind.ending));
    }
    dialog.setNameFilters(filters);
    // The dialog itself adds the ending, so that it asks about the file that will be written.
    const auto setEnding = [&dialog, &filters](const QString &filter) {
        const auto at = static_cast<std::size_t>(std::max<qsizetype>(filters.indexOf(filter), 0));
        dialog.setDefaultSuffix(QLatin1String(kinds.at(at).ending));
    };
    setEnding(filters.first());
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, setEnding);
    dialog.selectFile(name);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) {
        return std::nullopt;
    }
    const auto at = static_cast<std::size_t>(std::max<qsizetype>(filters.indexOf(dialog.selectedNameFilter()), 0));
    return ExportTarget{dialog.selectedFiles().first(), kinds.at(at).format};
}

} // namespace palpate::desktop
