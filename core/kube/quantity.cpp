// SPDX-License-Identifier: Apache-2.0
#include "kube/quantity.h"

#include <array>
#include <cmath>
#include <optional>

namespace kube {

namespace {

struct Suffix {
    QStringView text;
    long double factor;
};

constexpr std::array<Suffix, 16> Suffixes = {{{u"Ki", 0x1p10L},
                                              {u"Mi", 0x1p20L},
                                              {u"Gi", 0x1p30L},
                                              {u"Ti", 0x1p40L},
                                              {u"Pi", 0x1p50L},
                                              {u"Ei", 0x1p60L},
                                              {u"n", 1e-9L},
                                              {u"u", 1e-6L},
                                              {u"m", 1e-3L},
                                              {u"k", 1e3L},
                                              {u"M", 1e6L},
                                              {u"G", 1e9L},
                                              {u"T", 1e12L},
                                              {u"P", 1e15L},
                                              {u"E", 1e18L},
                                              {u"", 1.0L}}};

/** The value in base units. 64 bits of mantissa keep every quantity that real clusters use exact. */
std::optional<long double> value(QStringView text)
{
    for (const Suffix &suffix : Suffixes) {
        if (!text.endsWith(suffix.text))
            continue;
        const QStringView number = text.chopped(suffix.text.size());
        bool ok = false;
        const qint64 whole = number.toLongLong(&ok);
        if (ok)
            return static_cast<long double>(whole) * suffix.factor;
        const double real = number.toDouble(&ok);
        if (ok)
            return static_cast<long double>(real) * suffix.factor;
    }
    return std::nullopt;
}

}  // namespace

qint64 quantityInUnits(QStringView quantity, QStringView unit)
{
    const auto amount = value(quantity);
    const auto divisor = value(unit);
    const long double by = divisor && *divisor > 0 ? *divisor : 1.0L;
    if (!amount)
        return 0;
    const long double units = *amount / by;
    const long double nearest = std::round(units);
    return qint64(std::fabs(units - nearest) < 1e-9L ? nearest : std::ceil(units));
}

QString canonicalQuantity(const QString &quantity)
{
    const auto amount = value(quantity);
    if (!amount || quantity.contains(u'e'))
        return quantity;
    // The server has already canonicalised what it stores; only a bare thousandth form is ever left to fold.
    if (quantity.endsWith(u'm') && quantityInUnits(quantity, u"1m") % 1000 == 0)
        return QString::number(quantityInUnits(quantity, u"1m") / 1000);
    return quantity;
}

}  // namespace kube
