// SPDX-License-Identifier: Apache-2.0
#include "pull/failure/failure.h"

#include "pull/image/imagereference.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <utility>

namespace pull {

using namespace Qt::StringLiterals;

namespace {

/** Takes the wrappers of events and waiting messages away. */
QString unwrapped(QString text)
{
    static const QRegularExpression wrappers(
        u"\\A(?:Back-off pulling image \"(?:[^\"\\\\]++|\\\\.)*+\": \\w+: |"
        "Failed to (?:pull image|apply default image tag|inspect image) \"(?:[^\"\\\\]++|\\\\.)*+\": )"_s);
    static const QRegularExpression because(
        u"\\Aimage pull failed for .+? because (the registry is unavailable|the signature validation failed)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    text.remove(wrappers);
    if (const auto match = because.match(text); match.hasMatch())
        text.replace(0, match.capturedLength(),
                     match.captured(1).contains(u"registry") ? u"RegistryUnavailable"_s
                                                             : u"SignatureValidationFailed"_s);
    return text;
}

/**
 * Every `name` that stands alone. A bare word (`timeout`) is left: texts quote it, complete it or put it where
 * blankPlaces finds it; so are the names that errors of every image speak.
 */
void blankName(QString &text, const QString &name)
{
    static const QStringList spoken = {u"i/o"_s, u"input/output"_s, u"net/http"_s, u"archive/tar"_s};
    const bool marked = name.contains(u'/') || name.contains(u':') || name.contains(u'@');
    if (!marked || spoken.contains(name))
        return;
    const auto isWord = [](QChar c) { return (c < u'\x80' && c.isLetterOrNumber()) || c == u'_' || c == u'-'; };
    const QString blank = u"<image>"_s;
    for (qsizetype at = text.indexOf(name); at >= 0; at = text.indexOf(name, at)) {
        const qsizetype end = at + name.size();
        const bool starts = at == 0 || (!isWord(text.at(at - 1)) && text.at(at - 1) != u'.');
        const bool ends = end == text.size() || !isWord(text.at(end));
        if (starts && ends) {
            text.replace(at, name.size(), blank);
            at += blank.size();
        } else {
            ++at;
        }
    }
}

/** Names, tags and hosts where texts of runtimes put them, whatever they say. */
void blankPlaces(QString &text)
{
    static const QList<std::pair<QRegularExpression, QString>> places = {
        {QRegularExpression(u"\"[^\"\\s]*\""_s), u"\"<q>\""_s},
        {QRegularExpression(u"https?://[^\\s\"]*?(?=:?(?:[\\s\"]|$))"_s), u"<url>"_s},
        {QRegularExpression(u"docker://[^\\s\"]*?(?=:?(?:[\\s\"]|$))"_s), u"<image>"_s},
        {QRegularExpression(u"(?<=reading manifest )\\S+ in [^\\s\"]*?(?=:?(?:[\\s\"]|$))"_s,
                            QRegularExpression::CaseInsensitiveOption),
         u"<tag> in <image>"_s},
        {QRegularExpression(u"(?<=manifest for )\\S+(?= not found)"_s), u"<image>"_s},
        {QRegularExpression(u"(?<=repository )\\S+(?= not found)"_s), u"<image>"_s},
        {QRegularExpression(u"(?<=artifact )\\S+(?= not found)"_s), u"<image>"_s},
        {QRegularExpression(u"(?<=project )\\S+(?= not found)"_s), u"<project>"_s},
        {QRegularExpression(u"(?<=with name )'[^'\\s]*'"_s), u"'<name>'"_s},
        {QRegularExpression(u"(?<=access repository: )[^\\s,]+"_s), u"<image>"_s},
        {QRegularExpression(u"(?<=access denied for )[^\\s,]+"_s), u"<image>"_s},
        {QRegularExpression(u"(?<=\\[manifests )[^\\]\\s]+(?=\\])"_s), u"<tag>"_s},
        {QRegularExpression(u"(?<=pulling from host )\\S+"_s), u"<host>"_s},
        {QRegularExpression(u"(?<=\\blookup )[^\\s:]+"_s), u"<host>"_s},
        {QRegularExpression(u"(?<=pinging container registry )[^\\s]+?(?=:?(?:\\s|$))"_s), u"<host>"_s},
        {QRegularExpression(u"(?<=pinging docker registry )[^\\s]+?(?=:?(?:\\s|$))"_s), u"<host>"_s},
    };
    for (const auto &[pattern, blank] : places)
        text.replace(pattern, blank);
}

/** Blanks what could imitate a keyword: the image's own name, quoted words, URLs, hosts. */
QString blanked(QString text, const QString &image)
{
    QStringList names = {image};
    if (const ImageReference ref = parseImageReference(image); ref.isValid()) {
        names << ref.normalized() << ref.familiar() << ref.repository();
        if (!ref.tag.isEmpty())
            names << ref.repository() + u':' + ref.tag << ref.repository() + u':' + ref.tag + u'@' + ref.digest;
    }
    std::ranges::stable_sort(names, std::ranges::greater(), &QString::size);  // the longest first: the rest are parts
    names.removeDuplicates();
    for (const QString &name : std::as_const(names))
        blankName(text, name);
    blankPlaces(text);
    return text;
}

const QList<QRegularExpression> &patterns()
{
    static const QList<QRegularExpression> compiled = [] {
        QList<QRegularExpression> list;
        for (const FailureRule &rule : FailureRules)
            list.append(QRegularExpression(QString::fromUtf8(rule.pattern),
                                           QRegularExpression::CaseInsensitiveOption |
                                               QRegularExpression::DotMatchesEverythingOption));
        return list;
    }();
    return compiled;
}

}  // namespace

Failure classifyFailure(const QString &text, const QString &image)
{
    Failure failure;
    const QString inner = unwrapped(text);
    static const QRegularExpression rpc(u"\\Arpc error: code = (\\w+) desc = "_s);
    failure.grpcCode = rpc.match(inner).captured(1);
    const QString clean = blanked(inner, image);
    for (qsizetype i = 0; i < patterns().size(); ++i) {
        if (!patterns().at(i).match(clean).hasMatch())
            continue;
        const FailureRule &rule = FailureRules.at(size_t(i));
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
