// SPDX-License-Identifier: Apache-2.0
#include "net/line/answer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace net {

namespace {

constexpr int InterimLimit = 16;
constexpr qsizetype ChunkLineLimit = 4096;
constexpr QByteArrayView Protocol("HTTP/1.");

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool isToken(QByteArrayView text)
{
    constexpr QByteArrayView Marks("!#$%&'*+-.^_`|~");
    return !text.isEmpty() && std::ranges::all_of(text, [&](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || Marks.contains(c);
    });
}

}  // namespace

void Answer::breakWith(const QString &fault)
{
    m_state = State::Broken;
    m_keepsAlive = false;
    m_fault = fault;
}

QByteArray Answer::header(QByteArrayView name) const
{
    QByteArray all;
    for (const auto &[key, value] : m_headers) {
        if (key == name)
            all += all.isEmpty() ? value : ", " + value;
    }
    return all;
}

qsizetype Answer::take(QByteArrayView bytes, QByteArrayView &body)
{
    body = {};
    m_hasBegun = m_hasBegun || !bytes.isEmpty();
    if (m_part == Part::UntilClose) {
        body = bytes;
        return bytes.size();
    }
    if (m_part == Part::Counted || m_part == Part::Chunk) {
        body = bytes.first(static_cast<qsizetype>(std::min<quint64>(m_left, static_cast<quint64>(bytes.size()))));
        m_left -= static_cast<quint64>(body.size());
        if (m_left == 0 && m_part == Part::Counted)
            m_state = State::Whole;
        else if (m_left == 0)
            m_part = Part::ChunkEnd;
        return body.size();
    }
    const qsizetype end = bytes.indexOf('\n');
    const QByteArrayView piece = end < 0 ? bytes : bytes.first(end + 1);
    const bool isChunkLine = m_part == Part::ChunkSize || m_part == Part::ChunkEnd;
    const qsizetype limit = isChunkLine ? ChunkLineLimit - m_line.size() : HeadLimit - m_headSize;
    if (piece.size() > limit) {
        breakWith(isChunkLine ? u"a chunk without a size"_s : u"headers of more than 256 KiB"_s);
        return piece.size();
    }
    m_line += piece;
    if (!isChunkLine)
        m_headSize += piece.size();
    if (m_part == Part::StatusLine && m_line.first(std::min(m_line.size(), Protocol.size())) !=
                                          Protocol.first(std::min(m_line.size(), Protocol.size())))
        breakWith(u"not HTTP/1.1"_s);
    else if (end >= 0)
        takeLine();
    return piece.size();
}

void Answer::takeLine()
{
    const QByteArray whole = std::exchange(m_line, {});
    QByteArrayView line(whole);
    line.chop(line.endsWith("\r\n") ? 2 : 1);
    switch (m_part) {
    case Part::StatusLine: readStatusLine(line); return;
    case Part::Header: line.isEmpty() ? endHead() : readHeader(line); return;
    case Part::ChunkSize: readChunkSize(line); return;
    case Part::ChunkEnd:
        if (!line.isEmpty())
            breakWith(u"a chunk longer than its size"_s);
        m_part = Part::ChunkSize;
        return;
    case Part::Trailer:
        if (line.isEmpty())
            m_state = State::Whole;
        return;
    case Part::Counted:
    case Part::UntilClose:
    case Part::Chunk: return;
    }
}

void Answer::readStatusLine(QByteArrayView line)
{
    // `HTTP/1.1 200 OK`; the words at the end may be missing.
    if (line.size() < 12 || line.at(8) != ' ' || !isDigits(line.sliced(9, 3)) ||
        (line.size() > 12 && line.at(12) != ' ')) {
        breakWith(u"not HTTP/1.1"_s);
        return;
    }
    m_status = line.sliced(9, 3).toInt();
    m_keepsAlive = line.at(7) != '0';
    m_part = Part::Header;
}

void Answer::readHeader(QByteArrayView line)
{
    if (line.at(0) == ' ' || line.at(0) == '\t') {
        if (!m_headers.isEmpty())
            m_headers.last().second += ' ' + line.trimmed().toByteArray();
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.first(colon))) {
        breakWith(u"a header without a name"_s);
        return;
    }
    m_headers.emplaceBack(line.first(colon).toByteArray().toLower(), line.sliced(colon + 1).trimmed().toByteArray());
}

void Answer::endHead()
{
    if (m_status >= 100 && m_status < 200) {
        if (m_status == 101 || ++m_interims > InterimLimit) {
            breakWith(u"an answer that does not come to its point"_s);
            return;
        }
        m_headers.clear();
        m_part = Part::StatusLine;
        return;
    }
    m_state = State::Body;
    const QByteArray connection = header("connection").toLower();
    m_keepsAlive = m_keepsAlive ? !connection.contains("close") : connection.contains("keep-alive");
    readLength();
}

void Answer::readLength()
{
    if (m_status == 204 || m_status == 304) {
        m_state = State::Whole;
        return;
    }
    const QByteArray coding = header("transfer-encoding").toLower();
    const QByteArray length = header("content-length");
    if (!coding.isEmpty()) {
        // Both a length and chunks is how requests are smuggled past proxies: the connection is not used again.
        m_keepsAlive = m_keepsAlive && length.isEmpty();
        if (coding != "chunked")
            breakWith(u"an unknown transfer encoding"_s);
        m_part = Part::ChunkSize;
        return;
    }
    if (length.isEmpty()) {
        m_keepsAlive = false;
        m_part = Part::UntilClose;
        return;
    }
    const QList<QByteArray> lengths = length.split(',');
    const QByteArray first = lengths.constFirst().trimmed();
    const bool isOne = std::ranges::all_of(lengths, [&](const QByteArray &other) { return other.trimmed() == first; });
    if (!isOne || !isDigits(first) || first.size() > 18) {
        breakWith(u"a length that is no number"_s);
        return;
    }
    m_left = first.toULongLong();
    m_part = Part::Counted;
    if (m_left == 0)
        m_state = State::Whole;
}

void Answer::readChunkSize(QByteArrayView line)
{
    const qsizetype extension = line.indexOf(';');
    const QByteArray size = line.first(extension < 0 ? line.size() : extension).trimmed().toByteArray();
    const bool isHex = std::ranges::all_of(
        size, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
    bool isNumber = false;
    m_left = size.toULongLong(&isNumber, 16);
    if (!isHex || !isNumber || m_left > Q_UINT64_C(0x7fffffffffffffff)) {
        breakWith(u"a chunk without a size"_s);
        return;
    }
    m_headSize = m_left == 0 ? 0 : m_headSize;
    m_part = m_left == 0 ? Part::Trailer : Part::Chunk;
}

Answer::State Answer::close()
{
    m_keepsAlive = false;
    if (m_state == State::Body && m_part == Part::UntilClose)
        m_state = State::Whole;
    return m_state;
}

}  // namespace net
