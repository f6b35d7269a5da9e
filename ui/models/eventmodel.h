// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/batch.h"
#include "models/eventfold.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>

#include <functional>
#include <memory>
#include <vector>

namespace models {

/**
 * The events of the mirror, in order of arrival: a row for all that are alike, and under it each occurrence as far as
 * the server keeps it. Batches change rows in place.
 */
class EventModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { Age, Type, Reason, Object, From, Message, ColumnCount };
    enum Role { SortRole = Qt::UserRole + 1 };
    using Clock = std::function<kube::Timestamp()>;

    explicit EventModel(QObject *parent = nullptr);

    void apply(const mirror::Batch &batch);
    void setClock(Clock clock);
    /** What a row shows: of a fold an event that spans it. */
    [[nodiscard]] kube::EventPtr event(const QModelIndex &index) const;
    [[nodiscard]] kube::EventPtr event(int row) const { return m_rows.at(size_t(row))->fold.whole(); }
    /** When it happened: of a fold for the first time; null where it is not known. */
    [[nodiscard]] kube::Timestamp timeOf(const QModelIndex &index) const;
    /** The row of an event, under a fold of several; invalid where there is none. */
    [[nodiscard]] QModelIndex find(const QString &uid) const;
    /** From when on the events here are all that there were; null where there is none. */
    [[nodiscard]] kube::Timestamp completeSince() const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        EventFold fold;
        QString likeness;
        QList<EventMoment> moments;  ///< as they are shown
        int at = -1;
    };
    using Touched = QSet<Row *>;

    [[nodiscard]] QString text(const kube::Event &event, int column) const;
    [[nodiscard]] QString text(const EventMoment &moment, int column) const;
    [[nodiscard]] const EventMoment *moment(const QModelIndex &index) const;
    [[nodiscard]] Touched drop(const QList<kube::Key> &keys);
    void remove(Touched &touched);
    void refresh(Row *row);

    std::vector<std::unique_ptr<Row>> m_rows;
    QHash<QString, Row *> m_alike;
    QHash<kube::Key, Row *> m_index;
    Clock m_clock;
};

}  // namespace models
