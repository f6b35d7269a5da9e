// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/connection.h"
#include "config/renewal.h"

#include <QProcess>
#include <QTimer>

namespace config {

/**
 * One run of an exec credential plugin: without a shell, without a terminal, with a limit of time, of 1 MiB of output
 * and of 16 MiB of complaints. Where it goes over them, or is destroyed, it ends with all that it started.
 */
class PluginRun : public QObject {
    Q_OBJECT
public:
    /** `program`: absolute, as findProgram gave it. */
    PluginRun(const ExecPlugin &plugin, const PluginTerms &terms, QString program, QObject *parent = nullptr);
    ~PluginRun() override;

    void start();

Q_SIGNALS:
    /** Once, never from within start. */
    void finished(const kube::Result<config::Fresh> &fresh);

private:
    void collect();
    void conclude();
    void failToStart();
    void fail(const QString &message);
    void finish(const kube::Result<Fresh> &fresh);

    ExecPlugin m_plugin;
    PluginTerms m_terms;
    QString m_program;
    QProcess m_process;
    QTimer m_limit;
    QByteArray m_output;
    QByteArray m_complaint;  ///< the end of what it wrote to standard error
    qint64 m_complained = 0;
    bool m_done = false;
};

/** `executable X not found`, where it was looked for, and the kubeconfig's hint how to get it. */
[[nodiscard]] kube::Error programMissing(const ExecPlugin &plugin, const QString &searchPath);

}  // namespace config
