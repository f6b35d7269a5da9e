// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practice/cluster.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

/** A very small HTTP client on a bare socket, so that these tests do not depend on the rooms they serve. */
class Browser {
public:
    explicit Browser(const practice::Cluster &cluster)
        : m_port(static_cast<quint16>(QUrl(cluster.serverUrl()).port())), m_token(cluster.token().toLatin1())
    {
    }

    struct Answer {
        int code = 0;
        QByteArray head;
        QByteArray raw;
        QJsonObject json;
    };

    [[nodiscard]] static QByteArray requestText(const QByteArray &method, const QByteArray &path,
                                                const QByteArray &body, const QByteArray &headers)
    {
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: kubectl/v1\r\n" + headers +
               "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

    Answer send(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                const QByteArray &headers = {}) const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        socket.write(requestText(method, path, body, "Authorization: Bearer " + m_token + "\r\n" + headers));
        QByteArray received;
        const auto complete = [&] {
            received += socket.readAll();
            const qsizetype end = received.indexOf("\r\n\r\n");
            if (end < 0)
                return false;
            const qsizetype at = received.toLower().indexOf("content-length:");
            return at > 0 && received.size() - end - 4 >=
                                 received.mid(at + 15, received.indexOf('\r', at) - at - 15).trimmed().toLongLong();
        };
        if (!QTest::qWaitFor(complete, 5000))
            return {};
        const qsizetype end = received.indexOf("\r\n\r\n");
        Answer answer{received.split(' ').value(1).toInt(), received.first(end), received.sliced(end + 4), {}};
        answer.json = QJsonDocument::fromJson(answer.raw).object();
        return answer;
    }

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QByteArray token() const { return m_token; }

private:
    quint16 m_port;
    QByteArray m_token;
};

/** The events of a chunked watch answer, as they arrive. */
class Watcher {
public:
    Watcher(const Browser &browser, const QByteArray &path, const QByteArray &headers = {})
    {
        m_socket.connectToHost(QHostAddress::LocalHost, browser.port());
        m_socket.write(Browser::requestText("GET", path, {}, headers));
    }

    /** Everything seen so far: each line of JSON is one event. */
    QList<QJsonObject> events()
    {
        m_received += m_socket.readAll();
        QList<QJsonObject> result;
        for (const QByteArray &line : m_received.split('\n'))
            if (line.startsWith("{\"type\""))
                result.append(QJsonDocument::fromJson(line.trimmed()).object());
        return result;
    }
    [[nodiscard]] bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    QByteArray received() { return m_received += m_socket.readAll(); }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

inline QByteArray namespaceJson(const QByteArray &name = "dev")
{
    return R"({"apiVersion":"v1","kind":"Namespace","metadata":{"name":")" + name + "\"}}";
}

inline QByteArray podJson(const QByteArray &image, const QByteArray &policy = {})
{
    const QByteArray policyField = policy.isEmpty() ? QByteArray() : ",\"imagePullPolicy\":\"" + policy + "\"";
    return R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"pod-image-pull-policy","namespace":"dev",)"
           R"("labels":{"user":"redrose2100"}},"spec":{"containers":[{"name":"nginx","image":")" +
           image + "\"" + policyField + "}]}}";
}
