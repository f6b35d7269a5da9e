// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/podquery.h"

#include <QSortFilterProxyModel>

namespace models {

class PodModel;

/** Pods that match the filter box, sorted by what the columns mean; equal rows by namespace and name. */
class PodFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit PodFilter(PodModel &pods, QObject *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    /** The pod of a row of this proxy. */
    [[nodiscard]] kube::PodPtr pod(int row) const;
    /** The first column of a pod's row; invalid where the pod is not there or filtered out. */
    [[nodiscard]] QModelIndex find(const kube::Key &key) const;

public Q_SLOTS:
    /** Takes the filter box's text; see PodQuery. */
    void setText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    PodModel &m_pods;
    QString m_text;
    PodQuery m_query;
};

}  // namespace models
