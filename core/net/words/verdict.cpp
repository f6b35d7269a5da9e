// SPDX-License-Identifier: Apache-2.0
#include "net/words/verdict.h"

#include "net/fault.h"

using namespace Qt::StringLiterals;

namespace net {

namespace {

bool isRedirect(const Reply &reply)
{
    return reply.status >= 300 && reply.status < 400 && reply.status != 304;
}

bool wantsJson(const Request &request)
{
    return request.accept.contains("json");
}

kube::Error protocol(const QString &message, const Reply &reply, const QUrl &server)
{
    kube::Error error = kube::failure(kube::Error::Kind::Protocol, message, placeOf(server)).error();
    error.httpStatus = reply.status;
    return error;
}

kube::Error html(const Reply &reply, const QUrl &server)
{
    return protocol(u"unexpected HTML from %1, captive portal?"_s.arg(server.host()), reply, server);
}

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && placeOf(a) == placeOf(b);
}

}  // namespace

std::optional<kube::Error> objectionToHead(const Request &request, const Reply &head, const QUrl &server)
{
    constexpr int NetworkLogin = 511;
    if (isRedirect(head)) {
        const QUrl to = server.resolved(QUrl::fromEncoded(head.location, QUrl::StrictMode));
        const bool isElsewhere = !isSameOrigin(server, to);
        const QString where = isElsewhere ? u"%1://%2"_s.arg(to.scheme(), placeOf(to)) : u"another address"_s;
        return protocol(u"%1 redirects to %2, which is not followed%3"_s.arg(
                            placeOf(server), where, isElsewhere ? u"; captive portal?"_s : QString()),
                        head, server);
    }
    if (head.status == NetworkLogin ||
        (head.isSuccess() && wantsJson(request) && head.contentType.trimmed().toLower().startsWith("text/html")))
        return html(head, server);
    if (head.isSuccess() && !request.isWrite() && wantsJson(request) && (head.status == 204 || head.status == 205))
        return protocol(u"%1 answered %2 without content to a question"_s.arg(placeOf(server)).arg(head.status), head,
                        server);
    return {};
}

std::optional<kube::Error> objection(const Request &request, const Reply &reply, const QUrl &server)
{
    if (const auto error = objectionToHead(request, reply, server))
        return error;
    if (!reply.isSuccess() || !wantsJson(request))
        return {};
    const QByteArray start = reply.body.first(std::min<qsizetype>(reply.body.size(), 256)).trimmed();
    if (start.startsWith('<'))
        return html(reply, server);
    if (reply.body.isEmpty() && !request.isWrite())
        return protocol(u"%1 answered %2 with an empty body"_s.arg(placeOf(server)).arg(reply.status), reply, server);
    return {};
}

std::optional<Request> hashRedirect(const Request &request, const Reply &reply, const QUrl &server)
{
    if (!isRedirect(reply) || request.isWrite() || !request.path.startsWith("/openapi/v3/"_L1))
        return {};
    QUrl asked = server;
    asked.setPath(server.path() + request.path, QUrl::DecodedMode);
    const QUrl to = asked.resolved(QUrl::fromEncoded(reply.location, QUrl::StrictMode));
    if (reply.location.isEmpty() || !isSameOrigin(server, to) || to.path() != asked.path() || !to.userInfo().isEmpty())
        return {};
    Request again = request;
    again.query = QUrlQuery(to);
    return again;
}

}  // namespace net
