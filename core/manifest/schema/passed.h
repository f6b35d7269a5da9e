// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/schema.h"
#include "manifest/read/tree.h"

#include <QHash>

namespace manifest {

/**
 * The larger parts of trees in which a check found nothing: while the schemas are the same ones, they are not looked
 * into again. A tree that is read anew shares what did not change with the one before.
 */
class Passed {
public:
    [[nodiscard]] bool has(const NodePtr &node, const kube::SchemaPtr &schema) const
    {
        const auto found = isWorthIt(*node) ? m_parts.constFind(node.get()) : m_parts.cend();
        return found != m_parts.cend() && found->schema == schema && found->node.lock() == node;
    }
    void add(const NodePtr &node, const kube::SchemaPtr &schema)
    {
        if (!isWorthIt(*node))
            return;
        if (m_parts.size() >= MostParts)
            m_parts.removeIf([](const auto &part) { return part.value().node.expired(); });
        if (m_parts.size() >= MostParts)
            m_parts.clear();
        m_parts.insert(node.get(), {node, schema});
    }
    /** The schemas are others. */
    void clear() { m_parts.clear(); }

private:
    static constexpr qint64 LeastNodes = 8;
    static constexpr qsizetype MostParts = 50'000;
    [[nodiscard]] static bool isWorthIt(const Node &node) { return node.size >= LeastNodes; }

    struct Part {
        std::weak_ptr<const Node> node;  ///< what is gone from every text is not kept for this
        kube::SchemaPtr schema;
    };
    QHash<const Node *, Part> m_parts;
};

}  // namespace manifest
