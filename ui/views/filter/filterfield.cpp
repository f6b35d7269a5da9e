// SPDX-License-Identifier: Apache-2.0
#include "views/filter/filterfield.h"

#include "delegates/hintdelegate.h"
#include "report/plaintext.h"
#include "style/palette.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QCompleter>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QStandardItemModel>

namespace views {

namespace {

constexpr int RowsInSight = 10;
constexpr int WidestList = 560;

}  // namespace

FilterField::FilterField(QWidget *parent)
    : QLineEdit(parent), m_list(new QStandardItemModel(this)), m_completer(new QCompleter(m_list, this)),
      m_problem(new QLabel(this))
{
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(RowsInSight);
    m_completer->setWidget(this);
    m_completer->popup()->setItemDelegate(new delegates::HintDelegate(this));
    m_completer->popup()->setAccessibleName(tr("How the word may go on"));
    m_completer->popup()->setTextElideMode(Qt::ElideMiddle);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setAutoFillBackground(true);
    m_problem->setMargin(6);
    m_problem->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_problem->hide();
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &FilterField::take);
    connect(this, &QLineEdit::textEdited, this, [this] { offer(false); });
}

QAbstractItemView &FilterField::list() const
{
    return *m_completer->popup();
}

void FilterField::setChoices(Choices choices)
{
    m_choices = std::move(choices);
}

void FilterField::offer(bool all)
{
    const models::QueryChoices choices = m_choices ? m_choices(text(), cursorPosition()) : models::QueryChoices();
    m_from = choices.from;
    m_length = choices.length;
    m_list->clear();
    if (all || m_length > 0)
        for (const models::QueryChoice &choice : choices.list) {
            auto *item = new QStandardItem(report::visibleLine(choice.text));
            item->setData(choice.text, Qt::UserRole);
            item->setData(choice.hint, delegates::HintDelegate::HintRole);
            item->setAccessibleText(tr("%1, %2").arg(report::visibleLine(choice.text), choice.hint));
            m_list->appendRow(item);
        }
    if (m_list->rowCount() == 0) {
        m_completer->popup()->hide();
        return;
    }
    const int wanted = m_completer->popup()->sizeHintForColumn(0) + 2 * m_completer->popup()->frameWidth() +
                       m_completer->popup()->verticalScrollBar()->sizeHint().width();
    QRect under = rect();
    under.setWidth(std::min(std::max(wanted, 260), WidestList));
    m_completer->complete(under);
    m_completer->popup()->setCurrentIndex({});
}

void FilterField::take(const QModelIndex &choice)
{
    const QString word = choice.data(Qt::UserRole).toString();
    if (word.isEmpty())
        return;
    // a key waits for its value; a whole word is followed by the next one
    const bool isWhole = !word.endsWith(u':') && !word.endsWith(u'=') && !word.endsWith(u'>') && !word.endsWith(u'<');
    const bool isLast = m_from + m_length >= text().size();
    setSelection(int(m_from), int(m_length));
    insert(isWhole && isLast ? word + u' ' : word);
    if (!isWhole)  // once the list that was chosen from has gone
        QMetaObject::invokeMethod(this, [this] { offer(false); }, Qt::QueuedConnection);
}

void FilterField::setProblem(const std::optional<models::QueryProblem> &problem)
{
    const QString words = problem ? tr("Character %1: %2. The list is filtered as before.")
                                        .arg(problem->at + 1)
                                        .arg(report::visibleLine(problem->words))
                                  : QString();
    if (words == m_problem->text())
        return;
    m_problem->setText(words);
    m_problem->setAccessibleName(words);
    m_problem->setVisible(false);
    if (words.isEmpty())
        return;
    setAccessibleDescription(words);
    placeProblem();
    QAccessibleEvent alert(m_problem, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString FilterField::problemText() const
{
    return m_problem->text();
}

void FilterField::placeProblem()
{
    if (m_problem->text().isEmpty() || !isVisible())
        return;
    if (m_problem->parentWidget() != window())
        m_problem->setParent(window());
    QPalette colours;  // its own colour, and whatever the application says of all others
    colours.setColor(QPalette::Window, style::color(style::Role::FailedSurface, palette()));
    m_problem->setPalette(colours);
    m_problem->adjustSize();
    m_problem->move(mapTo(window(), QPoint(0, height() + 2)));
    m_problem->raise();
    m_problem->show();
}

bool FilterField::event(QEvent *event)
{
    // Escape belongs to the box before it belongs to anything else of the window.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    const bool isOpen = m_completer->popup()->isVisible();
    const bool isAsked = event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier;
    if (isAsked || (event->key() == Qt::Key_Down && !isOpen)) {
        offer(true);
        return;
    }
    if (isOpen && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Tab)) {
        event->ignore();
        return;
    }
    if (event->key() != Qt::Key_Escape) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    if (text().isEmpty())
        clearFocus();
    else
        clear();
}

void FilterField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        m_completer->popup()->hide();
}

void FilterField::moveEvent(QMoveEvent *event)
{
    QLineEdit::moveEvent(event);
    placeProblem();
}

void FilterField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeProblem();
}

void FilterField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        placeProblem();
}

void FilterField::hideEvent(QHideEvent *event)
{
    m_problem->hide();
    QLineEdit::hideEvent(event);
}

}  // namespace views
