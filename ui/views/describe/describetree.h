// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/describe/tree.h"

#include <QTreeWidget>

namespace views {

/** A description as sections that open and close; what is open, chosen and in sight stays so while values change. */
class DescribeTree : public QTreeWidget {
    Q_OBJECT

public:
    explicit DescribeTree(QWidget *parent = nullptr);

    void setNodes(const QList<report::DescribeNode> &nodes);
    /** The chosen line and what belongs to it; empty where none is chosen. */
    [[nodiscard]] QString section() const;
    /** Puts section() on the clipboard. */
    void copySection() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fill(QTreeWidgetItem *parent, const QList<report::DescribeNode> &nodes);
};

}  // namespace views
