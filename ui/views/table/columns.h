// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>

class QTableView;

namespace views {

/** One column of a table as the user arranged it. */
struct Column {
    QString id;       ///< never translated; of a label's column `label:` and its key
    QString title;    ///< as its header says
    int width = 100;  ///< pixels
    bool shown = true;
    bool operator==(const Column &) const = default;
};

/** Order, widths, hidden columns and sort of a table: kept by the columns' names, so that another release's fit too. */
class Columns : public QObject {
    Q_OBJECT

public:
    /** The id of each column of the table's model, by its place there. */
    using Ids = std::function<QString(int column)>;

    /** `grid` outlives this and has its model. `first`: each known column as it is at first, in the model's order. */
    Columns(QTableView &grid, Ids ids, QList<Column> first, QString sort, QObject *parent);

    /** As they stand from left to right, hidden ones among them. */
    [[nodiscard]] QList<Column> list() const;
    /** Puts them there in this order; those that are not named follow as they are. Unknown ones are left out. */
    void arrange(const QList<Column> &columns);
    /** The first order, widths and sort; no column of a label. */
    [[nodiscard]] const QList<Column> &first() const { return m_first; }
    void sortAsAtFirst();
    /** A column that has nothing to say now is not shown, whatever the user wants. */
    void setIdle(const QString &id, bool idle);

    /** For the settings; read with `parse` and `restore`. */
    [[nodiscard]] QByteArray save() const;
    /** The columns of a saved text; empty where it is none. */
    [[nodiscard]] static QList<Column> parse(const QByteArray &saved);
    /** Takes order, widths, what is hidden and the sort; leaves all as it is where the text is none of ours. */
    void restore(const QByteArray &saved);

private:
    [[nodiscard]] int placeOf(const QString &id) const;
    [[nodiscard]] int count() const;
    void show(int place);

    QTableView &m_grid;
    Ids m_ids;
    QList<Column> m_first;
    QString m_sort;
    QSet<QString> m_unwanted;
    QSet<QString> m_idle;
    QHash<QString, int> m_widths;  ///< as the user set them; the last column is as wide as there is room
};

}  // namespace views
