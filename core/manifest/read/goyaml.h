// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/read/textlines.h"
#include "manifest/read/written.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace manifest {

/**
 * What go-yaml, which Kubernetes reads with, refuses or reads otherwise though yaml-cpp reads it. Each check throws
 * Problem. Source: go-yaml v2, scannerc.go.
 */
class GoYaml {
public:
    explicit GoYaml(const TextLines &lines) : m_lines(lines) {}

    /** Of the whole text: characters that are no YAML, or that end a line there and do not here. */
    [[nodiscard]] static std::optional<Problem> characters(const TextLines &lines);

    /** The first U+2028 or U+2029 that is not just a character of a quoted value: there they end a line. */
    [[nodiscard]] std::optional<Problem> separators() const;
    /** Notes a quoted value. Those of a text come in its order. */
    void quoted(const Written &written);

    /** How the node at `offset` is written. `isBlock`: it stands in no brackets. */
    [[nodiscard]] Written node(qsizetype offset, bool isBlock) const;
    /** A value that is no block of any kind stands right of the column (from 0) of the collection that it is in. */
    void indentation(const Written &written, int column) const;
    /** A plain scalar in brackets: where its colons are. */
    void colonsInBrackets(const Written &written, const QByteArray &value, bool isKey) const;
    void anchor(qsizetype offset, const std::string &name) const;
    /** A key without a value in a block mapping needs its colon all the same. `text`: what the key means. */
    void colonAfterKey(qsizetype offset, const QByteArray &text) const;
    /** A scalar's value as go-yaml has it. `column` (from 0) of the block collection around it; -1: none. */
    [[nodiscard]] QByteArray value(const Written &written, const QByteArray &value, int column) const;

private:
    void plain(const Written &written, const QByteArray &value, int column) const;
    [[nodiscard]] QByteArray doubleQuoted(const Written &written, const QByteArray &value) const;
    [[nodiscard]] QByteArray folded(const Written &written, QByteArray value, int column) const;
    void blankLines(qsizetype at) const;
    void tag(const Written &written) const;
    void tabBefore(qsizetype offset) const;

    const TextLines &m_lines;
    std::vector<std::pair<qsizetype, qsizetype>> m_quoted;  ///< from, to
};

}  // namespace manifest
