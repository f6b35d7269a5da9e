// SPDX-License-Identifier: Apache-2.0
#include "manifest/assist/review.h"

#include "manifest/assist/rules.h"
#include "manifest/read/pieces.h"
#include "manifest/schema/check.h"

#include <QtTranslation>

#include <algorithm>
#include <utility>

namespace manifest {

namespace {

using Basis = Remark::Basis;
using Severity = Remark::Severity;

Remark remarkOf(const Problem &problem)
{
    Remark remark;
    remark.severity = problem.severity == Problem::Severity::Error ? Severity::Error : Severity::Warning;
    remark.place = problem.place;
    remark.pattern = problem.pattern;
    if (!problem.argument.isEmpty())
        remark.arguments = {problem.argument};
    remark.document = problem.document;
    return remark;
}

Remark remarkOf(const Note &note)
{
    Remark remark;
    remark.severity = Severity::Note;
    remark.place = note.place;
    remark.length = note.length;
    remark.pattern = QString::fromLatin1(note.pattern());
    remark.arguments = {note.written, note.seen};
    remark.document = note.document;
    return remark;
}

/** How much of the line is the key itself: a finding is about the field, not about its comment. */
int lengthOf(const QString &field)
{
    return int(field.size() - field.lastIndexOf(u'.') - 1);
}

Remark remarkOf(const Finding &finding, const Document &document, Basis basis)
{
    Remark remark;
    remark.severity = basis == Basis::Cluster ? Severity::Error : Severity::Warning;
    remark.basis = basis;
    remark.place = finding.place;
    remark.length = finding.kind == Finding::Kind::UnknownField ? lengthOf(finding.field) : 0;
    remark.pattern = finding.pattern;
    remark.arguments = finding.arguments;
    remark.nearest = finding.nearest;
    remark.field = finding.field;
    remark.document = document.index;
    return remark;
}

void addChecks(QList<Remark> &remarks, const Document &document, const Shelf &shelf, Passed *passed)
{
    if (document.apiVersion.isEmpty() || document.kind.isEmpty())
        return;
    remarks += ruleRemarks(document);
    const Shelf::Found found = shelf.find(document.apiVersion, document.kind);
    if (found.schema) {
        for (const Finding &finding : check(document, *found.set, passed))
            remarks.append(remarkOf(finding, document, found.basis));
        return;
    }
    if (!found.set && shelf.cluster.isEmpty())
        return;  // nothing is known of any kind
    Remark remark;
    remark.severity = Severity::Note;
    remark.basis = Basis::Rules;
    remark.place = document.placeOf(QStringLiteral("kind"));
    remark.pattern =
        QString::fromLatin1(QT_TRANSLATE_NOOP("manifest", "no schema for %1 of %2: its fields are not checked"));
    remark.arguments = {document.kind, document.apiVersion};
    remark.document = document.index;
    remarks.append(remark);
}

void sort(QList<Remark> &remarks)
{
    std::ranges::stable_sort(remarks, [](const Remark &a, const Remark &b) {
        return std::tuple(a.place.line, a.place.column, a.severity) <
               std::tuple(b.place.line, b.place.column, b.severity);
    });
}

/** Puts what a document says behind what was said before; it stands so many lines further down than it was read. */
void add(Reviewed &whole, const Parsed &parsed, const QList<Remark> &remarks, int lines)
{
    for (Remark remark : remarks) {
        remark.place.line += lines;
        remark.document += int(whole.parsed.documents.size());
        whole.remarks.append(std::move(remark));
    }
    append(whole.parsed, parsed, lines);
}

}  // namespace

QList<Remark> remarksOn(const Parsed &parsed, const Shelf &shelf, Passed *passed)
{
    QList<Remark> remarks;
    for (const Problem &problem : parsed.problems)
        remarks.append(remarkOf(problem));
    for (const Note &note : parsed.notes)
        remarks.append(remarkOf(note));
    for (const Document &document : parsed.documents)
        addChecks(remarks, document, shelf, passed);
    sort(remarks);
    return remarks;
}

/** Reads and checks a document, as far as that was not done before. */
void Reviewer::renew(Piece &piece, const Chunk &chunk, const Shelf &shelf, const MayStop &mayStop)
{
    if (piece.firstLine == 0) {
        piece.parsed = readPiece(chunk, m_source, m_recall, mayStop);
        piece.firstLine = chunk.firstLine;
        piece.revision = shelf.revision + 1;  // not checked yet
    }
    if (piece.revision != shelf.revision) {
        piece.remarks = remarksOn(piece.parsed, shelf, &m_passed);
        piece.revision = shelf.revision;
    }
}

Reviewed Reviewer::review(QStringView text, const QString &source, const Shelf &shelf, const MayStop &mayStop)
{
    if (text.startsWith(QChar::ByteOrderMark))
        text = text.sliced(1);
    if (std::exchange(m_source, source) != source) {
        m_pieces.clear();
        m_recall = {};
    }
    if (std::exchange(m_revision, shelf.revision) != shelf.revision)
        m_passed.clear();
    Reviewed result;
    result.parsed.source = source;
    QHash<QByteArray, Piece> kept;
    const Split parts = split(text.toUtf8());
    try {
        for (const Chunk &chunk : parts.chunks) {
            if (mayStop && mayStop())
                throw Stopped();
            const QByteArray key = (chunk.json ? '{' : '-') + chunk.text;
            Piece piece = kept.contains(key) ? kept.value(key) : m_pieces.value(key);
            renew(piece, chunk, shelf, mayStop);
            add(result, piece.parsed, piece.remarks, chunk.firstLine - piece.firstLine);
            const bool isEnd = piece.parsed.hasErrors();
            kept.insert(key, std::move(piece));
            if (isEnd)
                break;
        }
    } catch (const Stopped &) {
        m_pieces.insert(kept);
        result.isBroken = true;
        return result;
    }
    m_pieces = std::move(kept);
    if (parts.trouble && !result.parsed.hasErrors()) {
        Problem trouble = *parts.trouble;
        trouble.document = int(result.parsed.documents.size());
        result.parsed.problems.append(trouble);
        result.remarks.append(remarkOf(trouble));
    }
    sort(result.remarks);
    return result;
}

}  // namespace manifest
