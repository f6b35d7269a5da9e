// SPDX-License-Identifier: Apache-2.0
#include "practice/registry.h"

#include <QCryptographicHash>
#include <QList>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

struct Offer {
    QLatin1StringView repository;
    QLatin1StringView tags;  ///< separated by spaces
    qint64 size;
    bool stays = true;
    int exitCode = 0;
};

constexpr qint64 LatestNginx = 72'371'445;  // 15 s at the registry's bandwidth

const QList<Offer> &offers()
{
    static const QList<Offer> list = {
        {"docker.io/library/nginx"_L1, "latest 1 1.29 stable mainline"_L1, LatestNginx},
        {"docker.io/library/nginx"_L1, "1.17.1"_L1, 44'815'104},
        {"docker.io/library/nginx"_L1, "1.17.5 1.17"_L1, 50'520'310},
        {"docker.io/library/nginx"_L1, "1.25 1.27"_L1, 71'005'258},
        {"docker.io/library/nginx"_L1, "alpine 1.25-alpine 1.29-alpine"_L1, 22'060'130},
        {"docker.io/library/redis"_L1, "latest 7 7.4"_L1, 51'206'411},
        {"docker.io/library/redis"_L1, "alpine 7-alpine"_L1, 17'218'006},
        {"docker.io/library/httpd"_L1, "latest 2.4"_L1, 58'912'240},
        {"docker.io/library/postgres"_L1, "latest 17 16"_L1, 158'340'772},
        {"docker.io/library/busybox"_L1, "latest 1.36 1.37"_L1, 2'223'104, false},
        {"docker.io/library/alpine"_L1, "latest 3.20 3.21"_L1, 3'642'247, false},
        {"docker.io/library/hello-world"_L1, "latest linux"_L1, 10'072, false},
        {"registry.k8s.io/pause"_L1, "3.9 3.10 3.10.1"_L1, 320'368},
    };
    return list;
}

QString digestOf(const QString &seed)
{
    return u"sha256:"_s +
           QString::fromLatin1(QCryptographicHash::hash(seed.toUtf8(), QCryptographicHash::Sha256).toHex());
}

bool knownHost(const QString &host)
{
    return host == u"docker.io" || host == u"registry.k8s.io";
}

/** Splits host from path as docker does. */
std::pair<QString, QString> splitHost(const QString &reference)
{
    const qsizetype slash = reference.indexOf(u'/');
    const QString first = reference.first(qMax<qsizetype>(slash, 0));
    const bool host = slash > 0 && (first == u"localhost" || first.contains(u'.') || first.contains(u':') ||
                                    first != first.toLower());
    QString name = host ? first : u"docker.io"_s;
    QString rest = host ? reference.sliced(slash + 1) : reference;
    if (name == u"index.docker.io")
        name = u"docker.io"_s;
    if (name == u"docker.io" && !rest.contains(u'/'))
        rest.prepend(u"library/"_s);
    return {name, rest};
}

}  // namespace

QString ImageName::canonical() const
{
    return repository() + (digest.isEmpty() ? u':' + tag : u'@' + digest);
}

std::expected<ImageName, QString> ImageName::parse(const QString &reference)
{
    static const QRegularExpression bareHex(u"^[a-f0-9]{64}$"_s);
    if (bareHex.match(reference).hasMatch())
        return std::unexpected(
            u"invalid repository name (%1), cannot specify 64-byte hexadecimal strings"_s.arg(reference));
    const auto [host, rest] = splitHost(reference);
    const QString plain = rest.section(u':', 0, 0).section(u'@', 0, 0);
    if (plain != plain.toLower())
        return std::unexpected(u"invalid reference format: repository name (%1) must be lowercase"_s.arg(plain));
    static const QRegularExpression grammar(
        u"^([a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*)"
        "(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(sha256:[a-f0-9]{64}))?$"_s);
    const auto match = grammar.match(rest);
    if (reference.isEmpty() || !match.hasMatch())
        return std::unexpected(u"invalid reference format"_s);
    ImageName name{host, match.captured(1), match.captured(2), match.captured(3)};
    if (name.tag.isEmpty() && name.digest.isEmpty())
        name.tag = u"latest"_s;
    return name;
}

QString defaultPolicy(const QString &reference)
{
    const auto name = ImageName::parse(reference);
    return name && name->tag == u"latest" ? u"Always"_s : u"IfNotPresent"_s;
}

std::expected<Image, QString> Registry::resolve(const ImageName &name)
{
    const QString reference = name.canonical();
    const QString start =
        u"failed to pull and unpack image \"%1\": failed to resolve reference \"%1\": "_s.arg(reference);
    if (!knownHost(name.host))
        return std::unexpected(start +
                               u"failed to do request: Head \"https://%1/v2/%2/manifests/%3\": dial tcp: lookup %4 on "
                               "10.96.0.10:53: no such host"_s.arg(name.host, name.path,
                                                                   name.digest.isEmpty() ? name.tag : name.digest,
                                                                   name.host.section(u':', 0, 0)));
    bool repositoryKnown = false;
    for (const Offer &offer : offers()) {
        if (offer.repository != name.repository())
            continue;
        repositoryKnown = true;
        const QStringList tags = QString(offer.tags).split(u' ');
        const QString digest = digestOf(offer.repository + u':' + tags.first());
        if (name.digest.isEmpty() ? tags.contains(name.tag) : name.digest == digest)
            return Image{name.canonical(), digest, offer.size, offer.stays, offer.exitCode};
    }
    if (!repositoryKnown)
        return std::unexpected(start + u"pull access denied, repository does not exist or may require authorization: "
                                       "server message: insufficient_scope: authorization failed"_s);
    return std::unexpected(u"rpc error: code = NotFound desc = "_s + start + reference + u": not found"_s);
}

std::chrono::milliseconds Registry::pullTime(const Image &image, bool contentPresent)
{
    if (contentPresent)
        return Latency;
    return Latency + std::chrono::milliseconds(image.size * 1000 / BytesPerSecond);
}

}  // namespace practice
