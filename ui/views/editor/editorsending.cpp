// SPDX-License-Identifier: Apache-2.0
#include "views/editor/editorsending.h"

#include "manifest/assist/setvalue.h"
#include "views/editor/outcomelist.h"
#include "views/editor/yamleditor.h"

#include <QRegularExpression>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

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
        return EditorSending::tr("%1/%2: not sent, as one before it failed")
            .arg(outcome.kind.toLower(), outcome.key.name);
    return headOf(*outcome.error);
}

/** Names where something comes from; an empty place needs no name. */
QString from(const QString &source, const QString &words)
{
    return source.isEmpty() ? words : EditorSending::tr("%1: %2").arg(source, words);
}

QTextCursor cursorIn(Sheet *sheet, manifest::Place place)
{
    return sheet ? YamlEditor::cursorIn(sheet->document(), place) : QTextCursor();
}

/** A refusal, and each of its causes at the line that it is about. */
void showFailure(OutcomeList &list, const command::Outcome &outcome, const QString &source, Sheet *sheet,
                 const manifest::Document *document)
{
    const kube::Error &error = *outcome.error;
    const auto at = [&](const QString &field) {
        return document ? cursorIn(sheet, document->placeOf(field)) : QTextCursor();
    };
    const QStringList fields = error.causes.isEmpty() ? unknownFields(error.message) : QStringList();
    const style::Tone tone = outcome.fate == command::Fate::Unknown        ? style::Tone::Unknown
                             : outcome.skip == command::Skip::AfterFailure ? style::Tone::Done
                                                                           : style::Tone::Failed;
    list.add(tone, from(source, wordsOf(outcome)), at(fields.value(0)));
    for (const kube::Error::Cause &cause : error.causes)
        list.add(tone, cause.field.isEmpty() ? cause.message : u"%1: %2"_s.arg(cause.field, cause.message),
                 at(cause.field), true);
    for (qsizetype i = 1; i < fields.size(); ++i)
        list.add(tone, fields[i], at(fields[i]), true);
}

}  // namespace

EditorSending::EditorSending(Sheets &sheets, YamlEditor &editor, OutcomeList &outcomes, QObject *parent)
    : QObject(parent), m_sheets(sheets), m_editor(editor), m_outcomes(outcomes)
{
    connect(&m_editor, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_reading || *m_reading || std::ranges::all_of(m_asked, &SheetReading::isOfNow))
            return;
        stop();
        tell(style::Tone::Waiting, tr("The text changed while it was read: nothing was sent."));
    });
    connect(&m_outcomes, &OutcomeList::jumpRequested, this, [this](const QTextCursor &at) {
        if (Sheet *sheet = m_sheets.of(at.document()))
            m_sheets.show(*sheet);
        m_editor.setTextCursor(at);
        m_editor.centerCursor();
        m_editor.setFocus(Qt::OtherFocusReason);
    });
}

EditorSending::~EditorSending()
{
    stop();
}

void EditorSending::stop()
{
    if (m_reading)
        *m_reading = true;
}

void EditorSending::forget()
{
    stop();
    clear();
}

void EditorSending::tell(style::Tone tone, const QString &words)
{
    clear();
    add(tone, words);
}

void EditorSending::add(style::Tone tone, const QString &words)
{
    m_outcomes.add(tone, words, {});
    m_outcomes.show();
}

void EditorSending::clear()
{
    m_outcomes.removeAll();
    m_outcomes.hide();
}

QString EditorSending::sourceOf(const Sheet &sheet, int line) const
{
    return m_sheets.isSeveral() ? u"%1:%2"_s.arg(sheet.name).arg(line) : sheet.name;
}

void EditorSending::send(const QList<Sheet *> &sheets, const Request &request)
{
    stop();
    tell(style::Tone::Unknown, tr("Reading…"));
    m_asked.clear();
    for (Sheet *sheet : sheets)
        m_asked.append({sheet, sheet->revision(), {}});
    m_reading =
        m_sheets.read(sheets, [this, request](const QList<SheetReading> &readings) { take(readings, request); });
}

void EditorSending::take(const QList<SheetReading> &readings, const Request &request)
{
    clear();
    for (const SheetReading &reading : readings)
        if (reading.isOfNow())
            reading.sheet->parsed = reading.parsed;
    Q_EMIT wasRead();
    if (std::ranges::any_of(readings, [](const SheetReading &one) { return one.parsed.hasErrors(); })) {
        showProblems(readings);
        return;
    }
    m_sent.clear();
    QList<command::Document> documents;
    for (const SheetReading &reading : readings)
        for (const manifest::Document &document : reading.parsed.documents) {
            documents.append({document.json, sourceOf(*reading.sheet, document.line), int(m_sent.size())});
            m_sent.append({reading.sheet, document, reading.revision});
        }
    if (documents.isEmpty()) {
        tell(style::Tone::Waiting, tr("There is nothing to send: the text has no document."));
        return;
    }
    request(documents);
}

void EditorSending::showProblems(const QList<SheetReading> &readings)
{
    std::optional<QTextCursor> first;
    for (const SheetReading &reading : readings)
        for (const manifest::Problem &problem : reading.parsed.problems) {
            const bool isError = problem.severity == manifest::Problem::Severity::Error;
            if (m_sheets.isSeveral() && !isError)
                continue;  // what is only odd in one file would hide what is wrong in another
            const QTextCursor at = cursorIn(reading.sheet, problem.place);
            m_outcomes.add(toneOf(problem.severity),
                           from(m_sheets.isSeveral() ? reading.sheet->name : QString(),
                                tr("Line %1: %2").arg(problem.place.line).arg(wordsOf(problem))),
                           at);
            if (isError && !first)
                first = at;
        }
    m_outcomes.add(style::Tone::Unknown, tr("Nothing was sent."), {});
    m_outcomes.show();
    if (first)
        Q_EMIT m_outcomes.jumpRequested(*first);
}

void EditorSending::showOutcomes(const QList<command::Outcome> &outcomes)
{
    clear();
    for (const command::Outcome &outcome : outcomes) {
        const bool isKnown = outcome.index >= 0 && outcome.index < m_sent.size();
        const manifest::Document *document = isKnown ? &m_sent.at(outcome.index).document : nullptr;
        Sheet *const sheet = isKnown ? m_sent.at(outcome.index).sheet.get() : nullptr;
        const QTextCursor at = document ? cursorIn(sheet, {document->line, 1}) : QTextCursor();
        const QString source = sheet && m_sheets.isSeveral() ? sourceOf(*sheet, document->line) : QString();
        if (outcome.error)
            showFailure(m_outcomes, outcome, source, sheet, document);
        else
            m_outcomes.add(style::Tone::Running, from(source, outcome.line), at);
        for (const QString &warning : outcome.warnings)
            m_outcomes.add(style::Tone::Waiting, from(source, tr("Warning: %1").arg(warning)), at);
    }
    m_outcomes.setVisible(m_outcomes.count() > 0);
}

std::optional<QByteArray> EditorSending::writeValue(int index, const QString &field, const QJsonValue &value)
{
    const Sent sent = m_sent.value(index);
    if (!sent.sheet || sent.sheet->revision() != sent.revision)
        return std::nullopt;
    const auto written = manifest::setValue(sent.sheet->text(), sent.document, field, value);
    if (!written)
        return std::nullopt;
    QTextCursor cursor = cursorIn(sent.sheet, written->edit.at);
    cursor.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, written->edit.length);
    cursor.insertText(written->edit.text);
    for (Sent &one : m_sent)
        if (one.sheet == sent.sheet)
            one.revision = sent.sheet->revision();
    m_sent[index].document.json = written->json;
    return written->json;
}

}  // namespace views
