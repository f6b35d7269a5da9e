// SPDX-License-Identifier: Apache-2.0
#include "views/table/columnchooser.h"

#include "report/plaintext.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int RowHeight = 26;
constexpr int IdRole = Qt::UserRole;
constexpr int WidthRole = Qt::UserRole + 1;
constexpr auto Label = "label:"_L1;

}  // namespace

ColumnChooser::ColumnChooser(const QList<Column> &columns, QList<Column> first, const QStringList &labels,
                             QWidget *parent)
    : QDialog(parent), m_first(std::move(first)), m_list(new QListWidget(this)), m_label(new QComboBox(this)),
      m_remove(new QPushButton(tr("&Remove"), this))
{
    setWindowTitle(tr("Columns"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setAccessibleName(tr("Columns"));
    m_list->setAccessibleDescription(tr("Space shows or hides, Alt+Up and Alt+Down move"));
    auto *up = new QPushButton(tr("Move &Up"), this);
    auto *down = new QPushButton(tr("Move &Down"), this);
    auto *reset = new QPushButton(tr("Re&set"), this);
    reset->setToolTip(tr("The first columns, order and widths"));
    m_remove->setToolTip(tr("Take a label's column away"));
    m_label->setEditable(true);
    m_label->addItems(labels);
    m_label->setCurrentIndex(-1);
    m_label->lineEdit()->setPlaceholderText(tr("A label's key"));
    m_label->setAccessibleName(tr("A label's key"));
    m_label->setMaxVisibleItems(12);
    auto *add = new QPushButton(tr("&Add"), this);
    for (QPushButton *button : {up, down, reset, add, qobject_cast<QPushButton *>(m_remove)})
        button->setAutoDefault(false);

    connect(up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(down, &QPushButton::clicked, this, [this] { move(1); });
    connect(reset, &QPushButton::clicked, this, [this] { fill(m_first); });
    connect(m_remove, &QPushButton::clicked, this, &ColumnChooser::removeLabel);
    connect(add, &QPushButton::clicked, this, &ColumnChooser::addLabel);
    m_label->lineEdit()->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_list, &QListWidget::currentItemChanged, this, &ColumnChooser::check);
    connect(m_list, &QListWidget::itemChanged, this, &ColumnChooser::check);

    auto *side = new QVBoxLayout;
    for (QWidget *button : std::initializer_list<QWidget *>{up, down, m_remove, reset})
        side->addWidget(button);
    side->addStretch();
    auto *top = new QHBoxLayout;
    top->addWidget(m_list, 1);
    top->addLayout(side);
    auto *label = new QHBoxLayout;
    auto *name = new QLabel(tr("&Label column:"), this);
    name->setBuddy(m_label);
    label->addWidget(name);
    label->addWidget(m_label, 1);
    label->addWidget(add);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *done = buttons->addButton(tr("Done"), QDialogButtonBox::AcceptRole);
    done->setAutoDefault(false);  // Return in the label's box adds it
    m_done = done;
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(24, 24, 24, 16);
    page->setSpacing(12);
    page->addLayout(top, 1);
    page->addLayout(label);
    page->addWidget(buttons);
    fill(columns);
    resize(460, 520);
}

void ColumnChooser::fill(const QList<Column> &columns)
{
    m_list->clear();
    for (const Column &column : columns)
        append(column);
    m_list->setCurrentRow(0);
    check();
}

void ColumnChooser::append(const Column &column)
{
    const QString title =
        column.id.startsWith(Label) ? tr("label %1").arg(column.id.sliced(Label.size())) : column.title;
    auto *item = new QListWidgetItem(report::visibleLine(title), m_list);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled);
    item->setSizeHint({0, RowHeight});
    item->setData(IdRole, column.id);
    item->setData(WidthRole, column.width);
    item->setCheckState(column.shown ? Qt::Checked : Qt::Unchecked);
}

void ColumnChooser::move(int by)
{
    const int row = m_list->currentRow();
    if (row < 0 || row + by < 0 || row + by >= m_list->count())
        return;
    m_list->insertItem(row + by, m_list->takeItem(row));
    m_list->setCurrentRow(row + by);
}

bool ColumnChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        const bool isReturn = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
        if (watched == m_label->lineEdit() && isReturn) {
            addLabel();
            return true;
        }
        const bool isMove = press->key() == Qt::Key_Up || press->key() == Qt::Key_Down;
        if (watched == m_list && isMove && press->modifiers().testFlag(Qt::AltModifier)) {
            move(press->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void ColumnChooser::addLabel()
{
    const QString key = m_label->currentText().trimmed();
    if (key.isEmpty())
        return;
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->data(IdRole).toString() == Label + key) {
            m_list->setCurrentRow(row);
            return;
        }
    append({Label + key, key, 120, true});
    m_list->setCurrentRow(m_list->count() - 1);
    m_label->setCurrentIndex(-1);
    m_label->clearEditText();
}

void ColumnChooser::removeLabel()
{
    if (m_remove->isEnabled())
        delete m_list->takeItem(m_list->currentRow());
    check();
}

void ColumnChooser::check()
{
    const QListWidgetItem *current = m_list->currentItem();
    m_remove->setEnabled(current && current->data(IdRole).toString().startsWith(Label));
    bool some = false;
    for (int row = 0; row < m_list->count(); ++row)
        some |= m_list->item(row)->checkState() == Qt::Checked;
    if (m_done)
        m_done->setEnabled(some);  // without a column there would be no table
}

QList<Column> ColumnChooser::columns() const
{
    QList<Column> columns;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        columns.append({item->data(IdRole).toString(), item->text(), item->data(WidthRole).toInt(),
                        item->checkState() == Qt::Checked});
    }
    return columns;
}

}  // namespace views
