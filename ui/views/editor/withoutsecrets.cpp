// SPDX-License-Identifier: Apache-2.0
#include "manifest/compare/merge.h"
#include "manifest/documents.h"
#include "views/editor/drafts.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

qsizetype depthOf(QStringView line)
{
    return std::ranges::find_if(line, [](QChar c) { return c != u' '; }) - line.begin();
}

/** Where a key of a block mapping begins, also behind the dashes of list items: `  - data:`. */
qsizetype keyColumn(QStringView line)
{
    qsizetype at = depthOf(line);
    while (line.sliced(at).startsWith("- "_L1))
        at += 2 + depthOf(line.sliced(at + 2));
    return at;
}

/** Whether some writing of `kind` in this document is, or may be, a Secret. Escapes and aliases count as `may`. */
bool mayHoldSecret(const QString &document)
{
    static const QRegularExpression kind(u"kind[\"']?\\s*:\\s*[^\\n#]*(Secret\\b|[*&!\\\\{\\[|>])"_s);
    static const QRegularExpression odd(u"kind[\"']?\\s*:\\s*(#.*)?\\n|\\?\\s*[\"']?kind|\\\\[xuU]"_s);
    return document.contains(kind) || document.contains(odd);
}

/** Values may stand where a reader of lines does not see them: flow style, merges, what kubectl noted of an apply. */
bool isHardToRead(const QString &document)
{
    static const QRegularExpression hard(
        u"^\\s*[{\\[]|(data|stringData)[\"']?\\s*:[ ]*[^\\s#]|<<\\s*:|last-applied-configuration|^\\s*\\?|\\t|\\\\[xuU]"_s,
        QRegularExpression::MultilineOption);
    return document.contains(hard);
}

/** The lines of a Secret in block style, with the keys of `data` and `stringData` and none of their values. */
QString masked(const QString &document)
{
    static const QRegularExpression opening(u"^[\"']?(data|stringData)[\"']?\\s*:\\s*(#.*)?$"_s);
    static const QRegularExpression entry(u"^([\"']?[-._a-zA-Z0-9]+[\"']?\\s*:)(\\s.*)?$"_s);
    QStringList lines;
    qsizetype map = -1;    // the column of the key whose values are taken out
    qsizetype inner = -1;  // the column of the keys in it
    for (const QString &line : document.split(u'\n')) {
        const qsizetype depth = depthOf(line);
        if (map >= 0 && !line.trimmed().isEmpty() && depth <= map)
            map = inner = -1;
        if (map < 0 || line.trimmed().isEmpty()) {
            lines.append(line);
            const qsizetype column = keyColumn(line);
            if (opening.matchView(QStringView(line).sliced(column).trimmed()).hasMatch())
                map = column;
            continue;
        }
        if (inner < 0 && !line.trimmed().isEmpty() && line.trimmed().at(0) != u'#')
            inner = depth;
        const auto key = entry.matchView(QStringView(line).sliced(depth));
        if (depth == inner && key.hasMatch())
            lines.append(QString(depth, u' ') + key.captured(1) + u" \"\""_s);
    }
    return lines.join(u'\n');
}

QString withoutSecret(const QString &document)
{
    const auto parsed = manifest::parse(document, {});
    const bool isSecret = mayHoldSecret(document) || std::ranges::any_of(parsed.documents, [](const auto &d) {
                              return d.json.contains("\"kind\":\"Secret\"");
                          });
    if (!isSecret)
        return document;
    if (isHardToRead(document) || parsed.hasErrors())
        return (document.startsWith(u'\n') ? u"\n"_s : QString()) +
               u"# A document that holds a Secret, or may hold one, was left out of this draft.\n"_s;
    return masked(document);
}

}  // namespace

QString withoutSecrets(const QString &text)
{
    static const QRegularExpression line(u"^---(?=\\s|$)"_s, QRegularExpression::MultilineOption);
    QString result;
    qsizetype from = 0;
    for (const QRegularExpressionMatch &match : line.globalMatch(text)) {
        const qsizetype to = match.capturedStart();
        result += withoutSecret(text.sliced(from, to - from));
        result += match.captured();
        from = match.capturedEnd();
    }
    return result + withoutSecret(text.sliced(from));
}

QString withSecretsOf(const QString &base, const QString &text)
{
    using manifest::MergePiece;
    const QString without = withoutSecrets(base);
    if (without == base)
        return text;
    QStringList lines;
    for (const MergePiece &piece : manifest::merge(without.split(u'\n'), text.split(u'\n'), base.split(u'\n')))
        lines += piece.from == MergePiece::From::Conflict ? piece.mine : piece.result();
    return lines.join(u'\n');
}

}  // namespace views
