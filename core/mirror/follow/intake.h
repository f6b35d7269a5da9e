// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/reader.h"

#include <QSet>

namespace mirror {

/** What a reflector needs to know of a frame of a watch; the object itself went to the store, or aside. */
struct FrameNote {
    enum class Type { Changed, Bookmark, Error, Skipped };
    Type type = Type::Skipped;
    QString version;
    bool endsInitial = false;  ///< Bookmark: the initial state is whole
    bool isOld = false;        ///< Changed: of a version before the one that we already had; it was not taken
    bool isNews = false;       ///< isOld: and yet what it says is not what we hold
    bool isNameless = false;   ///< Changed: it cannot be read, not even which object it was
    kube::Error error;
};

/**
 * Takes the bytes of one kind in one scope (everything, or one namespace): lists aside until they are whole, then they
 * become the truth at once; frames of a watch into the store. One thread.
 */
class Intake {
public:
    virtual ~Intake() = default;

    /** Keeps one page aside; how many objects are there now goes into `loaded`. */
    [[nodiscard]] virtual kube::Result<decode::ListMeta> page(QByteArrayView body, int &loaded) = 0;
    /** Whether it reads pages in protobuf, too. */
    [[nodiscard]] virtual bool readsProtobuf() const = 0;
    /** The same for a frame of a streamed list. */
    [[nodiscard]] virtual kube::Result<FrameNote> initialFrame(QByteArrayView json, int &loaded) = 0;
    virtual void dropAside() = 0;
    /** What is aside has an object older than we know it, or whose end we saw: no list of later times can have. */
    [[nodiscard]] virtual bool goesBack() const = 0;
    /**
     * What is aside is whole as of `version`: it becomes the truth of this scope. Nothing aside: the scope is empty.
     * `isNewTime`: versions that were seen before mean nothing any more.
     */
    virtual void commit(const QString &version, bool isNewTime) = 0;

    /** Takes a frame of a watch; of a change older than `since` only what it was is told. */
    [[nodiscard]] virtual kube::Result<FrameNote> frame(QByteArrayView json, const QString &since) = 0;

    /** Reads a page of metadata. */
    [[nodiscard]] virtual kube::Result<decode::ListMeta> tags(QByteArrayView json, QList<decode::Tag> &into) = 0;
    /**
     * Keys of which we hold something else than the whole list of tags at `listed` said. What a watch that has come to
     * `seen` cannot know yet, or knows better, is none of them.
     */
    [[nodiscard]] virtual QSet<kube::Key> doubts(const QList<decode::Tag> &tags, const QString &listed,
                                                 const QString &seen) const = 0;

    /** Of which namespaces we hold objects, sorted. */
    [[nodiscard]] virtual QList<QString> namespaces() const = 0;
    /** Objects that the server holds here and that cannot be read. */
    [[nodiscard]] virtual int undecodable() const = 0;
};

}  // namespace mirror
