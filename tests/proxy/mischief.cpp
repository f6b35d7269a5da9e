// SPDX-License-Identifier: Apache-2.0
#include "proxy/mischief.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace support {

using Kind = Mischief::Kind;

std::expected<Mischief, QString> parseMischief(const QString &text)
{
    static const QHash<QString, Kind> kinds = {
        {u"none"_s, Kind::None},       {u"fin"_s, Kind::Fin},       {u"rst"_s, Kind::Reset},
        {u"stall"_s, Kind::Stall},     {u"slice"_s, Kind::Slice},   {u"delay"_s, Kind::Delay},
        {u"swallow"_s, Kind::Swallow}, {u"refuse"_s, Kind::Refuse},
    };
    static const QRegularExpression form(u"^([a-z]+)(?:@(\\d+))?(?::(\\d+)(ms|s)?)?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    const auto kind = kinds.constFind(match.captured(1));
    if (!match.hasMatch() || kind == kinds.constEnd())
        return std::unexpected(u"\"%1\" is no mischief"_s.arg(text));
    Mischief mischief{*kind, match.captured(2).toLongLong(), 0, 0ms};
    const int value = match.captured(3).toInt();
    if (mischief.kind == Kind::Slice)
        mischief.length = value;
    else
        mischief.pause = match.captured(4) == u"s" ? std::chrono::milliseconds(std::chrono::seconds(value))
                                                   : std::chrono::milliseconds(value);
    return mischief;
}

Mischief Dice::roll()
{
    if (between(1, 100) > m_rate)
        return {};
    constexpr std::array kinds = {Kind::Fin, Kind::Reset, Kind::Stall, Kind::Slice, Kind::Delay, Kind::Refuse};
    Mischief mischief;
    mischief.kind = kinds.at(static_cast<size_t>(between(0, static_cast<int>(kinds.size()) - 1)));
    mischief.after = (qint64(1) << between(0, 18)) + between(0, 999);
    mischief.length = between(16, 4096);
    mischief.pause = std::chrono::milliseconds(mischief.kind == Kind::Delay ? between(10, 300) : between(500, 5'000));
    return mischief;
}

}  // namespace support
