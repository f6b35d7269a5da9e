// SPDX-License-Identifier: Apache-2.0
// A recorded scenario of a real cluster: what was listed at its end, and how it arrived before.
#pragma once

#include "decode/reader.h"
#include "support/vectors.h"

#include <QDir>

#include <algorithm>
#include <random>

namespace support {

/** One watch frame of the pod, or of an event. */
struct Frame {
    qint64 version = 0;  ///< one counter of the whole cluster: the order of arrival
    bool deleted = false;
    kube::PodPtr pod;
    kube::EventPtr event;
};

struct Scenario {
    QString name;  ///< `k8s-1.20/slow-pull`
    kube::PodPtr pod;
    QList<kube::EventPtr> events;
    kube::NodePtr node;
    kube::Timestamp now;
    QList<Frame> frames;  ///< of that pod and its events, by arrival
};

inline QStringList scenarioNames()
{
    QStringList names;
    const QString top = QStringLiteral(TEST_DATA "/fixtures/");
    for (const QString &version : QDir(top).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        for (const QString &name : QDir(top + version).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
            names << version + QLatin1Char('/') + name;
    return names;
}

template <class T>
void appendFrames(QList<Frame> &frames, const QByteArray &lines, const QString &uid)
{
    decode::Reader reader;
    for (const QByteArray &line : lines.split('\n')) {
        const auto read = line.isEmpty() ? kube::Result<decode::WatchEvent<T>>() : reader.watchEvent<T>(line);
        if (!read)
            qFatal("a frame cannot be read: %s", qPrintable(read.error().message));
        if (!read->object)
            continue;
        Frame frame;
        frame.version = read->resourceVersion.toLongLong();
        frame.deleted = read->type == decode::WatchEvent<T>::Type::Deleted;
        if constexpr (std::is_same_v<T, kube::Pod>) {
            if (read->object->meta.uid != uid)
                continue;
            frame.pod = read->object;
        } else {
            if (read->object->involved.uid != uid)
                continue;
            frame.event = read->object;
        }
        frames.append(frame);
    }
}

inline Scenario scenario(const QString &name)
{
    const QString folder = QStringLiteral("fixtures/") + name + QLatin1Char('/');
    decode::Reader reader;
    const auto pods = reader.list<kube::Pod>(read(folder + QStringLiteral("pods.json")));
    const auto events = reader.list<kube::Event>(read(folder + QStringLiteral("events.json")));
    const auto nodes = reader.list<kube::Node>(read(folder + QStringLiteral("node.json")));
    if (!pods || !events || !nodes || pods->items.size() != 1 || nodes->items.isEmpty())
        qFatal("scenario %s cannot be read", qPrintable(name));
    Scenario result;
    result.name = name;
    result.pod = pods->items.constFirst();
    result.node = nodes->items.constFirst();
    result.now = kube::Timestamp::parse(QString::fromUtf8(read(folder + QStringLiteral("now.txt"))).trimmed());
    for (const kube::EventPtr &event : events->items)
        if (event->involved.uid == result.pod->meta.uid)
            result.events.append(event);
    appendFrames<kube::Pod>(result.frames, read(folder + QStringLiteral("pods.watch.jsonl")), result.pod->meta.uid);
    appendFrames<kube::Event>(result.frames, read(folder + QStringLiteral("events.watch.jsonl")), result.pod->meta.uid);
    std::ranges::stable_sort(result.frames, {}, &Frame::version);
    return result;
}

/** What was known after a number of frames. */
class Arrival {
public:
    explicit Arrival(const Scenario &scenario) : m_scenario(scenario) {}

    /** Takes the next frame; false at the end and from the pod's own end on. */
    bool next()
    {
        if (m_at >= m_scenario.frames.size())
            return false;
        const Frame &frame = m_scenario.frames.at(m_at++);
        if (frame.deleted)
            return frame.event != nullptr;  // events go when their namespace does; that takes nothing back
        if (frame.pod)
            m_pod = frame.pod;
        else
            take(frame.event);
        return true;
    }

    [[nodiscard]] const kube::PodPtr &pod() const { return m_pod; }
    [[nodiscard]] const QList<kube::EventPtr> &events() const { return m_events; }
    [[nodiscard]] const kube::Event *lastEvent() const
    {
        return m_at > 0 ? m_scenario.frames.at(m_at - 1).event.get() : nullptr;
    }
    [[nodiscard]] qsizetype taken() const { return m_at; }

    /** The latest moment that anything known speaks of. */
    [[nodiscard]] kube::Timestamp now() const
    {
        kube::Timestamp at = m_pod ? m_pod->meta.creationTimestamp : kube::Timestamp();
        for (const kube::EventPtr &event : m_events)
            at = std::max({at, event->last(), event->exactFirst()});
        return at;
    }

private:
    void take(const kube::EventPtr &event)
    {
        const auto same = [&](const kube::EventPtr &known) { return known->meta.uid == event->meta.uid; };
        const auto it = std::ranges::find_if(m_events, same);
        if (it == m_events.end())
            m_events.append(event);
        else
            *it = event;
    }

    const Scenario &m_scenario;
    qsizetype m_at = 0;
    kube::PodPtr m_pod;
    QList<kube::EventPtr> m_events;
};

}  // namespace support
