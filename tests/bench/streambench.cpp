// SPDX-License-Identifier: Apache-2.0
// A storm of changes over a socket: through the whole mirror to the consumer, against reading the frames alone.
#include "bench/listbytes.h"
#include "bench/stopwatch.h"
#include "decode/reader.h"
#include "mirror/cluster.h"
#include "net/framing.h"
#include "support/faultserver.h"

#include <QEventLoop>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using support::Exchange;

namespace bench {

namespace {

constexpr int Pods = 1'000;
constexpr int Rounds = 25;

/** `Rounds` changes of each of `Pods` pods, a frame each, in versions that rise. */
QByteArray storm()
{
    const QJsonArray items = QJsonDocument::fromJson(podList(Pods)).object().value("items"_L1).toArray();
    QByteArray bytes;
    int version = 2'000'000;
    for (int round = 0; round < Rounds; ++round) {
        for (const QJsonValue &item : items) {
            QJsonObject pod = item.toObject();
            QJsonObject meta = pod.value("metadata"_L1).toObject();
            meta.insert("resourceVersion"_L1, QString::number(++version));
            pod.insert("metadata"_L1, meta);
            pod.insert("kind"_L1, u"Pod"_s);
            bytes += QJsonDocument(QJsonObject{{u"type"_s, u"MODIFIED"_s}, {u"object"_s, pod}})
                         .toJson(QJsonDocument::Compact) +
                     '\n';
        }
    }
    return bytes;
}

void serve(const Exchange &x, const QByteArray &bytes)
{
    const bool isPods = x.url.path().endsWith("/pods"_L1);
    if (x.query.hasQueryItem(u"sendInitialEvents"_s)) {
        x.answer(422, R"({"kind":"Status","reason":"Invalid","code":422})");
    } else if (x.isWatch()) {
        x.open();
        if (isPods)
            x.chunk(bytes);
    } else {
        const QByteArray kind = isPods                                    ? "Pod"
                                : x.url.path().endsWith("/events"_L1)     ? "Event"
                                : x.url.path().endsWith("/namespaces"_L1) ? "Namespace"
                                                                          : "Node";
        x.answer(200, R"({"kind":")" + kind + R"(List","metadata":{"resourceVersion":"1"},"items":[]})");
    }
}

/** From the first request to the batch with the last change. */
int mirrored(const QByteArray &bytes)
{
    support::FaultServer server([&bytes](const Exchange &x) { serve(x, bytes); });
    config::Connection connection;
    connection.server = server.url();
    mirror::Cluster cluster(connection);
    QEventLoop loop;
    int batches = 0;
    const QString last = QString::number(2'000'000 + Pods * Rounds);
    QObject::connect(&cluster, &mirror::Cluster::arrived, &loop, [&](const mirror::Batch &batch) {
        ++batches;
        for (const kube::PodRef &pod : batch.pods.upserts)
            if (pod->meta.resourceVersion == last)
                loop.quit();
    });
    cluster.watch({});
    loop.exec();
    return batches;
}

void readAlone(const QByteArray &bytes)
{
    net::Framing framing;
    decode::Reader reader;
    QByteArrayView frame;
    for (qsizetype at = 0; at < bytes.size(); at += 65'536) {
        framing.append(QByteArrayView(bytes).sliced(at, std::min<qsizetype>(65'536, bytes.size() - at)));
        while (framing.next(frame) == net::Framing::Next::Frame)
            (void)reader.watchEvent<kube::SlimPod>(frame);
    }
}

}  // namespace

void streamBench()
{
    const QByteArray bytes = storm();
    const double ours = median(3, [&bytes] { mirrored(bytes); });
    const double theirs = median(3, [&bytes] { readAlone(bytes); });
    print("25,000 changes of 1,000 pods, socket to batches", Pods, ours, "framing and decode alone", theirs);
}

}  // namespace bench
