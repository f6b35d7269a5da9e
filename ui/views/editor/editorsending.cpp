// SPDX-License-Identifier: Apache-2.0
// EditorPanel: what is sent, and what came of it.
#include "delegates/toneglyph.h"
#include "models/plaintext.h"
#include "views/editor/assist/editorassist.h"
#include "views/editor/editoractions.h"
#include "views/editor/editorpanel.h"
#include "views/editor/outcomelist.h"
#include "views/editor/outlinebox.h"
#include "views/editor/yamleditor.h"

#include <QLabel>
#include <QPixmap>
#include <QRegularExpression>
#include <QTextBlock>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int GlyphSize = 14;

QIcon glyph(style::Tone tone, const QWidget *widget)
{
    const qreal ratio = widget->devicePixelRatioF();
    QPixmap picture(QSize(GlyphSize, GlyphSize) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    delegates::paintTone(painter, QRectF(1, 1, GlyphSize - 2, GlyphSize - 2), tone, widget->palette());
    return picture;
}

style::Tone toneOf(manifest::Problem::Severity severity)
{
    return severity == manifest::Problem::Severity::Error ? style::Tone::Failed : style::Tone::Waiting;
}

/** What of a refusal is not said again by its causes: `Pod "x" is invalid`. */
QString headOf(const kube::Error &error)
{
    qsizetype end = error.message.size();
    for (const kube::Error::Cause &cause : error.causes) {
        const qsizetype at = cause.field.isEmpty() ? -1 : error.message.indexOf(cause.field);
        if (at > 0)
            end = std::min(end, at);
    }
    QString head = error.message.first(end).trimmed();
    while (head.endsWith(u':') || head.endsWith(u'['))
        head = head.chopped(1).trimmed();
    return head;
}

/** The fields a strict decoding error names. It has no causes, so its text is all there is. */
QStringList unknownFields(const QString &message)
{
    static const QRegularExpression naming(u"(?:unknown|duplicate) field \"([^\"]+)\""_s);
    QStringList fields;
    for (const QRegularExpressionMatch &match : naming.globalMatch(message))
        fields.append(match.captured(1));
    return fields;
}

/** What is said of a document that was not done. */
QString wordsOf(const command::Outcome &outcome)
{
    if (outcome.skip == command::Skip::AfterFailure)
        return EditorPanel::tr("%1/%2: not sent, as one before it failed")
            .arg(outcome.kind.toLower(), outcome.key.name);
    return headOf(*outcome.error);
}

/** A refusal, and each of its causes at the line that it is about. */
void showFailure(OutcomeList &list, const command::Outcome &outcome, const YamlEditor &editor,
                 const manifest::Document *document)
{
    const kube::Error &error = *outcome.error;
    const auto at = [&](const QString &field) {
        return document ? editor.cursorAt(document->placeOf(field)) : QTextCursor();
    };
    const QStringList fields = error.causes.isEmpty() ? unknownFields(error.message) : QStringList();
    const style::Tone tone = outcome.fate == command::Fate::Unknown        ? style::Tone::Unknown
                             : outcome.skip == command::Skip::AfterFailure ? style::Tone::Done
                                                                           : style::Tone::Failed;
    list.add(tone, wordsOf(outcome), at(fields.value(0)));
    for (const kube::Error::Cause &cause : error.causes)
        list.add(tone, cause.field.isEmpty() ? cause.message : u"%1: %2"_s.arg(cause.field, cause.message),
                 at(cause.field), true);
    for (qsizetype i = 1; i < fields.size(); ++i)
        list.add(tone, fields[i], at(fields[i]), true);
}

}  // namespace

void EditorPanel::send(void (EditorPanel::*signal)(const QList<command::Document> &))
{
    clearOutcomes();
    m_pause.stop();
    m_parsed = manifest::parse(text(), m_name);
    updateStatus();
    if (m_parsed.hasErrors()) {
        showProblems();
        return;
    }
    if (m_parsed.documents.isEmpty()) {
        m_outcomes->add(style::Tone::Waiting, tr("There is nothing to send: the text has no document."), {});
        m_outcomes->show();
        return;
    }
    m_sent = m_parsed.documents;
    QList<command::Document> documents;
    for (const manifest::Document &document : std::as_const(m_sent))
        documents.append({document.json, m_name, document.index});
    Q_EMIT(this->*signal)(documents);
}

void EditorPanel::showProblems()
{
    for (const manifest::Problem &problem : std::as_const(m_parsed.problems))
        m_outcomes->add(toneOf(problem.severity), tr("Line %1: %2").arg(problem.place.line).arg(wordsOf(problem)),
                        m_editor->cursorAt(problem.place));
    m_outcomes->add(style::Tone::Unknown, tr("Nothing was sent."), {});
    m_outcomes->show();
    const auto first =
        std::ranges::find(m_parsed.problems, manifest::Problem::Severity::Error, &manifest::Problem::severity);
    if (first != m_parsed.problems.end())
        m_editor->goTo(first->place);
}

void EditorPanel::showOutcomes(const QList<command::Outcome> &outcomes)
{
    clearOutcomes();
    for (const command::Outcome &outcome : outcomes) {
        const auto found = std::ranges::find(m_sent, outcome.index, &manifest::Document::index);
        const manifest::Document *document = found != m_sent.end() ? &*found : nullptr;
        const QTextCursor at = document ? m_editor->cursorAt({document->line, 1}) : QTextCursor();
        if (outcome.error)
            showFailure(*m_outcomes, outcome, *m_editor, document);
        else
            m_outcomes->add(style::Tone::Running, outcome.line, at);
        for (const QString &warning : outcome.warnings)
            m_outcomes->add(style::Tone::Waiting, tr("Warning: %1").arg(warning), at);
    }
    m_outcomes->setVisible(m_outcomes->count() > 0);
    m_assist->lookAgain();
}

void EditorPanel::clearOutcomes()
{
    m_outcomes->removeAll();
    m_outcomes->hide();
}

void EditorPanel::updateStatus()
{
    const QTextCursor cursor = m_editor->textCursor();
    m_outline->setLine(cursor.blockNumber() + 1);
    m_position->setText(tr("Ln %1, Col %2").arg(cursor.blockNumber() + 1).arg(cursor.positionInBlock() + 1));
    style::Tone tone = style::Tone::Running;
    QString words = tr("%n document(s)", nullptr, int(m_parsed.documents.size()));
    const auto error =
        std::ranges::find(m_parsed.problems, manifest::Problem::Severity::Error, &manifest::Problem::severity);
    const auto first = error != m_parsed.problems.end() ? error : m_parsed.problems.begin();
    if (first != m_parsed.problems.end()) {
        tone = toneOf(first->severity);
        words = tr("Line %1: %2").arg(first->place.line).arg(wordsOf(*first));
    } else if (m_parsed.documents.isEmpty()) {
        tone = style::Tone::Done;
        words = m_editor->document()->isEmpty() ? tr("Empty") : !m_isRead ? tr("Reading…") : words;
    } else if (const manifest::Remark *worst = m_assist->worst()) {
        tone = toneOf(worst->severity);
        words = tr("Line %1: %2").arg(worst->place.line).arg(m_assist->wordsOf(*worst));
    }
    m_status->setIcon(glyph(tone, this));
    m_status->setAccessibleName(words);
    m_status->setToolTip(models::toolTip(words));
    const int room = std::max(60, width() - m_position->sizeHint().width() - 56);
    m_status->setText(m_status->fontMetrics().elidedText(models::actionText(words), Qt::ElideRight, room));
}

}  // namespace views
