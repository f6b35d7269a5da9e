// SPDX-License-Identifier: Apache-2.0
#include "net/proxy.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace net {

namespace {

QString either(const QProcessEnvironment &environment, const QString &upper)
{
    const QString value = environment.value(upper);
    return value.isEmpty() ? environment.value(upper.toLower()) : value;
}

bool matches(const QUrl &server, QString rule)
{
    if (rule == "*"_L1)
        return true;
    const QString host = server.host().toLower();
    const QHostAddress address(host);
    if (rule.contains(u'/')) {
        const auto subnet = QHostAddress::parseSubnet(rule);
        return !address.isNull() && subnet.second >= 0 && address.isInSubnet(subnet);
    }
    if (const qsizetype colon = rule.lastIndexOf(u':'); colon > 0 && rule.count(u':') == 1) {
        if (rule.mid(colon + 1).toInt() != server.port(server.scheme() == "https"_L1 ? 443 : 80))
            return false;
        rule.truncate(colon);
    }
    if (!address.isNull())
        return address == QHostAddress(rule);
    if (rule.startsWith("*."_L1))
        rule.remove(0, 1);
    return rule.startsWith(u'.') ? host.endsWith(rule) : host == rule || host.endsWith(u'.' + rule);
}

QNetworkProxy fromUrl(const QUrl &url)
{
    const bool isSocks = url.scheme().startsWith("socks5"_L1);
    return QNetworkProxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
                         static_cast<quint16>(url.port(isSocks ? 1080 : 80)), url.userName(), url.password());
}

}  // namespace

QNetworkProxy proxyFor(const config::Connection &connection, const QProcessEnvironment &environment)
{
    if (!connection.proxy.isEmpty())
        return fromUrl(connection.proxy);
    const QString host = connection.server.host().toLower();
    if (host == "localhost"_L1 || QHostAddress(host).isLoopback())
        return QNetworkProxy::NoProxy;
    const bool isTls = connection.server.scheme() == "https"_L1;
    const QString text = either(environment, isTls ? u"HTTPS_PROXY"_s : u"HTTP_PROXY"_s);
    if (text.isEmpty())
        return QNetworkProxy::NoProxy;
    const QList<QString> rules = either(environment, u"NO_PROXY"_s).split(u',', Qt::SkipEmptyParts);
    for (const QString &rule : rules) {
        if (matches(connection.server, rule.trimmed().toLower()))
            return QNetworkProxy::NoProxy;
    }
    const QUrl url(text.contains("://"_L1) ? text : "http://"_L1 + text);
    return url.host().isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : fromUrl(url);
}

}  // namespace net
