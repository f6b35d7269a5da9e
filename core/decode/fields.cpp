// SPDX-License-Identifier: Apache-2.0
#include "decode/fields.h"

namespace decode {

namespace {

/** A number of so many digits; -1 where other characters stand there. */
int digits(std::string_view text, size_t from, size_t count)
{
    int number = 0;
    for (size_t i = from; i < from + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

/** `2006-01-02T15:04:05Z`; null where it is written otherwise. */
kube::Timestamp plainTime(std::string_view text)
{
    if (text.size() != 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' ||
        text[16] != ':' || text[19] != 'Z')
        return {};
    const int year = digits(text, 0, 4);
    const int month = digits(text, 5, 2);
    const int day = digits(text, 8, 2);
    const int hour = digits(text, 11, 2);
    const int minute = digits(text, 14, 2);
    const int second = digits(text, 17, 2);
    const bool isClock = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
    if (year < 1700 || year > 2200 || month < 1 || day < 1 || !isClock)
        return {};
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                                           std::chrono::day(unsigned(day))};
    if (!date.ok())
        return {};
    const auto days = std::chrono::sys_days(date).time_since_epoch();
    return kube::Timestamp::fromUnixSeconds(qint64(days.count()) * 86'400 + hour * 3'600 + minute * 60 + second);
}

}  // namespace

kube::Timestamp time(json::value value)
{
    const std::string_view written = view(value);
    if (const kube::Timestamp plain = plainTime(written); !plain.isNull())
        return plain;
    return kube::Timestamp::parse(QString::fromUtf8(written.data(), qsizetype(written.size())));
}

void expectKind(json::value value, std::string_view kind)
{
    const std::string_view found = view(value);
    if (!found.empty() && found != kind)
        throw simdjson::simdjson_error(simdjson::INCORRECT_TYPE);
}

}  // namespace decode
