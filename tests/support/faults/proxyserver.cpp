// SPDX-License-Identifier: Apache-2.0
#include "support/faults/proxyserver.h"

#include <QHostAddress>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace support {

namespace {
const char Stage[] = "stage";
enum SocksStage { Greeting, Login, Wish, Open };
}  // namespace

ProxyServer::ProxyServer(Kind kind, Fault fault, quint16 target, QObject *parent)
    : QTcpServer(parent), m_kind(kind), m_fault(fault), m_target(target)
{
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] { greet(nextPendingConnection()); });
}

void ProxyServer::setLogin(const QByteArray &user, const QByteArray &password)
{
    m_user = user;
    m_password = password;
}

QUrl ProxyServer::url(const QString &userInfo) const
{
    QUrl url;
    url.setScheme(m_kind == Kind::Http ? u"http"_s : u"socks5"_s);
    url.setUserInfo(userInfo);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(serverPort());
    return url;
}

void ProxyServer::greet(QTcpSocket *client)
{
    ++m_connections;
    client->setProperty(Stage, Greeting);
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    connect(client, &QTcpSocket::readyRead, this, [this, client] {
        if (client->property(Stage) == Open || m_fault == Fault::Silent || !client->isOpen())
            return;
        if (m_fault == Fault::CloseEarly)
            client->disconnectFromHost();
        else if (m_fault == Fault::Garbage)
            client->write("SSH-2.0-nothing_of_yours\r\n\r\n");
        else if (m_kind == Kind::Http)
            readConnect(client);
        else
            readSocks(client);
    });
}

QByteArray ProxyServer::refusal() const
{
    switch (m_fault) {
    case Fault::Refuse: return m_kind == Kind::Http ? "HTTP/1.1 403 Forbidden" : QByteArray("\5\2\0\1\0\0\0\0\0\0", 10);
    case Fault::BadGateway:
        return m_kind == Kind::Http ? "HTTP/1.1 502 Bad Gateway" : QByteArray("\5\4\0\1\0\0\0\0\0\0", 10);
    default: return {};
    }
}

void ProxyServer::readConnect(QTcpSocket *client)
{
    const QByteArray head = client->peek(64 * 1024);
    if (!head.contains("\r\n\r\n"))
        return;
    client->readAll();
    m_wanted = head.split(' ').value(1);
    m_sawName = QHostAddress(QString::fromLatin1(m_wanted.left(m_wanted.lastIndexOf(':')))).isNull();
    const QByteArray login = "Basic " + (m_user + ':' + m_password).toBase64();
    const bool isWelcome = m_user.isEmpty() || head.contains(login);
    if (m_fault == Fault::WantLogin || !isWelcome) {
        client->write("HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n");
    } else if (const QByteArray no = refusal(); !no.isEmpty()) {
        client->write(no + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        client->disconnectFromHost();
    } else {
        grant(client, "HTTP/1.1 200 Connection established\r\n\r\n");
    }
}

void ProxyServer::readSocks(QTcpSocket *client)
{
    const int stage = client->property(Stage).toInt();
    if (stage == Login) {
        readSocksLogin(client);
        return;
    }
    if (stage == Wish) {
        readSocksWish(client);
        return;
    }
    const QByteArray greeting = client->readAll();
    const bool knowsLogin = greeting.mid(2).contains('\2');
    if (m_user.isEmpty() && m_fault != Fault::WantLogin) {
        client->setProperty(Stage, Wish);
        client->write(QByteArray("\5\0", 2));
    } else {
        client->setProperty(Stage, Login);
        client->write(knowsLogin ? QByteArray("\5\2", 2) : QByteArray("\5\xff", 2));
    }
}

void ProxyServer::readSocksLogin(QTcpSocket *client)
{
    const QByteArray login = client->readAll();
    const qsizetype length = login.at(1);
    const bool isRight = login.mid(2, length) == m_user && login.mid(3 + length) == m_password;
    const bool isWelcome = isRight && m_fault != Fault::WantLogin;
    client->setProperty(Stage, Wish);
    client->write(isWelcome ? QByteArray("\1\0", 2) : QByteArray("\1\1", 2));
    if (!isWelcome)
        client->disconnectFromHost();
}

void ProxyServer::readSocksWish(QTcpSocket *client)
{
    const QByteArray wish = client->readAll();
    m_sawName = wish.at(3) == 3;
    const QByteArray host = m_sawName ? wish.mid(5, wish.at(4)) : wish.mid(4, wish.size() - 6);
    m_wanted = host + ':' + QByteArray::number(qFromBigEndian<quint16>(wish.constData() + wish.size() - 2));
    if (const QByteArray no = refusal(); !no.isEmpty()) {
        client->write(no);
        client->disconnectFromHost();
        return;
    }
    grant(client, QByteArray("\5\0\0\1\0\0\0\0\0\0", 10));
}

void ProxyServer::grant(QTcpSocket *client, const QByteArray &yes)
{
    client->setProperty(Stage, Open);
    client->write(yes);
    if (m_fault == Fault::CloseLate) {
        client->disconnectFromHost();
        return;
    }
    auto *const target = new QTcpSocket(client);
    connect(client, &QTcpSocket::readyRead, target, [=] { target->write(client->readAll()); });
    connect(target, &QTcpSocket::readyRead, client, [=] {
        if (client->isOpen())
            client->write(target->readAll());
    });
    connect(target, &QTcpSocket::connected, client, [=] { target->write(client->readAll()); });
    connect(target, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    connect(client, &QTcpSocket::disconnected, target, &QTcpSocket::abort);
    target->connectToHost(QHostAddress::LocalHost, m_target);
}

}  // namespace support
