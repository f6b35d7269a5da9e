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
        return {line.chopped(1).trimmed(), {}, {}};
    if (const qsizetype tab = line.indexOf(u'\t'); tab > 0) {
        const QString label = line.first(tab).trimmed();
        return {label.endsWith(u':') ? label.chopped(1) : label, columns(line.sliced(tab + 1)), {}};
    }
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
    if (line.contains(u":\t"_s)) {  // a field that kubectl indents by a column
        before.children << nodeOf(line);
        return;
    }
    if (before.children.isEmpty() && !before.value.isEmpty())
        before.children << DescribeNode{{}, std::exchange(before.value, {}), {}};
    before.children << DescribeNode{{}, columns(line), {}};
}

}  // namespace

QList<DescribeNode> treeOf(const Lines &lines)
{
    QList<DescribeNode> roots;
    for (const Lines::Line &line : lines.all()) {
        if (line.depth < 0)
            continue;
        const QStringList texts = escapeTerminal(line.text).split(u'\n');
        addLine(roots, line.depth, texts.constFirst());
        for (const QString &more : texts.sliced(1))  // a value of several lines
            addLine(roots, line.depth, u'\t' + more);
    }
    return roots;
}

QString toText(const DescribeNode &node, int level)
{
    const QString colon =
        node.label.isEmpty() || (node.value.isEmpty() && node.children.isEmpty()) ? QString() : u":"_s;
    const QString gap = node.label.isEmpty() || node.value.isEmpty() ? QString() : u" "_s;
    QString text = QString(2LL * level, u' ') + node.label + colon + gap + node.value + u'\n';
    for (const DescribeNode &child : node.children)
        text += toText(child, level + 1);
    return text;
}

}  // namespace report
