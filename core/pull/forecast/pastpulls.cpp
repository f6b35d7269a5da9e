// SPDX-License-Identifier: Apache-2.0
#include "pull/forecast/pastpulls.h"

#include "pull/events/message.h"

#include <algorithm>

namespace pull {

using namespace std::chrono_literals;

namespace {

/** The answer of a registry that has nothing to send takes less than a download can. */
constexpr auto Instant = 50ms;

Estimate::Basis relation(const ImageReference &image, const ImageReference &other)
{
    if (!other.isValid())
        return Estimate::Basis::Nothing;
    if (image.normalized() == other.normalized())
        return Estimate::Basis::SameImage;
    if (image.repository() == other.repository())
        return Estimate::Basis::SameRepository;
    return image.registry == other.registry ? Estimate::Basis::SameRegistry : Estimate::Basis::Nothing;
}

}  // namespace

QList<PastPull> pastPulls(std::span<const kube::EventPtr> events)
{
    QList<PastPull> pulls;
    for (const kube::EventPtr &event : events) {
        if (!event)
            continue;
        const Message message = readMessage(*event);
        const auto time = message.pullTime ? message.pullTime : message.totalTime;
        if (message.kind == Message::Kind::Pulled && time)
            pulls.append({message.image, message.bytes.value_or(0), *time,
                          event->host.isEmpty() ? event->reportingInstance : event->host});
    }
    return pulls;
}

Estimate estimate(const ImageReference &image, bool isOnNode, std::span<const PastPull> pastPulls)
{
    Estimate result;
    QList<std::chrono::nanoseconds> times;
    for (const PastPull &past : pastPulls) {
        const Estimate::Basis basis = relation(image, parseImageReference(past.image));
        if (basis == Estimate::Basis::Nothing || basis < result.basis || (!isOnNode && past.duration < Instant))
            continue;
        if (basis > result.basis)
            times.clear();
        result.basis = basis;
        times.append(past.duration);
    }
    if (times.isEmpty())
        return {};
    std::ranges::sort(times);
    const qsizetype middle = times.size() / 2;
    result.count = int(times.size());
    result.shortest = times.first();
    result.longest = times.last();
    result.median = times.size() % 2 == 1 ? times.at(middle) : (times.at(middle - 1) + times.at(middle)) / 2;
    return result;
}

}  // namespace pull
