// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/read/recall.h"
#include "manifest/splitter.h"

namespace manifest {

/** Gathers the chunks of one text, in its order, into documents and problems. */
class Assembly {
public:
    /** `source`: the name of the text for messages. `recall`: what YAML is read by; null: by nothing before. */
    explicit Assembly(const QString &source, Recall *recall = nullptr, MayStop mayStop = {})
        : m_recall(recall), m_mayStop(std::move(mayStop))
    {
        parsed.source = source;
    }

    /** Reads one chunk; false at the first error, after which nothing may be added. */
    bool add(const Chunk &chunk);
    /** Notes a problem of the document that comes next; false if it is an error. */
    bool note(Problem problem);

    Parsed parsed;

private:
    bool read(const Chunk &chunk);
    void addNotes(const QList<Note> &notes);
    bool addRoot(const Chunk &chunk, const NodePtr &root);
    bool addItems(const Chunk &chunk, const Node &list);
    bool addTree(const Chunk &chunk, const Item &root);
    bool addJson(const Chunk &chunk, const NodePtr &root);
    bool finish(Document document);

    Recall *m_recall;
    MayStop m_mayStop;
};

}  // namespace manifest
