// SPDX-License-Identifier: Apache-2.0
#include "mirror/cluster.h"

#include "command/courier.h"
#include "mirror/worker.h"

#include <QPromise>
#include <QThread>

namespace mirror {

struct Cluster::Door {
    config::Connection connection;
    QThread thread;
    Worker *worker = nullptr;  ///< lives in the thread and is deleted there when it ends
    std::unique_ptr<command::Courier> courier;

    template <class Call>
    void post(Call call)
    {
        QMetaObject::invokeMethod(worker, [to = worker, call = std::move(call)] { call(*to); }, Qt::QueuedConnection);
    }
};

Cluster::Cluster(config::Connection connection, const QString &historyFile, QObject *parent)
    : QObject(parent), m_door(std::make_unique<Door>())
{
    m_door->connection = std::move(connection);
    m_door->worker = new Worker(m_door->connection, historyFile, [this](const Batch &batch) {
        QMetaObject::invokeMethod(
            this,
            [this, batch] {
                Q_EMIT arrived(batch);
                m_door->post([](Worker &worker) { worker.acknowledge(); });
            },
            Qt::QueuedConnection);
    });
    m_door->worker->moveToThread(&m_door->thread);
    QObject::connect(&m_door->thread, &QThread::finished, m_door->worker, &QObject::deleteLater);
    m_door->courier = std::make_unique<command::Courier>([door = m_door.get()](command::Courier::Task task) {
        door->post([task = std::move(task)](Worker &worker) { task(worker.service()); });
    });
    m_door->thread.setObjectName(QStringLiteral("cluster"));
    m_door->thread.start();
}

Cluster::~Cluster()
{
    m_door->thread.quit();
    m_door->thread.wait();
}

void Cluster::watch(const QString &ns)
{
    m_door->post([ns](Worker &worker) { worker.watch(ns); });
}

void Cluster::relist()
{
    m_door->post([](Worker &worker) { worker.relist(); });
}

void Cluster::stop()
{
    m_door->post([](Worker &worker) { worker.stop(); });
}

QFuture<kube::Result<QList<kube::EventPtr>>> Cluster::pastPulls()
{
    const auto promise = std::make_shared<QPromise<kube::Result<QList<kube::EventPtr>>>>();
    promise->start();
    m_door->post([promise](Worker &worker) {
        promise->addResult(worker.pastPulls());
        promise->finish();
    });
    return promise->future();
}

const config::Connection &Cluster::connection() const
{
    return m_door->connection;
}

command::Client &Cluster::client()
{
    return *m_door->courier;
}

}  // namespace mirror
