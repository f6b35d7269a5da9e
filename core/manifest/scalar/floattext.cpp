// SPDX-License-Identifier: Apache-2.0
#include "manifest/scalar/floattext.h"

#include <array>
#include <charconv>
#include <cmath>

namespace manifest {

namespace {

/** Where plain digits end, and how many digits an exponent has at least. */
struct Layout {
    int smallest, largest, exponentDigits;
};

/** `number` is finite. */
template <class Number>
QByteArray layOut(Number number, Layout layout)
{
    if (number == 0)
        return std::signbit(number) ? QByteArrayLiteral("-0") : QByteArrayLiteral("0");

    std::array<char, 64> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(number), std::chars_format::scientific);
    const QByteArray written(buffer.data(), end.ptr - buffer.data());
    const qsizetype mark = written.indexOf('e');
    const QByteArray digits = written.first(mark).replace('.', "");
    const int exponent = written.sliced(mark + 1).toInt();

    QByteArray text = number < 0 ? QByteArrayLiteral("-") : QByteArray();
    if (exponent < layout.smallest || exponent >= layout.largest) {
        text += digits.first(1);
        if (digits.size() > 1)
            text += '.' + digits.sliced(1);
        return text + (exponent < 0 ? "e-" : "e+") +
               QByteArray::number(std::abs(exponent)).rightJustified(layout.exponentDigits, '0');
    }
    if (exponent < 0)
        return text + "0." + QByteArray(-exponent - 1, '0') + digits;
    const qsizetype whole = exponent + 1;
    if (digits.size() <= whole)
        return text + digits + QByteArray(whole - digits.size(), '0');
    return text + digits.first(whole) + '.' + digits.sliced(whole);
}

}  // namespace

QByteArray floatText(double number)
{
    if (std::isnan(number))
        return QByteArrayLiteral("NaN");
    if (std::isinf(number))
        return number > 0 ? QByteArrayLiteral("+Inf") : QByteArrayLiteral("-Inf");
    return layOut(number, {-6, 21, 1});
}

QByteArray floatKey(float number)
{
    if (std::isnan(number))
        return QByteArrayLiteral(".nan");
    if (std::isinf(number))
        return number > 0 ? QByteArrayLiteral(".inf") : QByteArrayLiteral("-.inf");
    return layOut(number, {-4, 6, 2});
}

}  // namespace manifest
