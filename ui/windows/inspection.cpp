// SPDX-License-Identifier: Apache-2.0
#include "windows/inspection.h"

#include "decode/poddetail.h"
#include "report/describe.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace windows {

namespace {

/** Whether a batch says something about the pod, its events or any node's images. */
bool touches(const mirror::Batch &batch, const kube::Key &key)
{
    const auto isPod = [&key](const kube::PodRef &pod) { return pod->meta.key == key; };
    const auto isAbout = [&key](const kube::EventPtr &event) {
        return event->involved.name == key.name && event->involved.ns == key.ns;
    };
    return batch.reset || !batch.nodes.isEmpty() || batch.pods.removals.contains(key) ||
           std::ranges::any_of(batch.pods.upserts, isPod) || std::ranges::any_of(batch.events.upserts, isAbout);
}

}  // namespace

Inspection::Inspection(const models::Snapshot &snapshot, QObject *parent) : QObject(parent), m_snapshot(snapshot) {}

void Inspection::setClient(command::Client *client)
{
    m_client = client;
    ++m_generation;
    m_fetching = m_stale = false;
}

void Inspection::select(const kube::Key &pod)
{
    if (pod == m_key)
        return;
    m_key = pod;
    const kube::PodRef known = m_snapshot.pod(pod);
    m_uid = known ? known->meta.uid.toString() : QString();
    Q_EMIT selectedChanged(m_key, m_uid);
    Q_EMIT describeCleared();
    tell();
    describe();
}

void Inspection::follow(const mirror::Batch &batch)
{
    if (m_key == kube::Key() || !touches(batch, m_key))
        return;
    if (!m_awake) {
        m_missed = true;
        return;
    }
    catchUp();
}

void Inspection::setAwake(bool awake)
{
    m_awake = awake;
    if (awake && std::exchange(m_missed, false))
        catchUp();
}

void Inspection::catchUp()
{
    const kube::PodRef pod = m_snapshot.pod(m_key);
    if (pod && pod->meta.uid != m_uid) {
        m_uid = pod->meta.uid;
        Q_EMIT selectedChanged(m_key, m_uid);
    }
    tell();
    if (pod)
        describe();
    else
        Q_EMIT describeCleared();
}

void Inspection::setDescribing(bool on)
{
    if (on == std::exchange(m_describing, on) || !on)
        return;
    describe();
}

void Inspection::tell()
{
    const kube::PodRef pod = m_snapshot.pod(m_key);
    if (!pod) {
        Q_EMIT storiesChanged({}, {});
        return;
    }
    const QList<kube::EventPtr> events = m_snapshot.eventsOf(*pod);
    const kube::NodePtr node = m_snapshot.node(pod->nodeName);
    Q_EMIT storiesChanged(pull::tell(pod->unfolded(), events, node.get(), m_snapshot.now()), m_key.name);
}

void Inspection::describe()
{
    if (!m_awake || !m_describing || !m_client || !m_snapshot.pod(m_key))
        return;
    if (m_fetching) {
        m_stale = true;
        return;
    }
    m_fetching = true;
    const auto quoted = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    const QString path = u"/api/v1/namespaces/%1/pods/%2"_s.arg(quoted(m_key.ns), quoted(m_key.name));
    m_client->get(path, {}, "application/json")
        .then(this, [this, key = m_key, generation = m_generation](const kube::Result<QByteArray> &body) {
            if (generation == m_generation)
                take(key, body);
        });
}

void Inspection::take(const kube::Key &key, const kube::Result<QByteArray> &body)
{
    m_fetching = false;
    if (key == m_key) {
        const auto detail = body.and_then([](const QByteArray &json) { return decode::podDetail(json); });
        if (detail) {
            const QList<kube::EventPtr> events = m_snapshot.eventsOf(detail->pod.meta.key, detail->pod.meta.uid);
            const kube::Timestamp now = m_snapshot.now();
            Q_EMIT described(report::describePod(*detail, events, now), report::describePodTree(*detail, events, now));
        } else {
            Q_EMIT describeFailed(detail.error());
        }
    }
    if (std::exchange(m_stale, false) || key != m_key)
        describe();
}

}  // namespace windows
