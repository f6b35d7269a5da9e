// SPDX-License-Identifier: Apache-2.0
#include "modelserver.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace support {

namespace {

constexpr auto BookmarkPeriod = 60s;
constexpr int PageSize = 3;
const QByteArray Huge = "98765432109876543210";  // then six digits

QByteArray status(int code, const QByteArray &reason, const QByteArray &cause = {}, const QByteArray &token = {})
{
    return "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{" +
           (token.isEmpty() ? QByteArray() : "\"continue\":\"" + token + "\"") +
           "},\"status\":\"Failure\",\"message\":\"no\",\"reason\":\"" + reason + "\",\"details\":{\"causes\":[" +
           (cause.isEmpty() ? QByteArray() : "{\"reason\":\"" + cause + "\"}") +
           "]},\"code\":" + QByteArray::number(code) + "}";
}

}  // namespace

ModelServer::ModelServer(quint32 seed, ManualTiming &timing) : m_timing(timing), m_random(seed)
{
    temper.hasBookmarks = dice(4) > 0;
    temper.canStream = dice(2) == 0;
    temper.streamsMutely = dice(6) == 0;
    temper.restores = dice(4) == 0;
    temper.reorders = dice(5) == 0;
    temper.breaksObjects = dice(4) == 0;
    temper.isHuge = dice(3) == 0;
    temper.faults = 0.05 * dice(6);
    m_snapshots[m_version] = m_contents;
    for (int i = 0; i < 6; ++i)
        change();
}

int ModelServer::dice(int sides)
{
    return static_cast<int>(m_random() % static_cast<unsigned>(sides));
}

bool ModelServer::strikes(double share)
{
    return static_cast<double>(m_random()) / 4294967296.0 < temper.faults * share;
}

QByteArray ModelServer::text(qint64 version) const
{
    return temper.isHuge ? Huge + QByteArray::number(version).rightJustified(6, '0') : QByteArray::number(version);
}

qint64 ModelServer::number(const QString &version) const
{
    return (temper.isHuge ? version.mid(Huge.size()) : version).toLongLong();
}

void ModelServer::count()
{
    const std::chrono::milliseconds now = m_timing.elapsed();
    m_requests.push_back(now);
    std::erase_if(m_requests, [now](std::chrono::milliseconds at) { return at < now - 60s; });
    m_busiest = std::max(m_busiest, static_cast<int>(m_requests.size()));
}

void ModelServer::commit(const QByteArray &type, const QByteArray &name, const Object &object)
{
    m_version += 1 + dice(3);
    Object stored = object;
    stored.version = m_version;
    if (type == "DELETED")
        m_contents.remove(name);
    else
        m_contents[name] = stored;
    m_events[m_version] = {type, name, stored};
    m_snapshots[m_version] = m_contents;
}

void ModelServer::change()
{
    const QByteArray name = "pod-" + QByteArray::number(dice(12));
    const auto held = m_contents.constFind(name);
    Object object;
    object.isBroken = temper.breaksObjects && dice(8) == 0;
    if (held == m_contents.constEnd()) {
        object.uid = "u" + QByteArray::number(++m_uid);
        commit("ADDED", name, object);
        return;
    }
    object.uid = held->uid;
    const int what = dice(10);
    if (what < 5) {
        commit("MODIFIED", name, object);
    } else if (what < 8) {
        commit("DELETED", name, *held);
    } else if (what == 8) {  // gone and made anew at once
        commit("DELETED", name, *held);
        object.uid = "u" + QByteArray::number(++m_uid);
        commit("ADDED", name, object);
    } else {  // leaves the selector and comes back as the same object
        commit("DELETED", name, *held);
        commit("ADDED", name, object);
    }
}

void ModelServer::restore()
{
    // Back to a version that is still known, with everything after it undone.
    auto at = m_snapshots.end();
    for (int back = 1 + dice(20); back > 0 && at != m_snapshots.begin(); --back)
        --at;
    m_version = at->first;
    m_contents = at->second;
    m_snapshots.erase(std::next(at), m_snapshots.end());
    m_events.erase(m_events.upper_bound(m_version), m_events.end());
    m_compacted = std::min(m_compacted, m_version);
    ++m_restores;
    if (dice(3) > 0) {
        for (Stream &stream : m_streams)
            stream.sink->end(false);
    }
}

void ModelServer::happen()
{
    const int changes = dice(4);
    for (int i = 0; i < changes; ++i)
        change();
    if (dice(12) == 0)
        m_compacted = m_version - dice(6);
    if (temper.restores && dice(25) == 0)
        restore();
}

void ModelServer::heal()
{
    temper.faults = 0;
    temper.reorders = false;
    for (Stream &stream : m_streams) {
        if (stream.isHung)
            stream.sink->end(false);
    }
}

int ModelServer::openStreams() const
{
    return static_cast<int>(std::ranges::count_if(m_streams, [](const Stream &s) { return !s.sink->isGone(); }));
}

int ModelServer::brokenObjects() const
{
    return static_cast<int>(std::ranges::count_if(m_contents, &Object::isBroken));
}

QByteArray ModelServer::objectText(const QByteArray &name, const Object &object) const
{
    return "{\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"dev\",\"uid\":\"" + object.uid +
           "\",\"resourceVersion\":\"" + text(object.version) + "\"},\"status\":{\"phase\":\"" +
           (object.isBroken ? QByteArray("\\ud800") : QByteArray("Running")) + "\"}}";
}

QByteArray ModelServer::frameText(const Event &event, qint64 version) const
{
    Object object = event.object;
    object.version = version;
    return "{\"type\":\"" + event.type + "\",\"object\":" + objectText(event.name, object) + "}\n";
}

bool ModelServer::spoil(Sink &sink)
{
    if (!strikes())
        return false;
    switch (dice(8)) {
    case 0: sink.answer(410, status(410, "Expired"), 0, -1); break;
    case 1: sink.answer(429, "Too many requests, please try again later.", 1 + dice(20), -1); break;
    case 2: sink.answer(500, status(500, "InternalError"), 0, -1); break;
    case 3: sink.answer(502, "<html>Bad Gateway</html>", 0, -1); break;
    case 4: sink.answer(200, "<html>Welcome</html>", 0, -1); break;
    case 5: sink.answer(200, {}, 0, -1); break;
    case 6: sink.answer(504, status(504, "Timeout"), 0, -1); break;
    default: sink.refuse(); break;
    }
    return true;
}

qint64 ModelServer::seenByReplica()
{
    if (!strikes(2))
        return m_version;
    auto at = m_snapshots.end();
    for (int back = 1 + dice(8); back > 0 && at != m_snapshots.begin(); --back)
        --at;
    return at->first;
}

void ModelServer::serve(const QUrlQuery &query, std::shared_ptr<Sink> sink)
{
    count();
    if (spoil(*sink))
        return;
    if (query.hasQueryItem(u"watch"_s))
        watch(query, sink);
    else
        list(query, *sink);
}

void ModelServer::list(const QUrlQuery &query, Sink &sink)
{
    const QString token = query.queryItemValue(u"continue"_s, QUrl::FullyDecoded);
    const QString wanted = query.queryItemValue(u"resourceVersion"_s);
    qint64 version = m_version;  // without a version the list is consistent, whichever server answers
    qsizetype from = 0;
    if (!token.isEmpty()) {
        version = token.section(u'.', 0, 0).toLongLong();
        from = token.section(u'.', 1).toLongLong();
        if (version < m_compacted || !m_snapshots.contains(version)) {
            sink.answer(410, status(410, "Expired", {}, "0.3"), 0, -1);
            return;
        }
    } else if (!wanted.isEmpty()) {
        version = seenByReplica();
        if (number(wanted) > version) {
            sink.answer(504, status(504, "Timeout", "ResourceVersionTooLarge"), 1, -1);
            return;
        }
    }
    const Contents &all = m_snapshots.at(version);
    const int limit = query.queryItemValue(u"limit"_s).toInt();
    QList<QByteArray> items;
    qsizetype at = 0;
    for (auto it = all.constBegin(); it != all.constEnd(); ++it, ++at) {
        if (at >= from && (limit == 0 || items.size() < std::min(limit, PageSize)))
            items << objectText(it.key(), *it);
    }
    const qsizetype next = from + items.size();
    const QByteArray more = next < all.size() && limit > 0 ? ",\"continue\":\"" + QByteArray::number(version) + '.' +
                                                                 QByteArray::number(next) + "\""
                                                           : QByteArray();
    const QByteArray body = "{\"kind\":\"PodList\",\"metadata\":{\"resourceVersion\":\"" + text(version) + "\"" + more +
                            "},\"items\":[" + items.join(',') + "]}";
    sink.answer(200, body, 0, strikes() ? dice(static_cast<int>(body.size())) : -1);
}

void ModelServer::watch(const QUrlQuery &query, const std::shared_ptr<Sink> &sink)
{
    const bool isStream = query.queryItemValue(u"sendInitialEvents"_s) == u"true";
    const qint64 from = number(query.queryItemValue(u"resourceVersion"_s));
    if (!isStream) {
        openStream(query, sink, from, false);
    } else if (!temper.canStream && !temper.streamsMutely) {
        sink->answer(422, status(422, "Invalid"), 0, -1);
    } else if (from > m_version) {
        sink->answer(504, status(504, "Timeout", "ResourceVersionTooLarge"), 1, -1);
    } else {
        openStream(query, sink, m_version, true);
    }
}

void ModelServer::openStream(const QUrlQuery &query, const std::shared_ptr<Sink> &sink, qint64 from, bool sendsAll)
{
    if (!sendsAll && from < m_compacted) {
        sink->open();
        sink->write("{\"type\":\"ERROR\",\"object\":" + status(410, "Expired") + "}\n");
        sink->end(true);
        return;
    }
    Stream stream;
    stream.sink = sink;
    stream.at = from;
    stream.hasBookmarks = temper.hasBookmarks;
    stream.isHung = strikes(0.3);
    stream.ends = m_timing.elapsed() + std::chrono::seconds(query.queryItemValue(u"timeoutSeconds"_s).toInt());
    stream.nextBookmark = m_timing.elapsed() + BookmarkPeriod;
    sink->open();
    m_opened = m_timing.elapsed();
    if (sendsAll) {
        QByteArray all;
        for (auto it = m_contents.constBegin(); it != m_contents.constEnd(); ++it)
            all += frameText({"ADDED", it.key(), *it}, it->version);
        if (temper.canStream)
            all += "{\"type\":\"BOOKMARK\",\"object\":{\"kind\":\"Pod\",\"metadata\":{\"resourceVersion\":\"" +
                   text(m_version) + "\",\"annotations\":{\"k8s.io/initial-events-end\":\"true\"}}}}\n";
        send(stream, all);
    }
    if (!sink->isGone())
        m_streams.push_back(std::move(stream));
}

void ModelServer::send(Stream &stream, const QByteArray &bytes)
{
    if (stream.isHung)
        return;
    if (!strikes(0.3)) {
        stream.sink->write(bytes);
        return;
    }
    if (dice(3) == 0) {
        stream.isHung = true;  // nothing comes any more, and nobody says so
        return;
    }
    stream.sink->write(bytes.left(dice(static_cast<int>(bytes.size()) + 1)));
    if (dice(6) == 0)
        stream.sink->write("<garbage>");
    stream.sink->end(dice(2) == 0);
}

void ModelServer::push()
{
    std::vector<Stream> open = std::exchange(m_streams, {});
    for (Stream &stream : open) {
        if (!stream.sink->isGone())
            pushTo(stream);
        if (!stream.sink->isGone())
            m_streams.push_back(std::move(stream));
    }
}

void ModelServer::pushTo(Stream &stream)
{
    if (m_timing.elapsed() >= stream.ends) {
        stream.sink->end(true);
        return;
    }
    QList<QByteArray> frames;
    for (auto it = m_events.upper_bound(stream.at); it != m_events.end(); ++it) {
        frames << frameText(it->second, it->first);
        if (strikes(0.2))
            frames << frames.at(dice(static_cast<int>(frames.size())));  // told twice, the second time late
        stream.at = it->first;
    }
    if (temper.reorders && frames.size() > 1 && dice(4) == 0)
        frames.swapItemsAt(dice(static_cast<int>(frames.size())), dice(static_cast<int>(frames.size())));
    if (strikes(0.1))
        frames << "{\"type\":\"ERROR\",\"object\":" + status(dice(2) == 0 ? 410 : 500, "Expired") + "}\n";
    if (stream.hasBookmarks && m_timing.elapsed() >= stream.nextBookmark) {
        stream.nextBookmark = m_timing.elapsed() + BookmarkPeriod;
        // A server that waits for its counter to pass a version of the future sends no bookmark before.
        if (m_version >= stream.at)
            frames << "{\"type\":\"BOOKMARK\",\"object\":{\"kind\":\"Pod\",\"metadata\":{\"resourceVersion\":\"" +
                          text(m_version) + "\"}}}\n";
    }
    for (const QByteArray &frame : std::as_const(frames)) {
        if (stream.sink->isGone())
            return;
        send(stream, frame);
    }
}

}  // namespace support
