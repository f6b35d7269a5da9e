// SPDX-License-Identifier: Apache-2.0
#include "views/describe/describetree.h"

#include "models/plaintext.h"
#include "report/plaintext.h"
#include "style/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace views {

namespace {

enum Column { Label, Value };

/** Whether a later line of the parent has the label: what stands before it is gone then. */
bool comesLater(const QTreeWidgetItem *parent, int from, const QString &label)
{
    for (int i = from; i < parent->childCount(); ++i)
        if (parent->child(i)->text(Label) == label)
            return true;
    return false;
}

report::DescribeNode nodeOf(const QTreeWidgetItem *item)
{
    report::DescribeNode node{item->text(Label), item->text(Value), {}};
    for (int i = 0; i < item->childCount(); ++i)
        node.children << nodeOf(item->child(i));
    return node;
}

}  // namespace

DescribeTree::DescribeTree(QWidget *parent) : QTreeWidget(parent)
{
    setColumnCount(2);
    setHeaderHidden(true);
    setFrameShape(NoFrame);
    setUniformRowHeights(true);
    setTextElideMode(Qt::ElideRight);
    setFont(style::tabular(font()));
    setColumnWidth(Label, 220);
    header()->setStretchLastSection(true);
    setAccessibleName(tr("Description in sections"));
}

void DescribeTree::setNodes(const QList<report::DescribeNode> &nodes)
{
    fill(invisibleRootItem(), nodes);
}

void DescribeTree::fill(QTreeWidgetItem *parent, const QList<report::DescribeNode> &nodes)
{
    for (int i = 0; i < int(nodes.size()); ++i) {
        const report::DescribeNode &node = nodes.at(i);
        const QString label = report::visibleLine(node.label);
        const QString value = report::visibleLine(node.value);
        while (i < parent->childCount() && parent->child(i)->text(Label) != label && comesLater(parent, i, label))
            delete parent->child(i);
        QTreeWidgetItem *item = parent->child(i);
        const bool isNew = !item || item->text(Label) != label;
        if (isNew) {
            item = new QTreeWidgetItem({label, value});
            parent->insertChild(i, item);
        } else if (item->text(Value) != value) {
            item->setText(Value, value);
        }
        item->setToolTip(Value, models::toolTip(node.value));
        item->setToolTip(Label, models::toolTip(node.label));
        item->setFirstColumnSpanned(node.value.isEmpty());
        fill(item, node.children);
        if (isNew)
            item->setExpanded(true);
    }
    while (parent->childCount() > nodes.size())
        delete parent->child(parent->childCount() - 1);
}

QString DescribeTree::section() const
{
    return currentItem() ? report::toText(nodeOf(currentItem())) : QString();
}

void DescribeTree::copySection() const
{
    if (currentItem())
        QGuiApplication::clipboard()->setText(section());
}

void DescribeTree::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copySection();
    else
        QTreeWidget::keyPressEvent(event);
}

void DescribeTree::changeEvent(QEvent *event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setColumnWidth(Label, fontMetrics().averageCharWidth() * 30);
}

}  // namespace views
