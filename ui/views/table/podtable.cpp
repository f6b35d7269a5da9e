// SPDX-License-Identifier: Apache-2.0
#include "views/table/podtable.h"

#include "delegates/statusdelegate.h"
#include "models/plaintext.h"
#include "views/statepage.h"
#include "views/table/columnchooser.h"
#include "views/table/densetable.h"
#include "views/truth/noticestack.h"

#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

using models::PodModel;
using namespace Qt::StringLiterals;

namespace views {

namespace {

/** What fits a screen; the rest of `-o wide` waits in the chooser. */
QList<Column> firstColumns(const PodModel &pods)
{
    constexpr int Widths[PodModel::ColumnCount] = {80, 150, 52, 142, 78, 50, 112, 150, 84, 100, 90, 110, 120, 110};
    QList<Column> columns;
    for (int i = 0; i < PodModel::ColumnCount; ++i)
        columns.append({pods.columnId(i), pods.headerData(i, Qt::Horizontal, Qt::DisplayRole).toString(), Widths[i],
                        i < PodModel::Ip});
    return columns;
}

QStringList labelsOf(const QList<Column> &columns)
{
    QStringList keys;
    for (const Column &column : columns)
        if (column.id.startsWith("label:"_L1))
            keys.append(column.id.sliced(6));
    return keys;
}

}  // namespace

PodTable::PodTable(models::PodModel &pods, QWidget *parent)
    : QWidget(parent), m_pods(pods), m_filter(new models::PodFilter(pods, this)), m_stack(new QStackedWidget(this)),
      m_grid(new DenseTable(this)), m_page(new StatePage(this)), m_notices(new NoticeStack(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notices);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_page);

    m_grid->setModel(m_filter);
    m_grid->setItemDelegateForColumn(PodModel::Status,
                                     new delegates::StatusDelegate(delegates::StatusDelegate::Words::PodStatus, this));
    m_grid->setItemDelegateForColumn(PodModel::Pull,
                                     new delegates::StatusDelegate(delegates::StatusDelegate::Words::Pull, this));
    m_grid->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_grid->setChangedRole(PodModel::ChangedRole);
    m_grid->setTicking({PodModel::Restarts, PodModel::Age, PodModel::Pull});
    m_grid->setSortingEnabled(true);
    m_grid->setAccessibleName(tr("Pods"));
    m_grid->setAccessibleDescription(tr("Arrow keys choose a pod, Enter shows why it is as it is"));
    m_grid->setContextMenuPolicy(Qt::CustomContextMenu);
    m_columns = new Columns(
        *m_grid, [&pods](int place) { return pods.columnId(place); }, firstColumns(pods), pods.columnId(PodModel::Name),
        this);
    m_grid->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_grid->horizontalHeader(), &QWidget::customContextMenuRequested, this, &PodTable::showHeaderMenu);
    m_grid->horizontalHeader()->setStretchLastSection(true);

    connect(m_grid, &QWidget::customContextMenuRequested, this, &PodTable::showMenu);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (m_quiet)
            return;
        // the keyboard's focus alone makes a row current: what is told of is also what is marked
        if (!m_grid->selectionModel()->hasSelection())
            m_grid->selectRow(m_grid->currentIndex().row());
        m_wanted = selected();
        Q_EMIT podSelected(m_wanted);
    });
    connect(m_grid, &DenseTable::rowActivated, this,
            [this](const QModelIndex &index) { Q_EMIT podActivated(m_filter->pod(index.row())->meta.key); });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &PodTable::showFitting);
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PodTable::selectionChanged);
    connect(m_filter, &QAbstractItemModel::modelAboutToBeReset, this, &PodTable::remember);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &PodTable::showFitting);
    connect(m_page, &StatePage::firstChosen, this, [this] {
        if (!m_filter->text().isEmpty())
            Q_EMIT filterCleared();
        else
            Q_EMIT newRequested();
    });
    connect(m_page, &StatePage::actChosen, this, &PodTable::actChosen);
    connect(m_notices, &NoticeStack::chosen, this, &PodTable::actChosen);
    showFitting();
}

void PodTable::setTruth(const style::Truth &truth)
{
    if (truth == m_truth)
        return;
    m_truth = truth;
    m_columns->setIdle(m_pods.columnId(PodModel::Namespace), !truth.scope.ns.isEmpty());
    m_grid->setOld(truth.state.phase != mirror::State::Phase::Live);
    showFitting();
}

void PodTable::showFitting()
{
    const bool some = m_pods.rowCount() > 0;
    const bool isLive = m_truth.state.phase == mirror::State::Phase::Live;
    m_notices->setNotices(some || isLive ? style::StateWords::notices(m_truth) : QList<style::Notice>());
    if (m_filter->rowCount() > 0) {
        {
            const QScopedValueRollback quiet(m_quiet, true);  // the grid that gets the focus back chooses nothing
            m_stack->setCurrentWidget(m_grid);
        }
        reselect();
        return;
    }
    if (some || !m_page->showTruth(m_truth))
        showNothing();
    m_stack->setCurrentWidget(m_page);
}

void PodTable::showNothing()
{
    m_page->setProgress(-1, 0);
    if (m_pods.rowCount() > 0 && m_filter->text().isEmpty()) {
        m_page->setTexts(style::Tone::Done, tr("There is no pod in the chosen namespaces"), {},
                         tr("%n pod(s) are in others.", nullptr, m_pods.rowCount()));
        m_page->setActions(tr("New from a template"));
        return;
    }
    if (m_pods.rowCount() > 0) {
        m_page->setTexts(style::Tone::Done, tr("No pod matches the filter"), m_filter->text(),
                         tr("%n pod(s) are hidden by it.", nullptr, m_pods.rowCount()));
        m_page->setActions(tr("Clear the filter"));
        return;
    }
    const QString &ns = m_truth.scope.ns;
    QString what = ns.isEmpty() ? tr("There is no pod in this cluster") : tr("There is no pod in namespace %1").arg(ns);
    if (!m_truth.state.missing.isEmpty() || m_truth.state.undecodable > 0)
        what = tr("There is no pod that could be read");
    m_page->setTexts(style::Tone::Done, what, {},
                     tr("Write a manifest in the editor and press Create; the pod appears here at once."));
    m_page->setActions(tr("New from a template"));
}

void PodTable::select(const kube::Key &pod)
{
    m_wanted = pod;
    reselect();
}

void PodTable::reselect()
{
    const QScopedValueRollback quiet(m_quiet, true);
    const bool isBack = !m_lost.isEmpty();
    restore();
    const QModelIndex index = m_wanted == kube::Key() ? QModelIndex() : m_filter->find(m_wanted);
    if (index.isValid() && index.row() != m_grid->currentIndex().row()) {
        const auto how = isBack ? QItemSelectionModel::Select : QItemSelectionModel::ClearAndSelect;
        m_grid->selectionModel()->setCurrentIndex(index, how | QItemSelectionModel::Rows);
        if (!isBack)
            m_grid->scrollTo(index);
    }
    const QModelIndex top = m_top == kube::Key() ? QModelIndex() : m_filter->find(m_top);
    if (top.isValid()) {
        m_grid->scrollTo(top, QAbstractItemView::PositionAtTop);
        m_top = {};
    }
}

/** Before all rows go at once, as after a long break of the connection. */
void PodTable::remember()
{
    if (const int top = m_grid->rowAt(0); top > 0)
        m_top = m_filter->pod(top)->meta.key;
    for (const kube::PodRef &pod : selection())
        m_lost.insert(pod->meta.key);
}

void PodTable::restore()
{
    QItemSelection back;
    m_lost.removeIf([&](const kube::Key &key) {
        const QModelIndex index = m_filter->find(key);
        if (index.isValid())
            back.select(index, index);
        return index.isValid();
    });
    if (!back.isEmpty())
        m_grid->selectionModel()->select(back, QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

QList<kube::PodRef> PodTable::selection() const
{
    QSet<int> rows;
    for (const QItemSelectionRange &range : m_grid->selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.insert(row);
    QList<int> sorted(rows.cbegin(), rows.cend());
    std::ranges::sort(sorted);
    QList<kube::PodRef> pods;
    for (const int row : std::as_const(sorted))
        pods.append(m_filter->pod(row));
    return pods;
}

QList<kube::Key> PodTable::inSight() const
{
    const int top = m_grid->rowAt(0);
    const int end = m_grid->rowAt(m_grid->viewport()->height() - 1);
    QList<kube::Key> keys;
    for (int row = top; row >= 0 && row <= (end < 0 ? m_filter->rowCount() - 1 : end); ++row)
        keys.append(m_filter->pod(row)->meta.key);
    return keys;
}

bool PodTable::hasSelection() const
{
    return m_grid->selectionModel()->hasSelection();
}

void PodTable::setActions(const QList<QAction *> &actions)
{
    m_actions = actions;
}

kube::Key PodTable::selected() const
{
    const QModelIndex index = m_grid->selectionModel()->currentIndex();
    return index.isValid() ? m_filter->pod(index.row())->meta.key : kube::Key();
}

QByteArray PodTable::columns() const
{
    return m_columns->save();
}

void PodTable::setColumns(const QByteArray &columns)
{
    if (const QList<Column> wanted = Columns::parse(columns); !wanted.isEmpty())
        m_pods.setLabelColumns(labelsOf(wanted));
    m_columns->restore(columns);
}

void PodTable::arrange(const QList<Column> &columns)
{
    m_pods.setLabelColumns(labelsOf(columns));
    m_columns->arrange(columns);
    Q_EMIT columnsChanged();
}

void PodTable::chooseColumns()
{
    auto *chooser = new ColumnChooser(m_columns->list(), m_columns->first(), labelKeys(), this);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &QDialog::accepted, this, [this, chooser] { arrange(chooser->columns()); });
    chooser->open();
}

QStringList PodTable::labelKeys() const
{
    QSet<QString> keys;
    for (int row = 0; row < m_pods.rowCount(); ++row)
        m_pods.pod(row)->eachLabel([&keys](const QString &key, const QString &) { keys.insert(key); });
    QStringList sorted(keys.cbegin(), keys.cend());
    sorted.sort();
    return sorted;
}

void PodTable::showHeaderMenu(QPoint at)
{
    QMenu menu(this);
    const QList<Column> columns = m_columns->list();
    const auto shown = std::ranges::count(columns, true, &Column::shown);
    for (const Column &column : columns) {
        QAction *action = menu.addAction(models::actionText(column.title));
        action->setCheckable(true);
        action->setChecked(column.shown);
        action->setEnabled(shown > 1 || !column.shown);  // a table keeps one column, by which it can be found
        connect(action, &QAction::toggled, this, [this, columns, id = column.id](bool on) {
            QList<Column> wanted = columns;
            for (Column &one : wanted)
                one.shown = one.id == id ? on : one.shown;
            arrange(wanted);
        });
    }
    menu.addSeparator();
    menu.addAction(tr("Columns…"), this, &PodTable::chooseColumns);
    menu.addAction(tr("Reset Columns"), this, [this] {
        arrange(m_columns->first());
        m_columns->sortAsAtFirst();
    });
    menu.exec(m_grid->horizontalHeader()->mapToGlobal(at));
}

void PodTable::showMenu(QPoint at)
{
    const QModelIndex index = m_grid->indexAt(at);
    if (!index.isValid())
        return;
    const kube::Key key = m_filter->pod(index.row())->meta.key;
    QMenu menu(this);
    connect(menu.addAction(tr("Show Why")), &QAction::triggered, this, [this, key] { Q_EMIT podActivated(key); });
    connect(menu.addAction(tr("Copy Rows")), &QAction::triggered, m_grid, &DenseTable::copyRows);
    menu.addSeparator();
    menu.addActions(m_actions);
    menu.exec(m_grid->viewport()->mapToGlobal(at));
}

}  // namespace views
