// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/connection.h"
#include "config/credentials.h"

#include <QDateTime>
#include <QProcess>
#include <QTimer>

namespace config {

/** One run of an exec credential plugin: 60 s at most, 1 MiB of output at most, no terminal, killed with its children.
 */
class PluginRun : public QObject {
    Q_OBJECT
public:
    explicit PluginRun(const ExecPlugin &plugin, QObject *parent = nullptr);
    ~PluginRun() override;

    void start();

Q_SIGNALS:
    /** Once. `expires` is invalid where the plugin named no time. */
    void finished(const kube::Result<config::Grant> &grant, const QDateTime &expires);

private:
    void collect();
    void conclude();
    void fail(const QString &message);
    void kill();

    ExecPlugin m_plugin;
    QProcess m_process;
    QTimer m_limit;
    QByteArray m_output;
    QByteArray m_complaint;
    bool m_done = false;
};

}  // namespace config
