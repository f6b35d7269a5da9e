// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "kube/object.h"
#include "kube/slim/podref.h"

#include <QByteArrayView>

#include <optional>

namespace decode {

/** metadata of a list answer. */
struct ListMeta {
    QString resourceVersion;
    QString continueToken;                 ///< empty: this was the last page
    std::optional<qint64> remainingItems;  ///< the server's estimate
};

/** Which object, and which version of it. */
struct Tag {
    kube::Key key;  ///< an empty name: not known
    QString uid;
    QString resourceVersion;
    bool operator==(const Tag &) const = default;
};

template <class T>
struct List {
    ListMeta meta;
    QList<kube::Shared<T>> items;
    QList<Tag> unreadable;  ///< objects of the list that are not in `items`, since they cannot be read
};

/** Of which kinds lists are read as protobuf, too (`application/vnd.kubernetes.protobuf`). */
template <class T>
inline constexpr bool readsProtobuf = std::is_same_v<T, kube::SlimPod> || std::is_same_v<T, kube::Pod>;

/** A list of which only the metadata was asked for. */
struct TagList {
    ListMeta meta;
    QList<Tag> items;
};

/** What a list answer says of itself, where that is told without reading its objects: of protobuf, not of JSON. */
[[nodiscard]] std::optional<ListMeta> listMeta(QByteArrayView body);

}  // namespace decode
