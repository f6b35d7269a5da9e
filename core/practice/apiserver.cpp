// SPDX-License-Identifier: Apache-2.0
#include "practice/apiserver.h"

#include "practice/discovery.h"
#include "practice/json.h"
#include "practice/kinds.h"
#include "practice/logs/containerlog.h"
#include "practice/logs/logstream.h"
#include "practice/protobuf.h"
#include "practice/table.h"
#include "practice/watchstream.h"

#include <QHttpHeaders>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QJsonDocument>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

QUrlQuery queryOf(const QHttpServerRequest &request)
{
    // Go writes a space of a query as "+", which QUrlQuery keeps.
    return QUrlQuery(request.url().query(QUrl::FullyEncoded).replace(u'+', u"%20"_s));
}

QByteArray methodOf(const QHttpServerRequest &request)
{
    switch (request.method()) {
    case QHttpServerRequest::Method::Get:
    case QHttpServerRequest::Method::Head: return "GET";
    case QHttpServerRequest::Method::Post: return "POST";
    case QHttpServerRequest::Method::Put: return "PUT";
    case QHttpServerRequest::Method::Patch: return "PATCH";
    case QHttpServerRequest::Method::Delete: return "DELETE";
    default: return "OTHER";
    }
}

/** Whether the first media type the client takes is a Table, and how its rows carry objects. */
std::optional<RowObject> tableWish(const QHttpServerRequest &request, const QUrlQuery &query)
{
    if (!request.value("Accept").split(',').first().contains("as=Table"))
        return std::nullopt;
    const QString wish = query.queryItemValue(u"includeObject"_s);
    return wish == u"Object" ? RowObject::Whole : wish == u"None" ? RowObject::None : RowObject::Metadata;
}

Reply asTable(Reply reply, const QString &kind, RowObject rowObject, qint64 now)
{
    const bool isList = reply.body.contains("items"_L1);
    const QJsonArray objects = isList ? reply.body.value("items"_L1).toArray() : QJsonArray{reply.body};
    const QJsonObject metadata =
        isList ? reply.body.value("metadata"_L1).toObject()
               : QJsonObject{{u"resourceVersion"_s, text(reply.body, u"metadata.resourceVersion")}};
    reply.body = tableOf(kind, objects, metadata, rowObject, now);
    return reply;
}

/** A request of a web page carries an Origin, or names a host that was made to resolve to this machine. */
bool isLocal(const QHttpServerRequest &request)
{
    const QByteArray host = request.value("Host").split(':').first();
    return request.value("Origin").isEmpty() && (host == "127.0.0.1" || host == "localhost");
}

bool isWatch(const QHttpServerRequest &request, const QUrlQuery &query)
{
    const QString wish = query.queryItemValue(u"watch"_s);
    return methodOf(request) == "GET" && (wish == u"true" || wish == u"1");
}

bool isFollowedLog(const QHttpServerRequest &request, const Target &target)
{
    return methodOf(request) == "GET" && target.subresource == u"log" &&
           queryOf(request).queryItemValue(u"follow"_s) == u"true";
}

}  // namespace

void Listener::incomingConnection(qintptr handle)
{
    auto *socket = new QTcpSocket(this);
    socket->setSocketDescriptor(handle);
    const quint16 port = socket->peerPort();
    connect(socket, &QTcpSocket::disconnected, this, [this, port] { Q_EMIT clientGone(port); });
    addPendingConnection(socket);
}

ApiServer::ApiServer(ObjectStore &store, Verbs &verbs, const Clock &clock, QByteArray token)
    : m_store(store), m_verbs(verbs), m_clock(clock), m_token(std::move(token))
{
}

ApiServer::~ApiServer()
{
    // Open watches answer through connections that the base class is about to take away.
    qDeleteAll(findChildren<WatchStream *>(Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<LogStream *>(Qt::FindDirectChildrenOnly));
}

bool ApiServer::listen(quint16 port)
{
    auto listener = std::make_unique<Listener>();
    if (!listener->listen(QHostAddress::LocalHost, port) || !bind(listener.get()))
        return false;
    m_listener = listener.release();  // bind() made it our child
    return true;
}

quint16 ApiServer::port() const
{
    return m_listener ? m_listener->serverPort() : 0;
}

QHttpHeaders ApiServer::headersOf(const QByteArray &contentType) const
{
    QHttpHeaders headers;
    headers.append(QHttpHeaders::WellKnownHeader::ContentType, contentType);
    headers.append(QHttpHeaders::WellKnownHeader::Date, m_clock.httpDate());
    headers.append(QHttpHeaders::WellKnownHeader::CacheControl, "no-cache, private");
    return headers;
}

bool ApiServer::handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    const QString path = request.url().path();
    if (!isLocal(request)) {
        send(refuse(403, u"Forbidden"_s, u"the practice cluster serves local clients, not web pages"_s), responder);
        return true;
    }
    // kubectl sends no credentials over plain HTTP, so a missing token passes (as with kubectl proxy); a wrong one not.
    const QByteArray credentials = request.value("Authorization");
    if (!isPublic(path) && !credentials.isEmpty() && credentials != "Bearer " + m_token) {
        send(refuse(401, u"Unauthorized"_s, u"Unauthorized"_s), responder);
        return true;
    }
    const auto target = targetOf(path);
    if (target && isWatch(request, queryOf(request)))
        watch(request, *target, responder);
    else if (target && isFollowedLog(request, *target))
        followLog(request, *target, responder);
    else
        send(answer(request, target), responder);
    return true;
}

void ApiServer::missingHandler(const QHttpServerRequest &, QHttpServerResponder &responder)
{
    send(unknownPath(), responder);
}

Reply ApiServer::answer(const QHttpServerRequest &request, const std::optional<Target> &target)
{
    if (!target)
        return describeServer(request.url().path()).value_or(unknownPath());
    const QUrlQuery query = queryOf(request);
    const QByteArray type = request.value("Content-Type").split(';').first().trimmed();
    const QString client = QString::fromLatin1(request.value("User-Agent").split('/').first());
    QByteArray body = request.body();
    if (type == "application/vnd.kubernetes.protobuf" && !body.isEmpty()) {
        const auto object = fromProtobuf(body);
        if (!object)
            return badRequest(object.error());
        body = QJsonDocument(*object).toJson(QJsonDocument::Compact);
    }
    Reply reply = m_verbs.perform({methodOf(request), *target, query, body, type, client});
    const auto table = tableWish(request, query);
    if (table && reply.ok() && reply.plain.isNull() && text(reply.body, u"kind") != u"Status")
        reply = asTable(reply, kindOf(target->resource)->kind, *table, m_clock.now());
    return reply;
}

void ApiServer::watch(const QHttpServerRequest &request, const Target &target, QHttpServerResponder &responder)
{
    const QUrlQuery query = queryOf(request);
    const WatchStream::Terms terms{target, query, tableWish(request, query), headersOf("application/json")};
    auto *stream = new WatchStream(m_store, m_clock, terms, std::move(responder), this);
    const quint16 client = request.remotePort();
    connect(m_listener, &Listener::clientGone, stream, [stream, client](quint16 port) {
        if (port == client)
            stream->finish();
    });
    stream->start();
}

void ApiServer::followLog(const QHttpServerRequest &request, const Target &target, QHttpServerResponder &responder)
{
    const QUrlQuery query = queryOf(request);
    const auto pod = m_store.find(target.resource, target.ns, target.name);
    const qint64 now = m_clock.now();
    const Reply soFar = pod ? logReply(*pod, query, now) : notFound(target.resource, target.name);
    const auto log = pod ? ContainerLog::of(*pod, query) : std::unexpected(Reply{});
    if (!log || log->isOver()) {
        send(soFar, responder);
        return;
    }
    auto *stream = new LogStream(m_store, m_clock, target, query, std::move(responder), this);
    const quint16 client = request.remotePort();
    connect(m_listener, &Listener::clientGone, stream, [stream, client](quint16 port) {
        if (port == client)
            stream->finish();
    });
    stream->start(headersOf("text/plain"), soFar.plain, now);
}

void ApiServer::send(const Reply &reply, QHttpServerResponder &responder) const
{
    const bool plain = !reply.plain.isNull();
    QHttpHeaders headers = headersOf(plain ? "text/plain" : "application/json");
    for (const QString &warning : reply.warnings) {
        QString escaped = warning;
        escaped.replace(u'"', u"\\\""_s);
        headers.append("Warning", u"299 - \"%1\""_s.arg(escaped).toUtf8());
    }
    const QByteArray body =
        plain ? reply.plain : QJsonDocument(reply.body).toJson(QJsonDocument::Compact) + QByteArrayLiteral("\n");
    responder.write(body, headers, static_cast<QHttpServerResponder::StatusCode>(reply.code));
}

}  // namespace practice
