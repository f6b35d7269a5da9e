// SPDX-License-Identifier: Apache-2.0
#include "net/line/wire.h"

#include <QHostAddress>
#include <QSysInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace net {

namespace {

/** Header lines; remembers whether one of them would have broken out of its line. */
class Lines {
public:
    void add(const QByteArray &name, const QByteArray &value)
    {
        m_isSafe =
            m_isSafe && std::ranges::none_of(name + value, [](char c) { return c == '\r' || c == '\n' || c == 0; });
        m_bytes += name + ": " + value + "\r\n";
    }
    [[nodiscard]] bool isSafe() const { return m_isSafe; }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
    bool m_isSafe = true;
};

QByteArray hostOf(const QUrl &server)
{
    const QString host = server.host(QUrl::FullyEncoded).section(u'%', 0, 0);
    const QString name = host.contains(u':') && !host.startsWith(u'[') ? u'[' + host + u']' : host;
    const int usual = server.scheme() == "https"_L1 ? 443 : 80;
    const int port = server.port(usual);
    return (port == usual ? name : name + u':' + QString::number(port)).toLatin1();
}

QByteArray targetOf(const QUrl &server, const Request &request)
{
    QUrl url;
    url.setPath(server.path() + request.path, QUrl::DecodedMode);
    url.setQuery(request.query);
    return url.toEncoded();
}

void impersonate(Lines &lines, const config::Impersonation &as)
{
    if (as.user.isEmpty())
        return;
    lines.add("Impersonate-User", as.user.toUtf8());
    if (!as.uid.isEmpty())
        lines.add("Impersonate-Uid", as.uid.toUtf8());
    for (const QString &group : as.groups)
        lines.add("Impersonate-Group", group.toUtf8());
    // Go's url.PathEscape of the key: header names allow no more.
    for (const auto &[key, values] : as.extra) {
        for (const QString &value : values)
            lines.add("Impersonate-Extra-" + key.toLower().toUtf8().toPercentEncoding(), value.toUtf8());
    }
}

}  // namespace

QByteArray userAgent()
{
    const QString cpu = QSysInfo::currentCpuArchitecture();
    const QString arch = cpu == "x86_64"_L1 ? u"amd64"_s : cpu == "i386"_L1 ? u"386"_s : cpu;
    const QString os = QSysInfo::kernelType() == "winnt"_L1 ? u"windows"_s : QSysInfo::kernelType();
    return u"gantry/" GANTRY_VERSION " (%1/%2)"_s.arg(os, arch).toLatin1();
}

bool isNearby(const QString &host)
{
    if (host == "localhost"_L1)
        return true;
    const QHostAddress address(host);
    return address.isLoopback() || address.isLinkLocal() || address.isUniqueLocalUnicast() || address.isPrivateUse();
}

kube::Result<QByteArray> bytesOf(const Request &request, const config::Connection &connection,
                                 const config::Grant &grant, const Manner &manner)
{
    Lines lines;
    lines.add("Host", hostOf(connection.server));
    lines.add("User-Agent", userAgent());
    lines.add("Accept", request.accept);
    lines.add("Accept-Encoding", manner.isStream || !manner.mayPack ? "identity" : "gzip");
    if (!grant.authorization.isEmpty() && connection.server.scheme() == "https"_L1)
        lines.add("Authorization", grant.authorization);
    impersonate(lines, connection.impersonate);
    if (request.isWrite()) {
        if (!request.contentType.isEmpty())
            lines.add("Content-Type", request.contentType);
        lines.add("Content-Length", QByteArray::number(request.body.size()));
    }
    if (manner.isLastOne)
        lines.add("Connection", "close");
    if (!lines.isSafe())
        return kube::failure(kube::Error::Kind::Config,
                             u"a token or a name for impersonation holds a line break: it cannot be sent"_s);
    return request.verb + ' ' + targetOf(connection.server, request) + " HTTP/1.1\r\n" + lines.bytes() + "\r\n" +
           request.body;
}

}  // namespace net
