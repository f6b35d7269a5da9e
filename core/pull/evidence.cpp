// SPDX-License-Identifier: Apache-2.0
#include "pull/evidence.h"

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
    return left != right ? left < right : a.event->meta.uid < b.event->meta.uid;
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
        for (const Said &said : std::as_const(m_exact))
            m_pending.insert(said.event->meta.uid);
        for (const Said &said : std::as_const(m_loose))
            if (said.first)
                m_pending.insert(said.event->meta.uid);
        while (!m_exact.isEmpty() || !m_loose.isEmpty()) {
            const Said next = take(phase);
            m_pending.remove(next.event->meta.uid);
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
        for (qsizetype i = 0; i < m_loose.size(); ++i)  // a last occurrence comes after its own first
            if (m_loose.at(i).first || !m_pending.contains(m_loose.at(i).event->meta.uid))
                offer(m_loose, i);
        if (!from) {
            from = &m_loose;
            at = 0;
        }
        return from->takeAt(at);
    }

    QList<Said> m_exact, m_loose;
    QSet<QString> m_pending;  ///< events whose first occurrence is in this second and not yet taken
};

QList<Said> inOrder(const QList<Said> &said)
{
    std::map<qint64, Second> seconds;
    for (const Said &one : said)
        seconds[std::chrono::floor<std::chrono::seconds>(sinceEpoch(one.at)).count()].add(one);
    QList<Said> result;
    int phase = 0;
    for (auto &[second, content] : seconds)
        content.appendTo(result, phase);
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

/** Of several versions of an event the one that says most. */
QList<kube::EventPtr> newestVersions(const kube::Pod &pod, std::span<const kube::EventPtr> events)
{
    QHash<QString, kube::EventPtr> byUid;
    for (const kube::EventPtr &event : events) {
        if (!event || !isOwn(*event, pod))
            continue;
        kube::EventPtr &kept = byUid[event->meta.uid.isEmpty() ? event->meta.key.name : event->meta.uid];
        if (!kept || std::pair(kept->occurrences(), kept->last()) < std::pair(event->occurrences(), event->last()))
            kept = event;
    }
    return byUid.values();
}

void append(QList<Said> &said, const kube::EventPtr &event, const Message &message)
{
    const kube::Timestamp first = event->exactFirst();
    const bool exact = first != event->firstTimestamp || !event->eventTime.isNull();
    if (first.isNull())
        return;
    said.append({event, message, first, exact, true});
    if (event->occurrences() > 1 && event->last() >= event->first())
        said.append({event, message, event->last(), event->hasSeries, false});
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
    return newest({Kind::Pulling, Kind::Pulled, Kind::AlreadyPresent, Kind::PullFailed, Kind::NeverPull,
                   Kind::InspectFailed});
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
    for (const kube::EventPtr &event : newestVersions(pod, events)) {
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
        append(said, event, message);
    }
    evidence.said = inOrder(said);
    const auto byTime = [](const kube::EventPtr &a, const kube::EventPtr &b) {
        return std::tuple(a->last(), a->exactFirst(), a->meta.uid) < std::tuple(b->last(), b->exactFirst(), b->meta.uid);
    };
    std::ranges::sort(evidence.ofPod, byTime);
    std::ranges::sort(evidence.others, byTime);
    return evidence;
}

}  // namespace pull
