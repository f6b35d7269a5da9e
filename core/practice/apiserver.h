// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practice/verbs.h"

#include <QAbstractHttpServer>
#include <QTcpServer>

namespace practice {

/** Listens on loopback and says which client has gone: QHttpServer itself keeps that from its handlers. */
class Listener : public QTcpServer {
    Q_OBJECT

public:
    using QTcpServer::QTcpServer;

Q_SIGNALS:
    void clientGone(quint16 port);

protected:
    void incomingConnection(qintptr handle) override;
};

/** The HTTP face of the cluster: bearer token, content types, Tables, watches. */
class ApiServer : public QAbstractHttpServer {
    Q_OBJECT

public:
    ApiServer(ObjectStore &store, Verbs &verbs, const Clock &clock, QByteArray token);
    ~ApiServer() override;

    /** Listens on 127.0.0.1; 0 takes any free port. False where the port is taken. */
    [[nodiscard]] bool listen(quint16 port);
    [[nodiscard]] quint16 port() const;

protected:
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &request, QHttpServerResponder &responder) override;

private:
    [[nodiscard]] Reply answer(const QHttpServerRequest &request, const std::optional<Target> &target);
    [[nodiscard]] QHttpHeaders headersOf(const QByteArray &contentType) const;
    void watch(const QHttpServerRequest &request, const Target &target, QHttpServerResponder &responder);
    void followLog(const QHttpServerRequest &request, const Target &target, QHttpServerResponder &responder);
    void send(const Reply &reply, QHttpServerResponder &responder) const;

    ObjectStore &m_store;
    Verbs &m_verbs;
    const Clock &m_clock;
    QByteArray m_token;
    Listener *m_listener = nullptr;
};

}  // namespace practice
