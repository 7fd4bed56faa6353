// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTimer>

namespace palpate::desktop {

/// Runs programs one after the other, each for a few seconds at most, while the window goes on.
class CommandChain : public QObject {
    Q_OBJECT

public:
    struct Command {
        QString program;
        QStringList arguments;
        bool mayFail = false; ///< the next one runs all the same
    };

    explicit CommandChain(QObject *parent = nullptr);
    /// Stops what runs, without a word.
    ~CommandChain() override;
    CommandChain(const CommandChain &) = delete;
    CommandChain &operator=(const CommandChain &) = delete;
    CommandChain(CommandChain &&) = delete;
    CommandChain &operator=(CommandChain &&) = delete;

    /// Not while others run.
    void start(const QList<Command> &commands);
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// Waits until finished() was said, each program within its time.
    void waitForEnd();

Q_SIGNALS:
    /// `problem` is empty when all went well, else what the one that failed said; those after it did not run.
    void finished(const QString &problem);

private:
    void next();
    void end(const QString &problem);

    QProcess m_process;
    QTimer m_limit;
    QList<Command> m_commands;
    bool m_running = false;
};

} // namespace palpate::desktop
