// SPDX-License-Identifier: Apache-2.0
#include "manifest/scalar/scalar.h"

#include "manifest/scalar/floattext.h"
#include "manifest/scalar/timestamp.h"

#include <QByteArrayView>

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

constexpr std::array True = {"y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"};
constexpr std::array False = {"n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"};
constexpr std::array Null = {"", "~", "null", "Null", "NULL"};
constexpr std::array Infinite = {".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"};
constexpr std::array NegativeInfinite = {"-.inf", "-.Inf", "-.INF"};
constexpr std::array NotANumber = {".nan", ".NaN", ".NAN"};

template <std::size_t Count>
bool isOneOf(const std::array<const char *, Count> &words, const QByteArray &text)
{
    return std::ranges::any_of(words, [&](const char *word) { return text == word; });
}

Scalar floating(double number)
{
    return {Scalar::Type::Float, {}, number};
}

/** Base prefixes and the leading zero of octal; the digits after them. */
int baseOf(std::string_view &digits)
{
    if (digits.size() < 2 || digits.front() != '0')
        return 10;
    switch (digits[1]) {
    case 'x':
    case 'X': digits.remove_prefix(2); return 16;
    case 'o':
    case 'O': digits.remove_prefix(2); return 8;
    case 'b':
    case 'B': digits.remove_prefix(2); return 2;
    default: digits.remove_prefix(1); return 8;
    }
}

/** Signed 64 bits, or unsigned 64 bits where there is no sign. */
std::optional<Scalar> integer(std::string_view text)
{
    const bool negative = text.starts_with('-');
    const bool sign = negative || text.starts_with('+');
    if (sign)
        text.remove_prefix(1);
    const int base = baseOf(text);
    quint64 value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (text.empty() || code != std::errc() || end != text.data() + text.size())
        return {};
    constexpr auto Largest = quint64(std::numeric_limits<qint64>::max());
    if (sign && value > Largest + (negative ? 1 : 0))
        return {};
    QByteArray digits = QByteArray::number(value);
    if (negative && value != 0)
        digits.prepend('-');
    return Scalar{Scalar::Type::Integer, digits, 0};
}

std::size_t countDigits(std::string_view text)
{
    std::size_t count = 0;
    while (count < text.size() && text[count] >= '0' && text[count] <= '9')
        ++count;
    return count;
}

/** `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?` */
bool looksLikeFloat(std::string_view text)
{
    if (text.starts_with('-') || text.starts_with('+'))
        text.remove_prefix(1);
    const std::size_t whole = countDigits(text);
    text.remove_prefix(whole);
    std::size_t fraction = 0;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        fraction = countDigits(text);
        text.remove_prefix(fraction);
    }
    if (whole == 0 && fraction == 0)
        return false;
    if (text.starts_with('e') || text.starts_with('E')) {
        text.remove_prefix(1);
        if (text.starts_with('-') || text.starts_with('+'))
            text.remove_prefix(1);
        const std::size_t exponent = countDigits(text);
        if (exponent == 0)
            return false;
        text.remove_prefix(exponent);
    }
    return text.empty();
}

/** Whether a number beyond what a double holds is beyond 1, and not next to 0. */
bool isLarge(std::string_view text)
{
    const std::size_t mark = text.find_first_of("eE");
    if (mark == std::string_view::npos)
        return text.find_first_not_of("-0") < text.find('.');
    return mark + 1 < text.size() && text[mark + 1] != '-';
}

std::optional<Scalar> decimal(std::string_view text)
{
    if (!looksLikeFloat(text))
        return {};
    // Correctly rounded and without the locale; too small becomes 0 or a subnormal, too large is no number.
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (code == std::errc::result_out_of_range && isLarge(text))
        return {};
    return floating(number);
}

QByteArray withoutUnderscores(QByteArray text)
{
    return text.replace('_', "");
}

}  // namespace

Scalar resolvePlain(const QByteArray &text)
{
    if (isOneOf(Null, text))
        return {};
    if (isOneOf(True, text))
        return {Scalar::Type::Bool, "true"_ba, 0};
    if (isOneOf(False, text))
        return {Scalar::Type::Bool, "false"_ba, 0};
    if (isOneOf(Infinite, text))
        return floating(std::numeric_limits<double>::infinity());
    if (isOneOf(NegativeInfinite, text))
        return floating(-std::numeric_limits<double>::infinity());
    if (isOneOf(NotANumber, text))
        return floating(std::numeric_limits<double>::quiet_NaN());

    const Scalar asText{Scalar::Type::Text, text, 0};
    const char first = text.front();
    if (first == '.')
        return decimal(text.toStdString()).value_or(asText);
    if ((first < '0' || first > '9') && first != '+' && first != '-')
        return asText;
    const std::string plain = withoutUnderscores(text).toStdString();
    if (const auto found = integer(plain))
        return *found;
    return decimal(plain).value_or(asText);
}

bool isWide(const QByteArray &digits)
{
    bool fits = false;
    (void)digits.toLongLong(&fits);
    return !fits;
}

std::optional<Scalar> resolve(const QByteArray &tag, const QByteArray &text)
{
    using Type = Scalar::Type;
    if (tag == "?" || tag.isEmpty())
        return resolvePlain(text);
    constexpr QByteArrayView Core = "tag:yaml.org,2002:";
    const Scalar asText{Type::Text, text, 0};
    if (!tag.startsWith(Core))
        return asText;
    const QByteArray name = tag.sliced(Core.size());
    if (name == "binary") {
        const QByteArray letters = QByteArray(text).replace('\n', "");
        const auto decoded = QByteArray::fromBase64Encoding(letters, QByteArray::AbortOnBase64DecodingErrors);
        return decoded && letters.size() % 4 == 0 ? std::optional(Scalar{Type::Text, *decoded, 0}) : std::nullopt;
    }
    if (name == "timestamp")
        return isTimestamp(text) ? std::optional(asText) : std::nullopt;
    const Scalar plain = resolvePlain(text);
    if (name == "int")
        return plain.type == Type::Integer ? std::optional(plain) : std::nullopt;
    if (name == "float") {
        if (plain.type == Type::Integer && !isWide(plain.text))
            return floating(plain.text.toDouble());
        return plain.type == Type::Float ? std::optional(plain) : std::nullopt;
    }
    if (name == "bool")
        return plain.type == Type::Bool ? std::optional(plain) : std::nullopt;
    if (name == "null")
        return plain.type == Type::Null ? std::optional(plain) : std::nullopt;
    return asText;
}

std::optional<QByteArray> toJson(const Scalar &scalar)
{
    switch (scalar.type) {
    case Scalar::Type::Null: return "null"_ba;
    case Scalar::Type::Bool:
    case Scalar::Type::Integer: return scalar.text;
    case Scalar::Type::Float:
        return std::isfinite(scalar.number) ? std::optional(floatText(scalar.number)) : std::nullopt;
    case Scalar::Type::Text: return quoted(scalar.text);
    }
    return {};
}

std::optional<QByteArray> toKey(const Scalar &scalar)
{
    switch (scalar.type) {
    case Scalar::Type::Null: return {};
    case Scalar::Type::Float: return floatKey(float(scalar.number));
    case Scalar::Type::Integer: return isWide(scalar.text) ? std::nullopt : std::optional(scalar.text);
    default: return scalar.text;
    }
}

}  // namespace manifest
