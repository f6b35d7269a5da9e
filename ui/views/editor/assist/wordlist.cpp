// SPDX-License-Identifier: Apache-2.0
#include "views/editor/assist/wordlist.h"

#include "delegates/hintdelegate.h"
#include "report/plaintext.h"
#include "views/editor/yamleditor.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int RowsInSight = 10;
constexpr int NarrowestList = 280;
constexpr int WidestList = 640;
constexpr qsizetype MostRows = 300;
constexpr int InsertRole = Qt::UserRole;

/** 0: begins with the word, 1: has it, 2: has not. */
int rankOf(const QString &candidate, const QString &word)
{
    if (candidate.startsWith(word, Qt::CaseInsensitive))
        return 0;
    return candidate.contains(word, Qt::CaseInsensitive) ? 1 : 2;
}

/** Of the nearest document around: what it says of its namespace is found by the spot's own walk only at its place. */
QString namespaceAt(const QTextDocument &document, int line)
{
    constexpr int Farthest = 500;
    QTextBlock block = document.findBlockByNumber(line);
    for (int step = 0; block.isValid() && step < Farthest && !block.text().startsWith("---"_L1); ++step)
        block = block.previous();
    block = block.isValid() ? block.next() : document.begin();
    for (int step = 0; block.isValid() && step < Farthest && !block.text().startsWith("---"_L1); ++step) {
        const manifest::Shape shape = manifest::shapeOf(block.text());
        if (shape.key == "namespace"_L1 && shape.content > 0)
            return shape.valueText;
        block = block.next();
    }
    return {};
}

}  // namespace

WordList::WordList(YamlEditor &editor, LiveNames &names, QObject *parent)
    : QObject(parent), m_editor(editor), m_names(names), m_rows(new QStandardItemModel(this)),
      m_completer(new QCompleter(m_rows, this))
{
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(RowsInSight);
    m_completer->setWidget(&m_editor);
    m_completer->popup()->setItemDelegate(new delegates::HintDelegate(this));
    m_completer->popup()->setAccessibleName(tr("What may stand here"));
    m_editor.setPopup(m_completer->popup());
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &WordList::take);
    connect(&m_editor, &YamlEditor::written, this, [this] { offer(false); });
    const auto offerMore = [this] {
        if (m_isAsked && m_editor.hasFocus())
            offer(true);
    };
    connect(&m_names, &LiveNames::arrived, this, offerMore, Qt::QueuedConnection);
}

QAbstractItemView &WordList::view() const
{
    return *m_completer->popup();
}

void WordList::offer(bool isAsked)
{
    const QTextCursor cursor = m_editor.textCursor();
    m_isAsked = isAsked;
    m_rows->clear();
    const auto spot = m_editor.isReadOnly() ? std::nullopt
                                            : m_editor.spotAt({cursor.blockNumber() + 1, cursor.positionInBlock() + 1});
    if (spot && (isAsked || !spot->word.isEmpty())) {
        m_spot = *spot;
        m_line = cursor.blockNumber();
        fill(*spot, manifest::completionAt(*spot, m_shelf), isAsked);
    }
    if (m_rows->rowCount() == 0)
        m_completer->popup()->hide();
    else
        show();
}

void WordList::fill(const manifest::Spot &spot, const manifest::Completion &completion, bool isAsked)
{
    struct Row {
        QString word, hint, insert;
        int rank;
    };
    QList<Row> rows;
    for (const manifest::Choice &choice : completion.choices) {
        const QString type = choice.isRequired ? tr("%1 required").arg(choice.type) : choice.type;
        const QString hint = choice.first.isEmpty() ? type : type + u"  "_s + choice.first;
        rows.append({choice.word, hint, choice.insert, rankOf(choice.word, spot.word)});
    }
    const QString ns = namespaceAt(*m_editor.document(), m_line);
    const QString blank = spot.needsBlank ? u" "_s : QString();
    for (const QString &name : m_names.names(completion.live, ns, completion.labelKey, isAsked)) {
        const bool isKey = completion.live == manifest::Live::NodeLabels;
        const QString text = manifest::valueText(name);
        if (!spot.present.contains(name) || !isKey)
            rows.append({name, tr("in the cluster"), isKey && spot.key.isEmpty() ? text + u": "_s : blank + text,
                         rankOf(name, spot.word)});
    }
    rows.removeIf([](const Row &row) { return row.rank == 2; });
    std::ranges::stable_sort(rows, {}, &Row::rank);
    const bool isWhole = !isAsked && std::ranges::contains(rows, spot.word, &Row::word);
    for (const Row &row : std::as_const(rows).first(isWhole ? 0 : std::min(MostRows, rows.size()))) {
        auto *item = new QStandardItem(report::visibleLine(row.word));
        item->setData(row.insert, InsertRole);
        item->setData(report::visibleLine(row.hint), delegates::HintDelegate::HintRole);
        item->setAccessibleText(tr("%1, %2").arg(report::visibleLine(row.word), report::visibleLine(row.hint)));
        m_rows->appendRow(item);
    }
}

void WordList::show()
{
    QAbstractItemView &list = view();
    const int wanted = list.sizeHintForColumn(0) + 2 * list.frameWidth() + list.verticalScrollBar()->sizeHint().width();
    QTextCursor start(m_editor.document()->findBlockByNumber(m_line));
    start.setPosition(start.position() + m_spot.column);
    QRect under = m_editor.cursorRect(start);
    under.translate(m_editor.viewport()->pos());
    under.setWidth(std::clamp(wanted, NarrowestList, WidestList));
    m_completer->complete(under);
    list.setCurrentIndex(m_rows->index(0, 0));
}

void WordList::take(const QModelIndex &index)
{
    QTextCursor cursor(m_editor.document()->findBlockByNumber(m_line));
    const int end = std::min(m_spot.column + m_spot.length, cursor.block().length() - 1);
    const int from = std::min(m_spot.column, end);
    cursor.setPosition(cursor.block().position() + from);
    cursor.setPosition(cursor.block().position() + end, QTextCursor::KeepAnchor);
    cursor.beginEditBlock();  // a step of undo of its own
    cursor.insertText(index.data(InsertRole).toString());
    cursor.endEditBlock();
    m_editor.setTextCursor(cursor);
    m_editor.ensureCursorVisible();
}

}  // namespace views
