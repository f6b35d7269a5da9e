// SPDX-License-Identifier: Apache-2.0
#include "kube/quantity.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace kube {

using namespace Qt::StringLiterals;

namespace {

__extension__ using Wide = __int128;  // nanounits of any 64-bit amount fit

constexpr Wide Nano = 1'000'000'000;
constexpr Wide Most = Wide(std::numeric_limits<qint64>::max()) * Nano;

using Format = Quantity::Form;

struct Amount {
    Wide nanos = 0;
    Format format = Format::Decimal;
};

struct Suffix {
    QStringView text;
    int exponent;  ///< of ten, or of two in `Binary`
};

constexpr std::array<Suffix, 6> Binary = {
    {{u"Ki", 10}, {u"Mi", 20}, {u"Gi", 30}, {u"Ti", 40}, {u"Pi", 50}, {u"Ei", 60}}};
constexpr std::array<Suffix, 10> Decimal = {{{u"n", -9},
                                             {u"u", -6},
                                             {u"m", -3},
                                             {u"", 0},
                                             {u"k", 3},
                                             {u"M", 6},
                                             {u"G", 9},
                                             {u"T", 12},
                                             {u"P", 15},
                                             {u"E", 18}}};

/** Stays at the limit, as the server's own parser does. */
Wide times(Wide value, Wide factor)
{
    return value > Most / factor ? Most : value * factor;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/** What stands behind the digits; nothing where it is no suffix. */
std::optional<std::pair<Format, int>> scale(QStringView suffix)
{
    for (const Suffix &s : Binary)
        if (suffix == s.text)
            return std::pair(Format::Binary, s.exponent);
    for (const Suffix &s : Decimal)
        if (suffix == s.text)
            return std::pair(Format::Decimal, s.exponent);
    bool ok = false;
    const int exponent = suffix.size() > 1 ? suffix.sliced(1).toInt(&ok) : 0;
    if (ok && (suffix.front() == u'e' || suffix.front() == u'E') && std::abs(exponent) <= 30)
        return std::pair(Format::Exponent, exponent);
    return std::nullopt;
}

std::optional<Amount> parse(QStringView text)
{
    const bool minus = text.startsWith(u'-');
    if (minus || text.startsWith(u'+'))
        text = text.sliced(1);
    Wide digits = 0;
    int count = 0;
    int fraction = 0;
    bool point = false;
    qsizetype i = 0;
    for (; i < text.size() && (isDigit(text.at(i)) || (text.at(i) == u'.' && !point)); ++i) {
        if (text.at(i) == u'.') {
            point = true;
            continue;
        }
        if (++count > 28)
            return std::nullopt;
        digits = digits * 10 + (text.at(i).unicode() - u'0');
        fraction += point ? 1 : 0;
    }
    const auto suffix = scale(text.sliced(i));
    if (count == 0 || !suffix)
        return std::nullopt;
    int tens = 9 - fraction;
    if (suffix->first == Format::Binary)
        digits = times(digits, Wide(1) << suffix->second);
    else
        tens += suffix->second;
    for (; tens > 0; --tens)
        digits = times(digits, 10);
    bool rest = false;
    for (; tens < 0; ++tens) {
        rest |= digits % 10 != 0;
        digits /= 10;
    }
    digits = std::min(digits + (rest ? 1 : 0), Most);
    return Amount{minus ? -digits : digits, suffix->first};
}

/** Counts how often `by` divides the value, at most `most` times, and divides. */
int takeOut(Wide &value, Wide by, int most)
{
    int n = 0;
    for (; n < most && value % by == 0; ++n)
        value /= by;
    return n;
}

QString number(Wide value)
{
    return QString::number(qint64(value));
}

QString decimalText(Wide value, Format format)
{
    int exponent = takeOut(value, 10, 27) - 9;
    for (; (exponent + 30) % 3 != 0; --exponent)
        value *= 10;
    if (format == Format::Exponent && exponent != 0)
        return number(value) + u'e' + QString::number(exponent);
    for (const Suffix &s : Decimal)
        if (s.exponent == exponent)
            return number(value) + s.text.toString();
    return number(value) + u'e' + QString::number(exponent);
}

}  // namespace

Quantity::Quantity(QStringView text)
{
    const Amount amount = parse(text).value_or(Amount());
    m_nanos = amount.nanos;
    m_form = amount.format;
}

Quantity &Quantity::operator+=(const Quantity &other)
{
    if (isZero())
        m_form = other.m_form;
    m_nanos = std::clamp<Wide>(m_nanos + other.m_nanos, -Most, Most);
    return *this;
}

Quantity Quantity::inFormOf(const Quantity &other) const
{
    Quantity result = *this;
    if (m_form != other.m_form)
        result.m_nanos = Wide(value()) * Nano;
    result.m_form = other.m_form;
    return result;
}

qint64 Quantity::steps(Wide nanos) const
{
    const Wide whole = m_nanos / nanos;
    const Wide away = m_nanos % nanos == 0 ? 0 : m_nanos > 0 ? 1 : -1;
    constexpr Wide limit = std::numeric_limits<qint64>::max();
    return qint64(std::clamp<Wide>(whole + away, -limit, limit));
}

qint64 Quantity::value() const
{
    return steps(Nano);
}

qint64 Quantity::milliValue() const
{
    return steps(Nano / 1000);
}

QString Quantity::text() const
{
    Wide value = m_nanos;
    if (value == 0)
        return u"0"_s;
    const bool small = value > -1024 * Nano && value < 1024 * Nano;
    if (m_form != Form::Binary || small || value % Nano != 0)
        return decimalText(value, m_form == Form::Binary ? Form::Decimal : m_form);
    value /= Nano;
    const int power = takeOut(value, 1024, int(Binary.size()));
    return power == 0 ? number(value) : number(value) + Binary.at(size_t(power) - 1).text.toString();
}

qint64 quantityValue(QStringView quantity)
{
    return Quantity(quantity).value();
}

qint64 quantityMilliValue(QStringView quantity)
{
    return Quantity(quantity).milliValue();
}

bool isPositiveQuantity(QStringView quantity)
{
    const auto amount = parse(quantity);
    return amount && amount->nanos > 0;
}

std::partial_ordering compareQuantities(QStringView a, QStringView b)
{
    const auto left = parse(a);
    const auto right = parse(b);
    if (!left || !right)
        return std::partial_ordering::unordered;
    return left->nanos < right->nanos   ? std::partial_ordering::less
           : left->nanos > right->nanos ? std::partial_ordering::greater
                                        : std::partial_ordering::equivalent;
}

QString canonicalQuantity(const QString &quantity)
{
    return parse(quantity) ? Quantity(quantity).text() : quantity;
}

}  // namespace kube
