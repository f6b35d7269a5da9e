// SPDX-License-Identifier: Apache-2.0
#include "command/service.h"

#include "decode/openapi.h"
#include "decode/reader.h"
#include "net/bytestream.h"
#include "net/fetch.h"

#include <QUrl>

namespace command {

namespace {

kube::Result<kube::SchemaSetPtr> setOf(const QByteArray &document)
{
    auto set = decode::openApi(document);
    if (!set)
        return std::unexpected(set.error());
    return std::make_shared<const kube::SchemaSet>(std::move(*set));
}

}  // namespace

Service::Service(net::Session &session, const Patience &patience, QObject *parent)
    : QObject(parent), m_session(session), m_discovery(session), m_patience(patience)
{
}

Service::~Service()
{
    qDeleteAll(findChildren<Writer *>(Qt::FindDirectChildrenOnly));  // while the session and the discovery are there
}

void Service::write(const Order &order, Writer::Done done)
{
    (new Writer(m_session, m_discovery, order, m_patience, std::move(done), this))->start();
}

void Service::get(const QString &path, const QUrlQuery &query, const QByteArray &accept, Body done)
{
    net::Request request;
    request.path = path;
    request.query = query;
    if (!accept.isEmpty())
        request.accept = accept;
    net::Fetch *const fetch = m_session.fetch(request, this);
    connect(fetch, &net::Fetch::finished, this, [done = std::move(done)](const kube::Result<net::Reply> &reply) {
        if (!reply)
            done(std::unexpected(reply.error()));
        else if (!reply->isSuccess())
            done(std::unexpected(decode::status(reply->status, reply->body)));
        else
            done(reply->body);
    });
}

void Service::schemas(const SchemaCache &cache, const QString &place, Schemas done)
{
    if (const std::optional<QByteArray> kept = cache.read(place)) {
        done(setOf(*kept));
        return;
    }
    const QUrl url(place);
    if (!url.isRelative() || !place.startsWith(u'/') || place.startsWith(QLatin1StringView("//"))) {
        done(
            kube::failure(kube::Error::Kind::Protocol, QStringLiteral("the index names a document of another server")));
        return;
    }
    const auto take = [cache, place, done = std::move(done)](const kube::Result<QByteArray> &body) {
        if (!body) {
            done(std::unexpected(body.error()));
            return;
        }
        const kube::Result<kube::SchemaSetPtr> set = setOf(*body);
        if (set)
            cache.write(place, *body);
        done(set);
    };
    get(url.path(), QUrlQuery(url.query()), "application/json", take);
}

void Service::openLog(quint64 number, const LogWish &wish)
{
    m_logs.insert(number, new LogReader(m_session, wish, m_patience.pause, this));
}

void Service::nextOfLog(quint64 number, LogReader::Take take)
{
    if (LogReader *const log = m_logs.value(number))
        log->next(std::move(take));
}

void Service::closeLog(quint64 number)
{
    delete m_logs.take(number);
}

void Service::pour(const LogWish &wish, std::function<void(QByteArrayView)> sink,
                   std::function<void(const kube::Result<void> &)> done)
{
    const net::Request request = wish.request();
    if (request.path.isEmpty()) {
        done(kube::failure(kube::Error::Kind::Input, QStringLiteral("this is no name of a pod")));
        return;
    }
    net::ByteStream *const stream = m_session.bytes(request, this);
    connect(stream, &net::ByteStream::received, this, [sink = std::move(sink)](QByteArrayView bytes) { sink(bytes); });
    connect(stream, &net::ByteStream::ended, this, [done = std::move(done)](const net::StreamEnd &end) {
        if (end.why == net::StreamEnd::Why::Closed)
            done({});
        else if (end.why == net::StreamEnd::Why::Refused)
            done(std::unexpected(decode::status(end.reply.status, end.reply.body)));
        else
            done(std::unexpected(end.error));
    });
}

}  // namespace command
