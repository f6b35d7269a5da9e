// SPDX-License-Identifier: Apache-2.0
#include "models/query/queryword.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

bool isSpace(QChar c)
{
    return c.isSpace();
}

bool isKey(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c.unicode() < 128 && c.isLetter(); });
}

/** The sign, key and value of a word whose quotes are taken away; `plain`: so many characters stood before a quote. */
void understand(QueryWord &word, const QString &text, qsizetype plain)
{
    word.value = text;
    const QStringView unquoted = QStringView(text).first(plain);
    const auto found = std::ranges::find_if(unquoted, [](QChar c) { return u":=<>"_s.contains(c); });
    const qsizetype at = found - unquoted.begin();
    if (found == unquoted.end() || !isKey(unquoted.first(at)))
        return;
    const bool orEqual = at + 1 < unquoted.size() && unquoted.at(at + 1) == u'=' && *found != u':' && *found != u'=';
    switch (found->unicode()) {
    case u'<': word.compare = orEqual ? Compare::LessOrEqual : Compare::Less; break;
    case u'>': word.compare = orEqual ? Compare::GreaterOrEqual : Compare::Greater; break;
    case u'=': word.compare = Compare::Equal; break;
    default: break;
    }
    word.key = text.first(at).toLower();
    word.value = text.sliced(at + (orEqual ? 2 : 1));
}

}  // namespace

QString QueryWord::whole() const
{
    if (key.isEmpty())
        return value;
    switch (compare) {
    case Compare::Equal: return key + u'=' + value;
    case Compare::Less: return key + u'<' + value;
    case Compare::LessOrEqual: return key + u"<="_s + value;
    case Compare::Greater: return key + u'>' + value;
    case Compare::GreaterOrEqual: return key + u">="_s + value;
    case Compare::Has: break;
    }
    return key + u':' + value;
}

QList<QueryWord> queryWords(QStringView text)
{
    QList<QueryWord> words;
    qsizetype i = 0;
    while (i < text.size()) {
        if (isSpace(text.at(i))) {
            ++i;
            continue;
        }
        QueryWord word;
        word.at = i;
        word.excludes = (text.at(i) == u'-' || text.at(i) == u'!') && i + 1 < text.size() && !isSpace(text.at(i + 1));
        if (word.excludes)
            ++i;
        QString read;
        qsizetype plain = -1;
        for (; i < text.size() && (word.isOpen || !isSpace(text.at(i))); ++i) {
            const QChar c = text.at(i);
            const bool isEscape =
                word.isOpen && c == u'\\' && i + 1 < text.size() && (text.at(i + 1) == u'"' || text.at(i + 1) == u'\\');
            if (c == u'"') {
                word.isOpen = !word.isOpen;
                word.isQuoted = true;
                plain = plain < 0 ? read.size() : plain;
            } else {
                read += isEscape ? text.at(++i) : c;
            }
        }
        word.length = i - word.at;
        understand(word, read, plain < 0 ? read.size() : plain);
        words.append(word);
    }
    return words;
}

QString quoted(const QString &value)
{
    const bool isBare = !value.isEmpty() && std::ranges::none_of(value, isSpace) && !value.contains(u'"');
    if (isBare)
        return value;
    QString text = value;
    text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + text + u'"';
}

}  // namespace models
