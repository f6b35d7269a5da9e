// SPDX-License-Identifier: Apache-2.0
#include "views/compare/diffview.h"

#include "manifest/compare/difference.h"
#include "report/plaintext.h"
#include "style/palette.h"
#include "style/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QTextBlock>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

DiffView::DiffView(QWidget *parent)
    : QWidget(parent), m_sides(new QSplitter(this)), m_leftTitle(new QLabel(this)), m_rightTitle(new QLabel(this)),
      m_count(new QLabel(this)),
      m_unified(makeButton(tr("One Below the Other"), tr("One text below the other"), nullptr))
{
    setAccessibleName(tr("Differences"));
    m_left = makeSide(m_leftTitle, tr("Left text"));
    m_right = makeSide(m_rightTitle, tr("Right text"));
    m_unified->setCheckable(true);
    connect(m_unified, &QToolButton::toggled, this, &DiffView::fill);
    for (QLabel *label : {m_leftTitle, m_rightTitle, m_count})
        label->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    for (const auto &[from, to] : {std::pair(m_left, m_right), {m_right, m_left}}) {
        connect(from->verticalScrollBar(), &QScrollBar::valueChanged, to->verticalScrollBar(), &QScrollBar::setValue);
        connect(from->horizontalScrollBar(), &QScrollBar::valueChanged, to->horizontalScrollBar(),
                &QScrollBar::setValue);
    }
    auto *head = new QHBoxLayout;
    head->addWidget(m_count);
    head->addStretch();
    head->addWidget(makeButton(u"↑"_s, tr("Previous difference"), &DiffView::goToPrevious));
    head->addWidget(makeButton(u"↓"_s, tr("Next difference"), &DiffView::goToNext));
    head->addWidget(m_unified);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_sides, 1);
}

QPlainTextEdit *DiffView::makeSide(QLabel *title, const QString &name)
{
    auto *pane = new QWidget(m_sides);
    auto *side = new QPlainTextEdit(pane);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(title);
    column->addWidget(side, 1);
    side->setReadOnly(true);
    side->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    side->setLineWrapMode(QPlainTextEdit::NoWrap);
    side->setAccessibleName(name);
    side->setTabChangesFocus(true);
    return side;
}

QToolButton *DiffView::makeButton(const QString &text, const QString &name, void (DiffView::*act)())
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    if (act)
        connect(button, &QToolButton::clicked, this, act);
    return button;
}

void DiffView::setTexts(const QString &leftName, const QString &left, const QString &rightName, const QString &right,
                        const QList<int> &byServer)
{
    m_byServer = byServer;
    m_leftName = leftName;
    m_leftText = left;
    m_rightName = rightName;
    m_rightText = right;
    fill();
}

void DiffView::fill()
{
    const QStringList left = m_leftText.isEmpty() ? QStringList() : m_leftText.split(u'\n');
    const QStringList right = m_rightText.isEmpty() ? QStringList() : m_rightText.split(u'\n');
    const bool unified = m_unified->isChecked();
    QList<Row> leftRows;
    QList<Row> rightRows;
    m_places.clear();
    for (const manifest::Stretch &stretch : manifest::difference(left, right)) {
        if (!stretch.same)
            m_places.append(int(unified ? rightRows.size() : leftRows.size()));
        QList<Row> &removed = unified ? rightRows : leftRows;
        for (qsizetype i = 0; i < stretch.leftCount; ++i)
            removed.append({stretch.same ? Mark::Same : Mark::Removed, left.at(stretch.left + i)});
        if (stretch.same && unified)
            continue;
        for (qsizetype i = 0; i < stretch.rightCount; ++i) {
            const Mark added = m_byServer.contains(int(stretch.right + i)) ? Mark::ByServer : Mark::Added;
            rightRows.append({stretch.same ? Mark::Same : added, right.at(stretch.right + i)});
        }
        while (!unified && leftRows.size() < rightRows.size())
            leftRows.append({Mark::Filler, {}});
        while (!unified && rightRows.size() < leftRows.size())
            rightRows.append({Mark::Filler, {}});
    }
    m_left->parentWidget()->setVisible(!unified);
    m_leftTitle->setText(u"− "_s + report::visibleLine(m_leftName));
    m_rightTitle->setText((unified ? m_leftTitle->text() + u"   "_s : QString()) + u"+ "_s +
                          report::visibleLine(m_rightName));
    m_count->setText(m_places.isEmpty() ? tr("No difference") : tr("%n difference(s)", nullptr, count()));
    show(m_left, leftRows);
    show(m_right, rightRows);
    go(0);
}

void DiffView::show(QPlainTextEdit *side, const QList<Row> &rows)
{
    side->document()->setDefaultFont(style::monospace(font()));
    QStringList lines;
    for (const Row &row : rows)
        lines.append((row.mark == Mark::Removed    ? u"− "_s
                      : row.mark == Mark::Added    ? u"+ "_s
                      : row.mark == Mark::ByServer ? u"* "_s
                                                   : u"  "_s) +
                     row.text);
    side->setPlainText(lines.join(u'\n'));
    QList<QTextEdit::ExtraSelection> selections;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows[i].mark == Mark::Same)
            continue;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(side->document()->findBlockByNumber(int(i)));
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        const style::Role role = rows[i].mark == Mark::Removed    ? style::Role::FailedSurface
                                 : rows[i].mark == Mark::ByServer ? style::Role::CurrentLine
                                                                  : style::Role::Changed;
        // Where this side has no line, the window is seen.
        selection.format.setBackground(rows[i].mark == Mark::Filler ? palette().color(QPalette::Window)
                                                                    : style::color(role, palette()));
        selections.append(selection);
    }
    side->setExtraSelections(selections);
}

/** The first difference beyond the present row, in this direction; 0: the first of all. */
void DiffView::go(int step)
{
    if (m_places.isEmpty())
        return;
    const int row = m_right->textCursor().blockNumber();
    auto place = m_places.cbegin();
    if (step > 0)
        place = std::ranges::upper_bound(m_places, row);
    else if (step < 0 && (place = std::ranges::lower_bound(m_places, row)) != m_places.cbegin())
        --place;
    if (place == m_places.cend())
        place = m_places.cbegin();
    m_right->setTextCursor(QTextCursor(m_right->document()->findBlockByNumber(*place)));
    m_right->centerCursor();
}

void DiffView::goToNext()
{
    go(1);
}

void DiffView::goToPrevious()
{
    go(-1);
}

void DiffView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        fill();
}

}  // namespace views
