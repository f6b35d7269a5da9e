// SPDX-License-Identifier: Apache-2.0
#include "support/faultserver.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace support {

void Exchange::raw(const QByteArray &bytes) const
{
    socket->write(bytes);
    socket->flush();
}

void Exchange::answer(int status, const QByteArray &json, const QByteArray &extra) const
{
    raw("HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: application/json\r\nContent-Length: " +
        QByteArray::number(json.size()) + "\r\n" + extra + "\r\n" + json);
}

void Exchange::open() const
{
    raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
}

void Exchange::chunk(const QByteArray &bytes) const
{
    raw(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
}

void Exchange::end() const
{
    raw("0\r\n\r\n");
}

void Exchange::hangUp() const
{
    socket->disconnectFromHost();
}

FaultServer::FaultServer(Script script, const QSslConfiguration &tls, QObject *parent)
    : QTcpServer(parent), m_script(std::move(script)), m_tls(tls), m_isTls(!tls.localCertificate().isNull())
{
    listen(QHostAddress::LocalHost);
}

QUrl FaultServer::url() const
{
    QUrl url;
    url.setScheme(m_isTls ? u"https"_s : u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(serverPort());
    return url;
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

void FaultServer::incomingConnection(qintptr descriptor)
{
    ++m_connections;
    QTcpSocket *socket = nullptr;
    if (m_isTls) {
        auto *const secure = new QSslSocket(this);
        secure->setSslConfiguration(m_tls);
        connect(secure, &QSslSocket::sslErrors, secure, [secure] { secure->ignoreSslErrors(); });
        secure->setSocketDescriptor(descriptor);
        secure->startServerEncryption();
        socket = secure;
    } else {
        socket = new QTcpSocket(this);
        socket->setSocketDescriptor(descriptor);
    }
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        m_pending.remove(socket);
        socket->deleteLater();
    });
}

void FaultServer::read(QTcpSocket *socket)
{
    QByteArray &pending = m_pending[socket];
    pending += socket->readAll();
    const qsizetype headEnd = pending.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
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
        return;
    exchange.body = pending.mid(headEnd + 4, length);
    pending.remove(0, headEnd + 4 + length);
    m_script(exchange);
}

}  // namespace support
