// SPDX-License-Identifier: Apache-2.0
#include "support/faults/hello.h"

#include <QTcpSocket>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace support {

namespace {

constexpr qsizetype RecordHead = 5;

quint16 two(const QByteArray &bytes, qsizetype at)
{
    return at + 2 <= bytes.size() ? qFromBigEndian<quint16>(bytes.constData() + at) : quint16(0);
}

QByteArray wire(quint16 number)
{
    QByteArray bytes(2, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

}  // namespace

HelloServer::HelloServer(quint16 version, quint16 cipher, QObject *parent)
    : QTcpServer(parent), m_version(version), m_cipher(cipher)
{
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *const client = nextPendingConnection();
        connect(client, &QTcpSocket::readyRead, this, [this, client] { read(client); });
        connect(client, &QTcpSocket::disconnected, this, [this, client] {
            ++m_closed;
            client->deleteLater();
        });
    });
}

QUrl HelloServer::url() const
{
    return QUrl(u"https://127.0.0.1:%1"_s.arg(serverPort()));
}

void HelloServer::read(QTcpSocket *client)
{
    const QByteArray bytes = client->peek(64 * 1024);
    if (bytes.size() < RecordHead || bytes.size() < RecordHead + two(bytes, 3))
        return;
    client->readAll();
    if (client->property("answered").toBool()) {
        constexpr char Alert = 21;
        m_wentOn = m_wentOn || bytes.at(0) != Alert;
        return;
    }
    client->setProperty("answered", true);
    parse(bytes.mid(RecordHead));
    const QByteArray body =
        wire(m_version) + QByteArray(32, 'r') + QByteArray(1, 0) + wire(m_cipher) + QByteArray(1, 0);
    const QByteArray hello = QByteArray("\2\0", 2) + wire(quint16(body.size())) + body;
    client->write(QByteArray(1, 22) + wire(m_version) + wire(quint16(hello.size())) + hello);
}

void HelloServer::parse(const QByteArray &hello)
{
    qsizetype at = 4 + 2 + 32;
    at += 1 + static_cast<uchar>(hello.at(at));  // session
    at += 2 + two(hello, at);                    // ciphers
    at += 1 + static_cast<uchar>(hello.at(at));  // compression
    for (at += 2; at + 4 <= hello.size(); at += 4 + two(hello, at + 2))
        parseExtension(two(hello, at), hello.mid(at + 4, two(hello, at + 2)));
}

void HelloServer::parseExtension(quint16 type, const QByteArray &bytes)
{
    constexpr quint16 Name = 0;
    constexpr quint16 Alpn = 16;
    constexpr quint16 Versions = 43;
    if (type == Name)
        m_serverName = bytes.mid(5);
    for (qsizetype at = 2; type == Alpn && at < bytes.size(); at += 1 + bytes.at(at))
        m_protocols << bytes.mid(at + 1, bytes.at(at));
    for (qsizetype at = 1; type == Versions && at < bytes.size(); at += 2)
        m_versions << two(bytes, at);
}

}  // namespace support
