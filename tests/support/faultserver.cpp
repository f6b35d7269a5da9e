// SPDX-License-Identifier: Apache-2.0
#include "support/faultserver.h"

#include <QFile>
#include <QPointer>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTimer>

#include <algorithm>
#include <sys/socket.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace support {

namespace {

constexpr qsizetype HeadLimit = 1024 * 1024;

void resetConnection(QTcpSocket *socket)
{
    const linger now{1, 0};
    ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    socket->abort();
}

}  // namespace

void Exchange::raw(const QByteArray &bytes) const
{
    socket->write(bytes);
    socket->flush();
}

QByteArray Exchange::bytesOf(int status, const QByteArray &json, const QByteArray &extra)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: application/" +
           (json.startsWith("k8s") ? "vnd.kubernetes.protobuf" : "json") +
           "\r\nContent-Length: " + QByteArray::number(json.size()) + "\r\n" + extra + "\r\n" + json;
}

QByteArray Exchange::chunkedBytesOf(const QList<QByteArray> &chunks, const QByteArray &extra)
{
    QByteArray bytes =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n" + extra + "\r\n";
    for (const QByteArray &chunk : chunks)
        bytes += QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n";
    return bytes + "0\r\n\r\n";
}

void Exchange::answer(int status, const QByteArray &json, const QByteArray &extra) const
{
    raw(bytesOf(status, json, extra));
}

void Exchange::open(const QByteArray &extra) const
{
    raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n" + extra + "\r\n");
}

void Exchange::chunk(const QByteArray &bytes) const
{
    raw(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
}

void Exchange::end(const QByteArray &trailers) const
{
    raw("0\r\n" + trailers + "\r\n");
}

void Exchange::slices(const QByteArray &bytes, qsizetype size, std::chrono::milliseconds gap,
                      std::function<void(const Exchange &)> done) const
{
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    auto *const timer = new QTimer(socket);
    timer->setTimerType(Qt::PreciseTimer);
    QObject::connect(timer, &QTimer::timeout, socket, [=, copy = *this, at = qsizetype(0)]() mutable {
        copy.raw(bytes.mid(at, size));
        at += size;
        if (at < bytes.size())
            return;
        timer->deleteLater();
        timer->stop();
        if (done)
            done(copy);
    });
    timer->start(gap);
}

void Exchange::split(const QByteArray &bytes, qsizetype at) const
{
    raw(bytes.first(at));
    later(1ms, [rest = bytes.sliced(at)](const Exchange &exchange) { exchange.raw(rest); });
}

void Exchange::later(std::chrono::milliseconds delay, std::function<void(const Exchange &)> what) const
{
    QTimer::singleShot(delay, Qt::PreciseTimer, socket, [what = std::move(what), copy = *this] { what(copy); });
}

void Exchange::hangUp() const
{
    socket->disconnectFromHost();
}

void Exchange::reset() const
{
    resetConnection(socket);
}

FaultServer::FaultServer(Script script, const QSslConfiguration &tls, QObject *parent)
    : QTcpServer(parent), m_script(std::move(script)), m_tls(tls), m_isTls(!tls.localCertificate().isNull())
{
    setListenBacklogSize(512);
    listen(QHostAddress::LocalHost);
}

QUrl FaultServer::url(const QString &host) const
{
    QUrl url;
    url.setScheme(m_isTls ? u"https"_s : u"http"_s);
    url.setHost(host);
    url.setPort(serverPort());
    return url;
}

void FaultServer::closeAll(bool byReset)
{
    const QList<QTcpSocket *> sockets = m_pending.keys();
    for (QTcpSocket *const socket : sockets) {
        if (byReset)
            resetConnection(socket);
        else
            socket->disconnectFromHost();
    }
}

QSslConfiguration FaultServer::tls(const QString &name)
{
    const QString base = QStringLiteral(TEST_DATA "/tls/") + name;
    QFile key(base + ".key"_L1);
    if (!key.open(QIODevice::ReadOnly))
        qFatal("no test key");
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromPath(base + ".pem"_L1));
    tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::QueryPeer);
    tls.setCaCertificates(QSslCertificate::fromPath(QStringLiteral(TEST_DATA "/tls/ca.pem")));
    return tls;
}

QSslConfiguration FaultServer::tlsForClients(const QString &name)
{
    QSslConfiguration strict = tls(name);
    strict.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return strict;
}

void FaultServer::incomingConnection(qintptr descriptor)
{
    ++m_connections;
    QTcpSocket *socket = nullptr;
    if (m_isTls) {
        auto *const secure = new QSslSocket(this);
        secure->setSslConfiguration(m_tls);
        if (m_tls.peerVerifyMode() != QSslSocket::VerifyPeer)
            connect(secure, &QSslSocket::sslErrors, secure, [secure] { secure->ignoreSslErrors(); });
        secure->setSocketDescriptor(descriptor);
        secure->startServerEncryption();
        socket = secure;
    } else {
        socket = new QTcpSocket(this);
        socket->setSocketDescriptor(descriptor);
    }
    m_pending.insert(socket, {});
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        m_pending.remove(socket);
        socket->deleteLater();
    });
}

void FaultServer::read(QTcpSocket *socket)
{
    m_pending[socket] += socket->readAll();
    while (m_pending.contains(socket) && takeRequest(socket)) {
    }
}

bool FaultServer::takeRequest(QTcpSocket *socket)
{
    QByteArray &pending = m_pending[socket];
    const qsizetype headEnd = pending.left(HeadLimit).indexOf("\r\n\r\n");
    if (headEnd < 0)
        return false;
    QList<QByteArray> lines = pending.left(headEnd).split('\n');
    Exchange exchange;
    exchange.socket = socket;
    const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
    exchange.verb = first.value(0);
    exchange.url = QUrl::fromEncoded(first.value(1));
    exchange.query = QUrlQuery(exchange.url);
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        exchange.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = exchange.headers.value("content-length").toLongLong();
    if (pending.size() < headEnd + 4 + length)
        return false;
    exchange.body = pending.mid(headEnd + 4, length);
    pending.remove(0, headEnd + 4 + length);
    exchange.number = m_requests++;
    m_script(exchange);
    return true;
}

}  // namespace support
