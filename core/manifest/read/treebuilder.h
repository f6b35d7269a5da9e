// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/read/goyaml.h"
#include "manifest/read/run.h"
#include "manifest/read/textlines.h"
#include "manifest/read/tree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <vector>

namespace manifest {

/** Builds a tree from yaml-cpp's events. Throws Problem, Swallowed where a run does not fit, and Stopped. */
class TreeBuilder : public YAML::EventHandler {
public:
    /** `lines` are the text itself, also where `runs` are taken for parts of it. */
    TreeBuilder(const TextLines &lines, const Runs &runs, MayStop mayStop)
        : m_lines(lines), m_goYaml(lines), m_runs(runs), m_mayStop(std::move(mayStop))
    {
    }

    [[nodiscard]] NodePtr root() const { return m_root; }
    [[nodiscard]] QList<Duplicate> duplicates() const { return m_duplicates; }
    [[nodiscard]] QList<Note> notes() const { return m_notes; }
    [[nodiscard]] const GoYaml &goYaml() const { return m_goYaml; }
    /** No tag, anchor, alias or merging so far, and no deep nesting. */
    [[nodiscard]] bool isPlain() const { return m_isPlain; }
    /** Every run has been taken. */
    [[nodiscard]] bool isComplete() const { return m_nextRun == m_runs.size(); }
    /** Where the last node with a text began. */
    [[nodiscard]] qsizetype lastOffset() const { return m_lastOffset; }

    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnAnchor(const YAML::Mark &mark, const std::string &name) override;
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
        qsizetype offset = 0;  ///< where it begins, with tag and anchor
        QByteArray written;    ///< its text, before it means anything
    };
    struct Frame {
        std::shared_ptr<Node> node;
        YAML::anchor_t anchor = 0;
        std::optional<Key> key;  ///< a map's key that waits for its value
        bool isBlock = true;     ///< not in brackets
        int column = -1;         ///< from 0, of the innermost collection without brackets
    };

    void stopIfAsked() const;
    [[nodiscard]] bool takesRun(const YAML::Mark &mark, const std::string &value);
    void take(const Run &run);
    [[nodiscard]] bool takesKey() const;
    [[nodiscard]] bool isBlock() const;
    [[nodiscard]] int blockColumn() const;
    [[nodiscard]] int columnOf(const Written &written, qsizetype offset) const;
    void countAlias(const Node &target, Place place);
    void noteEmpty(qsizetype offset);
    void noteScalar(const Written &written, const Scalar &meaning, bool isPlain);
    void open(Node::Kind kind, const YAML::Mark &mark, YAML::anchor_t anchor, bool hasBlockStyle);
    void close();
    void scalar(const YAML::Mark &mark, YAML::anchor_t anchor, Scalar scalar, bool plain);
    void add(const NodePtr &node, Place place, bool plain, qsizetype offset);
    void takeKey(Frame &frame, const NodePtr &node, Place place, bool plain);
    void put(Node &map, const Key &key, const NodePtr &value);
    void merge(Node &map, const Key &key, const NodePtr &from);
    void mergeOne(Node &map, const Key &key, const NodePtr &from);

    const TextLines &m_lines;
    GoYaml m_goYaml;
    const Runs &m_runs;
    MayStop m_mayStop;
    size_t m_nextRun = 0;
    bool m_skipsValue = false;  ///< of the key that stood for a run
    bool m_isPlain = true;
    qsizetype m_lastOffset = 0;
    QByteArray m_written;  ///< the text of the last scalar
    NodePtr m_root;
    std::vector<Frame> m_open;
    QHash<YAML::anchor_t, NodePtr> m_anchors;
    QList<Duplicate> m_duplicates;
    QList<Note> m_notes;
    int m_mergedKeys = 0;
    qint64 m_decoded = 1;  ///< nodes that go-yaml visits, the document itself included
    qint64 m_aliased = 0;  ///< of them in aliases
};

}  // namespace manifest
