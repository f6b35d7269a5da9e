// SPDX-License-Identifier: Apache-2.0
#include "kube/duration.h"
#include "report/describe/workloads/workloads.h"

#include <QJsonArray>

namespace report {

using namespace Qt::StringLiterals;

namespace {

/** The first indexes, cut at a comma; `<none>` for none. */
QString indexes(const QString &all)
{
    const qsizetype comma = all.indexOf(u',', 50);
    return comma < 0 ? orNone(all) : all.first(comma + 1) + u"..."_s;
}

void line(Page &page, const QString &label, const QJsonValue &value, const QString &unit = {})
{
    if (!value.isUndefined() && !value.isNull())
        page.out.add(0, label + u":\t"_s + goText(value) + unit);
}

void times(Page &page)
{
    const QJsonValue start = page.status()["startTime"_L1];
    const QJsonValue end = page.status()["completionTime"_L1];
    if (start.isString())
        page.out.add(0, u"Start Time:\t"_s + moment(start));
    if (end.isString())
        page.out.add(0, u"Completed At:\t"_s + moment(end));
    if (start.isString() && end.isString())
        page.out.add(0, u"Duration:\t"_s + kube::age(kube::Timestamp::parse(start.toString()),
                                                     kube::Timestamp::parse(end.toString())));
}

void active(Page &page)
{
    page.out.add(0, u"Active Jobs:\t"_s + orNone(eachOf(page.status()["active"_L1], "name"_L1).join(u", ")));
}

}  // namespace

kube::Result<void> describeJob(Page &page)
{
    const QJsonValue spec = page.spec();
    const QJsonValue status = page.status();
    page.nameAndNamespace();
    page.out.add(0, u"Selector:\t"_s + selectorText(spec["selector"_L1]));
    page.labels();
    page.annotations();
    page.out.addIf(0, u"Controlled By:\t"_s, controllerOf(page.object));
    line(page, u"Parallelism"_s, spec["parallelism"_L1]);
    page.out.add(0, u"Completions:\t"_s + numberOr(spec["completions"_L1], u"<unset>"_s));
    line(page, u"Completion Mode"_s, spec["completionMode"_L1]);
    line(page, u"Suspend"_s, spec["suspend"_L1]);
    line(page, u"Backoff Limit"_s, spec["backoffLimit"_L1]);
    line(page, u"TTL Seconds After Finished"_s, spec["ttlSecondsAfterFinished"_L1]);
    times(page);
    line(page, u"Active Deadline Seconds"_s, spec["activeDeadlineSeconds"_L1], u"s"_s);
    const QJsonValue ready = status["ready"_L1];
    page.out.add(0, u"Pods Statuses:\t%1 Active%2 / %3 Succeeded / %4 Failed"_s.arg(
                        number(status["active"_L1]), ready.isDouble() ? u" (%1 Ready)"_s.arg(number(ready)) : QString(),
                        number(status["succeeded"_L1]), number(status["failed"_L1])));
    if (spec["completionMode"_L1].toString() == u"Indexed")
        page.out.add(0, u"Completed Indexes:\t"_s + indexes(status["completedIndexes"_L1].toString()));
    describeTemplate(page, spec["template"_L1]);
    return {};
}

kube::Result<void> describeCronJob(Page &page)
{
    const QJsonValue spec = page.spec();
    const QJsonValue job = spec["jobTemplate"_L1]["spec"_L1];
    const QString unset = u"<unset>"_s;
    Lines &out = page.out;
    page.nameAndNamespace();
    page.labels();
    page.annotations();
    out.add(0, u"Schedule:\t"_s + spec["schedule"_L1].toString());
    out.add(0, u"Concurrency Policy:\t"_s + spec["concurrencyPolicy"_L1].toString());
    out.add(0, u"Suspend:\t"_s + (spec["suspend"_L1].isBool() ? trueFalse(spec["suspend"_L1].toBool()) : unset));
    out.add(0, u"Successful Job History Limit:\t"_s + numberOr(spec["successfulJobsHistoryLimit"_L1], unset));
    out.add(0, u"Failed Job History Limit:\t"_s + numberOr(spec["failedJobsHistoryLimit"_L1], unset));
    const QJsonValue deadline = spec["startingDeadlineSeconds"_L1];
    out.add(0, u"Starting Deadline Seconds:\t"_s + (deadline.isDouble() ? number(deadline) + u's' : unset));
    out.add(0, u"Selector:\t"_s + (job["selector"_L1].isObject() ? selectorText(job["selector"_L1]) : unset));
    out.add(0, u"Parallelism:\t"_s + numberOr(job["parallelism"_L1], unset));
    out.add(0, u"Completions:\t"_s + numberOr(job["completions"_L1], unset));
    line(page, u"Active Deadline Seconds"_s, job["activeDeadlineSeconds"_L1], u"s"_s);
    describeTemplate(page, job["template"_L1]);
    const QJsonValue last = page.status()["lastScheduleTime"_L1];
    out.add(0, u"Last Schedule Time:\t"_s + (last.isString() ? moment(last) : unset));
    active(page);
    return {};
}

}  // namespace report
