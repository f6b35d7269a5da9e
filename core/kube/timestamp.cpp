// SPDX-License-Identifier: Apache-2.0
#include "kube/timestamp.h"

#include <QString>

#include <algorithm>
#include <array>
#include <optional>

namespace kube {

namespace {

using namespace std::chrono;
using namespace Qt::StringLiterals;

/** Reads digits from the front of a text. */
class Cursor {
public:
    explicit Cursor(QStringView text) : m_rest(text) {}

    std::optional<int> number(int digits)
    {
        if (m_rest.size() < digits)
            return std::nullopt;
        int value = 0;
        for (int i = 0; i < digits; ++i) {
            const char16_t c = m_rest.at(i).unicode();
            if (c < u'0' || c > u'9')
                return std::nullopt;
            value = value * 10 + (c - u'0');
        }
        m_rest = m_rest.sliced(digits);
        return value;
    }

    bool take(QStringView any)
    {
        if (m_rest.isEmpty() || !any.contains(m_rest.front()))
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }

    /** The digits after a decimal point, as nanoseconds; more than nine are cut. */
    std::optional<qint64> fraction()
    {
        qint64 value = 0;
        int digits = 0;
        while (!m_rest.isEmpty() && m_rest.front() >= u'0' && m_rest.front() <= u'9') {
            if (digits < 9)
                value = value * 10 + (m_rest.front().unicode() - u'0');
            ++digits;
            m_rest = m_rest.sliced(1);
        }
        if (digits == 0)
            return std::nullopt;
        for (; digits < 9; ++digits)
            value *= 10;
        return value;
    }

    /** `Z` or `+hh:mm`, in seconds. */
    std::optional<int> offset()
    {
        if (take(u"Zz"))
            return 0;
        const bool minus = m_rest.startsWith(u'-');
        if (!take(u"+-"))
            return std::nullopt;
        const auto hours = number(2);
        if (!hours || !take(u":"))
            return std::nullopt;
        const auto minutes = number(2);
        if (!minutes || *hours > 23 || *minutes > 59)
            return std::nullopt;
        const int seconds = *hours * 3600 + *minutes * 60;
        return minus ? -seconds : seconds;
    }

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

private:
    QStringView m_rest;
};

QString write(Timestamp stamp, bool micro)
{
    if (stamp.isNull())
        return {};
    const auto day = floor<days>(stamp.point());
    const year_month_day date(day);
    const hh_mm_ss time(floor<microseconds>(stamp.point() - day));
    QString text = QString::asprintf("%04d-%02u-%02uT%02d:%02d:%02d", int(date.year()), unsigned(date.month()),
                                     unsigned(date.day()), int(time.hours().count()), int(time.minutes().count()),
                                     int(time.seconds().count()));
    if (micro)
        text += QString::asprintf(".%06d", int(time.subseconds().count()));
    return text + u'Z';
}

}  // namespace

Timestamp Timestamp::parse(QStringView text)
{
    Cursor in(text);
    std::array<int, 6> part{};
    constexpr std::array<QStringView, 6> after = {u"-", u"-", u"Tt ", u":", u":", u""};
    for (size_t i = 0; i < part.size(); ++i) {
        const auto value = in.number(i == 0 ? 4 : 2);
        if (!value || (!after.at(i).isEmpty() && !in.take(after.at(i))))
            return {};
        part.at(i) = *value;
    }
    qint64 ns = 0;
    if (in.take(u".,")) {
        const auto fraction = in.fraction();
        if (!fraction)
            return {};
        ns = *fraction;
    }
    const auto offset = in.offset();
    const year_month_day date{year(part[0]), month(unsigned(part[1])), day(unsigned(part[2]))};
    if (!offset || !in.atEnd() || !date.ok() || part[3] > 23 || part[4] > 59 || part[5] > 60)
        return {};
    const qint64 s =
        sys_days(date).time_since_epoch().count() * 86400LL + part[3] * 3600 + part[4] * 60 + part[5] - *offset;
    if (part[0] == 1)  // Go's zero time stands for absent
        return {};
    constexpr qint64 limit = std::numeric_limits<qint64>::max() / 1'000'000'000 - 1;
    return fromUnixNanoseconds(std::clamp(s, -limit, limit) * 1'000'000'000 + ns);
}

QString Timestamp::toRfc3339() const
{
    return write(*this, false);
}
QString Timestamp::toRfc3339Micro() const
{
    return write(*this, true);
}

}  // namespace kube
