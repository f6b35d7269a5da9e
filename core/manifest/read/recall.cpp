// SPDX-License-Identifier: Apache-2.0
#include "manifest/read/recall.h"

#include "manifest/read/sameness.h"

#include <algorithm>

namespace manifest {

namespace {

constexpr qsizetype MostNotes = 5'000;  ///< half of what a reading tells: more may have been left out

/** What is not told line by line: other line ends, the end of a document, directives. */
bool isSimple(const TextLines &lines)
{
    if (lines.text().contains('\r'))
        return false;
    for (int i = 0; i < lines.count(); ++i) {
        const QByteArrayView line = lines.line(i);
        if (i > 0 && (line.startsWith('%') || line.startsWith("...") || line.startsWith("---")))
            return false;
        if (!lines.isAscii(i) && (line.contains("\xE2\x80\xA8") || line.contains("\xE2\x80\xA9")))
            return false;
    }
    return true;
}

/** The text with what stands for each run, and blank lines for the rest of it. */
std::string withRuns(const TextLines &lines, const Runs &runs)
{
    std::string text;
    qsizetype from = 0;
    const QByteArrayView all = lines.text();
    for (const Run &run : runs) {
        const qsizetype start = lines.offset(run.line, 0);
        text.append(all.data() + from, size_t(start - from));
        text += run.stand();
        text.append(size_t(run.oldEnd - run.oldLine), '\n');
        from = lines.offset(run.line + run.oldEnd - run.oldLine, 0);
    }
    return text.append(all.data() + from, size_t(all.size() - from));
}

bool isBefore(const Note &a, const Note &b)
{
    return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
}

}  // namespace

Reading Recall::read(const QByteArray &utf8, int firstLine, const MayStop &mayStop)
{
    const TextLines lines(utf8, firstLine);
    const bool isPlain = isSimple(lines);
    const bool mayTake = m_reading.root && isPlain;
    std::optional<Reading> reading;
    if (mayTake)
        reading = readAgain(lines, true, mayStop);
    if (mayTake && (!reading || reading->trouble))
        reading = readAgain(lines, false, mayStop);  // what is wrong may reach beyond what was taken
    if (!reading)
        reading = readTree(utf8, firstLine, mayStop);
    if (reading->root && !reading->trouble && reading->isPlain && reading->duplicates.isEmpty() &&
        reading->notes.size() < MostNotes && isPlain) {
        m_reading = *reading;
        m_lines = lines;
    }
    return *reading;
}

std::optional<Reading> Recall::readAgain(const TextLines &lines, bool takesRest, const MayStop &mayStop) const
{
    const Runs runs = Sameness(m_lines, lines, takesRest).runsOf(m_reading.root);
    auto reading = readLines(lines, withRuns(lines, runs), runs, mayStop);
    if (!reading || reading->trouble)
        return reading;
    for (const Run &run : runs) {
        const auto line = [](const Note &note) { return note.place.line; };
        auto note = std::ranges::lower_bound(m_reading.notes, m_lines.firstLine() + run.oldLine, {}, line);
        for (; note != m_reading.notes.cend() && note->place.line < m_lines.firstLine() + run.oldEnd; ++note) {
            reading->notes.append(*note);
            reading->notes.last().place.line += lines.firstLine() + run.line - m_lines.firstLine() - run.oldLine;
        }
    }
    std::ranges::stable_sort(reading->notes, isBefore);
    return reading;
}

}  // namespace manifest
