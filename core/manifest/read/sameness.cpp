// SPDX-License-Identifier: Apache-2.0
#include "manifest/read/sameness.h"

#include <algorithm>
#include <limits>

namespace manifest {

namespace {

constexpr qsizetype Block = 4096;  ///< bytes that are compared at once

/** How many bytes two texts begin with alike. */
qsizetype sameFirst(QByteArrayView a, QByteArrayView b)
{
    const qsizetype most = std::min(a.size(), b.size());
    qsizetype same = 0;
    while (same + Block <= most && a.sliced(same, Block) == b.sliced(same, Block))
        same += Block;
    while (same < most && a[same] == b[same])
        ++same;
    return same;
}

/** How many bytes two texts end with alike, at most so many. */
qsizetype sameLast(QByteArrayView a, QByteArrayView b, qsizetype most)
{
    qsizetype same = 0;
    while (same + Block <= most && a.last(same + Block).first(Block) == b.last(same + Block).first(Block))
        same += Block;
    while (same < most && a[a.size() - 1 - same] == b[b.size() - 1 - same])
        ++same;
    return same;
}

}  // namespace

Sameness::Sameness(const TextLines &before, const TextLines &lines, bool takesRest)
    : m_old(before), m_oldFirstLine(before.firstLine()), m_takesRest(takesRest),
      m_rest(std::numeric_limits<int>::max()), m_lineShift(lines.firstLine() - before.firstLine())
{
    const QByteArrayView old = before.text();
    const QByteArrayView now = lines.text();
    const qsizetype same = sameFirst(old, now);
    m_same = m_old.lineOf(same);
    if (!takesRest)
        return;
    const qsizetype rest = sameLast(old, now, std::min(old.size(), now.size()) - same);
    m_rest = m_old.lineOf(old.size() - rest) + 1;
    m_shift = lines.count() - m_old.count();
}

Runs Sameness::runsOf(const NodePtr &root)
{
    m_runs.clear();
    search(*root, 0);
    std::ranges::sort(m_runs, {}, &Run::line);
    return std::move(m_runs);
}

bool Sameness::beginsLine(int line, int column, bool isItem) const
{
    const QByteArrayView text = m_old.line(line);
    if (column >= text.size() || !std::ranges::all_of(text.first(column), [](char c) { return c == ' '; }))
        return false;
    return !isItem || (text[column] == '-' && column + 1 < text.size() && text[column + 1] == ' ');
}

std::vector<Sameness::Child> Sameness::childrenOf(const Node &node, int lines) const
{
    std::vector<Child> children;
    children.reserve(node.entries.size() + size_t(node.items.size()));
    for (const auto &[key, entry] : node.entries) {
        const int line = entry.place.line + lines - m_oldFirstLine;
        children.push_back({key, entry, line, entry.place.column == node.column + 1});
    }
    for (const Item &item : node.items) {
        const int line = item.place().line + lines - m_oldFirstLine;
        // an item without a value is told of at what comes next
        const bool isHere = item.place().column > node.column + 2;
        children.push_back({{}, {item.place(), item.node, false, item.lines}, line, isHere});
    }
    const bool isItem = node.kind == Node::Kind::List;
    for (Child &child : children)
        child.begins = child.begins && beginsLine(child.line, node.column, isItem);
    std::ranges::sort(children, {}, &Child::line);
    for (size_t i = 1; i < children.size(); ++i)  // two in one line are no lines of their own
        if (children[i].line == children[i - 1].line)
            children[i].begins = children[i - 1].begins = false;
    return children;
}

void Sameness::search(const Node &node, int lines)
{
    if (node.column < 0)
        return;
    std::vector<Child> children = childrenOf(node, lines);
    const auto begins = [&](size_t at) { return at < children.size() && children[at].begins; };
    size_t first = 0;
    while (first < children.size() && !children[first].begins)
        ++first;
    size_t end = first;  // the last that begins before the first other line
    for (size_t i = first; i < children.size() && children[i].line < m_same; ++i)
        end = begins(i) ? i : end;
    size_t rest = std::max(end, first);
    while (rest < children.size() && (!children[rest].begins || children[rest].line < m_rest))
        ++rest;
    size_t last = children.size();  // the last that begins: where it ends is not known
    while (last > rest && !begins(last - 1))
        --last;
    for (size_t i = 0; i < children.size(); ++i)
        if ((i < first || (i >= end && i < rest) || i + 1 >= last) && (children[i].line < m_same || m_takesRest))
            search(*children[i].entry.value, lines + children[i].entry.lines);
    add(node, children, first, end, 0);
    if (last > rest)
        add(node, children, rest, last - 1, m_shift);
}

void Sameness::add(const Node &node, std::vector<Child> &children, size_t from, size_t end, int shift)
{
    if (from >= end)
        return;
    Run run;
    run.oldLine = children[from].line;
    run.oldEnd = children[end].line;
    run.line = run.oldLine + shift;
    run.column = node.column;
    run.isMap = node.kind == Node::Kind::Map;
    run.members.reserve(end - from);
    for (size_t i = from; i < end; ++i) {
        Child &child = children[i];
        const int moved = child.line + m_oldFirstLine - child.entry.place.line + shift + m_lineShift;
        child.entry.place.line += moved;
        child.entry.lines += moved;
        run.members.push_back({std::move(child.key), std::move(child.entry)});
    }
    m_runs.push_back(std::move(run));
}

}  // namespace manifest
