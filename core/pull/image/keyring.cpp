// SPDX-License-Identifier: Apache-2.0
#include "pull/image/keyring.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace pull {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView DefaultRegistryKey("index.docker.io");

/** Host labels, port and path of an entry or a repository. */
struct Place {
    QStringList labels;
    QString port;
    QString path;
};

Place placeOf(const QString &text)
{
    const qsizetype slash = text.indexOf(u'/');
    QString host = slash < 0 ? text : text.first(slash);
    QString port;
    const qsizetype colon = host.lastIndexOf(u':');
    if (colon >= 0 && host.indexOf(u']', colon) < 0) {  // the colons of [::1] are none
        port = host.sliced(colon + 1);
        host.truncate(colon);
        if (host.startsWith(u'[') && host.endsWith(u']'))
            host = host.sliced(1).chopped(1);
    }
    return {host.split(u'.'), port, slash < 0 ? QString() : text.sliced(slash)};
}

/** The entry without scheme, query, user and API version; nothing where Go's url.Parse would refuse it. */
std::optional<QString> indexed(QString key)
{
    for (const QLatin1StringView scheme : {QLatin1StringView("https://"), QLatin1StringView("http://")})
        if (key.startsWith(scheme)) {
            key.remove(0, scheme.size());
            break;
        }
    if (const qsizetype end = key.indexOf(u'#'); end >= 0)
        key.truncate(end);
    if (const qsizetype end = key.indexOf(u'?'); end >= 0)
        key.truncate(end);
    QString host = key.section(u'/', 0, 0);
    QString path = key.sliced(host.size());
    host = host.sliced(host.lastIndexOf(u'@') + 1);
    if (std::ranges::any_of(host, [](QChar c) { return c.isSpace() || c == u'%' || c == u'\\' || c < u' '; }))
        return std::nullopt;
    const QString port = placeOf(host).port;
    if (!std::ranges::all_of(port, [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return std::nullopt;
    if (path.startsWith(u"/v1/") || path.startsWith(u"/v2/"))
        path.remove(0, 3);
    return path == u"/" ? host : host + path;
}

bool goesWith(const QString &key, const Place &target)
{
    const Place entry = placeOf(key);
    if (entry.port != target.port || entry.labels.size() != target.labels.size() || !target.path.startsWith(entry.path))
        return false;
    for (qsizetype i = 0; i < entry.labels.size(); ++i)
        if (!globMatches(entry.labels.at(i), target.labels.at(i)))
            return false;
    return true;
}

bool isOnDockerHub(const QString &repository)
{
    const QString first = repository.section(u'/', 0, 0);
    if (first.isEmpty())
        return false;
    return !repository.contains(u'/') || first == u"docker.io" || first == DefaultRegistryKey ||
           (!first.contains(u'.') && !first.contains(u':'));
}

/** One `[...]` at the start of `pattern`, which is moved behind it; nothing where the pattern is wrong. */
std::optional<bool> takeClass(QStringView &pattern, QChar c)
{
    pattern = pattern.sliced(1);
    const bool negated = pattern.startsWith(u'^');
    if (negated)
        pattern = pattern.sliced(1);
    const auto one = [&]() -> std::optional<QChar> {
        if (pattern.startsWith(u'\\'))
            pattern = pattern.sliced(1);
        else if (pattern.startsWith(u'-') || pattern.startsWith(u']'))
            return std::nullopt;
        if (pattern.isEmpty())
            return std::nullopt;
        const QChar taken = pattern.front();
        pattern = pattern.sliced(1);
        return taken;
    };
    bool inside = false;
    for (bool first = true; first || !pattern.startsWith(u']'); first = false) {
        const auto low = one();
        auto high = low;
        if (low && pattern.startsWith(u'-')) {
            pattern = pattern.sliced(1);
            high = one();
        }
        if (!low || !high || pattern.isEmpty())
            return std::nullopt;
        inside = inside || (*low <= c && c <= *high);
    }
    pattern = pattern.sliced(1);
    return inside != negated;
}

/** The first element of `pattern`, which is no star, takes `c`: `pattern` is then moved behind it. */
bool takeOne(QStringView &pattern, QChar c)
{
    if (pattern.startsWith(u'['))
        return takeClass(pattern, c).value_or(false);
    if (pattern.startsWith(u'?')) {
        pattern = pattern.sliced(1);
        return c != u'/';
    }
    if (pattern.startsWith(u'\\'))
        pattern = pattern.sliced(1);
    if (!pattern.startsWith(c))
        return false;
    pattern = pattern.sliced(1);
    return true;
}

}  // namespace

bool globMatches(QStringView pattern, QStringView text)
{
    // Only the last star is ever tried again, so that the cost is pattern times text.
    QStringView afterStar;
    QStringView starText;
    bool starred = false;
    for (;;) {
        if (pattern.startsWith(u'*')) {
            pattern = pattern.sliced(1);
            afterStar = pattern;
            starText = text;
            starred = true;
            continue;
        }
        if (pattern.isEmpty() && text.isEmpty())
            return true;
        if (QStringView rest = pattern; !pattern.isEmpty() && !text.isEmpty() && takeOne(rest, text.front())) {
            pattern = rest;
            text = text.sliced(1);
            continue;
        }
        if (!starred || starText.isEmpty() || starText.front() == u'/')
            return false;
        starText = starText.sliced(1);
        text = starText;
        pattern = afterStar;
    }
}

QStringList matchingKeys(const QStringList &keys, const QString &repository)
{
    QList<std::pair<QString, QString>> index;  // as looked up, as written
    for (const QString &key : keys)
        if (const auto text = indexed(key))
            index.append({*text, key});
    // Reverse order of bytes: the more specific path comes first.
    std::ranges::stable_sort(index, [](const auto &a, const auto &b) { return a.first > b.first; });
    const Place target = placeOf(repository);
    QStringList matches;
    for (const auto &[text, key] : index)
        if (goesWith(text, target))
            matches << key;
    if (matches.isEmpty() && isOnDockerHub(repository))
        for (const auto &[text, key] : index)
            if (text == DefaultRegistryKey)
                matches << key;
    return matches;
}

}  // namespace pull
