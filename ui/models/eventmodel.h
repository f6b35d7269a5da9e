// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/batch.h"

#include <QAbstractTableModel>
#include <QHash>

#include <functional>

namespace models {

/** The events of the mirror as rows, in order of arrival; batches change rows in place. */
class EventModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Age, Type, Reason, Object, From, Message, ColumnCount };
    enum Role { SortRole = Qt::UserRole + 1 };
    using Clock = std::function<kube::Timestamp()>;

    explicit EventModel(QObject *parent = nullptr);

    void apply(const mirror::Batch &batch);
    void setClock(Clock clock);
    [[nodiscard]] kube::EventPtr event(int row) const { return m_rows.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const kube::Event &event, int column) const;
    void remove(const QList<kube::Key> &keys);
    void upsert(const QList<kube::EventPtr> &events);

    QList<kube::EventPtr> m_rows;
    QHash<kube::Key, int> m_index;
    Clock m_clock;
};

}  // namespace models
