// SPDX-License-Identifier: Apache-2.0
#include "views/kinds/kindview.h"

#include "models/plaintext.h"
#include "report/plaintext.h"
#include "style/theme.h"
#include "views/describeview.h"
#include "views/glyphlabel.h"
#include "views/statepage.h"
#include "views/table/densetable.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace views {

namespace {

/** `deployments`, `deployments.apps`: how people name a kind. */
QString wordOf(const kube::Resource &kind)
{
    return kind.group.isEmpty() ? kind.resource : kind.resource + u'.' + kind.group;
}

}  // namespace

KindView::KindView(models::TableModel &objects, QWidget *parent)
    : QWidget(parent), m_objects(objects), m_sorted(new QSortFilterProxyModel(this)), m_bar(new QToolBar(this)),
      m_kinds(new QComboBox(this)), m_filter(new QLineEdit(this)), m_glyph(new GlyphLabel(14, this)),
      m_line(new QLabel(this)), m_stack(new QStackedWidget(this)), m_grid(new DenseTable(this)),
      m_page(new StatePage(this)), m_text(new QPlainTextEdit(this)),
      m_description(new DescribeView(this, DescribeView::Subject::Object))
{
    makeBar();
    m_sorted->setSourceModel(&objects);
    m_sorted->setSortRole(models::TableModel::SortRole);
    m_sorted->setFilterKeyColumn(-1);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_grid->setModel(m_sorted);
    m_grid->setSortingEnabled(true);
    m_grid->horizontalHeader()->setStretchLastSection(true);
    m_grid->setAccessibleName(tr("Objects"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(style::monospace(font()));
    m_text->document()->setDocumentMargin(8);
    m_text->setAccessibleName(tr("The chosen object as YAML"));
    m_text->hide();
    m_description->hide();
    auto *split = new QSplitter(this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_grid);
    split->addWidget(m_text);
    split->addWidget(m_description);
    split->setSizes({500, 500, 700});
    m_stack->addWidget(split);
    m_stack->addWidget(m_page);
    m_line->setTextFormat(Qt::PlainText);
    m_line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_line->setAccessibleName(tr("How true the objects are"));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 2, 8, 4);
    line->setSpacing(8);
    line->addWidget(m_glyph);
    line->addWidget(m_line, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addLayout(line);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_grid);
    wire();
    showActions();
}

void KindView::makeBar()
{
    m_bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_bar->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);  // what has no room is behind an arrow
    m_kinds->setEditable(true);
    m_kinds->setInsertPolicy(QComboBox::NoInsert);
    m_kinds->setMinimumWidth(220);
    m_kinds->setAccessibleName(tr("Kind"));
    m_kinds->setToolTip(tr("Kind of the objects: type a part of its name"));
    m_kinds->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_kinds->completer()->setFilterMode(Qt::MatchContains);
    m_filter->setPlaceholderText(tr("Filter objects"));
    m_filter->setAccessibleName(tr("Filter objects"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(240);
    m_bar->addWidget(m_kinds);
    m_bar->addWidget(m_filter);
    const auto make = [this](const QString &text, const QString &tip, const QKeySequence &keys) {
        QAction *action = m_bar->addAction(text);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setToolTip(keys.isEmpty() ? tip : u"%1 (%2)"_s.arg(tip, keys.toString(QKeySequence::NativeText)));
        addAction(action);
        if (QWidget *button = m_bar->widgetForAction(action))
            button->setFocusPolicy(Qt::TabFocus);
        return action;
    };
    wide = make(tr("Wide"), tr("All columns that the server has"), {});
    wide->setCheckable(true);
    m_bar->addSeparator();
    pods = make(tr("Pods"), tr("Show the pods of the chosen object"), QKeySequence(u"Ctrl+Return"_s));
    owner = make(tr("Owner"), tr("Go to what owns the chosen object"), QKeySequence(u"Ctrl+Up"_s));
    describe = make(tr("Describe"), tr("The chosen object as kubectl describes it, with its events (D)"), {});
    describe->setCheckable(true);
    yaml = make(tr("YAML"), tr("Read the chosen object as YAML; a Secret without its values"), {});
    yaml->setCheckable(true);
    edit = make(tr("Edit"), tr("Open the chosen object in the editor (E); a Secret without its values"), {});
    remove = make(tr("Delete…"), tr("Delete the chosen object, after a question"), {});
}

void KindView::wire()
{
    connect(m_kinds, &QComboBox::activated, this,
            [this](int at) { Q_EMIT kindChosen(m_kinds->itemData(at).value<kube::Resource>()); });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_sorted->setFilterFixedString(text);
        showFitting();
    });
    connect(wide, &QAction::toggled, this, &KindView::showColumns);
    connect(&m_objects, &QAbstractItemModel::modelReset, this, &KindView::showColumns);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showActions();
        Q_EMIT currentChanged();
    });
    connect(m_grid, &DenseTable::rowActivated, this, [this] {
        if (!yaml->isChecked())
            yaml->trigger();
    });
    connect(m_page, &StatePage::firstChosen, this, &KindView::retryRequested);
}

void KindView::setKinds(const QList<decode::NamedResource> &kinds)
{
    const QVariant chosen = m_kinds->currentData();
    const QSignalBlocker quiet(m_kinds);
    m_kinds->clear();
    for (const decode::NamedResource &kind : kinds)
        m_kinds->addItem(report::visibleLine(wordOf(kind.resource)), QVariant::fromValue(kind.resource));
    if (chosen.isValid())
        m_kinds->setCurrentText(report::visibleLine(wordOf(chosen.value<kube::Resource>())));
}

void KindView::setKind(const kube::Resource &kind, bool allNamespaces)
{
    const QSignalBlocker quiet(m_kinds);
    const int at = m_kinds->findText(report::visibleLine(wordOf(kind)));
    if (at >= 0)
        m_kinds->setCurrentIndex(at);
    else
        m_kinds->setEditText(report::visibleLine(wordOf(kind)));
    m_hasNamespace = kind.namespaced && allNamespaces;
    m_filter->clear();
    setText({});
    showColumns();
}

void KindView::setState(style::Tone tone, const QString &line, const style::Trouble &page, bool old)
{
    m_tone = tone;
    m_trouble = page;
    m_glyph->setTone(tone);
    m_line->setText(report::visibleLine(line));
    m_line->setToolTip(models::toolTip(line));
    m_grid->setOld(old);
    showFitting();
}

QString KindView::stateLine() const
{
    return m_line->text();
}

void KindView::setFilter(const QString &text)
{
    m_filter->setText(text);
}

void KindView::showFitting()
{
    const bool some = m_sorted->rowCount() > 0;
    if (!some && m_objects.rowCount() > 0)
        m_page->setTexts(style::Tone::Done, tr("No object has this text"), m_filter->text(), {});
    else if (!some)
        m_page->setTexts(m_tone, m_trouble.what, m_trouble.why, m_trouble.advice);
    m_page->setActions(m_tone == style::Tone::Failed ? tr("Retry") : QString());
    m_stack->setCurrentIndex(some ? 0 : 1);
}

void KindView::select(const kube::Key &key)
{
    const int row = m_objects.rowOf(key);
    const QModelIndex index = row < 0 ? QModelIndex() : m_sorted->mapFromSource(m_objects.index(row, 1));
    if (!index.isValid())
        return;
    m_grid->selectRow(index.row());
    m_grid->scrollTo(index);
}

std::optional<kube::TableRow> KindView::current() const
{
    const QModelIndex index = m_sorted->mapToSource(m_grid->currentIndex());
    return index.isValid() ? std::optional(m_objects.row(index.row())) : std::nullopt;
}

void KindView::setText(const QString &text)
{
    if (text != m_text->toPlainText())
        m_text->setPlainText(text);
    if (!text.isEmpty())
        setDescribing(false);
    m_text->setVisible(!text.isEmpty());
    yaml->setChecked(!text.isEmpty());
}

void KindView::setDescribing(bool on)
{
    if (on)
        setText({});
    else
        m_description->clear();
    m_description->setVisible(on);
    describe->setChecked(on);
}

QString KindView::text() const
{
    return m_text->toPlainText();
}

void KindView::showColumns()
{
    for (int column = 0; column < m_objects.columnCount(); ++column) {
        m_grid->setColumnHidden(column, column == 0 ? !m_hasNamespace : m_objects.isWide(column) && !wide->isChecked());
        m_grid->setColumnWidth(column, column == 1 ? 260 : 130);
    }
    m_grid->setTicking(m_objects.ageColumn() < 0 ? QList<int>() : QList<int>{m_objects.ageColumn()});
    if (m_objects.columnCount() > 1)
        m_grid->sortByColumn(1, Qt::AscendingOrder);
}

void KindView::showActions()
{
    const auto row = current();
    for (QAction *action : {pods, describe, yaml, edit, remove})
        action->setEnabled(row.has_value());
    owner->setEnabled(row && !row->owners.isEmpty());
}

}  // namespace views
