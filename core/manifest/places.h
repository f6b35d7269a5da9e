// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/place.h"

#include <QHash>
#include <QString>

#include <memory>
#include <optional>

namespace manifest {

struct Node;

/**
 * Where the fields of a document stand, by their path in server notation (`spec.containers[0].image`). A value that is
 * cheap to copy and may be shared by threads: it looks into the document's tree when it is asked.
 */
class Places {
public:
    Places() = default;
    /** The places of a tree, all of them `lines` further down than it tells. */
    Places(std::shared_ptr<const Node> root, int lines) : m_root(std::move(root)), m_lines(lines) {}

    /** The place of a key or an item; of the empty path, where the document begins. None: it is not written. */
    [[nodiscard]] std::optional<Place> find(const QString &path) const;
    [[nodiscard]] Place value(const QString &path) const { return find(path).value_or(Place()); }
    /** The same, so many lines further down. */
    [[nodiscard]] Places moved(int lines) const { return {m_root, m_lines + lines}; }
    /** What the places are in; null: nothing is known of it. */
    [[nodiscard]] const std::shared_ptr<const Node> &tree() const { return m_root; }
    /** Every path. Costs as much as the document is long. */
    [[nodiscard]] QHash<QString, Place> all() const;

private:
    std::shared_ptr<const Node> m_root;
    int m_lines = 0;
};

}  // namespace manifest
