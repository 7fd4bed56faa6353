// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/reminders/commandchain.h"

#include <chrono>

namespace palpate::desktop {

namespace {

constexpr std::chrono::milliseconds limit{5000};

} // namespace

CommandChain::CommandChain(QObject *parent) : QObject{parent}
{
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_limit.setSingleShot(true);
    m_limit.setInterval(limit);
    connect(&m_limit, &QTimer::timeout, &m_process, &QProcess::kill);
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        m_limit.stop();
        const bool wentWell = status == QProcess::NormalExit && code == 0;
        const QString said = QString::fromUtf8(m_process.readAllStandardError()).simplified();
        if (wentWell || m_commands.takeFirst().mayFail) {
            if (wentWell) {
                m_commands.removeFirst();
            }
            next();
        } else {
            end(said.isEmpty() ? m_process.program() : said);
        }
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) { // all else ends in finished()
            m_limit.stop();
            end(m_process.program() + QStringLiteral(": ") + m_process.errorString());
        }
    });
}

CommandChain::~CommandChain()
{
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void CommandChain::start(const QList<Command> &commands)
{
    m_commands = commands;
    m_running = true;
    next();
}

void CommandChain::next()
{
    if (m_commands.isEmpty()) {
        end({});
        return;
    }
    m_limit.start();
    m_process.start(m_commands.first().program, m_commands.first().arguments);
}

void CommandChain::end(const QString &problem)
{
    m_commands.clear();
    m_running = false;
    Q_EMIT finished(problem);
}

void CommandChain::waitForEnd()
{
    while (m_running) {
        if (!m_process.waitForFinished(static_cast<int>(limit.count()))) {
            m_process.kill();
        }
    }
}

} // namespace palpate::desktop
