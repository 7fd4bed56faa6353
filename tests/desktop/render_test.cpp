// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself, as a child process.
#include <catch2/catch.hpp>

#include <QFile>
#include <QImage>
#include <QProcess>

#include "desktop/theme/tokens.h"
#include "support/tempdir.h"

using namespace palpate;

namespace {

struct Outcome {
    int exitCode;
    QString out;
    QString err;
};

Outcome run(const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        environment.remove(QString::fromLatin1(name));
    }
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(PALPATE_PROGRAM), arguments);
    REQUIRE(process.waitForFinished());
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QString inside(const testing::TempDir &folder, const char *name)
{
    return QString::fromStdString((folder.path() / name).string());
}

} // namespace

TEST_CASE("version and help speak without a display")
{
    CHECK(run({QStringLiteral("--version")}).out.startsWith(QStringLiteral("palpate ")));
    const Outcome help = run({QStringLiteral("--help")});
    CHECK(help.exitCode == 0);
    CHECK(help.out.contains(QStringLiteral("render")));
}

TEST_CASE("wrong use exits with 2 and says what is wrong")
{
    const testing::TempDir folder;
    const QString out = inside(folder, "x.png");
    const std::vector<QStringList> wrong{
        {QStringLiteral("dance")},
        {QStringLiteral("--nonsense")},
        {QStringLiteral("render")},
        {QStringLiteral("render"), QStringLiteral("--out"), out, QStringLiteral("--view"), QStringLiteral("inside")},
        {QStringLiteral("render"), QStringLiteral("--out"), out, QStringLiteral("--layer"), QStringLiteral("fog")},
        {QStringLiteral("render"), QStringLiteral("--out"), out, QStringLiteral("--theme"), QStringLiteral("pink")}};
    for (const QStringList &arguments : wrong) {
        const Outcome outcome = run(arguments);
        INFO(arguments.join(QLatin1Char(' ')).toStdString());
        CHECK(outcome.exitCode == 2);
        CHECK(outcome.err.contains(QStringLiteral("palpate: ")));
        CHECK_FALSE(QImage{out}.width() > 0);
    }
}

TEST_CASE("render writes the body from both sides, in both themes")
{
    const testing::TempDir folder;
    for (const QString &view : {QStringLiteral("front"), QStringLiteral("back")}) {
        for (const QString &theme : {QStringLiteral("light"), QStringLiteral("dark")}) {
            const QString out = inside(folder, "body.png");
            const Outcome outcome =
                run({QStringLiteral("render"), QStringLiteral("--view"), view, QStringLiteral("--layer"),
                     QStringLiteral("superficial"), QStringLiteral("--theme"), theme, QStringLiteral("--out"), out});
            CHECK(outcome.exitCode == 0);
            const QImage picture{out};
            REQUIRE(picture.height() == 1200);
            const auto &tokens =
                desktop::tokensFor(theme == QStringLiteral("dark") ? desktop::Theme::dark : desktop::Theme::light);
            CHECK(picture.pixelColor(0, 0) == tokens.map.ground);
            int body = 0;
            for (int y = 0; y < picture.height(); ++y) {
                for (int x = 0; x < picture.width(); ++x) {
                    body += picture.pixelColor(x, y) != tokens.map.ground ? 1 : 0;
                }
            }
            const double part = static_cast<double>(body) / (picture.width() * picture.height());
            CHECK(part > 0.2);
            CHECK(part < 0.6);
        }
    }
}

TEST_CASE("a file that is no journal is refused in words and left as it is")
{
    const testing::TempDir folder;
    const QString file = inside(folder, "letter.txt");
    QFile letter{file};
    REQUIRE(letter.open(QIODevice::WriteOnly));
    letter.write("Dear doctor, this is no database.\n");
    letter.close();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(PALPATE_PROGRAM), {QStringLiteral("--journal"), file});
    REQUIRE(process.waitForFinished());
    CHECK(process.exitCode() == 1);
    CHECK(QString::fromUtf8(process.readAllStandardError()).contains(QStringLiteral("is not a Palpate journal")));
    REQUIRE(letter.open(QIODevice::ReadOnly));
    CHECK(letter.readAll() == QByteArray{"Dear doctor, this is no database.\n"});
}
