// SPDX-License-Identifier: Apache-2.0
#include "command/writer.h"

#include "net/fetch.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace command {

using kube::Error;

namespace {

constexpr auto FieldManager = "gantry";
constexpr std::chrono::seconds Patience{30};  ///< how long, in all, one document waits for a server that says "later"

/**
 * With 429 or 5xx and Retry-After the server says that it did not process the request and when to send it again.
 * Anything else is never sent twice. Source: client-go rest/with_retry.go.
 */
std::optional<std::chrono::seconds> again(const net::Reply &reply)
{
    if (reply.status != 429 && reply.status < 500)
        return std::nullopt;
    return reply.retryAfter;
}

/** A new object has no version yet: kubectl drops what the text says. */
QByteArray withoutVersion(const QByteArray &json)
{
    QJsonObject object = QJsonDocument::fromJson(json).object();
    QJsonObject meta = object.value("metadata"_L1).toObject();
    meta.remove("resourceVersion"_L1);
    object.insert("metadata"_L1, meta);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

}  // namespace

Writer::Writer(net::Session &session, Discovery &discovery, const Order &order, Done done, QObject *parent)
    : QObject(parent), m_session(session), m_discovery(discovery), m_order(order), m_done(std::move(done))
{
}

void Writer::start()
{
    QMetaObject::invokeMethod(this, &Writer::next, Qt::QueuedConnection);
}

void Writer::next()
{
    if (++m_at < m_order.documents.size()) {
        m_outcomes.append(Outcome{});
        m_outcomes.last().index = document().index;
        m_waited = {};
        resolve();
        return;
    }
    deleteLater();
    m_done(m_outcomes);
}

void Writer::fail(const Error &error)
{
    m_outcomes.last().error = error;
    start();
}

void Writer::resolve()
{
    const auto invalid = [this](const QString &message) {
        fail(kube::failure(Error::Kind::Input, message, document().source).error());
    };
    const kube::Result<decode::Identity> identity = decode::identity(document().json);
    if (!identity)
        return fail(identity.error());
    m_identity = *identity;
    Outcome &outcome = m_outcomes.last();
    outcome.kind = m_identity.kind;
    outcome.key = {m_identity.ns, m_identity.name};
    if (m_identity.apiVersion.isEmpty() || m_identity.kind.isEmpty())
        return invalid(
            u"error validating data: %1 not set"_s.arg(m_identity.kind.isEmpty() ? u"kind"_s : u"apiVersion"_s));
    if (m_identity.name.isEmpty() && m_order.verb != Verb::Create)
        return invalid(u"resource name may not be empty"_s);
    m_discovery.resolve(
        m_identity.apiVersion, m_identity.kind, this, [this](const kube::Result<kube::Resource> &found) {
            if (found)
                return send(*found);
            Error error = found.error();
            if (error.kind == Error::Kind::NotFound && error.httpStatus == 0) {
                error.message = u"resource mapping not found for name: \"%1\" namespace: \"%2\" from \"%3\": %4\n"
                                "ensure CRDs are installed first"_s.arg(m_identity.name, m_identity.ns,
                                                                        document().source, error.message);
                error.where = document().source;
            }
            fail(error);
        });
}

kube::Result<net::Request> Writer::requestFor(const kube::Resource &resource) const
{
    net::Request request;
    QList<QString> segments;
    if (resource.namespaced)
        segments << u"namespaces"_s << (m_identity.ns.isEmpty() ? m_order.defaultNamespace : m_identity.ns);
    segments << resource.resource;
    if (m_order.verb != Verb::Create)
        segments << m_identity.name;
    request.path = net::pathOf(apiRoot(m_identity.apiVersion), segments);
    if (request.path.isEmpty())
        return kube::failure(Error::Kind::Input, u"the name or namespace cannot stand in a path"_s, document().source);
    const QString manager = QString::fromLatin1(FieldManager);
    switch (m_order.verb) {
    case Verb::Create:
        request.verb = "POST";
        request.contentType = "application/json";
        request.body = m_identity.resourceVersion.isEmpty() ? document().json : withoutVersion(document().json);
        break;
    case Verb::Apply:
        request.verb = "PATCH";
        request.contentType = "application/apply-patch+yaml";
        request.body = document().json;
        request.query.addQueryItem(u"force"_s, m_order.force ? u"true"_s : u"false"_s);
        break;
    case Verb::Remove:
        // A DELETE with a body does not read its query: options stand in the body only.
        request.verb = "DELETE";
        request.contentType = "application/json";
        request.body = R"({"kind":"DeleteOptions","apiVersion":"v1","propagationPolicy":"Background"})";
        return request;
    }
    request.query.addQueryItem(u"fieldManager"_s, manager);
    request.query.addQueryItem(u"fieldValidation"_s, u"Strict"_s);
    return request;
}

void Writer::send(const kube::Resource &resource)
{
    const kube::Result<net::Request> request = requestFor(resource);
    if (!request)
        return fail(request.error());
    if (resource.namespaced)
        m_outcomes.last().key.ns = m_identity.ns.isEmpty() ? m_order.defaultNamespace : m_identity.ns;
    else
        m_outcomes.last().key.ns.clear();
    net::Fetch *const fetch = m_session.fetch(*request, this);
    connect(fetch, &net::Fetch::finished, this,
            [this, resource](const kube::Result<net::Reply> &reply) { take(reply, resource); });
}

void Writer::take(const kube::Result<net::Reply> &reply, const kube::Resource &resource)
{
    if (!reply)
        return fail(reply.error());
    Outcome &outcome = m_outcomes.last();
    outcome.warnings = reply->warnings;
    if (const auto pause = again(*reply); pause && m_waited + *pause <= Patience) {
        m_waited += *pause;
        QTimer::singleShot(*pause, this, [this, resource] { send(resource); });
        return;
    }
    if (!reply->isSuccess()) {
        Error error = decode::status(reply->status, reply->body);
        if (reply->retryAfter)
            error.retryAfter = reply->retryAfter;
        return fail(error);
    }
    if (m_identity.name.isEmpty()) {
        if (const auto made = decode::identity(reply->body))
            outcome.key.name = made->name;
    }
    outcome.line = lineFor(resource, outcome.key.name);
    start();
}

QString Writer::lineFor(const kube::Resource &resource, const QString &name) const
{
    QString what = resource.kind.toLower();
    if (const qsizetype slash = m_identity.apiVersion.indexOf(u'/'); slash > 0)
        what += u'.' + m_identity.apiVersion.left(slash);
    switch (m_order.verb) {
    case Verb::Create: return u"%1/%2 created"_s.arg(what, name);
    case Verb::Apply: return u"%1/%2 serverside-applied"_s.arg(what, name);
    case Verb::Remove: break;
    }
    return u"%1 \"%2\" deleted"_s.arg(what, name);
}

}  // namespace command
