// SPDX-License-Identifier: Apache-2.0
#include "manifest/read/tree.h"

#include <QtTranslation>

namespace manifest {

namespace {

/** Far above any manifest the API server takes (3 MiB), far below what aliases of aliases can make. */
constexpr int NodeLimit = 400'000;
constexpr qsizetype ByteLimit = 64LL * 1024 * 1024;

class Writer {
public:
    /** Stops at the first trouble. */
    bool write(const Node &node, int lines, Place place)
    {
        if (++m_nodes > NodeLimit || result.json.size() > ByteLimit)
            return stop(place, QT_TRANSLATE_NOOP("manifest", "the aliases multiply beyond reason"));
        switch (node.kind) {
        case Node::Kind::Map: return writeMap(node, lines);
        case Node::Kind::List: return writeList(node, lines);
        case Node::Kind::Scalar: break;
        }
        if (node.scalar.type == Scalar::Type::Text) {
            appendQuoted(result.json, node.scalar.text);
            return true;
        }
        const auto json = toJson(node.scalar);
        if (!json)
            return stop(place, QT_TRANSLATE_NOOP("manifest", "JSON knows no infinity and no NaN"));
        result.json += *json;
        return true;
    }

    Rendering result;

private:
    bool writeMap(const Node &map, int lines)
    {
        result.json += '{';
        bool first = true;
        for (const auto &[key, entry] : map.entries) {
            if (!std::exchange(first, false))
                result.json += ',';
            appendQuoted(result.json, key);
            result.json += ':';
            if (!write(*entry.value, lines + entry.lines, {entry.place.line + lines, entry.place.column}))
                return false;
        }
        result.json += '}';
        return true;
    }

    bool writeList(const Node &list, int lines)
    {
        result.json += '[';
        for (qsizetype i = 0; i < list.items.size(); ++i) {
            if (i > 0)
                result.json += ',';
            const Item &item = list.items[i];
            const Place place = item.place();
            if (!write(*item.node, lines + item.lines, {place.line + lines, place.column}))
                return false;
        }
        result.json += ']';
        return true;
    }

    bool stop(Place place, const char *pattern)
    {
        result.trouble = Problem{Problem::Severity::Error, place, QString::fromLatin1(pattern), {}, 0};
        return false;
    }

    int m_nodes = 0;
};

}  // namespace

Rendering render(const Item &root)
{
    Writer writer;
    writer.write(*root.node, root.lines, root.place());
    return std::move(writer.result);
}

}  // namespace manifest
