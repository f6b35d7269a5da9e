// SPDX-License-Identifier: Apache-2.0
#include "config/plugin/processgroup.h"

#ifdef Q_OS_UNIX
#include <signal.h>
#endif

namespace config {

namespace {
constexpr int ReapMs = 1000;
}

void leadOwnGroup(QProcess &process)
{
#ifdef Q_OS_UNIX
    QProcess::UnixProcessParameters parameters;
    // Not CloseFileDescriptors: it closes the pipe, too, on which Qt hears that execve failed.
    parameters.flags = QProcess::UnixProcessFlag::CreateNewSession | QProcess::UnixProcessFlag::ResetSignalHandlers;
    process.setUnixProcessParameters(parameters);
#else
    Q_UNUSED(process)
#endif
}

void killGroup(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
#ifdef Q_OS_UNIX
    if (const auto id = static_cast<pid_t>(process.processId()); id > 0)
        ::kill(-id, SIGKILL);
#endif
    process.kill();
    process.waitForFinished(ReapMs);
    process.close();
}

}  // namespace config
