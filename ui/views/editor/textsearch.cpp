// SPDX-License-Identifier: Apache-2.0
#include "views/editor/textsearch.h"

#include <QtConcurrentRun>

namespace views {

namespace {

QString replacementOf(const QRegularExpressionMatch &found, const TextSearch::Wish &wish)
{
    const QString &wanted = *wish.replacement;
    if (!wish.isRegex)
        return wanted;
    QString result;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted[i] != u'\\' || i + 1 == wanted.size()) {
            result += wanted[i];
            continue;
        }
        const QChar next = wanted[++i];
        if (next.isDigit())
            result += found.captured(next.digitValue());
        else
            result += next == u'n' ? u'\n' : next;
    }
    return result;
}

Found findAll(const TextSearch::Wish &wish, const std::atomic<bool> &isStopped)
{
    Found found;
    for (const QRegularExpressionMatch &match : wish.expression.globalMatch(wish.text)) {
        if (isStopped)
            break;
        if (match.capturedLength() == 0)
            continue;
        found.matches.append({int(match.capturedStart()), int(match.capturedLength())});
        if (wish.replacement)
            found.replacements.append(replacementOf(match, wish));
    }
    return found;
}

}  // namespace

TextSearch::~TextSearch()
{
    stop();
}

void TextSearch::stop()
{
    if (m_isStopped)
        *m_isStopped = true;
}

void TextSearch::look(const Wish &wish, const Take &take)
{
    stop();
    const auto isStopped = std::make_shared<std::atomic<bool>>(false);
    m_isStopped = isStopped;
    const auto give = [take, isStopped](const Found &found) {
        if (!isStopped->exchange(true))
            take(found);
    };
    if (wish.text.size() <= ShortText)
        give(findAll(wish, *isStopped));
    else
        QtConcurrent::run([wish, isStopped] { return findAll(wish, *isStopped); }).then(this, give);
}

}  // namespace views
