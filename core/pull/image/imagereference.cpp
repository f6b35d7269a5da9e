// SPDX-License-Identifier: Apache-2.0
#include "pull/image/imagereference.h"

#include "pull/image/quoting.h"

#include <QRegularExpression>

#include <algorithm>

namespace pull {

using namespace Qt::StringLiterals;

namespace {

const QString Component = u"[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?"_s;
const QString PathComponent = u"[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*"_s;

QRegularExpression compiled(const QString &host)
{
    const QString domain = u"(?:%1)(?::[0-9]+)?"_s.arg(host);
    return QRegularExpression(
        u"\\A(%1)/(%2(?:/%2)*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?"
        "(?:@([A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?\\z"_s.arg(domain, PathComponent));
}

/** The whole grammar, anchored; groups: domain, path, tag, digest. IPv6 hosts came with distribution/reference 0.5. */
const QRegularExpression &grammar(bool ipv6)
{
    static const QString name = u"%1(?:\\.%1)*"_s.arg(Component);
    static const QRegularExpression withoutIpv6 = compiled(name);
    static const QRegularExpression withIpv6 = compiled(name + u"|\\[(?:[a-fA-F0-9:]+)\\]"_s);
    return ipv6 ? withIpv6 : withoutIpv6;
}

/** What go-digest checks after the grammar. */
QString digestError(const QString &digest)
{
    const QString algorithm = digest.section(u':', 0, 0);
    const QString hex = digest.section(u':', 1);
    const qsizetype length = algorithm == u"sha256"   ? 64
                             : algorithm == u"sha384" ? 96
                             : algorithm == u"sha512" ? 128
                                                      : 0;
    if (length == 0)
        return u"unsupported digest algorithm"_s;
    if (hex.size() != length)
        return u"invalid checksum digest length"_s;
    return hex == hex.toLower() ? QString() : u"invalid checksum digest format"_s;
}

/** As Go asks: whether lower case is another text. */
bool hasUpper(const QString &text)
{
    return text.toLower() != text;
}

/** Splits a familiar name into domain and remainder. */
std::pair<QString, QString> split(const QString &raw, kube::Version version)
{
    const qsizetype slash = raw.indexOf(u'/');
    const QString first = raw.first(std::max<qsizetype>(slash, 0));
    const bool isHost = slash >= 0 && (first.contains(u'.') || first.contains(u':') || first == u"localhost" ||
                                       (version.minor >= 29 && hasUpper(first)));
    QString domain = isHost ? first : u"docker.io"_s;
    QString rest = isHost ? raw.sliced(slash + 1) : raw;
    if (domain == u"index.docker.io")
        domain = u"docker.io"_s;
    if (domain == u"docker.io" && !rest.contains(u'/'))
        rest.prepend(u"library/"_s);
    return {domain, rest};
}

QString syntaxError(const QString &domain, const QString &rest, kube::Version version)
{
    // A name that would be right in lower case has an error of its own.
    if (grammar(version.minor >= 29).match(domain.toLower() + u'/' + rest.toLower()).hasMatch() && hasUpper(rest))
        return u"repository name must be lowercase"_s;
    return u"invalid reference format"_s;
}

}  // namespace

QString ImageReference::normalized() const
{
    if (!isValid())
        return {};
    return digest.isEmpty() ? repository() + u':' + tag : repository() + u'@' + digest;
}

QString ImageReference::familiar() const
{
    if (!isValid())
        return {};
    QString text = repository();
    if (isOnDockerHub()) {
        text = path;
        // `library/a/b` stays: without its prefix it would be another name.
        if (text.startsWith(u"library/") && text.count(u'/') == 1)
            text.remove(0, 8);
    }
    if (!tag.isEmpty() && !tagDefaulted)
        text += u':' + tag;
    return digest.isEmpty() ? text : text + u'@' + digest;
}

QString ImageReference::imageSpec() const
{
    if (!isValid())
        return {};
    return digest.isEmpty() && !raw.endsWith(u':' + tag) ? raw + u':' + tag : raw;
}

QString imageReferenceError(const ImageReference &reference, kube::Version version)
{
    if (reference.isValid())
        return {};
    return u"couldn't parse image %1 "_s.arg(version.minor >= 28 ? u"name"_s : u"reference"_s) +
           goQuoted(reference.raw) + u": "_s + reference.error;
}

ImageReference parseImageReference(const QString &raw, kube::Version version)
{
    ImageReference ref;
    ref.raw = raw;
    static const QRegularExpression identifier(u"\\A[a-f0-9]{64}\\z"_s);
    if (identifier.match(raw).hasMatch()) {
        ref.error = u"invalid repository name (%1), cannot specify 64-byte hexadecimal strings"_s.arg(raw);
        return ref;
    }
    if (raw.isEmpty()) {
        ref.error = u"invalid reference format"_s;
        return ref;
    }
    const auto [domain, rest] = split(raw, version);
    const QString name = rest.section(u':', 0, 0);
    if (hasUpper(name)) {
        ref.error = version.minor >= 29
                        ? u"invalid reference format: repository name (%1) must be lowercase"_s.arg(name)
                        : u"invalid reference format: repository name must be lowercase"_s;
        return ref;
    }
    const auto match = grammar(version.minor >= 29).match(domain + u'/' + rest);
    if (!match.hasMatch()) {
        ref.error = syntaxError(domain, rest, version);
        return ref;
    }
    ref.registry = match.captured(1);
    ref.path = match.captured(2);
    ref.tag = match.captured(3);
    ref.digest = match.captured(4);
    const qsizetype length = version.minor >= 32 ? ref.path.size() : ref.repository().size();
    if (length > 255)
        ref.error = u"repository name must not be more than 255 characters"_s;
    else if (!ref.digest.isEmpty())
        ref.error = digestError(ref.digest);
    if (ref.isValid() && ref.tag.isEmpty() && ref.digest.isEmpty()) {
        ref.tag = u"latest"_s;
        ref.tagDefaulted = true;
    }
    return ref;
}

kube::PullPolicy defaultPolicy(const QString &image, kube::Version version)
{
    const ImageReference ref = parseImageReference(image, version);
    return ref.isValid() && ref.tag == u"latest" ? kube::PullPolicy::Always : kube::PullPolicy::IfNotPresent;
}

}  // namespace pull
