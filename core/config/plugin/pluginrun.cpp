// SPDX-License-Identifier: Apache-2.0
#include "config/plugin/pluginrun.h"

#include "config/plugin/credentialreply.h"
#include "config/plugin/plaintext.h"
#include "config/plugin/processgroup.h"
#include "config/plugin/searchpath.h"

#include <QProcessEnvironment>

#include <chrono>

using namespace Qt::StringLiterals;

namespace config {

namespace {

constexpr qsizetype OutputLimit = 1024LL * 1024;
constexpr qint64 ComplaintLimit = 16LL * 1024 * 1024;
constexpr qsizetype ComplaintKept = 64LL * 1024;
constexpr qsizetype ComplaintShown = 4LL * 1024;

#ifdef Q_OS_WIN
constexpr qsizetype VariableLimit = 32'767;
#else
constexpr qsizetype VariableLimit = 128LL * 1024 - 1;  ///< Linux's MAX_ARG_STRLEN with its terminating zero
#endif

constexpr auto InfoName = QLatin1StringView("KUBERNETES_EXEC_INFO");

kube::Error configError(const QString &message)
{
    return kube::failure(kube::Error::Kind::Config, u"getting credentials: exec: "_s + message).error();
}

}  // namespace

kube::Error programMissing(const ExecPlugin &plugin, const QString &searchPath)
{
    const FoundProgram found = findProgram(plugin.command, searchPath);
    QString message = u"executable %1 not found"_s.arg(plugin.command);
    if (!found.notExecutable.isEmpty())
        message =
            u"executable %1 may not be run: %2 has no permission to execute"_s.arg(plugin.command, found.notExecutable);
    else if (!plugin.command.contains(u'/'))
        message += u" in PATH %1"_s.arg(searchPath);
    if (!plugin.installHint.isEmpty())
        message += u"\n\n"_s + plugin.installHint;
    return configError(message);
}

PluginRun::PluginRun(const ExecPlugin &plugin, const PluginTerms &terms, QString program, QObject *parent)
    : QObject(parent), m_plugin(plugin), m_terms(terms), m_program(std::move(program))
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!m_terms.searchPath.isEmpty())
        environment.insert(u"PATH"_s, m_terms.searchPath);
    for (const auto &[name, value] : m_plugin.environment)
        environment.insert(name, value);
    environment.insert(InfoName, QString::fromUtf8(m_plugin.execInfo));
    m_process.setProcessEnvironment(environment);
    m_process.setStandardInputFile(QProcess::nullDevice());
    leadOwnGroup(m_process);
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        const double seconds = double(m_terms.timeLimit.count()) / 1000;
        fail(u"executable %1 did not end within %2 seconds"_s.arg(m_plugin.command).arg(seconds));
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &PluginRun::collect);
    connect(&m_process, &QProcess::readyReadStandardError, this, &PluginRun::collect);
    connect(&m_process, &QProcess::finished, this, &PluginRun::conclude);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            failToStart();
    });
}

PluginRun::~PluginRun()
{
    m_done = true;
    m_process.disconnect(this);
    killGroup(m_process);
}

void PluginRun::start()
{
    const qsizetype size = InfoName.size() + 1 + m_plugin.execInfo.size();
    if (size > VariableLimit) {
        const QString message = u"%1 is %2 KiB long, but this system passes at most %3 KiB to a program; the cluster's "
                                "certificate authority is too large for provideClusterInfo"_s.arg(InfoName)
                                    .arg(size / 1024)
                                    .arg((VariableLimit + 1) / 1024);
        QMetaObject::invokeMethod(this, [this, message] { fail(message); }, Qt::QueuedConnection);
        return;
    }
    m_limit.start(m_terms.timeLimit);
    m_process.start(m_program, m_plugin.arguments);
}

void PluginRun::failToStart()
{
    // Qt says what execve said. The two that users meet deserve more words.
    const QString why = m_process.errorString();
    QString message = u"executable %1 cannot be run: %2"_s.arg(m_program, why);
    if (why.contains("Exec format error"_L1))
        message += u"; it was made for another kind of machine, or is a script without a first line that names its "
                   "interpreter"_s;
    if (why.contains("Argument list too long"_L1))
        message += u"; its arguments and environment, %1 among it, are larger than this system allows"_s.arg(InfoName);
    QMetaObject::invokeMethod(this, [this, message] { fail(message); }, Qt::QueuedConnection);
}

void PluginRun::collect()
{
    m_output += m_process.readAllStandardOutput();
    const QByteArray complaint = m_process.readAllStandardError();
    m_complained += complaint.size();
    m_complaint = (m_complaint + complaint).right(ComplaintKept);
    if (m_output.size() > OutputLimit)
        fail(u"executable %1 wrote more than 1 MiB"_s.arg(m_plugin.command));
    else if (m_complained > ComplaintLimit)
        fail(u"executable %1 wrote more than 16 MiB to standard error"_s.arg(m_plugin.command));
}

void PluginRun::conclude()
{
    if (!m_done)
        collect();
    if (m_done)
        return;
    if (m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0) {
        finish(credentialReply(m_output, m_plugin.apiVersion));
        return;
    }
    const bool isExit = m_process.exitStatus() == QProcess::NormalExit;
    QString message = (isExit ? u"executable %1 failed with exit code %2"_s : u"executable %1 was ended by signal %2"_s)
                          .arg(m_plugin.command)
                          .arg(m_process.exitCode());
    if (const QString complaint = plainText(m_complaint, ComplaintShown); !complaint.isEmpty())
        message += u": "_s + complaint;
    fail(message);
}

void PluginRun::fail(const QString &message)
{
    finish(std::unexpected(configError(message)));
}

void PluginRun::finish(const kube::Result<Fresh> &fresh)
{
    if (m_done)
        return;
    m_done = true;
    m_limit.stop();
    killGroup(m_process);
    Q_EMIT finished(fresh);
}

}  // namespace config
