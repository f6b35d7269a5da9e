// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/node.h"
#include "kube/shelf.h"
#include "models/imagenames.h"
#include "models/pullledger.h"
#include "models/spectally.h"
#include "pull/image/presence.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace models {

/** One image: who uses it, and where it is. */
struct ImageLine {
    QString image;     ///< normalized; the text as written where it is no reference
    QString written;   ///< as a pod writes it; empty where no pod uses it
    qint64 bytes = 0;  ///< as a runtime or kubelet reports it; 0: nobody does
    int pods = 0;      ///< that use it, in the chosen namespaces
    kube::Timestamp lastPull;
    QList<pull::Presence> nodes;  ///< in the order of ImageInventory::nodes
    bool operator==(const ImageLine &) const = default;
    [[nodiscard]] qsizetype count(pull::Presence presence) const { return nodes.count(presence); }
};

/**
 * Every image that a pod uses or a node lists, against every node. By the rules of pull::presenceOnNode, but each
 * node's list is read once, not once for each image.
 */
class ImageInventory {
public:
    /** With namespaces: without what only pods of others use. What no pod uses belongs to all. */
    void take(const SpecTally &specs, const QHash<QString, kube::NodePtr> &nodes, const PullLedger &ledger,
              const QStringList &namespaces = {});
    /** Those of `pods`, in the namespaces, that use an image of a line, sorted. Cost: a look at each. */
    [[nodiscard]] QList<kube::Key> usersOf(const QString &image, const kube::Shelf<kube::PodRef> &pods,
                                           const QStringList &namespaces) const;

    [[nodiscard]] const QList<kube::NodePtr> &nodes() const { return m_nodes; }  ///< by name
    [[nodiscard]] const QList<ImageLine> &lines() const { return m_lines; }      ///< by image

private:
    struct Listed {
        QStringList names;  ///< normalized
        qint64 bytes = 0;
    };
    struct NodeImages {
        kube::NodePtr node;
        QList<Listed> images;
    };

    [[nodiscard]] QSet<QString> imagesOf(const kube::SpecShape &spec) const;
    void readSpecs(const SpecTally &specs, const QStringList &namespaces);
    void readNodes(const QHash<QString, kube::NodePtr> &nodes);
    void listOnly(const Listed &listed);
    void place(qsizetype node, const NodeImages &images);
    ImageLine &line(const QString &image);

    mutable ImageNames m_names;
    QHash<QString, NodeImages> m_read;  ///< by node name
    QList<kube::NodePtr> m_nodes;
    QList<ImageLine> m_lines;
    QHash<QString, qsizetype> m_at;
};

}  // namespace models
