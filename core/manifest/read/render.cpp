// SPDX-License-Identifier: Apache-2.0
#include "manifest/read/tree.h"

#include <QtTranslation>

namespace manifest {

namespace {

/** Far above any manifest the API server takes (3 MiB), far below what aliases of aliases can make. */
constexpr int NodeLimit = 400'000;
constexpr qsizetype ByteLimit = 64LL * 1024 * 1024;
constexpr qsizetype PlaceLimit = 50'000;

class Writer {
public:
    /** Stops at the first trouble. */
    bool write(const NodePtr &node, const QString &path, Place place)
    {
        if (++m_nodes > NodeLimit || result.json.size() > ByteLimit)
            return stop(place, QT_TRANSLATE_NOOP("manifest", "the aliases multiply beyond reason"));
        switch (node->kind) {
        case Node::Kind::Map: return writeMap(*node, path);
        case Node::Kind::List: return writeList(*node, path);
        case Node::Kind::Scalar: break;
        }
        const auto json = toJson(node->scalar);
        if (!json)
            return stop(place, QT_TRANSLATE_NOOP("manifest", "JSON knows no infinity and no NaN"));
        result.json += *json;
        return true;
    }

    Rendering result;

private:
    bool writeMap(const Node &map, const QString &path)
    {
        result.json += '{';
        bool first = true;
        for (const auto &[key, entry] : map.entries) {
            if (!std::exchange(first, false))
                result.json += ',';
            result.json += quoted(key) + ':';
            const QString name = QString::fromUtf8(key);
            const QString step = path.isEmpty() ? name : path + u'.' + name;
            note(step, entry.place);
            if (!write(entry.value, step, entry.place))
                return false;
        }
        result.json += '}';
        return true;
    }

    bool writeList(const Node &list, const QString &path)
    {
        result.json += '[';
        for (qsizetype i = 0; i < list.items.size(); ++i) {
            if (i > 0)
                result.json += ',';
            const QString step = path + u'[' + QString::number(i) + u']';
            note(step, list.items[i]->place);
            if (!write(list.items[i], step, list.items[i]->place))
                return false;
        }
        result.json += ']';
        return true;
    }

    void note(const QString &path, Place place)
    {
        if (result.places.size() < PlaceLimit)
            result.places.insert(path, place);
    }

    bool stop(Place place, const char *pattern)
    {
        result.trouble = Problem{Problem::Severity::Error, place, QString::fromLatin1(pattern), {}, 0};
        return false;
    }

    int m_nodes = 0;
};

}  // namespace

Rendering render(const NodePtr &root)
{
    Writer writer;
    writer.result.places.insert(QString(), root->place);
    writer.write(root, {}, root->place);
    return std::move(writer.result);
}

}  // namespace manifest
