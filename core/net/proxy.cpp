// SPDX-License-Identifier: Apache-2.0
#include "net/proxy.h"

#include <QHostAddress>

#include <optional>

using namespace Qt::StringLiterals;

namespace net {

namespace {

QString either(const QProcessEnvironment &environment, const QString &upper)
{
    const QString value = environment.value(upper);
    return value.isEmpty() ? environment.value(upper.toLower()) : value;
}

/** `rule` without its port; nothing if it has one that is not the server's. */
std::optional<QString> forPort(const QUrl &server, const QString &rule)
{
    const bool isBracketed = rule.startsWith(u'[');
    const qsizetype colon = isBracketed ? rule.indexOf("]:"_L1) + 1 : rule.indexOf(u':');
    const QString bare = isBracketed ? rule.section(u']', 0, 0).sliced(1) : rule;
    if (colon <= 0 || (!isBracketed && rule.count(u':') > 1))
        return bare;
    if (rule.sliced(colon + 1).toInt() != server.port(server.scheme() == "https"_L1 ? 443 : 80))
        return {};
    return isBracketed ? bare : rule.first(colon);
}

bool matches(const QUrl &server, const QString &wholeRule)
{
    if (wholeRule == "*"_L1)
        return true;
    const QString host = server.host().toLower();
    const QHostAddress address(host);
    if (wholeRule.contains(u'/')) {
        const auto subnet = QHostAddress::parseSubnet(wholeRule);
        return !address.isNull() && subnet.second >= 0 && address.isInSubnet(subnet);
    }
    const std::optional<QString> bare = forPort(server, wholeRule);
    if (!bare)
        return false;
    QString rule = *bare;
    if (!address.isNull())
        return address == QHostAddress(rule);
    if (rule.startsWith("*."_L1))
        rule.remove(0, 1);
    return rule.startsWith(u'.') ? host.endsWith(rule) : host == rule || host.endsWith(u'.' + rule);
}

kube::Result<QNetworkProxy> fromUrl(const QUrl &url, const QString &source)
{
    const QString scheme = url.scheme().toLower();
    const bool isSocks = scheme == "socks5"_L1 || scheme == "socks5h"_L1;
    const auto refuse = [&](const QString &why) { return kube::failure(kube::Error::Kind::Config, why, source); };
    if (scheme == "https"_L1)
        return refuse(u"the proxy %1:%2 is reached by https, which Gantry cannot do: give it as http:// or socks5://"_s
                          .arg(url.host())
                          .arg(url.port(443)));
    if (scheme != "http"_L1 && !isSocks)
        return refuse(u"unsupported scheme \"%1\" of a proxy, must be http or socks5"_s.arg(scheme));
    if (url.host().isEmpty())
        return refuse(u"the URL of the proxy names no host"_s);
    return QNetworkProxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
                         static_cast<quint16>(url.port(isSocks ? 1080 : 80)), url.userName(QUrl::FullyDecoded),
                         url.password(QUrl::FullyDecoded));
}

}  // namespace

kube::Result<QNetworkProxy> proxyFor(const config::Connection &connection, const QProcessEnvironment &environment)
{
    if (!connection.proxy.isEmpty())
        return fromUrl(connection.proxy, u"proxy-url"_s);
    const QString host = connection.server.host().toLower();
    if (host == "localhost"_L1 || QHostAddress(host).isLoopback())
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const bool isTls = connection.server.scheme() == "https"_L1;
    const QString name = isTls ? u"HTTPS_PROXY"_s : u"HTTP_PROXY"_s;
    const QString text = either(environment, name);
    if (text.isEmpty())
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const QList<QString> rules = either(environment, u"NO_PROXY"_s).split(u',', Qt::SkipEmptyParts);
    for (const QString &rule : rules) {
        if (matches(connection.server, rule.trimmed().toLower()))
            return QNetworkProxy(QNetworkProxy::NoProxy);
    }
    return fromUrl(QUrl(text.contains("://"_L1) ? text : "http://"_L1 + text), name);
}

}  // namespace net
