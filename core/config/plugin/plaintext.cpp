// SPDX-License-Identifier: Apache-2.0
#include "config/plugin/plaintext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace config {

namespace {

/** CSI, OSC and other string sequences, two-character escapes (ECMA-48). */
const QRegularExpression &escapes()
{
    static const QRegularExpression form(
        u"\\x1b\\[[0-?]*[ -/]*[@-~]|\\x1b[\\]PX^_][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\)?|\\x1b[@-_a-z0-9=>]?"_s);
    return form;
}

/** Words that follow what announces a secret, and long words of letters and digits as tokens and keys are. */
const QRegularExpression &secrets()
{
    static const QRegularExpression form(
        u"(?:(?i)(?<=bearer )|(?<=basic )|(?<=token=)|(?<=password=)|(?<=secret=)|(?<=\"token\":\")|(?<=\"token\": \"))"
        "[^\\s\"',;&]+"
        "|(?=[-\\w+/=.~]*[0-9])[-\\w+/=.~]{24,}|[A-Za-z0-9+/=_-]{40,}"_s);
    return form;
}

}  // namespace

QString plainText(const QByteArray &said, qsizetype limit)
{
    QString text = QString::fromUtf8(said).remove(escapes());
    QString kept;
    for (const QChar c : std::as_const(text)) {
        if (c.isPrint() || c == u'\n')
            kept += c;
        else if (c == u'\t')
            kept += u' ';
    }
    return kept.replace(secrets(), u"***"_s).right(limit).trimmed();
}

}  // namespace config
