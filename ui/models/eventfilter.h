// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/event.h"

#include <QSet>
#include <QSortFilterProxyModel>

namespace models {

class EventModel;

/** The events of one pod, of it and its owners, or of everything, in time order. */
class EventFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit EventFilter(EventModel &events, QObject *parent = nullptr);

    enum class Scope { Pod, Owners, All };

    /** `uid` may be empty: any pod of that key. An empty key shows every event. `owners` are in the pod's namespace. */
    void setPod(const kube::Key &key, const QString &uid, const QList<kube::OwnerReference> &owners = {});
    void setScope(Scope scope);
    [[nodiscard]] Scope scope() const { return m_scope; }
    /** Where no pod is chosen: only events of these namespaces and of what has none; empty: of all. */
    void setNamespaces(const QStringList &names);
    /** What a row shows, and when that happened; null where it is not known. */
    [[nodiscard]] kube::EventPtr event(const QModelIndex &index) const;
    [[nodiscard]] kube::EventPtr event(int row) const { return event(index(row, 0)); }
    [[nodiscard]] kube::Timestamp timeOf(const QModelIndex &index) const;
    /** Where an event is shown: under a fold of several; invalid where it is not. */
    [[nodiscard]] QModelIndex find(const QString &uid) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    EventModel &m_events;
    kube::Key m_key;
    QString m_uid;
    QSet<QString> m_namespaces;
    QList<kube::OwnerReference> m_owners;
    Scope m_scope = Scope::Pod;
};

}  // namespace models
