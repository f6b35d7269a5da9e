// SPDX-License-Identifier: Apache-2.0
#include "mirror/cluster.h"

#include "command/courier.h"
#include "mirror/inside/slices.h"
#include "mirror/inside/worker.h"
#include "net/farewell.h"

#include <QPointer>
#include <QPromise>
#include <QThread>
#include <QTimer>

#include <atomic>

namespace mirror {

struct Cluster::Door {
    config::Connection connection;
    QThread thread;
    Worker *worker = nullptr;  ///< lives in the thread and is deleted there when it ends
    std::unique_ptr<command::Courier> courier;

    Slices slices;
    QTimer pause;  ///< between two slices: the window gets its turn

    std::atomic<int> posted = 0;

    template <class Call>
    void post(Call call)
    {
        // Qt's queue orders this already; a ThreadSanitizer that cannot see into Qt sees it here.
        posted.fetch_add(1, std::memory_order_release);
        QMetaObject::invokeMethod(
            worker,
            [this, to = worker, call = std::move(call)] {
                (void)posted.load(std::memory_order_acquire);
                call(*to);
            },
            Qt::QueuedConnection);
    }

    /** Asks the worker; the answer is cancelled where it goes away first. */
    template <class Call>
    auto ask(Call call) -> QFuture<std::invoke_result_t<Call, Worker &>>
    {
        const auto promise = std::make_shared<QPromise<std::invoke_result_t<Call, Worker &>>>();
        promise->start();
        post([promise, call = std::move(call)](Worker &in) {
            promise->addResult(call(in));
            promise->finish();
        });
        return promise->future();
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
                m_door->slices.take(batch);
                deliver();
            },
            Qt::QueuedConnection);
    });
    m_door->pause.setSingleShot(true);
    connect(&m_door->pause, &QTimer::timeout, this, &Cluster::deliver);
    m_door->worker->moveToThread(&m_door->thread);
    const auto leave = [worker = m_door->worker] {
        delete worker;
        net::leaveThread();
    };
    connect(&m_door->thread, &QThread::finished, &m_door->thread, leave, Qt::DirectConnection);  // in it, not in ours
    m_door->courier = std::make_unique<command::Courier>([door = m_door.get()](command::Courier::Task task) {
        door->post([task = std::move(task)](Worker &worker) { task(worker.service()); });
    });
    m_door->thread.setObjectName(QStringLiteral("cluster"));
    m_door->thread.start();
}

void Cluster::deliver()
{
    const Batch part = m_door->slices.next();
    const bool isLast = m_door->slices.isEmpty();
    if (isLast)
        m_door->post([](Worker &worker) { worker.acknowledge(); });
    else
        m_door->pause.start(0);
    Q_EMIT arrived(part);  // the last: who gets it may end this
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

void Cluster::setNamespaces(const QList<QString> &names)
{
    m_door->post([names](Worker &worker) { worker.setNamespaces(names); });
}

void Cluster::setReadOnly(bool readOnly)
{
    m_door->courier->setReadOnly(readOnly);
}

void Cluster::relist()
{
    m_door->post([](Worker &worker) { worker.relist(); });
}

void Cluster::stop()
{
    m_door->post([](Worker &worker) { worker.stop(); });
}

void Cluster::setAttended(bool attended)
{
    m_door->post([attended](Worker &worker) { worker.setAttended(attended); });
}

void Cluster::resume()
{
    m_door->post([](Worker &worker) { worker.reconnect(); });
}

void Cluster::networkChanged()
{
    m_door->post([](Worker &worker) { worker.reconnect(); });
}

void Cluster::setOnDemand(bool onDemand)
{
    m_door->post([onDemand](Worker &worker) { worker.setOnDemand(onDemand); });
}

std::shared_ptr<const void> Cluster::subscribe(Kind kind)
{
    setWanted(kind, true);
    const QPointer<Cluster> self(this);
    return {static_cast<const void *>(this), [self, kind](const void *) {
                if (self)
                    self->setWanted(kind, false);
            }};
}

void Cluster::setWanted(Kind kind, bool wanted)
{
    m_door->post([kind, wanted](Worker &worker) { worker.setWanted(kind, wanted); });
}

void Cluster::askLanes(const QSet<kube::Key> &pods)
{
    m_door->post([pods](Worker &worker) { worker.askLanes(pods); });
}

QFuture<Holdings> Cluster::dump(Kind kind)
{
    return m_door->ask([kind](Worker &worker) { return worker.dump(kind); });
}

QFuture<Counters> Cluster::counters()
{
    return m_door->ask([](Worker &worker) { return worker.counters(); });
}

QFuture<kube::Result<QList<kube::EventPtr>>> Cluster::pastPulls()
{
    return m_door->ask([](Worker &worker) { return worker.pastPulls(); });
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
