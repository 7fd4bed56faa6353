// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself, as a child process.
#include <catch2/catch.hpp>

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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
        {QStringLiteral("render"), QStringLiteral("--out"), out, QStringLiteral("--theme"), QStringLiteral("pink")},
        {QStringLiteral("render"), QStringLiteral("--out"), out, QStringLiteral("--arm-aside")},
        {QStringLiteral("render"), QStringLiteral("--out"), out, QStringLiteral("--zones"), QStringLiteral("moon")},
        {QStringLiteral("render"), QStringLiteral("--out"), out, QStringLiteral("--muscle"),
         QStringLiteral("soleus:up")},
        {QStringLiteral("render"), QStringLiteral("--out"), out, QStringLiteral("--crop"), QStringLiteral("1,2,3")},
        {QStringLiteral("render"), QStringLiteral("--out"), out, QStringLiteral("--scale"), QStringLiteral("0")},
        {QStringLiteral("atlas")}};
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
            REQUIRE(picture.height() > 1150);
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

TEST_CASE("render marks zones and muscles, cuts and scales")
{
    const testing::TempDir folder;
    const QString out = inside(folder, "part.png");
    const Outcome outcome =
        run({QStringLiteral("render"), QStringLiteral("--view"), QStringLiteral("left"), QStringLiteral("--arm-aside"),
             QStringLiteral("--layer"), QStringLiteral("skin"), QStringLiteral("--zones"), QStringLiteral("flank:left"),
             QStringLiteral("--muscle"), QStringLiteral("soleus:left"), QStringLiteral("--crop"),
             QStringLiteral("0,500,300,400"), QStringLiteral("--scale"), QStringLiteral("2"), QStringLiteral("--theme"),
             QStringLiteral("light"), QStringLiteral("--out"), out});
    CHECK(outcome.exitCode == 0);
    const QImage picture{out};
    CHECK(picture.size() == QSize{600, 800});
    const QColor line = desktop::tokensFor(desktop::Theme::light).map.blueLine;
    int blue = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            blue += picture.pixelColor(x, y) == line ? 1 : 0;
        }
    }
    CHECK(blue > 100);
}

TEST_CASE("atlas lists views, layers, muscles with pixel counts, and zones")
{
    const Outcome outcome = run({QStringLiteral("atlas"), QStringLiteral("--json")});
    CHECK(outcome.exitCode == 0);
    const QJsonObject atlas = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    CHECK(atlas[QStringLiteral("views")].toArray().size() == 16);
    CHECK(atlas[QStringLiteral("layers")].toArray().size() == 5);
    CHECK(atlas[QStringLiteral("zones")].toArray().size() == 121);
    const QJsonArray views = atlas[QStringLiteral("views")].toArray();
    for (const auto view : views) {
        const QJsonArray muscles = view[QStringLiteral("muscles")].toArray();
        CHECK(muscles.size() > 20);
        for (const auto muscle : muscles) {
            CHECK(muscle[QStringLiteral("pixels")].toInt() > 0);
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
