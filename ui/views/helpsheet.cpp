// SPDX-License-Identifier: Apache-2.0
#include "views/helpsheet.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

namespace {

void addRow(QGridLayout &grid, int column, const QString &keys, const QString &text)
{
    const int row = grid.property("rows").toInt();
    auto *key = new QLabel(keys);
    key->setTextFormat(Qt::PlainText);
    QFont bold = key->font();
    bold.setBold(true);
    key->setFont(bold);
    auto *what = new QLabel(text);
    what->setTextFormat(Qt::PlainText);
    grid.addWidget(key, row, column);
    grid.addWidget(what, row, column + 1);
    grid.setProperty("rows", row + 1);
}

}  // namespace

HelpSheet::HelpSheet(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard"));
    auto *left = new QGridLayout;
    auto *right = new QGridLayout;
    for (const QAction *action : actions)
        if (!action->shortcut().isEmpty())
            addRow(*left, 0, action->shortcut().toString(QKeySequence::NativeText),
                   action->text().remove(u'&').remove(u'…'));
    addRow(*right, 0, tr("Enter"), tr("Show why the pod is as it is"));
    addRow(*right, 0, tr("Escape"), tr("Leave the filter"));
    addRow(*right, 0, tr("Ctrl+Enter"), tr("Editor: apply"));
    addRow(*right, 0, tr("Ctrl+S, Ctrl+O"), tr("Editor: save, open"));
    addRow(*right, 0, tr("Ctrl+/"), tr("Editor: comment lines"));
    addRow(*right, 0, tr("Ctrl+wheel, + and -"), tr("Timeline: zoom"));
    addRow(*right, 0, tr("Arrow keys"), tr("Timeline: lanes and time"));
    addRow(*right, 0, u"F"_s, tr("Timeline: fit"));
    addRow(*right, 0, u"N"_s, tr("Timeline: go to now"));
    for (QGridLayout *grid : {left, right}) {
        grid->setHorizontalSpacing(24);
        grid->setVerticalSpacing(8);
        grid->setRowStretch(grid->property("rows").toInt(), 1);
    }
    auto *columns = new QHBoxLayout;
    columns->setSpacing(48);
    columns->addLayout(left);
    columns->addLayout(right);
    auto *filter = new QLabel(
        tr("Filter: words that all must match; status: node: image: name: ns: policy: owner: ip: label: look "
           "in one place; is: finds pods by how they stand; age>1h, restarts>3, ready<1 compare; quotes keep "
           "spaces; a leading - or ! excludes. Ctrl+Space shows what may follow."));
    filter->setWordWrap(true);
    filter->setForegroundRole(QPalette::PlaceholderText);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(24, 24, 24, 16);
    page->setSpacing(16);
    page->addLayout(columns);
    page->addWidget(filter);
    page->addWidget(buttons);
}

}  // namespace views
