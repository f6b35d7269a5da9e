// SPDX-License-Identifier: Apache-2.0
#include "views/describeview.h"

#include "report/plaintext.h"
#include "style/theme.h"
#include "views/statepage.h"

#include <QEvent>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace views {

DescribeView::DescribeView(QWidget *parent)
    : QWidget(parent), m_stack(new QStackedWidget(this)), m_text(new QPlainTextEdit(this)), m_page(new StatePage(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_page);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(style::monospace(font()));
    m_text->document()->setDocumentMargin(8);
    m_text->setAccessibleName(tr("Describe"));
    m_text->setAccessibleDescription(tr("The selected pod as kubectl describes it"));
    connect(m_page, &StatePage::firstChosen, this, &DescribeView::retryRequested);
    clear();
}

void DescribeView::clear()
{
    m_text->clear();
    m_page->setTexts(style::Tone::Done, tr("No pod is selected"), {}, tr("Select a pod to read its description."));
    m_page->setActions({});
    m_stack->setCurrentWidget(m_page);
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
    m_stack->setCurrentWidget(m_text);
}

void DescribeView::setError(const kube::Error &error)
{
    const style::Trouble trouble = style::Wording::trouble(error);
    if (error.kind == kube::Error::Kind::NotFound)
        m_page->setTexts(style::Tone::Done, tr("The pod is gone"), error.message, {});
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
    m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
}

void DescribeView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_text)
        m_text->setFont(style::monospace(font()));
}

}  // namespace views
