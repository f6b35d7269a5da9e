// SPDX-License-Identifier: Apache-2.0
#include "command/service.h"

#include "decode/reader.h"
#include "net/fetch.h"

namespace command {

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

}  // namespace command
