// SPDX-License-Identifier: Apache-2.0
#include "practice/logs/containerlog.h"

#include "kube/timestamp.h"
#include "practice/clock.h"
#include "practice/json.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <limits>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

constexpr qint64 Second = 1'000'000'000;

qint64 momentOf(const QJsonObject &object, QStringView path)
{
    const kube::Timestamp time = kube::Timestamp::parse(text(object, path));
    return time.isNull() ? 0 : time.unixNanoseconds();
}

/** RFC 3339 with nine digits, as kubelets write it. */
QByteArray stamp(qint64 moment)
{
    QString whole = Clock::seconds(moment);
    whole.chop(1);
    return (whole + u".%1Z "_s.arg(moment % Second, 9, 10, QChar(u'0'))).toLatin1();
}

QJsonArray joined(const QJsonObject &pod, std::initializer_list<QStringView> paths)
{
    QJsonArray all;
    for (const QStringView path : paths)
        for (const QJsonValue &one : at(pod, path).toArray())
            all.append(one);
    return all;
}

/** N of a command that holds `seq N`. */
int countedBy(const QJsonObject &container)
{
    QStringList words;
    for (const QString &field : {u"command"_s, u"args"_s})
        for (const QJsonValue &word : container.value(field).toArray())
            words.append(word.toString());
    static const QRegularExpression counts(u"\\bseq (\\d{1,6})\\b"_s);
    return counts.match(words.join(u' ')).captured(1).toInt();
}

std::expected<QString, Reply> wantedOf(const QJsonObject &pod, const QJsonArray &containers, const QUrlQuery &query)
{
    const QString name = text(pod, u"metadata.name");
    const QString wanted = query.queryItemValue(u"container"_s, QUrl::FullyDecoded);
    const QJsonArray regular = at(pod, u"spec.containers").toArray();
    if (wanted.isEmpty() && regular.size() == 1)
        return text(regular.first().toObject(), u"name");
    if (wanted.isEmpty()) {
        QStringList names;
        for (const QJsonValue &container : regular)
            names.append(text(container.toObject(), u"name"));
        return std::unexpected(badRequest(
            u"a container name must be specified for pod %1, choose one of: [%2]"_s.arg(name, names.join(u' '))));
    }
    if (indexOf(containers, u"name"_s, wanted) < 0)
        return std::unexpected(badRequest(u"container %1 is not valid for pod %2"_s.arg(wanted, name)));
    return wanted;
}

}  // namespace

std::expected<ContainerLog, Reply> ContainerLog::of(const QJsonObject &pod, const QUrlQuery &query)
{
    const QJsonArray containers = joined(pod, {u"spec.containers", u"spec.initContainers"});
    const auto wanted = wantedOf(pod, containers, query);
    if (!wanted)
        return std::unexpected(wanted.error());
    const QJsonArray statuses = joined(pod, {u"status.containerStatuses", u"status.initContainerStatuses"});
    const qsizetype index = indexOf(statuses, u"name"_s, *wanted);
    const QJsonObject status = index < 0 ? QJsonObject{} : statuses.at(index).toObject();
    const QString podName = text(pod, u"metadata.name");
    const bool previous = query.queryItemValue(u"previous"_s) == u"true";
    QJsonObject run = at(status, previous ? u"lastState" : u"state").toObject();
    if (previous && !run.contains(u"terminated"_s))
        return std::unexpected(
            badRequest(u"previous terminated container \"%1\" in pod \"%2\" not found"_s.arg(*wanted, podName)));
    if (run.contains(u"waiting"_s) && at(status, u"lastState.terminated").isObject())
        run = at(status, u"lastState").toObject();  // between two runs the log is that of the last one
    if (run.isEmpty() || run.contains(u"waiting"_s)) {
        const QString reason = text(run, u"waiting.reason");
        const QString what = reason == u"ErrImagePull"       ? u"image can't be pulled"_s
                             : reason == u"ImagePullBackOff" ? u"trying and failing to pull image"_s
                             : reason.isEmpty()              ? u"ContainerCreating"_s
                                                             : reason;
        return std::unexpected(
            badRequest(u"container \"%1\" in pod \"%2\" is waiting to start: %3"_s.arg(*wanted, podName, what)));
    }
    ContainerLog log;
    log.m_name = *wanted;
    log.m_imageId = text(status, u"imageID");
    log.m_counted = countedBy(containers.at(indexOf(containers, u"name"_s, *wanted)).toObject());
    const bool isOver = run.contains(u"terminated"_s);
    log.m_started = momentOf(run, isOver ? u"terminated.startedAt" : u"running.startedAt");
    if (isOver) {
        log.m_finished = momentOf(run, u"terminated.finishedAt");
        log.m_exitCode = at(run, u"terminated.exitCode").toInt();
    }
    return log;
}

QByteArrayList ContainerLog::lines(qint64 from, qint64 until, bool withTimes) const
{
    QByteArrayList all;
    const auto add = [&](qint64 moment, const QString &line) {
        if (moment >= from && moment < until)
            all.append((withTimes ? stamp(moment) : QByteArray()) + line.toUtf8() + '\n');
    };
    add(m_started, u"%1: the practice cluster started this container from %2"_s.arg(m_name, m_imageId));
    for (int i = 1; i <= m_counted; ++i)
        add(m_started + i, QString::number(i));
    const qint64 end = std::min(until, m_finished.value_or(std::numeric_limits<qint64>::max()));
    const qint64 first = std::max<qint64>(1, (from - m_started) / (2 * Second));
    for (qint64 n = first; m_started + 2 * n * Second <= end; ++n)
        add(m_started + 2 * n * Second, u"%1: running for %2 s"_s.arg(m_name).arg(2 * n));
    if (m_finished)
        add(*m_finished + m_counted + 1, u"%1: ended with code %2"_s.arg(m_name).arg(m_exitCode));
    return all;
}

qint64 sinceOf(const QUrlQuery &query, qint64 now)
{
    if (const qint64 seconds = query.queryItemValue(u"sinceSeconds"_s).toLongLong(); seconds > 0)
        return now - seconds * Second;
    const kube::Timestamp time = kube::Timestamp::parse(query.queryItemValue(u"sinceTime"_s, QUrl::FullyDecoded));
    return time.isNull() ? 0 : time.unixNanoseconds();
}

Reply logReply(const QJsonObject &pod, const QUrlQuery &query, qint64 now)
{
    const auto log = ContainerLog::of(pod, query);
    if (!log)
        return log.error();
    const qint64 until = log->isOver() ? std::numeric_limits<qint64>::max() : now;
    QByteArrayList lines = log->lines(sinceOf(query, now), until, query.queryItemValue(u"timestamps"_s) == u"true");
    bool isNumber = false;
    if (const qint64 tail = query.queryItemValue(u"tailLines"_s).toLongLong(&isNumber); isNumber && tail < lines.size())
        lines.remove(0, lines.size() - std::max<qint64>(0, tail));
    QByteArray plain = lines.join();
    if (const qint64 limit = query.queryItemValue(u"limitBytes"_s).toLongLong(); limit > 0)
        plain.truncate(limit);
    return {200, {}, plain.isNull() ? QByteArray("") : plain, {}};
}

}  // namespace practice
