// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/imageinventory.h"
#include "models/snapshot.h"

#include <QAbstractTableModel>

namespace models {

/** Images as rows; what is known of each, then one column for each node: whether it is there. */
class ImageMatrix : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Image, Size, Pods, NeverFails, LastPull, FirstNode };
    enum Role {
        SortRole = Qt::UserRole + 1,
        PresenceRole,  ///< pull::Presence as a number, in node columns
        WrittenRole,   ///< the image as a pod writes it; empty where no pod uses it
    };

    using QAbstractTableModel::QAbstractTableModel;

    /** Takes over what is true now: rows change in place; only other nodes reset it. The snapshot outlives this. */
    void show(const Snapshot &snapshot, const PullLedger &ledger, const QStringList &namespaces = {});
    [[nodiscard]] const ImageLine &line(int row) const { return m_lines.at(row); }
    [[nodiscard]] int nodeCount() const { return int(m_nodes.size()); }
    /** `present`, `absent, likely`, `unknown`. */
    [[nodiscard]] static QString word(pull::Presence presence);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void replaceRows();
    [[nodiscard]] QString text(const ImageLine &line, int column) const;
    [[nodiscard]] QVariant sortValue(const ImageLine &line, int column) const;
    [[nodiscard]] QString toolTip(const ImageLine &line, int column) const;
    [[nodiscard]] QString neverFails(const ImageLine &line, qsizetype most) const;

    ImageInventory m_inventory;
    QList<ImageLine> m_lines;
    QList<kube::NodePtr> m_nodes;
    kube::Timestamp m_now;
    const Snapshot *m_snapshot = nullptr;
    QStringList m_namespaces;
};

}  // namespace models
