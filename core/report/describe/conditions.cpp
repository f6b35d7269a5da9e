// SPDX-License-Identifier: Apache-2.0
#include "report/describe/page.h"

#include <QJsonArray>

namespace report {

using namespace Qt::StringLiterals;

void describeConditions(Page &page, const QList<ConditionColumn> &columns)
{
    const QJsonArray conditions = page.status()["conditions"_L1].toArray();
    if (conditions.isEmpty())
        return;
    QStringList titles;
    QStringList rules;
    for (const ConditionColumn &column : columns) {
        titles << column.title;
        rules << QString(column.rule, u'-');
    }
    page.out.add(0, u"Conditions:"_s);
    page.out.add(1, titles.join(u'\t'));
    page.out.add(1, rules.join(u'\t'));
    for (const QJsonValue &condition : conditions) {
        QString line;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const QJsonValue value = condition[columns.at(i).field];
            line += columns.at(i).field.endsWith("Time"_L1) ? moment(value) : value.toString();
            if (i + 1 < columns.size())
                line += columns.at(i).behind;
        }
        page.out.add(1, line);
    }
}

void describeConditions(Page &page)
{
    describeConditions(page,
                       {{"Type"_L1, "type"_L1, " \t"_L1}, {"Status"_L1, "status"_L1}, {"Reason"_L1, "reason"_L1}});
}

void describeDatedConditions(Page &page)
{
    describeConditions(page, {{"Type"_L1, "type"_L1},
                              {"Status"_L1, "status"_L1},
                              {"LastTransitionTime"_L1, "lastTransitionTime"_L1},
                              {"Reason"_L1, "reason"_L1},
                              {"Message"_L1, "message"_L1}});
}

}  // namespace report
