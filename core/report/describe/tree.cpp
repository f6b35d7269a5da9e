// SPDX-License-Identifier: Apache-2.0
#include "report/describe/tree.h"

#include "report/tabwriter.h"

using namespace Qt::StringLiterals;

namespace report {

namespace {

QString columns(const QString &text)
{
    return QString(text).replace(u'\t', u"  "_s).trimmed();
}

DescribeNode nodeOf(const QString &line)
{
    if (const qsizetype at = line.indexOf(u":\t"_s); at >= 0)
        return {line.first(at).trimmed(), columns(line.sliced(at + 2)), {}};
    if (line.endsWith(u':'))
        return {line.chopped(1), {}, {}};
    if (const qsizetype tab = line.indexOf(u'\t'); tab > 0)
        return {line.first(tab).trimmed(), columns(line.sliced(tab + 1)), {}};
    return {line.trimmed(), {}, {}};
}

/** The list in which a node of that level stands: that of the last node of the level above. */
QList<DescribeNode> &place(QList<DescribeNode> &roots, int level)
{
    QList<DescribeNode> *list = &roots;
    for (; level > 0 && !list->isEmpty(); --level)
        list = &list->last().children;
    return *list;
}

void addLine(QList<DescribeNode> &roots, int level, const QString &line)
{
    QList<DescribeNode> &list = place(roots, level);
    if (!line.startsWith(u'\t') || list.isEmpty()) {
        list << nodeOf(line);
        return;
    }
    DescribeNode &before = list.last();
    if (before.children.isEmpty() && !before.value.isEmpty())
        before.children << DescribeNode{{}, std::exchange(before.value, {}), {}};
    before.children << DescribeNode{{}, columns(line), {}};
}

}  // namespace

QList<DescribeNode> treeOf(const Lines &lines)
{
    QList<DescribeNode> roots;
    for (const Lines::Line &line : lines.all()) {
        const QString text = escapeTerminal(line.text);
        const qsizetype end = text.indexOf(u":\n  "_s);  // a table's head stands in the same line as its title
        if (end < 0) {
            addLine(roots, line.level, text);
            continue;
        }
        addLine(roots, line.level, text.first(end + 1));
        addLine(roots, line.level + 1, text.sliced(end + 4));
    }
    return roots;
}

QString toText(const DescribeNode &node, int level)
{
    const QString colon =
        node.label.isEmpty() || (node.value.isEmpty() && node.children.isEmpty()) ? QString() : u":"_s;
    const QString gap = node.label.isEmpty() || node.value.isEmpty() ? QString() : u" "_s;
    QString text = QString(level * 2, u' ') + node.label + colon + gap + node.value + u'\n';
    for (const DescribeNode &child : node.children)
        text += toText(child, level + 1);
    return text;
}

}  // namespace report
