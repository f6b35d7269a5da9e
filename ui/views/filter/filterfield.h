// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/query/podquery.h"
#include "models/query/querychoices.h"

#include <QLineEdit>

#include <functional>
#include <optional>

class QAbstractItemView;
class QCompleter;
class QLabel;
class QStandardItemModel;

namespace views {

/**
 * The filter box: while a word is written, a list offers how it may go on; Down and Up choose, Enter or Tab takes,
 * Escape closes the list, then empties the box, then leaves it. Ctrl+Space or Down opens the list. What cannot be read
 * is told under the box, with its place.
 */
class FilterField : public QLineEdit {
    Q_OBJECT

public:
    /** What may stand at a cursor of a text. */
    using Choices = std::function<models::QueryChoices(const QString &text, qsizetype cursor)>;

    explicit FilterField(QWidget *parent = nullptr);

    void setChoices(Choices choices);
    /** Nothing: all can be read. */
    void setProblem(const std::optional<models::QueryProblem> &problem);
    /** What is told under the box; empty: nothing is wrong. */
    [[nodiscard]] QString problemText() const;
    /** Offers what may stand at the cursor; `all`: also where nothing is written yet. */
    void offer(bool all);
    /** The list of choices; hidden where there is none. */
    [[nodiscard]] QAbstractItemView &list() const;

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void take(const QModelIndex &choice);
    void placeProblem();

    Choices m_choices;
    QStandardItemModel *m_list;
    QCompleter *m_completer;
    QLabel *m_problem;
    qsizetype m_from = 0;
    qsizetype m_length = 0;
};

}  // namespace views
