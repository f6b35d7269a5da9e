// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/fetch.h"
#include "net/session.h"
#include "net/watchstream.h"
#include "support/faultserver.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTest>
#include <QTimer>

#include <memory>
#include <optional>

/** A connection to a scripted server whose certificate is signed by tests/data/tls/<ca>.pem. */
inline config::Connection to(const support::FaultServer &server, const QString &ca = QStringLiteral("ca"))
{
    config::Connection connection;
    connection.server = server.url();
    connection.hasCustomCa = true;
    connection.ca = QSslCertificate::fromPath(QStringLiteral(TEST_DATA "/tls/") + ca + QStringLiteral(".pem"));
    return connection;
}

inline net::Request request(const QByteArray &verb = "GET", const QByteArray &body = {})
{
    net::Request request;
    request.verb = verb;
    request.path = QStringLiteral("/api");
    request.contentType = "application/json";
    request.body = body;
    return request;
}

/** An answer that comes later; holds `reply` once it did. */
struct Asked {
    std::optional<kube::Result<net::Reply>> reply;
    QElapsedTimer since;
    qint64 took = -1;  ///< ms
    QList<qint64> progress;
    QPointer<net::Fetch> fetch;
};

inline std::shared_ptr<Asked> start(net::Session &session, const net::Request &request)
{
    auto asked = std::make_shared<Asked>();
    asked->since.start();
    asked->fetch = session.fetch(request, &session);
    QObject::connect(asked->fetch, &net::Fetch::progress, &session, [asked](qint64 n) { asked->progress << n; });
    QObject::connect(asked->fetch, &net::Fetch::finished, &session, [asked](const kube::Result<net::Reply> &reply) {
        asked->reply = reply;
        asked->took = asked->since.elapsed();
    });
    return asked;
}

/** Runs the event loop until `signal` comes; false after `milliseconds`. */
template <class Sender, class Signal>
bool waitFor(Sender *sender, Signal signal, int milliseconds = 20'000)
{
    QEventLoop loop;
    bool came = false;
    QObject::connect(sender, signal, &loop, [&] {
        came = true;
        loop.quit();
    });
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
    return came;
}

/** Asks and waits; an Error of kind None where no answer came at all. */
inline kube::Result<net::Reply> ask(net::Session &session, const net::Request &request, int milliseconds = 20'000)
{
    const auto asked = start(session, request);
    const bool came = waitFor(asked->fetch.data(), &net::Fetch::finished, milliseconds) && asked->reply;
    return came ? *asked->reply : kube::failure(kube::Error::Kind::None, QStringLiteral("no answer at all"));
}

/** What a stream brought so far. */
struct Heard {
    QList<QByteArray> frames;
    QList<qint64> times;  ///< of each frame, ms
    std::optional<net::Reply> head;
    std::optional<net::StreamEnd> end;
    QElapsedTimer since;
    qint64 took = -1;  ///< ms until the end
    QPointer<net::WatchStream> stream;
};

inline std::shared_ptr<Heard> listen(net::Session &session, const net::Request &request)
{
    auto heard = std::make_shared<Heard>();
    heard->since.start();
    heard->stream = session.stream(request, &session);
    QObject::connect(heard->stream, &net::WatchStream::opened, &session,
                     [heard](const net::Reply &h) { heard->head = h; });
    QObject::connect(heard->stream, &net::WatchStream::frame, &session, [heard](QByteArrayView json) {
        heard->frames << json.toByteArray();
        heard->times << heard->since.elapsed();
    });
    QObject::connect(heard->stream, &net::WatchStream::ended, &session, [heard](const net::StreamEnd &end) {
        heard->end = end;
        heard->took = heard->since.elapsed();
    });
    return heard;
}

/** Listens until the end. */
inline std::shared_ptr<Heard> hear(net::Session &session, const net::Request &request, int milliseconds = 20'000)
{
    const auto heard = listen(session, request);
    (void)waitFor(heard->stream.data(), &net::WatchStream::ended, milliseconds);
    return heard;
}

/** The lines of a recorded watch. */
inline QList<QByteArray> recordedEvents()
{
    QFile file(QStringLiteral(TEST_DATA "/net/pods.watch.jsonl"));
    QList<QByteArray> lines = file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QList<QByteArray>();
    lines.removeAll({});
    return lines;
}

#define VERIFY_SAYS(error, text) QVERIFY2((error).message.contains(text), qPrintable((error).message))
