// SPDX-License-Identifier: Apache-2.0
#include "pull/events/correlation.h"

#include <algorithm>

namespace pull {

using namespace Qt::StringLiterals;

namespace {

QString subject(const kube::Event &e)
{
    return QStringList{e.component, e.host, e.involved.kind, e.involved.ns, e.involved.name, e.involved.uid}.join(
        u'\0');
}

/** No fieldPath and no message: what differs in them only is similar. */
QString similarKey(const kube::Event &e)
{
    return subject(e) + u'\0' + QStringList{e.type, e.reason, e.reportingController, e.reportingInstance}.join(u'\0');
}

QString sameKey(const kube::Event &e)
{
    return subject(e) + u'\0' + QStringList{e.involved.fieldPath, e.type, e.reason, e.message}.join(u'\0');
}

}  // namespace

bool EventCorrelator::spend(const kube::Event &event, kube::Timestamp now)
{
    Budget &budget = m_budgets[m_client.minor >= 32 ? subject(event) + u'\0' + event.type : subject(event)];
    if (!budget.at.isNull()) {
        const std::chrono::duration<double> passed = now - budget.at;
        budget.tokens = std::min(double(SpamBurst), budget.tokens + passed / SpamRefill);
    }
    budget.at = now;
    if (budget.tokens < 1)
        return false;
    budget.tokens -= 1;
    return true;
}

std::optional<kube::Event> EventCorrelator::observe(const kube::Event &event, kube::Timestamp now)
{
    kube::Event written = event;
    QString key = sameKey(event);
    Similar &similar = m_similar[similarKey(event)];
    if (!similar.last.isNull() && now - similar.last > AggregationWindow)
        similar.messages.clear();
    if (!similar.messages.contains(event.message))
        similar.messages.append(event.message);
    similar.last = now;
    if (similar.messages.size() >= DistinctMessages) {
        similar.messages.removeLast();  // client-go drops any one of them
        key = similarKey(event);
        written.message = u"(combined from similar events): "_s + event.message;
    }
    Written &log = m_written[key];
    if (log.count == 0)
        log = {0, now, event.involved.name + u'.' + QString::number(now.unixNanoseconds(), 16)};
    ++log.count;
    written.meta.key.name = log.name;
    written.count = log.count;
    written.firstTimestamp = log.first;
    written.lastTimestamp = now;
    return spend(event, now) ? std::optional(written) : std::nullopt;
}

}  // namespace pull
