// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "core/instant.h"
#include "record/described.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace palpate::desktop {

class LevelScale;

/// Sets an entry right where it stands: its number, its time within the day, its words. Enter saves, Esc leaves.
class EntryEditor : public QWidget {
    Q_OBJECT

public:
    enum class Purpose { change, add };

    /// Several records are moved together. `now` is when no entry can be later than.
    EntryEditor(const QString &title, std::vector<AnyRecord> records, Purpose purpose, const Instant &now,
                QWidget *parent = nullptr);

    void begin();

Q_SIGNALS:
    /// The records as they are to be; those that did not change among them.
    void saved(const std::vector<palpate::AnyRecord> &records);
    void removeAsked();
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addButtons(QVBoxLayout &layout, Purpose purpose);
    void save();
    /// Why the time is not taken; empty when it is.
    [[nodiscard]] QString moveAll(std::vector<AnyRecord> &records) const;

    std::vector<AnyRecord> m_records;
    Instant m_now;
    LevelScale *m_level = nullptr;
    QLineEdit *m_time = nullptr;
    QPlainTextEdit *m_words = nullptr;
    QLabel *m_refused = nullptr;
};

} // namespace palpate::desktop
