// SPDX-License-Identifier: Apache-2.0
#include "config/plugin/searchpath.h"

#include "config/plugin/processgroup.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace config {

namespace {

/** Around what we asked for: login scripts like to talk. */
constexpr auto Fence = QLatin1StringView("__gantry_path__");

QList<QString> folders(const QString &path)
{
    return path.split(QDir::listSeparator(), Qt::SkipEmptyParts);
}

}  // namespace

FoundProgram findProgram(const QString &command, const QString &searchPath)
{
    FoundProgram found;
    const auto isThere = [&](const QString &path) {
        const QFileInfo file(path);
        if (!file.isFile())
            return false;
        if (file.isExecutable())
            found.path = path;
        else if (found.notExecutable.isEmpty())
            found.notExecutable = path;
        return file.isExecutable();
    };
    if (command.contains(u'/')) {
        isThere(QFileInfo(command).absoluteFilePath());
        return found;
    }
    for (const QString &folder : folders(searchPath)) {
        // A folder that is not absolute would depend on where we were started from; Go refuses that too.
        if (QDir::isAbsolutePath(folder) && isThere(QDir::cleanPath(folder + u'/' + command)))
            break;
#ifdef Q_OS_WIN
        if (QDir::isAbsolutePath(folder) && isThere(QDir::cleanPath(folder + u'/' + command + u".exe")))
            break;
#endif
    }
    return found;
}

QString effectivePath(const QString &chosen)
{
    return chosen.isEmpty() ? qEnvironmentVariable("PATH") : chosen;
}

LoginPath::LoginPath(const QString &shell, std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent), m_shell(shell)
{
    if (m_shell.isEmpty())
        m_shell = qEnvironmentVariable("SHELL", u"/bin/sh"_s);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    leadOwnGroup(m_process);
    m_limit.setSingleShot(true);
    m_limit.setInterval(limit);
    connect(&m_limit, &QTimer::timeout, this, &LoginPath::conclude);
    connect(&m_process, &QProcess::finished, this, &LoginPath::conclude);
    connect(&m_process, &QProcess::errorOccurred, this, &LoginPath::conclude);
}

LoginPath::~LoginPath()
{
    m_done = true;
    m_process.disconnect(this);
    killGroup(m_process);
}

void LoginPath::start()
{
    m_limit.start();
    // `env` rather than a variable of the shell: fish, csh and sh spell it alike.
    m_process.start(m_shell, {u"-l"_s, u"-c"_s, u"echo %1; /usr/bin/env; echo %1"_s.arg(Fence)});
}

void LoginPath::conclude()
{
    if (m_done)
        return;
    m_done = true;
    m_limit.stop();
    const QString said = QString::fromUtf8(m_process.readAllStandardOutput());
    killGroup(m_process);
    QList<QString> path;
    for (const QString &line : said.section(Fence, 1, 1).split(u'\n')) {
        if (line.startsWith("PATH="_L1))
            path = folders(line.sliced(5));
    }
    for (const QString &folder : folders(qEnvironmentVariable("PATH"))) {
        if (!path.contains(folder))
            path << folder;
    }
    Q_EMIT found(path.join(QDir::listSeparator()));
}

}  // namespace config
