// SPDX-License-Identifier: Apache-2.0
#include "manifest/splitter.h"

#include "manifest/read/textlines.h"

#include <QJsonDocument>
#include <QtTranslation>

#include <algorithm>

namespace manifest {

namespace {

/** How far kubectl looks for the `{` of a JSON stream. */
constexpr qsizetype PeekBytes = 4096;

Problem wrong(Place place, const char *pattern, const QString &argument = {})
{
    return {Problem::Severity::Error, place, QString::fromLatin1(pattern), argument, 0};
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

qsizetype skipSpace(const QByteArray &text, qsizetype from)
{
    while (from < text.size() && isSpace(text[from]))
        ++from;
    return from;
}

int linesBefore(const QByteArray &text, qsizetype offset)
{
    return int(std::count(text.begin(), text.begin() + offset, '\n'));
}

/** Reads the YAML part of a text line by line, gathering documents between separators. */
class LineReader {
public:
    explicit LineReader(Split &into) : m_split(into) {}

    /** `from` starts a line, or what is left of one. */
    void read(const QByteArray &utf8, qsizetype from)
    {
        int line = 1 + linesBefore(utf8, from);
        m_chunk.firstLine = line;
        for (; from < utf8.size(); ++line) {
            const qsizetype end = utf8.indexOf('\n', from);
            QByteArrayView text = QByteArrayView(utf8).sliced(from, (end < 0 ? utf8.size() : end) - from);
            from = end < 0 ? utf8.size() : end + 1;
            if (text.endsWith('\r'))
                text.chop(1);
            if (!take(text, line))
                return;
        }
        emitChunk(line - 1);
    }

private:
    bool take(QByteArrayView text, int line)
    {
        if (!text.startsWith("---")) {
            m_chunk.text += text;
            m_chunk.text += '\n';
            return true;
        }
        const QByteArrayView rest = text.sliced(3).trimmed();
        if (!rest.isEmpty() && !rest.startsWith('#')) {
            m_split.trouble =
                wrong({line, 1}, QT_TRANSLATE_NOOP("manifest", "only a comment may follow '---' on its line, not %1"),
                      QString::fromUtf8(rest));
            return false;
        }
        if (m_chunk.text.isEmpty()) {
            m_chunk.text = text.toByteArray() + '\n';
            m_chunk.firstLine = line;
        } else {
            emitChunk(line - 1);
            m_chunk.firstLine = line + 1;
        }
        return true;
    }

    void emitChunk(int lastLine)
    {
        m_chunk.lastLine = lastLine;
        if (!m_chunk.text.isEmpty())
            m_split.chunks.append(m_chunk);
        m_chunk = {};
    }

    Split &m_split;
    Chunk m_chunk;
};

/** Where the brackets of the JSON value at `from` close; -1 if they do not. */
qsizetype endOfValue(const QByteArray &text, qsizetype from)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype at = from; at < text.size(); ++at) {
        const char c = text[at];
        if (inString) {
            if (c == '\\')
                ++at;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return at + 1;
        }
    }
    return -1;
}

/** Whether bytes that never close are a good beginning of JSON all the same: the file was cut off. */
bool isCutOff(const QByteArray &rest)
{
    QJsonParseError error;
    QJsonDocument::fromJson(rest, &error);
    return error.offset >= rest.trimmed().size() - 1;
}

Chunk chunkOf(const QByteArray &utf8, qsizetype from, qsizetype end)
{
    Chunk chunk;
    chunk.text = utf8.sliced(from, end - from);
    chunk.firstLine = 1 + linesBefore(utf8, from);
    chunk.lastLine = 1 + linesBefore(utf8, end);
    chunk.json = true;
    return chunk;
}

}  // namespace

Split split(const QByteArray &utf8)
{
    Split result;
    qsizetype at = skipSpace(utf8, 0);
    if (at >= PeekBytes || at >= utf8.size() || utf8[at] != '{') {
        LineReader(result).read(utf8, 0);
        return result;
    }
    for (; at < utf8.size(); at = skipSpace(utf8, at)) {
        const bool opens = utf8[at] == '{' || utf8[at] == '[';
        const qsizetype end = opens ? endOfValue(utf8, at) : -1;
        QJsonParseError error;
        if (end > 0)
            QJsonDocument::fromJson(utf8.sliced(at, end - at), &error);
        if (end > 0 && error.error == QJsonParseError::NoError) {
            result.chunks.append(chunkOf(utf8, at, end));
            at = end;
            continue;
        }
        const TextLines lines(utf8, 1);
        if (opens && end < 0 && isCutOff(utf8.sliced(at))) {
            result.trouble =
                wrong(lines.placeOfByte(utf8.size()), QT_TRANSLATE_NOOP("manifest", "the JSON ends too early"));
            return result;
        }
        if (result.chunks.size() > 1) {
            result.trouble = wrong(lines.placeOfByte(at + (end > 0 ? error.offset : 0)),
                                   QT_TRANSLATE_NOOP("manifest", "this is not JSON, and the text began as JSON"));
            return result;
        }
        LineReader(result).read(utf8, at);
        return result;
    }
    return result;
}

}  // namespace manifest
