// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/arguments.h"
#include "kube/error.h"
#include "mirror/cluster.h"

#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>
#include <QTextStream>

#include <memory>

namespace cli {

/** Lets the event loop run until the future has its answer. */
template <class T>
T await(const QFuture<T> &future)
{
    QEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcher<T>::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.result();
}

/** One run of gantryctl: the cluster, and where it prints. */
class Console {
public:
    explicit Console(const Arguments &arguments);

    /** Reads the kubeconfig; nothing is sent yet. */
    [[nodiscard]] kube::Result<void> connect();
    /** The namespace that the command is about; empty with -A. */
    [[nodiscard]] QString ns() const;
    [[nodiscard]] kube::Result<QByteArray> get(const QString &path, const QUrlQuery &query = {});
    [[nodiscard]] command::Client &client() { return m_cluster->client(); }
    [[nodiscard]] mirror::Cluster &cluster() { return *m_cluster; }
    [[nodiscard]] const config::Connection &connection() const { return m_cluster->connection(); }
    [[nodiscard]] const Arguments &arguments() const { return m_arguments; }

    void out(const QString &text);
    /** One line on standard error. */
    void complain(const QString &line);
    /** An error in kubectl's words; gives 1, the exit code. */
    int fail(const kube::Error &error);

private:
    Arguments m_arguments;
    std::unique_ptr<mirror::Cluster> m_cluster;
};

/** kubectl's words for an error; `doing` is `error when creating "f.yaml"` or empty. */
[[nodiscard]] QString errorText(const kube::Error &error, const QString &doing = {});

/** Each command prints and gives the exit code. */
int get(Console &console);
int describe(Console &console);
int events(Console &console);
int logs(Console &console);
int why(Console &console);
int forecast(Console &console);
int write(Console &console);
int diff(Console &console);
int mirror(Console &console);

}  // namespace cli
