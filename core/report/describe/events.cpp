// SPDX-License-Identifier: Apache-2.0
#include "report/describe/events.h"

#include "report/tabwriter.h"

#include <algorithm>

namespace report {

using namespace Qt::StringLiterals;

namespace {

/** One row of the Events table each, in its order: Type, Reason, Age, From, Message. */
QList<QStringList> eventRows(QList<kube::EventPtr> list, kube::Timestamp now, kube::Version kubectl)
{
    std::ranges::stable_sort(list, {}, [](const kube::EventPtr &event) { return event->lastTimestamp; });
    QList<QStringList> rows;
    for (const kube::EventPtr &event : list) {
        QString message = event->message.trimmed();
        if (kubectl.minor >= 35 && !event->involved.fieldPath.isEmpty())
            message = event->involved.fieldPath + u": "_s + message;
        rows << QStringList{event->type, event->reason, kube::eventInterval(*event, now, kubectl), event->from(),
                            message};
    }
    return rows;
}

QString events(const QList<kube::EventPtr> &list, kube::Timestamp now, kube::Version kubectl)
{
    QString text = u"Events:\n  Type\tReason\tAge\tFrom\tMessage\n  ----\t------\t----\t----\t-------\n"_s;
    for (const QStringList &row : eventRows(list, now, kubectl))
        text += u"  "_s + row.join(u'\t') + u'\n';
    return text;
}

}  // namespace

QString written(Lines lines, const QList<kube::EventPtr> *list, kube::Timestamp now, kube::Version kubectl)
{
    if (list && list->isEmpty())
        lines.add(0, u"Events:\t<none>"_s);
    QString text = alignTabs(escapeTerminal(lines.text()));
    if (list && !list->isEmpty())  // the events' flush ends the columns above
        text += alignTabs(escapeTerminal(events(*list, now, kubectl)));
    return text;
}

QList<DescribeNode> sections(const Lines &lines, const QList<kube::EventPtr> *list, kube::Timestamp now,
                             kube::Version kubectl)
{
    QList<DescribeNode> nodes = treeOf(lines);
    if (!list)
        return nodes;
    DescribeNode all{u"Events"_s, list->isEmpty() ? u"<none>"_s : QString(), {}};
    for (const QStringList &row : eventRows(*list, now, kubectl)) {
        const QString said = row.at(4);
        all.children << DescribeNode{
            row.at(1), escapeTerminal(u"%1  %2  %3  %4"_s.arg(row.at(0), row.at(2), row.at(3), said)), {}};
    }
    nodes << all;
    return nodes;
}

}  // namespace report
