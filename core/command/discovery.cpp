// SPDX-License-Identifier: Apache-2.0
#include "command/discovery.h"

#include "decode/reader.h"
#include "net/fetch.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace command {

namespace {

const kube::Resource *find(const QList<kube::Resource> &resources, const QString &kind)
{
    const auto at = std::ranges::find(resources, kind, &kube::Resource::kind);
    return at == resources.end() ? nullptr : &*at;
}

kube::Result<kube::Resource> noMatch(const QString &apiVersion, const QString &kind)
{
    return kube::failure(kube::Error::Kind::NotFound,
                         u"no matches for kind \"%1\" in version \"%2\""_s.arg(kind, apiVersion));
}

}  // namespace

QString apiRoot(const QString &apiVersion)
{
    const QList<QString> parts = apiVersion.split(u'/');
    if (parts.size() == 1)
        return net::pathOf(u"/api"_s, parts);
    return parts.size() == 2 ? net::pathOf(u"/apis"_s, parts) : QString();
}

Discovery::Discovery(net::Session &session, QObject *parent) : QObject(parent), m_session(session) {}

void Discovery::resolve(const QString &apiVersion, const QString &kind, QObject *context, Found found)
{
    if (const kube::Resource *known = find(m_known.value(apiVersion), kind)) {
        found(*known);
        return;
    }
    net::Request request;
    request.path = apiRoot(apiVersion);
    if (request.path.isEmpty()) {
        found(noMatch(apiVersion, kind));
        return;
    }
    net::Fetch *const fetch = m_session.fetch(request, this);
    connect(fetch, &net::Fetch::finished, context,
            [this, apiVersion, kind, found = std::move(found)](const kube::Result<net::Reply> &reply) {
                if (!reply) {
                    found(std::unexpected(reply.error()));
                    return;
                }
                if (reply->status == 404) {
                    found(noMatch(apiVersion, kind));
                    return;
                }
                if (!reply->isSuccess()) {
                    found(std::unexpected(decode::status(reply->status, reply->body)));
                    return;
                }
                kube::Result<QList<kube::Resource>> resources = decode::resourceList(reply->body);
                if (!resources) {
                    found(std::unexpected(resources.error()));
                    return;
                }
                m_known.insert(apiVersion, *resources);
                const kube::Resource *const match = find(*resources, kind);
                found(match ? kube::Result<kube::Resource>(*match) : noMatch(apiVersion, kind));
            });
}

}  // namespace command
