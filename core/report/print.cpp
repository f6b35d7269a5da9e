// SPDX-License-Identifier: Apache-2.0
#include "report/tables.h"
#include "report/tabwriter.h"

#include <algorithm>

namespace report {

using namespace Qt::StringLiterals;

namespace {

/** A string cell: cut at the first line end, terminal escapes made visible. */
QString cell(const QString &text)
{
    const auto end = std::ranges::find_if(text, [](QChar c) { return c == u'\n' || c == u'\r' || c == u'\f'; });
    if (end != text.end())
        return escapeTerminal(text.first(end - text.begin())) + u"..."_s;
    return escapeTerminal(text);
}

QString labelText(const kube::StringPairs &labels)
{
    QStringList texts;
    for (const auto &[key, value] : labels)
        texts << key + u'=' + value;
    return texts.isEmpty() ? u"<none>"_s : texts.join(u',');
}

QString labelValue(const kube::StringPairs &labels, const QString &key)
{
    const auto it = std::ranges::find(labels, key, [](const auto &pair) { return pair.first; });
    return it == labels.end() ? QString() : it->second;
}

QList<QString> header(const kube::Table &table, const PrintOptions &options)
{
    QList<QString> names;
    if (options.namespaces)
        names << u"NAMESPACE"_s;
    for (const kube::TableColumn &column : table.columns)
        if (options.wide || column.priority == 0)
            names << column.name.toUpper();
    for (const QString &label : options.labelColumns)
        names << label.section(u'/', -1).toUpper();
    if (options.labels)
        names << u"LABELS"_s;
    return names;
}

QList<QString> line(const kube::Table &table, const kube::TableRow &row, const PrintOptions &options)
{
    QList<QString> texts;
    if (options.namespaces)
        texts << row.key.ns;
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        if (!options.wide && table.columns.at(i).priority != 0)
            continue;
        const bool named =
            !options.kind.isEmpty() && table.columns.at(i).name.compare(u"name", Qt::CaseInsensitive) == 0;
        const QString text = named ? options.kind + u'/' + row.cells.value(i) : row.cells.value(i);
        texts << (options.cut ? cell(text) : escapeTerminal(text));
    }
    for (const QString &label : options.labelColumns)
        texts << cell(labelValue(row.labels, label));
    if (options.labels)
        texts << cell(labelText(row.labels));
    return texts;
}

}  // namespace

QString print(const kube::Table &table, const PrintOptions &options)
{
    if (table.rows.isEmpty())
        return {};
    QList<QList<QString>> lines;
    if (options.headers)
        lines << header(table, options);
    for (const kube::TableRow &row : table.rows)
        lines << line(table, row, options);
    return alignTable(lines);
}

}  // namespace report
