// SPDX-License-Identifier: Apache-2.0
#include "models/rows/podrow.h"

#include <QHostAddress>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace models {

namespace {

/** `10.0.0.1` as a number; nothing for any other text. */
std::optional<quint32> ipv4(QStringView text)
{
    quint32 address = 0;
    quint32 number = 0;
    int digits = 0;
    int dots = 0;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9' && digits < 3) {
            number = number * 10 + (c.unicode() - u'0');
            ++digits;
        } else if (c == u'.' && digits > 0 && number < 256 && dots < 3) {
            address = (address << 8) | number;
            number = 0;
            digits = 0;
            ++dots;
        } else {
            return std::nullopt;
        }
    }
    return dots == 3 && digits > 0 && number < 256 ? std::optional((address << 8) | number) : std::nullopt;
}

}  // namespace

PodRow makeRow(const kube::PodRef &pod, kube::Version server)
{
    PodRow row;
    row.pod = pod;
    row.summary = kube::summarize(*pod, server);
    row.pullProblem = hasPullProblem(*pod);
    return row;
}

QString policiesOf(const kube::SlimPod &pod)
{
    const kube::SpecShape &spec = pod.spec();
    QString names;
    quint32 seen = 0;
    for (const auto *list : {&spec.containers, &spec.initContainers, &spec.ephemeralContainers})
        for (const kube::Container &container : *list) {
            const quint32 bit = 1U << int(container.policy);
            if (container.policy == kube::PullPolicy::Unset || (seen & bit) != 0)
                continue;
            seen |= bit;
            names =
                names.isEmpty() ? kube::toString(container.policy) : names + u", "_s + kube::toString(container.policy);
        }
    return names;
}

SortKey addressKey(const QString &text)
{
    if (text.isEmpty())
        return {};
    if (const std::optional<quint32> address = ipv4(text))
        return {0, (0xffffULL << 32) | *address};
    const QHostAddress address(text);
    if (address.isNull())
        return {};
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    return {qFromBigEndian<quint64>(bytes.c), qFromBigEndian<quint64>(bytes.c + 8)};
}

}  // namespace models
