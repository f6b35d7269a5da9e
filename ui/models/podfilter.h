// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/slim/podref.h"
#include "models/order/orderedrows.h"
#include "models/query/podchoice.h"

namespace models {

class PodModel;

/** Pods that match the filter box, sorted by what the columns mean; equal rows by namespace and name. */
class PodFilter : public OrderedRows {
    Q_OBJECT

public:
    explicit PodFilter(PodModel &pods, QObject *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    /** Why the text cannot be read; until it can, the last one that could filters on. */
    [[nodiscard]] const std::optional<QueryProblem> &problem() const { return m_problem; }
    /** Which pods show now: by the last text that could be read. */
    [[nodiscard]] const PodChoice &choice() const { return m_choice; }
    /** Only pods of these namespaces; empty: of all. */
    void setNamespaces(const QStringList &names);
    /** How many pods of those namespaces wait because of an image, whatever the words say. */
    [[nodiscard]] int pullProblems() const;
    /** Time has passed: pods that grew too old or too calm for the filter go, others come. */
    void tick();
    /** The pod of a row of this proxy. */
    [[nodiscard]] const kube::PodRef &pod(int row) const;
    /** The first column of a pod's row; invalid where the pod is not there or filtered out. */
    [[nodiscard]] QModelIndex find(const kube::Key &key) const;

public Q_SLOTS:
    /** Takes the filter box's text; see PodQuery. */
    void setText(const QString &text);

protected:
    [[nodiscard]] bool accepts(int row) const override;

private:
    PodModel &m_pods;
    QString m_text;
    PodChoice m_choice;
    std::optional<QueryProblem> m_problem;
    kube::Timestamp m_now;  ///< for all rows of one pass
};

}  // namespace models
