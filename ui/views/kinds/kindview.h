// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/table.h"
#include "models/kinds/tablemodel.h"
#include "style/wording.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSortFilterProxyModel;
class QSplitter;
class QStackedWidget;
class QToolBar;

namespace views {

class DenseTable;
class DescribeView;
class GlyphLabel;
class StatePage;

/** Objects of one kind, whichever it is, in the server's own columns; beside them the chosen one, as YAML or described.
 */
class KindView : public QWidget {
    Q_OBJECT

public:
    explicit KindView(models::TableModel &objects, QWidget *parent = nullptr);

    /** All kinds that can be listed; the curated ones first. */
    void setKinds(const QList<decode::NamedResource> &kinds);
    /** Shows as chosen; nothing is asked for. */
    void setKind(const kube::Resource &kind, bool allNamespaces);
    /** How true the rows are: a line, and the page that stands for no rows. `old`: they are not as of now. */
    void setState(style::Tone tone, const QString &line, const style::Trouble &page, bool old);
    /** Only objects that have this text in a cell; empty: all. */
    void setFilter(const QString &text);
    /** Makes a row current, if it is there. */
    void select(const kube::Key &key);
    [[nodiscard]] std::optional<kube::TableRow> current() const;
    /** The YAML of the chosen object; empty closes it. */
    void setText(const QString &text);
    [[nodiscard]] QString text() const;
    /** The chosen object as kubectl describes it; what of it shows is up to who fills it. */
    [[nodiscard]] DescribeView &description() { return *m_description; }
    /** Opens and closes the description; the YAML stands in its place otherwise. */
    void setDescribing(bool on);
    [[nodiscard]] DenseTable &grid() { return *m_grid; }
    [[nodiscard]] QComboBox &kinds() { return *m_kinds; }
    [[nodiscard]] QString stateLine() const;

    QAction *pods, *owner, *describe, *yaml, *edit, *remove, *wide;

Q_SIGNALS:
    void kindChosen(const kube::Resource &kind);
    void retryRequested();
    /** Another object is the chosen one, or none. */
    void currentChanged();

private:
    void makeBar();
    void wire();
    void showColumns();
    void showActions();
    void showFitting();

    models::TableModel &m_objects;
    QSortFilterProxyModel *m_sorted;
    QToolBar *m_bar;
    QComboBox *m_kinds;
    QLineEdit *m_filter;
    GlyphLabel *m_glyph;
    QLabel *m_line;
    QStackedWidget *m_stack;
    DenseTable *m_grid;
    StatePage *m_page;
    QPlainTextEdit *m_text;
    DescribeView *m_description;
    bool m_hasNamespace = true;
    style::Trouble m_trouble;
    style::Tone m_tone = style::Tone::Unknown;
};

}  // namespace views
