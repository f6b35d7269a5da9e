// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/list.h"
#include "kube/event.h"
#include "kube/node.h"

#include <memory>

namespace decode {

/** One frame of a watch. */
template <class T>
struct WatchEvent {
    enum class Type { Added, Modified, Deleted, Bookmark, Error, Unknown };

    Type type = Type::Unknown;
    kube::Shared<T> object;         ///< of Added, Modified, Deleted; null otherwise, and where it cannot be read
    std::optional<Tag> unreadable;  ///< of Added, Modified, Deleted: which object it was that cannot be read
    QString resourceVersion;        ///< of the object or bookmark
    bool initialEventsEnd = false;  ///< a bookmark with annotation k8s.io/initial-events-end: "true"
    kube::Error error;              ///< of Error: the Status inside
};

/**
 * JSON bytes to values, for T = kube::SlimPod (or a whole kube::Pod), kube::Event, kube::Node, kube::Namespace.
 * Keeps one parser and the interned strings (namespaces, nodes, images, reasons) and the pods' shapes for its life: one
 * owner thread. Bytes that are not the expected object give an Error of kind Protocol; a value of ours is never half
 * filled. One object that cannot be read does not spoil the list or the watch that it came in. Of members of one name
 * the last counts, as in Go.
 */
class Reader {
public:
    Reader();
    ~Reader();
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    /** A list, in JSON or protobuf; a Status, another kind or missing `items` is an error, never an empty list. */
    template <class T>
    [[nodiscard]] kube::Result<List<T>> list(QByteArrayView body);
    /** A frame of a watch; one that holds another kind of object is of type Unknown. */
    template <class T>
    [[nodiscard]] kube::Result<WatchEvent<T>> watchEvent(QByteArrayView json);
    /** A list answer of any kind of object, of which the metadata is read (PartialObjectMetadataList or a full one). */
    [[nodiscard]] kube::Result<TagList> tags(QByteArrayView json);
    template <class T>
    [[nodiscard]] kube::Result<kube::Shared<T>> object(QByteArrayView json);

    struct Parser;

private:
    template <class T>
    [[nodiscard]] kube::Result<List<T>> wholeList(QByteArrayView json);
    template <class T>
    [[nodiscard]] kube::Result<WatchEvent<T>> wholeEvent(QByteArrayView json);

    std::unique_ptr<Parser> m_parser;
};

/**
 * The error that an HTTP answer outside 2xx stands for: by code, with the metav1.Status' reason, message and causes
 * where the body is one, and at most 2,048 characters of the body where it is not.
 */
[[nodiscard]] kube::Error status(int httpStatus, QByteArrayView body);

/** gitVersion of a /version answer; empty where there is none. */
[[nodiscard]] QString gitVersion(QByteArrayView json);

/** The resources of a legacy discovery answer (APIResourceList), without subresources. */
[[nodiscard]] kube::Result<QList<kube::Resource>> resourceList(QByteArrayView json);

/** What a manifest document says of itself. */
struct Identity {
    QString apiVersion;
    QString kind;
    QString name;
    QString ns;
    QString resourceVersion;
    QString uid;
};
[[nodiscard]] kube::Result<Identity> identity(QByteArrayView json);

}  // namespace decode
