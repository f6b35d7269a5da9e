// SPDX-License-Identifier: Apache-2.0
#include "report/csv.h"

#include "report/plaintext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace report {

namespace {

QString field(const QString &text)
{
    QString safe = cell(text);
    if (std::ranges::none_of(safe, [](QChar c) { return u",\"\r\n"_s.contains(c); }))
        return safe;
    return u'"' + safe.replace(u'"', u"\"\""_s) + u'"';
}

QString line(const QStringList &cells)
{
    QStringList fields;
    for (const QString &text : cells)
        fields.append(field(text));
    return fields.join(u',') + u"\r\n"_s;
}

}  // namespace

QString csv(const kube::Table &table, bool namespaces)
{
    QStringList names;
    if (namespaces)
        names.append(u"NAMESPACE"_s);
    for (const kube::TableColumn &column : table.columns)
        names.append(column.name.toUpper());
    QString text = line(names);
    for (const kube::TableRow &row : table.rows)
        text += line(namespaces ? QStringList{row.key.ns} + row.cells : row.cells);
    return text;
}

}  // namespace report
