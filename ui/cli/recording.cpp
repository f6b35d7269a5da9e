// SPDX-License-Identifier: Apache-2.0
#include "cli/recording.h"

#include "decode/reader.h"

#include <QDir>
#include <QFile>
#include <QHash>

#include <algorithm>
#include <optional>

namespace cli {

using namespace Qt::StringLiterals;
using kube::Error;

namespace {

Error error(const QString &file, const QString &message)
{
    Error e;
    e.kind = Error::Kind::Protocol;
    e.where = file;
    e.message = message;
    return e;
}

/** The content; nothing where there is no such file. */
kube::Result<std::optional<QByteArray>> content(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(error(path, file.errorString()));
    return file.readAll();
}

/** Whether the object was already like this at that moment; a null moment is the end. */
bool isBy(const kube::Event &event, kube::Timestamp moment)
{
    return moment.isNull() || event.last() < moment + std::chrono::seconds(1);
}

bool isBy(const kube::Pod &pod, kube::Timestamp moment)
{
    if (moment.isNull())
        return true;
    // A status has no time of its own: what it speaks of tells, and when somebody asked for the deletion.
    for (const auto &list : {pod.initStatuses, pod.statuses, pod.ephemeralStatuses})
        for (const kube::ContainerStatus &status : list)
            if (std::max(status.state.startedAt, status.state.finishedAt) > moment)
                return false;
    const std::chrono::seconds grace(pod.meta.deletionGracePeriodSeconds.value_or(0));
    return pod.meta.deletionTimestamp.isNull() || pod.meta.deletionTimestamp + -grace < moment;
}

bool isBy(const kube::Node &, kube::Timestamp)
{
    return true;
}

template <class T>
kube::Result<QList<std::shared_ptr<const T>>> frames(const QString &path, const QByteArray &bytes,
                                                     kube::Timestamp moment)
{
    decode::Reader reader;
    QHash<QString, std::shared_ptr<const T>> byUid;
    QList<QString> order;
    QList<std::shared_ptr<const T>> versions;
    int number = 0;
    for (const QByteArray &line : bytes.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const auto frame = reader.watchEvent<T>(line);
        if (!frame)
            return std::unexpected(error(u"%1:%2"_s.arg(path).arg(number), frame.error().message));
        const bool deleted = frame->type == decode::WatchEvent<T>::Type::Deleted;
        if (!frame->object || deleted || !isBy(*frame->object, moment))
            continue;
        const QString uid = frame->object->meta.uid;
        if constexpr (std::is_same_v<T, kube::Event>) {
            versions << frame->object;  // each tells when it was said again
            continue;
        }
        if (!byUid.contains(uid))
            order << uid;
        byUid[uid] = frame->object;
    }
    if (!versions.isEmpty())
        return versions;
    QList<std::shared_ptr<const T>> objects;
    for (const QString &uid : std::as_const(order))
        objects << byUid.value(uid);
    return objects;
}

template <class T>
kube::Result<QList<std::shared_ptr<const T>>> objects(const QString &path, const QByteArray &bytes)
{
    decode::Reader reader;
    if (const auto list = reader.list<T>(bytes))
        return list->items;
    const auto one = reader.object<T>(bytes);
    if (!one)
        return std::unexpected(error(path, one.error().message));
    return QList<std::shared_ptr<const T>>{*one};
}

/** Of the names the first that is there. */
template <class T>
kube::Result<QList<std::shared_ptr<const T>>> load(const QString &folder, const QStringList &names,
                                                   kube::Timestamp moment)
{
    for (const QString &name : names) {
        const QString path = QDir(folder).filePath(name);
        const auto bytes = content(path);
        if (!bytes)
            return std::unexpected(bytes.error());
        if (*bytes)
            return name.endsWith(u".jsonl") ? frames<T>(path, **bytes, moment) : objects<T>(path, **bytes);
    }
    return QList<std::shared_ptr<const T>>();
}

kube::Timestamp latest(const Recording &recording)
{
    kube::Timestamp at;
    for (const kube::EventPtr &event : recording.events)
        at = std::max(at, event->last());
    for (const kube::PodPtr &pod : recording.pods) {
        at = std::max(at, pod->meta.creationTimestamp);
        for (const kube::PodCondition &condition : pod->conditions)
            at = std::max(at, condition.lastTransitionTime);
    }
    return at;
}

}  // namespace

kube::Result<Recording> readRecording(const QString &folder)
{
    if (!QDir(folder).exists())
        return std::unexpected(error(folder, u"no such folder"_s));
    Recording recording;
    const auto moment = content(QDir(folder).filePath(u"now.txt"_s));
    if (!moment)
        return std::unexpected(moment.error());
    if (*moment)
        recording.now = kube::Timestamp::parse(QString::fromUtf8(**moment).trimmed());
    const auto pods = load<kube::Pod>(folder, {u"pods.json"_s, u"pods.watch.jsonl"_s}, recording.now);
    const auto events = load<kube::Event>(folder, {u"events.json"_s, u"events.watch.jsonl"_s}, recording.now);
    const auto nodes = load<kube::Node>(folder, {u"node.json"_s, u"nodes.json"_s}, recording.now);
    if (!pods || !events || !nodes)
        return std::unexpected(!pods ? pods.error() : !events ? events.error() : nodes.error());
    recording.pods = *pods;
    recording.events = *events;
    recording.nodes = *nodes;
    if (recording.now.isNull())
        recording.now = latest(recording);
    return recording;
}

kube::NodePtr nodeOf(const Recording &recording, const QString &name)
{
    const auto it =
        std::ranges::find_if(recording.nodes, [&](const kube::NodePtr &node) { return node->meta.key.name == name; });
    return it == recording.nodes.end() ? nullptr : *it;
}

}  // namespace cli
