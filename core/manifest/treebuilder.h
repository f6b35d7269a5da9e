// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/textlines.h"
#include "manifest/tree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <vector>

namespace manifest {

/** Builds a tree from yaml-cpp's events. Throws Problem, which readTree() catches. */
class TreeBuilder : public YAML::EventHandler {
public:
    explicit TreeBuilder(const TextLines &lines) : m_lines(lines) {}

    [[nodiscard]] NodePtr root() const { return m_root; }
    [[nodiscard]] QList<Duplicate> duplicates() const { return m_duplicates; }

    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override;
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override { close(); }

private:
    struct Key {
        Place place;
        QByteArray text;
        QByteArray shown;
        bool merge = false;
    };
    struct Frame {
        std::shared_ptr<Node> node;
        YAML::anchor_t anchor = 0;
        std::optional<Key> key;  ///< a map's key that waits for its value
    };

    void open(Node::Kind kind, const YAML::Mark &mark, YAML::anchor_t anchor);
    void close();
    void scalar(const YAML::Mark &mark, YAML::anchor_t anchor, Scalar scalar, bool plain);
    void add(const NodePtr &node, Place place, bool plain);
    void takeKey(Frame &frame, const NodePtr &node, Place place, bool plain);
    void put(Node &map, const Key &key, const NodePtr &value);
    void merge(Node &map, const Key &key, const NodePtr &from);
    void mergeOne(Node &map, const Key &key, const NodePtr &from);

    const TextLines &m_lines;
    NodePtr m_root;
    std::vector<Frame> m_open;
    QHash<YAML::anchor_t, NodePtr> m_anchors;
    QList<Duplicate> m_duplicates;
    int m_mergedKeys = 0;
};

}  // namespace manifest
