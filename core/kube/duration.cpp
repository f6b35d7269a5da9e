// SPDX-License-Identifier: Apache-2.0
#include "kube/duration.h"

#include <array>

namespace kube {

using namespace std::chrono;
using namespace Qt::StringLiterals;

namespace {

/** `<whole><unit>` with `<rest><restUnit>` behind it unless the rest is nothing. */
QString two(qint64 whole, QChar unit, qint64 rest, QChar restUnit)
{
    QString text = QString::number(whole) + unit;
    if (rest != 0)
        text += QString::number(rest) + restUnit;
    return text;
}

struct Unit {
    QStringView name;
    qint64 ns;
};

// The longer names first, so that `ms` is not read as minutes.
constexpr std::array<Unit, 8> Units = {{{u"ns", 1},
                                        {u"us", 1'000},
                                        {u"\u00b5s", 1'000},
                                        {u"\u03bcs", 1'000},
                                        {u"ms", 1'000'000},
                                        {u"s", 1'000'000'000},
                                        {u"m", 60'000'000'000},
                                        {u"h", 3'600'000'000'000}}};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/** One `<number><unit>` from the front of `text`, added to `total`; false where there is none or it overflows. */
bool takePart(QStringView &text, qint64 &total)
{
    qsizetype n = 0;
    qint64 whole = 0;
    while (n < text.size() && isDigit(text.at(n)))
        if (__builtin_mul_overflow(whole, 10, &whole) ||
            __builtin_add_overflow(whole, text.at(n++).unicode() - u'0', &whole))
            return false;
    const bool hasWhole = n > 0;
    QStringView fraction;
    if (n < text.size() && text.at(n) == u'.') {
        const qsizetype begin = ++n;
        while (n < text.size() && isDigit(text.at(n)))
            ++n;
        fraction = text.sliced(begin, n - begin);
    }
    if (!hasWhole && fraction.isEmpty())
        return false;
    text = text.sliced(n);
    for (const Unit &unit : Units) {
        if (!text.startsWith(unit.name))
            continue;
        text = text.sliced(unit.name.size());
        qint64 ns = 0;
        if (__builtin_mul_overflow(whole, unit.ns, &ns))
            return false;
        qint64 scale = unit.ns;
        qint64 part = 0;
        for (const QChar c : fraction) {
            if (scale % 10 != 0 && scale < 10)
                break;
            part += (c.unicode() - u'0') * (scale / 10);
            scale /= 10;
        }
        return !__builtin_add_overflow(ns, part, &ns) && !__builtin_add_overflow(total, ns, &total);
    }
    return false;
}

QString withFraction(qint64 ns, qint64 unit, QStringView name)
{
    QString text = QString::number(ns / unit);
    if (qint64 rest = ns % unit; rest != 0) {
        QString digits;
        for (qint64 scale = unit / 10; rest != 0; scale /= 10) {
            digits += QChar(char16_t(u'0' + rest / scale));
            rest %= scale;
        }
        text += u'.' + digits;
    }
    return text + name.toString();
}

}  // namespace

QString humanDuration(nanoseconds duration)
{
    const qint64 s = duration.count() / 1'000'000'000;
    if (s < -1)
        return u"<invalid>"_s;
    if (s < 0)
        return u"0s"_s;
    const qint64 m = s / 60;
    const qint64 h = s / 3600;
    const qint64 d = h / 24;
    if (s < 120)
        return QString::number(s) + u's';
    if (m < 10)
        return two(m, u'm', s % 60, u's');
    if (m < 180)
        return QString::number(m) + u'm';
    if (h < 8)
        return two(h, u'h', m % 60, u'm');
    if (h < 48)
        return QString::number(h) + u'h';
    if (h < 192)
        return two(d, u'd', h % 24, u'h');
    if (d < 2 * 365)
        return QString::number(d) + u'd';
    if (d < 8 * 365)
        return two(d / 365, u'y', d % 365, u'd');
    return QString::number(d / 365) + u'y';
}

QString age(Timestamp since, Timestamp now)
{
    return since.isNull() || now.isNull() ? u"<unknown>"_s : humanDuration(now - since);
}

std::optional<nanoseconds> parseGoDuration(QStringView text)
{
    const bool minus = text.startsWith(u'-');
    if (minus || text.startsWith(u'+'))
        text = text.sliced(1);
    if (text == u"0")
        return nanoseconds(0);
    if (text.isEmpty())
        return std::nullopt;
    qint64 total = 0;
    while (!text.isEmpty())
        if (!takePart(text, total))
            return std::nullopt;
    return nanoseconds(minus ? -total : total);
}

QString goDuration(nanoseconds duration)
{
    const qint64 ns = duration.count();
    if (ns < 0)
        return u'-' + goDuration(-duration);
    if (ns == 0)
        return u"0s"_s;
    if (ns < 1'000)
        return QString::number(ns) + u"ns"_s;
    if (ns < 1'000'000)
        return withFraction(ns, 1'000, u"\u00b5s");
    if (ns < 1'000'000'000)
        return withFraction(ns, 1'000'000, u"ms");
    const qint64 minutes = ns / 60'000'000'000;
    QString text;
    if (minutes >= 60)
        text += QString::number(minutes / 60) + u'h';
    if (minutes > 0)
        text += QString::number(minutes % 60) + u'm';
    return text + withFraction(ns % 60'000'000'000, 1'000'000'000, u"s");
}

}  // namespace kube
