// SPDX-License-Identifier: Apache-2.0
#include "manifest/places.h"

#include "manifest/read/tree.h"

#include <algorithm>

namespace manifest {

namespace {

bool isNumber(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

Place down(Place place, int lines)
{
    return {place.line + lines, place.column};
}

std::optional<Place> findIn(const Node &node, Place place, int lines, QStringView path);

/** `path` begins with a key, which may have dots and brackets of its own: the longest one that is there is meant. */
std::optional<Place> findInMap(const Node &map, int lines, QStringView path)
{
    for (qsizetype end = path.size(); end >= 0; --end) {
        if (end < path.size() && path[end] != u'.' && path[end] != u'[')
            continue;
        const auto found = map.entries.find(path.first(end).toUtf8());
        if (found == map.entries.end())
            continue;
        const Entry &entry = found->second;
        if (const auto place = findIn(*entry.value, down(entry.place, lines), lines + entry.lines, path.sliced(end)))
            return place;
    }
    return {};
}

std::optional<Place> findIn(const Node &node, Place place, int lines, QStringView path)
{
    if (path.isEmpty())
        return place;
    if (node.kind == Node::Kind::Map && path[0] == u'.')
        return findInMap(node, lines, path.sliced(1));
    const qsizetype close = path.indexOf(u']');
    if (node.kind != Node::Kind::List || path[0] != u'[' || close < 0)
        return {};
    bool isIndex = false;
    const qsizetype index = path.sliced(1, close - 1).toLongLong(&isIndex);
    if (!isIndex || index < 0 || index >= node.items.size())
        return {};
    const Item &item = node.items[index];
    return findIn(*item.node, down(item.place(), lines), lines + item.lines, path.sliced(close + 1));
}

void addAll(QHash<QString, Place> &all, const Node &node, int lines, const QString &path)
{
    for (const auto &[key, entry] : node.entries) {
        const QString name = QString::fromUtf8(key);
        const QString step = path.isEmpty() ? name : path + u'.' + name;
        all.insert(step, down(entry.place, lines));
        addAll(all, *entry.value, lines + entry.lines, step);
    }
    for (qsizetype i = 0; i < node.items.size(); ++i) {
        const QString step = path + u'[' + QString::number(i) + u']';
        all.insert(step, down(node.items[i].place(), lines));
        addAll(all, *node.items[i].node, lines + node.items[i].lines, step);
    }
}

}  // namespace

std::optional<Place> Places::find(const QString &path) const
{
    if (!m_root)
        return {};
    if (path.isEmpty())
        return down(m_root->place, m_lines);
    return m_root->kind == Node::Kind::Map ? findInMap(*m_root, m_lines, path)
                                           : findIn(*m_root, m_root->place, m_lines, path);
}

QHash<QString, Place> Places::all() const
{
    QHash<QString, Place> all;
    if (m_root) {
        all.insert(QString(), down(m_root->place, m_lines));
        addAll(all, *m_root, m_lines, {});
    }
    return all;
}

QStringList stepsOf(const QString &path)
{
    QStringList steps;
    QString step;
    const auto finish = [&] {
        if (!step.isEmpty())
            steps.append(std::exchange(step, {}));
    };
    for (qsizetype at = 0; at < path.size(); ++at) {
        if (path[at] == u'.') {
            finish();
        } else if (path[at] == u'[') {
            finish();
            const qsizetype end = path.indexOf(u']', at);
            QString key = path.sliced(at + 1, (end < 0 ? path.size() : end) - at - 1);
            if (key.size() > 1 && key.startsWith(u'"') && key.endsWith(u'"'))
                key = key.sliced(1, key.size() - 2);
            steps.append(isNumber(key) ? u'[' + key + u']' : key);
            at = end < 0 ? path.size() : end;
        } else {
            step += path[at];
        }
    }
    finish();
    return steps;
}

QString pathOf(const QStringList &steps)
{
    QString path;
    for (const QString &step : steps) {
        if (!path.isEmpty() && !step.startsWith(u'['))
            path += u'.';
        path += step;
    }
    return path;
}

Place Document::placeOf(const QString &field) const
{
    for (QStringList steps = stepsOf(field); !steps.isEmpty(); steps.removeLast())
        if (const auto found = places.find(pathOf(steps)))
            return *found;
    return {line, 1};
}

}  // namespace manifest
