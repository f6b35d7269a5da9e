// SPDX-License-Identifier: Apache-2.0
#include "pull/failure.h"

#include "pull/imagereference.h"

#include <QRegularExpression>

namespace pull {

using namespace Qt::StringLiterals;

namespace {

/** Takes the wrappers of waiting messages away. */
QString unwrapped(QString text)
{
    static const QRegularExpression wrappers(
        u"\\A(?:Back-off pulling image \"(?:[^\"\\\\]|\\\\.)*\": \\w+: |Failed to pull image \"(?:[^\"\\\\]|\\\\.)*\": )"_s);
    static const QRegularExpression because(
        u"\\Aimage pull failed for \\S+ because (the registry is unavailable|the signature validation failed)"_s);
    text.remove(wrappers);
    if (const auto match = because.match(text); match.hasMatch())
        text.replace(0, match.capturedLength(),
                     match.captured(1).contains(u"registry") ? u"RegistryUnavailable"_s
                                                             : u"SignatureValidationFailed"_s);
    return text;
}

/** Blanks what could imitate a keyword: the image's own name, quoted words, URLs. */
QString blanked(QString text, const QString &image)
{
    static const QRegularExpression quoted(u"\"[^\"\\s]*\""_s);
    static const QRegularExpression url(u"https?://[^\\s\"]*?(?=:?(?:\\s|\"|$))"_s);
    const ImageReference ref = parseImageReference(image);
    if (ref.isValid() && !image.isEmpty())
        text.replace(ref.repository() + u':' + ref.tag, u"<image>"_s).replace(ref.normalized(), u"<image>"_s);
    if (!image.isEmpty())
        text.replace(image, u"<image>"_s);
    return text.replace(quoted, u"\"<q>\""_s).replace(url, u"<url>"_s);
}

}  // namespace

Failure classifyFailure(const QString &text, const QString &image)
{
    Failure failure;
    const QString inner = unwrapped(text);
    static const QRegularExpression rpc(u"\\A(?:\\[)?rpc error: code = (\\w+) desc = "_s);
    failure.grpcCode = rpc.match(inner).captured(1);
    const QString clean = blanked(inner, image);
    for (const FailureRule &rule : FailureRules) {
        const QRegularExpression pattern(QString::fromUtf8(rule.pattern),
                                         QRegularExpression::CaseInsensitiveOption |
                                             QRegularExpression::DotMatchesEverythingOption);
        if (!pattern.match(clean).hasMatch())
            continue;
        failure.category = QString::fromUtf8(rule.category);
        failure.detail = QString::fromUtf8(rule.detail);
        return failure;
    }
    failure.category = u"unknown"_s;
    return failure;
}

const FailureAdvice &adviceFor(const QString &category)
{
    for (const FailureAdvice &advice : FailureAdvices)
        if (category == QLatin1StringView(advice.category))
            return advice;
    return FailureAdvices.back();
}

}  // namespace pull
