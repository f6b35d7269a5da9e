// SPDX-License-Identifier: Apache-2.0
#include "views/editor/sheets/sheet.h"

#include "views/editor/draftkeeper.h"
#include "views/editor/wholetext.h"

#include <QPlainTextDocumentLayout>
#include <QPlainTextEdit>
#include <QScrollBar>

#include <algorithm>

namespace views {

Sheet::Sheet(QString called, QString text, QObject *parent)
    : QObject(parent), name(std::move(called)), m_text(std::move(text))
{
}

Sheet::~Sheet() = default;

QTextDocument &Sheet::document()
{
    if (m_document)
        return *m_document;
    m_document = new QTextDocument(this);
    m_document->setDocumentLayout(new QPlainTextDocumentLayout(m_document));
    m_document->setPlainText(m_text);
    m_document->setModified(false);
    m_text.clear();
    connect(m_document, &QTextDocument::contentsChanged, this, &Sheet::touch);
    connect(m_document, &QTextDocument::modificationChanged, this, [this](bool isModified) {
        isModified ? touch() : dropDraft();
        Q_EMIT modificationChanged();
    });
    return *m_document;
}

QString Sheet::text() const
{
    return m_document ? wholeText(*m_document) : m_text;
}

int Sheet::revision() const
{
    return m_document ? m_document->revision() : 0;
}

bool Sheet::isModified() const
{
    return m_document && m_document->isModified();
}

void Sheet::setModified(bool isModified)
{
    document().setModified(isModified);
}

Draft Sheet::draft() const
{
    Draft draft;
    draft.name = name;
    draft.path = file.path();
    draft.text = text();
    draft.base = file.path().isEmpty() ? m_origin : file.lastText();
    draft.digest = file.digest();
    draft.beside = beside;
    draft.keepsake = m_keepsake;
    return draft;
}

void Sheet::keepDrafts(const QString &folder)
{
    m_folder = folder;
    m_keeper.reset();
    touch();
}

void Sheet::touch()
{
    if (m_folder.isEmpty() || !isModified())
        return;
    if (!m_keeper) {
        m_keeper = std::make_unique<DraftKeeper>(m_folder, [this] { return draft(); }, nullptr);
        connect(m_keeper.get(), &DraftKeeper::notKept, this, &Sheet::notKept);
    }
    m_keeper->touch();
}

void Sheet::setOrigin(const QJsonObject &what, const QString &text)
{
    m_keepsake = what;
    m_origin = text;
    touch();
}

bool Sheet::adopt(const QString &draft)
{
    setModified(true);
    return m_keeper && m_keeper->adopt(draft);
}

void Sheet::dropDraft()
{
    if (m_keeper)
        m_keeper->drop();
}

void Sheet::noteView(const QPlainTextEdit &editor)
{
    m_position = editor.textCursor().position();
    m_anchor = editor.textCursor().anchor();
    m_top = editor.verticalScrollBar()->value();
}

void Sheet::restoreView(QPlainTextEdit &editor) const
{
    const int last = editor.document()->characterCount() - 1;
    QTextCursor cursor = editor.textCursor();
    cursor.setPosition(std::min(m_anchor, last));
    cursor.setPosition(std::min(m_position, last), QTextCursor::KeepAnchor);
    editor.setTextCursor(cursor);
    editor.verticalScrollBar()->setValue(m_top);
}

}  // namespace views
