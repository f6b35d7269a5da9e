// SPDX-License-Identifier: Apache-2.0
#include "net/words/headers.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace net {

namespace {

constexpr qsizetype TogetherLimit = 4096;
constexpr qsizetype EachLimit = 256;
constexpr qsizetype HeaderLimit = 64 * 1024;

/** Reads a quoted string whose opening quote stands before `at`; `at` moves behind the closing one or to the end. */
QString quoted(const QString &all, qsizetype &at)
{
    QString text;
    for (; at < all.size() && all[at] != u'"'; ++at) {
        if (all[at] == u'\\' && at + 1 < all.size())
            ++at;
        if (all[at] == QChar::ReplacementCharacter)
            continue;
        if (all[at].isPrint() || all[at].isSurrogate())
            text += all[at];
    }
    ++at;
    return text;
}

bool saysMiscellaneous(QStringView before)
{
    // `299 - ` or `299 agent `, perhaps behind the comma of the warning before
    const QStringView code = before.trimmed();
    return code.startsWith(u"299") && (code.size() == 3 || code.at(3).isSpace());
}

}  // namespace

QList<QString> warningTexts(const QByteArray &header)
{
    QList<QString> texts;
    const QString all = QString::fromUtf8(header.first(std::min(header.size(), HeaderLimit)));
    qsizetype together = 0;
    qsizetype at = 0;
    while (at < all.size()) {
        const qsizetype open = all.indexOf(u'"', at);
        if (open < 0)
            break;
        const bool isOurs = saysMiscellaneous(QStringView(all).sliced(at, open - at));
        at = open + 1;
        const QString text = quoted(all, at);
        if (isOurs && !text.isEmpty() && !texts.contains(text)) {
            texts << text;
            together += text.size();
        }
        // A date may follow in quotes of its own: go on behind the comma that begins the next warning.
        while (at < all.size() && all[at] != u',') {
            if (all[at++] == u'"')
                (void)quoted(all, at);
        }
        ++at;
    }
    if (together <= TogetherLimit)
        return texts;
    for (QString &text : texts)
        text.truncate(EachLimit);
    texts.resize(std::min<qsizetype>(texts.size(), TogetherLimit / EachLimit));
    return texts;
}

kube::Timestamp httpDate(const QByteArray &header)
{
    const QString text = QString::fromLatin1(header.first(std::min<qsizetype>(header.size(), 64))).simplified();
    const QString bare = text.endsWith(" GMT"_L1) ? text.chopped(4) : text;
    // `Tue, 15 Nov 1994 08:12:31 GMT`, `Tuesday, 15-Nov-94 08:12:31 GMT`, `Tue Nov 15 08:12:31 1994`
    static const QString forms[] = {u"ddd, d MMM yyyy hh:mm:ss"_s, u"dddd, d-MMM-yy hh:mm:ss"_s,
                                    u"ddd MMM d hh:mm:ss yyyy"_s};
    for (const QString &form : forms) {
        QDateTime date = QLocale::c().toDateTime(bare, form);
        if (!date.isValid())
            continue;
        if (date.date().year() < 1970)
            date = date.addYears(100);  // a year of two digits
        date.setTimeZone(QTimeZone::UTC);
        return kube::Timestamp::fromUnixSeconds(date.toSecsSinceEpoch());
    }
    return {};
}

std::optional<std::chrono::seconds> retryAfter(const QByteArray &header, kube::Timestamp now)
{
    using std::chrono::seconds;
    const QByteArray text = header.trimmed();
    const QByteArray digits = text.startsWith('-') || text.startsWith('+') ? text.sliced(1) : text;
    if (!digits.isEmpty() && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; })) {
        bool fits = false;
        const qint64 wanted = text.toLongLong(&fits);
        return seconds(fits ? std::clamp<qint64>(wanted, 1, 60) : (text.startsWith('-') ? 1 : 60));
    }
    const kube::Timestamp date = httpDate(text);
    if (date.isNull() || now.isNull())
        return {};
    return seconds(std::clamp<qint64>((date.unixMilliseconds() - now.unixMilliseconds()) / 1000, 1, 60));
}

}  // namespace net
