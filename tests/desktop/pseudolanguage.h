// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGuiApplication>
#include <QTranslator>

namespace palpate::testing {

/// A language nobody speaks: English with accents and a third longer, so that untranslated words and labels without
/// room show. Placeholders, keys and markup stay as they are.
class PseudoLanguage : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }

    [[nodiscard]] QString translate(const char * /*context*/, const char *source, const char * /*disambiguation*/,
                                    int /*n*/) const override
    {
        const QString plain = QString::fromUtf8(source);
        QString words;
        int letters = 0;
        for (qsizetype at = 0; at < plain.size(); ++at) {
            const bool placeholder = plain[at] == QLatin1Char('%') && at + 1 < plain.size();
            if (placeholder) {
                words += plain.mid(at, 2);
                ++at;
                continue;
            }
            words += accented(plain[at]);
            letters += plain[at].isLetter() ? 1 : 0;
        }
        for (int more = 0; more < (letters + 2) / 3; ++more) {
            words += more % 6 == 0 ? QChar{u' '} : QChar{u'ö'};
        }
        // The letters are Latin: a mark says that the language runs from right to left.
        return QGuiApplication::isRightToLeft() && !words.isEmpty() ? QChar{0x200f} + words : words;
    }

private:
    static QChar accented(QChar letter)
    {
        static const QString plain = QStringLiteral("aeiouycnsAEIOUYCNS");
        static const QString marked = QStringLiteral("áéîôúýçñšÁÉÎÔÚÝÇÑŠ");
        const qsizetype at = plain.indexOf(letter);
        return at < 0 ? letter : marked[at];
    }
};

} // namespace palpate::testing
