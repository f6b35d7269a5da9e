// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manualtiming.h"
#include "mirror/follow/reflector.h"
#include "mirror/hold/kindintake.h"
#include "net/session.h"
#include "support/faultserver.h"

#include <QTest>

namespace support {

using namespace Qt::StringLiterals;

/** A pod in `dev` whose uid is `u-` and its name, unless another is given. */
inline QByteArray pod(const QByteArray &name, int version, const QByteArray &uid = {})
{
    return "{\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"dev\",\"uid\":\"" +
           (uid.isEmpty() ? "u-" + name : uid) + "\",\"resourceVersion\":\"" + QByteArray::number(version) +
           "\"},\"spec\":{\"containers\":[]},\"status\":{\"phase\":\"Running\"}}";
}

inline QByteArray list(const QList<QByteArray> &pods, const QByteArray &version, const QByteArray &more = {})
{
    return "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"" + version + "\"" + more +
           "},\"items\":[" + pods.join(',') + "]}";
}
inline QByteArray list(const QList<QByteArray> &pods, int version, const QByteArray &more = {})
{
    return list(pods, QByteArray::number(version), more);
}

inline QByteArray frame(const QByteArray &type, const QByteArray &object)
{
    QByteArray whole = object;
    whole.replace(0, 1, "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",");
    return "{\"type\":\"" + type + "\",\"object\":" + whole + "}\n";
}

inline QByteArray bookmark(int version, const QByteArray &end = {}, const QByteArray &kind = "Pod")
{
    return "{\"type\":\"BOOKMARK\",\"object\":{\"kind\":\"" + kind +
           "\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"" + QByteArray::number(version) + "\"" +
           (end.isEmpty() ? QByteArray() : ",\"annotations\":{\"k8s.io/initial-events-end\":\"" + end + "\"}") +
           "}}}\n";
}

inline QByteArray status(int code, const QByteArray &reason, const QByteArray &cause = {})
{
    return "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"no\",\"reason\":\"" +
           reason + "\",\"details\":{\"causes\":[" +
           (cause.isEmpty() ? QByteArray() : "{\"reason\":\"" + cause + "\"}") +
           "]},\"code\":" + QByteArray::number(code) + "}";
}

inline QByteArray error(const QByteArray &status)
{
    return "{\"type\":\"ERROR\",\"object\":" + status + "}\n";
}

/** What a request to a collection is. */
inline bool isProbe(const Exchange &x)
{
    return !x.isWatch() && x.query.queryItemValue(u"limit"_s) == "1"_L1;
}
inline bool isStreamedList(const Exchange &x)
{
    return x.query.queryItemValue(u"sendInitialEvents"_s) == "true"_L1;
}
inline QString versionOf(const Exchange &x)
{
    return x.query.queryItemValue(u"resourceVersion"_s);
}

/** A reflector of pods against a script behind a real socket, with time by hand. */
struct Bench {
    FaultServer server;
    ManualTiming timing;
    net::Session session;
    mirror::SessionWire wire{session};
    mirror::Gate gate{timing};
    mirror::Counters counters;
    mirror::Habits habits;
    decode::Reader reader;
    int changes = 0;
    QList<kube::Key> ended;
    mirror::Store<kube::SlimPod> store{[this](const mirror::Change<kube::SlimPod> &change) {
        ++changes;
        if (!change.now)
            ended << change.key;
    }};
    mirror::KindIntake<kube::SlimPod> intake{reader, store, counters};
    mirror::Reflector reflector;

    explicit Bench(FaultServer::Script script, bool canStream = false)
        : server(std::move(script)), session(to(server)), habits{canStream, false},
          reflector({wire, gate, timing, counters}, intake, habits, u"/api/v1/pods"_s, 0)
    {
        reflector.start();
    }
    static config::Connection to(const FaultServer &server)
    {
        config::Connection connection;
        connection.server = server.url();
        return connection;
    }
    [[nodiscard]] const mirror::State &state() const { return reflector.state(); }
    [[nodiscard]] mirror::State::Phase phase() const { return state().phase; }
    [[nodiscard]] kube::PodRef at(const QString &name) const { return store.value({u"dev"_s, name}); }
    [[nodiscard]] QString names() const
    {
        QList<QString> found;
        for (const mirror::Holding &one : store.holdings())
            found << one.key.name;
        return found.join(u' ');
    }
    /** How long the reflector waits for its next try. */
    [[nodiscard]] std::chrono::milliseconds pause() const
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(state().nextTry.point() - timing.now().point());
    }
    /** Waits for the next try. */
    void passPause() { timing.pass(pause()); }
};

}  // namespace support
