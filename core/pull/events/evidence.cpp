// SPDX-License-Identifier: Apache-2.0
#include "pull/events/evidence.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>

namespace pull {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Message::Kind;
using Said = Evidence::Said;

namespace {

/** Kubelets write within one start in this order. */
int naturalOrder(const Message &message)
{
    switch (message.kind) {
    case Kind::Scheduled: return 0;
    case Kind::Pulling: return 1;
    case Kind::Pulled:
    case Kind::AlreadyPresent:
    case Kind::NeverPull:
    case Kind::PullFailed:
    case Kind::InspectFailed: return 2;
    case Kind::BackOffPulling: return 4;
    case Kind::Created: return 6;
    case Kind::Started: return 7;
    case Kind::StartError:
        if (message.text == u"ImagePullBackOff")
            return 5;
        return isImageReason(message.text) ? 3 : 7;
    case Kind::BackOffRestarting: return 9;
    default: return 8;
    }
}

std::chrono::nanoseconds sinceEpoch(kube::Timestamp at)
{
    return std::chrono::nanoseconds(at.unixNanoseconds());
}

bool before(const Said &a, const Said &b)
{
    if (a.at != b.at)
        return a.at < b.at;
    const int left = naturalOrder(a.message);
    const int right = naturalOrder(b.message);
    if (left != right)
        return left < right;
    return std::pair(a.event->meta.uid, a.nth) < std::pair(b.event->meta.uid, b.nth);
}

/**
 * Orders what was said within one second. Exact times keep their order; occurrences of which only the second is known
 * are put where the kubelet's own order of writing has room for them.
 */
class Second {
public:
    void add(const Said &said) { (said.exact ? m_exact : m_loose).append(said); }

    void appendTo(QList<Said> &result, int &phase)
    {
        std::ranges::sort(m_exact, before);
        std::ranges::sort(m_loose, before);
        while (!m_exact.isEmpty() || !m_loose.isEmpty()) {
            const Said next = take(phase);
            phase = naturalOrder(next.message);
            result.append(next);
        }
    }

private:
    /** The next after `phase` in the cycle of a start, else the beginning of the next start. */
    Said take(int phase)
    {
        QList<Said> *from = nullptr;
        qsizetype at = 0;
        int best = 0;
        const auto offer = [&](QList<Said> &list, qsizetype index) {
            const int order = naturalOrder(list.at(index).message);
            const int distance = order > phase ? order - phase : order - phase + 100;
            if (!from || distance < best) {
                from = &list;
                at = index;
                best = distance;
            }
        };
        if (!m_exact.isEmpty())
            offer(m_exact, 0);
        for (qsizetype i = 0; i < m_loose.size(); ++i)
            if (!waits(m_loose.at(i)))
                offer(m_loose, i);
        return from->takeAt(at);
    }

    /** An occurrence comes after those of the same event that were counted before it. */
    [[nodiscard]] bool waits(const Said &said) const
    {
        const auto earlier = [&](const Said &other) {
            return other.event->meta.uid == said.event->meta.uid && other.nth < said.nth;
        };
        return std::ranges::any_of(m_exact, earlier) || std::ranges::any_of(m_loose, earlier);
    }

    QList<Said> m_exact, m_loose;
};

QList<Said> inOrder(const QList<Said> &said)
{
    std::map<qint64, Second> seconds;
    for (const Said &one : said)
        seconds[std::chrono::floor<std::chrono::seconds>(sinceEpoch(one.at)).count()].add(one);
    QList<Said> result;
    int phase = 0;
    qint64 before = 0;
    for (auto &[second, content] : seconds) {
        if (second - before > 1)  // after a pause a second begins with the beginning of a start
            phase = 0;
        content.appendTo(result, phase);
        before = second;
    }
    return result;
}

bool isOwn(const kube::Event &event, const kube::Pod &pod)
{
    if (event.involved.uid == pod.meta.uid)
        return true;
    // The kubelet knows a static pod by its hash, not by the uid of the mirror pod.
    for (const auto &[key, value] : pod.meta.annotations)
        if ((key == u"kubernetes.io/config.hash" || key == u"kubernetes.io/config.mirror") && !value.isEmpty() &&
            value == event.involved.uid)
            return true;
    return false;
}

using Versions = QHash<QString, std::map<int, kube::EventPtr>>;

/** The versions of each event by their count, the newest last; of equal counts the later. */
Versions versionsOf(const kube::Pod &pod, std::span<const kube::EventPtr> events)
{
    Versions byUid;
    for (const kube::EventPtr &event : events) {
        if (!event || !isOwn(*event, pod))
            continue;
        auto &versions = byUid[event->meta.uid.isEmpty() ? event->meta.key.name : event->meta.uid];
        kube::EventPtr &kept = versions[event->occurrences()];
        if (!kept || kept->last() < event->last())
            kept = event;
    }
    return byUid;
}

void append(QList<Said> &said, const std::map<int, kube::EventPtr> &versions)
{
    const kube::EventPtr &first = versions.begin()->second;
    const kube::Timestamp begin = first->exactFirst();
    if (begin.isNull())
        return;
    const bool exact = begin != first->firstTimestamp || !first->eventTime.isNull();
    said.append({first, readMessage(*first), begin, exact, 1});
    for (const auto &[count, event] : versions)
        if (count > 1 && event->last() >= event->first())
            said.append({event, readMessage(*event), event->last(), event->hasSeries, count});
}

}  // namespace

bool isImageReason(const QString &reason)
{
    static const QSet<QString> reasons = {
        u"ErrImagePull"_s,      u"ImagePullBackOff"_s,    u"ErrImageNeverPull"_s,        u"InvalidImageName"_s,
        u"ImageInspectError"_s, u"RegistryUnavailable"_s, u"SignatureValidationFailed"_s};
    return reasons.contains(reason);
}

const Said *Evidence::newest(std::initializer_list<Kind> kinds) const
{
    for (auto it = said.crbegin(); it != said.crend(); ++it)
        if (std::ranges::find(kinds, it->message.kind) != kinds.end())
            return &*it;
    return nullptr;
}

const Said *Evidence::newestOnImage() const
{
    return newest(
        {Kind::Pulling, Kind::Pulled, Kind::AlreadyPresent, Kind::PullFailed, Kind::NeverPull, Kind::InspectFailed});
}

const Said *Evidence::newestAfter(kube::Timestamp at) const
{
    for (auto it = said.crbegin(); it != said.crend(); ++it)
        if (it->message.kind != Kind::Other && it->message.kind != Kind::BackOffRestarting && it->at >= at + 1s)
            return &*it;
    return nullptr;
}

Evidence gather(const kube::Pod &pod, const kube::Container &container, std::span<const kube::EventPtr> events)
{
    const bool volume = container.kind == kube::ContainerKind::Volume;
    const auto sameImage = [&](const kube::Container &other) { return other.image == container.image; };
    const bool onlyUser = std::ranges::count_if(pod.allContainers() + pod.imageVolumes, sameImage) == 1;
    Evidence evidence;
    QList<Said> said;
    for (const auto &versions : versionsOf(pod, events)) {
        const kube::EventPtr &event = versions.rbegin()->second;
        const Message message = readMessage(*event);
        const QString name = containerOf(event->involved.fieldPath);
        const bool ofVolume = name.isEmpty() && !message.image.isEmpty();
        if (volume ? !(ofVolume && message.image == container.image) : name != container.name) {
            (name.isEmpty() ? evidence.ofPod : evidence.others).append(event);
            continue;
        }
        // An aggregate keeps the fieldPath of its tenth event and takes the text of its latest, of any container.
        if (message.combined && !(onlyUser && message.image == container.image)) {
            ++evidence.combined;
            continue;
        }
        evidence.own.append(event);
        append(said, versions);
    }
    evidence.said = inOrder(said);
    const auto byTime = [](const kube::EventPtr &a, const kube::EventPtr &b) {
        return std::tuple(a->last(), a->exactFirst(), a->meta.uid) <
               std::tuple(b->last(), b->exactFirst(), b->meta.uid);
    };
    std::ranges::sort(evidence.own, byTime);
    std::ranges::sort(evidence.ofPod, byTime);
    std::ranges::sort(evidence.others, byTime);
    return evidence;
}

}  // namespace pull
