// SPDX-License-Identifier: Apache-2.0
#include "views/describeview.h"

#include "report/plaintext.h"
#include "style/theme.h"
#include "views/describe/describetree.h"
#include "views/statepage.h"
#include "views/trail/ownertrail.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

DescribeView::DescribeView(QWidget *parent, Subject subject)
    : QWidget(parent), m_subject(subject), m_trail(new OwnerTrail(this)), m_stack(new QStackedWidget(this)),
      m_text(new QPlainTextEdit(this)), m_tree(new DescribeTree(this)), m_structured(nullptr),
      m_page(new StatePage(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *bar = new QToolBar(this);
    column->addWidget(m_trail);
    column->addWidget(bar);
    column->addWidget(m_stack);
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_page);
    makeBar(bar);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(style::monospace(font()));
    m_text->document()->setDocumentMargin(8);
    m_text->setAccessibleName(tr("Describe"));
    m_text->setAccessibleDescription(subject == Subject::Pod ? tr("The selected pod as kubectl describes it")
                                                             : tr("The chosen object as kubectl describes it"));
    m_trail->setVisible(subject == Subject::Pod);
    connect(m_page, &StatePage::firstChosen, this, &DescribeView::retryRequested);
    clear();
}

void DescribeView::makeBar(QToolBar *bar)
{
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    bar->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);  // what has no room is behind an arrow
    const auto make = [this, bar](const QString &text, const QString &tip, const QKeySequence &keys) {
        QAction *action = bar->addAction(text);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        action->setToolTip(keys.isEmpty() ? tip : u"%1 (%2)"_s.arg(tip, keys.toString(QKeySequence::NativeText)));
        addAction(action);
        if (QWidget *button = bar->widgetForAction(action))
            button->setFocusPolicy(Qt::TabFocus);
        return action;
    };
    m_structured = make(tr("Sections"), tr("As sections that open and close, or as kubectl's text"), {u"T"_s});
    m_structured->setCheckable(true);
    bar->addSeparator();
    QAction *open = make(tr("Open All"), tr("Open all sections"), {u"Ctrl++"_s});
    QAction *close = make(tr("Close All"), tr("Close all sections"), {u"Ctrl+-"_s});
    QAction *section = make(tr("Copy Section"), tr("The chosen line and what belongs to it, as text"), {});
    QAction *whole = make(tr("Copy All"), tr("The whole text, as kubectl prints it"), {u"Ctrl+Alt+C"_s});
    m_ofTree = {open, close, section};
    connect(m_structured, &QAction::toggled, this, &DescribeView::showFitting);
    connect(open, &QAction::triggered, m_tree, &QTreeWidget::expandAll);
    connect(close, &QAction::triggered, m_tree, &QTreeWidget::collapseAll);
    connect(section, &QAction::triggered, m_tree, &DescribeTree::copySection);
    connect(whole, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    showFitting();
}

void DescribeView::setStructured(bool on)
{
    m_structured->setChecked(on);
}

void DescribeView::showFitting()
{
    for (QAction *action : std::as_const(m_ofTree))
        action->setEnabled(m_structured->isChecked());
    if (m_page && m_stack->currentWidget() != m_page)
        m_stack->setCurrentWidget(m_structured->isChecked() ? static_cast<QWidget *>(m_tree) : m_text);
}

void DescribeView::clear()
{
    m_text->clear();
    m_tree->clear();
    if (m_subject == Subject::Pod)
        m_page->setTexts(style::Tone::Done, tr("No pod is selected"), {}, tr("Select a pod to read its description."));
    else
        m_page->setTexts(style::Tone::Done, tr("No object is chosen"), {},
                         tr("Choose an object to read its description."));
    m_page->setActions({});
    m_stack->setCurrentWidget(m_page);
}

void DescribeView::setReading()
{
    clear();
    m_page->setTexts(style::Tone::Pulling, tr("Reading the object…"), {}, {});
}

void DescribeView::setText(const QString &given)
{
    const QString text = report::visible(given);
    if (text != m_text->toPlainText()) {
        const int across = m_text->horizontalScrollBar()->value();
        const int down = m_text->verticalScrollBar()->value();
        m_text->setPlainText(text);
        m_text->horizontalScrollBar()->setValue(across);
        m_text->verticalScrollBar()->setValue(down);
    }
    m_stack->setCurrentWidget(m_structured->isChecked() ? static_cast<QWidget *>(m_tree) : m_text);
}

void DescribeView::setError(const kube::Error &error)
{
    const style::Trouble trouble = style::Wording::trouble(error);
    if (error.kind == kube::Error::Kind::NotFound)
        m_page->setTexts(style::Tone::Done,
                         m_subject == Subject::Pod ? tr("The pod is gone") : tr("The object is gone"), error.message,
                         {});
    else
        m_page->setTexts(style::Tone::Failed, trouble.what, trouble.why, trouble.advice);
    m_page->setActions(error.kind == kube::Error::Kind::NotFound ? QString() : tr("Retry"));
    m_stack->setCurrentWidget(m_page);
}

QString DescribeView::text() const
{
    return m_text->toPlainText();
}

void DescribeView::scrollToEnd()
{
    for (QAbstractScrollArea *area : std::initializer_list<QAbstractScrollArea *>{m_text, m_tree})
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
}

void DescribeView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_text)
        m_text->setFont(style::monospace(font()));
}

}  // namespace views
