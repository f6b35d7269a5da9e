// SPDX-License-Identifier: Apache-2.0
#include "kube/slim/pack.h"

#include <cstdlib>
#include <cstring>

namespace kube {

namespace {

constexpr qint64 Second = 1'000'000'000;
constexpr qsizetype ShortestRun = 16;

int digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/** Of how many hexadecimal digits, an even number, the end of the text is; 0 where packing them is not worth it. */
qsizetype runOf(QByteArrayView text)
{
    qsizetype run = 0;
    while (run < text.size() && digitOf(text[text.size() - 1 - run]) >= 0)
        ++run;
    run -= run % 2;
    return run < ShortestRun ? 0 : run;
}

}  // namespace

void PackWriter::number(quint64 value)
{
    while (value >= 128) {
        m_bytes.append(char(value | 128));
        value >>= 7;
    }
    m_bytes.append(char(value));
}

/** 0 is no time, 1 a time that follows in full, all others count seconds from the origin, odd ones backwards. */
void PackWriter::time(Timestamp time)
{
    if (time.isNull()) {
        number(0);
        return;
    }
    const qint64 ns = time.unixNanoseconds();
    const qint64 from = m_origin.isNull() ? 0 : m_origin.unixNanoseconds();
    const bool isNear = std::abs(ns / Second - from / Second) < (1LL << 40) && ns % Second == from % Second;
    if (!isNear) {
        number(1);
        m_bytes.append(reinterpret_cast<const char *>(&ns), sizeof ns);
        return;
    }
    const qint64 seconds = ns / Second - from / Second;
    number(seconds >= 0 ? quint64(seconds) * 2 + 2 : quint64(-seconds) * 2 + 1);
}

void PackWriter::text(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const qsizetype run = runOf(bytes);
    const qsizetype head = bytes.size() - run;
    number((quint64(head) * 2) + (run > 0 ? 1 : 0));
    m_bytes.append(bytes.constData(), head);
    if (run == 0)
        return;
    number(quint64(run / 2));
    for (qsizetype i = head; i < bytes.size(); i += 2)
        m_bytes.append(char((digitOf(bytes[i]) << 4) | digitOf(bytes[i + 1])));
}

quint64 PackReader::number()
{
    quint64 value = 0;
    for (int shift = 0; m_at < m_end; shift += 7) {
        const auto byte = quint8(*m_at++);
        value |= quint64(byte & 127) << shift;
        if (byte < 128)
            break;
    }
    return value;
}

Timestamp PackReader::time()
{
    const quint64 code = number();
    if (code == 0)
        return {};
    if (code == 1) {
        qint64 ns = 0;
        std::memcpy(&ns, m_at, sizeof ns);
        m_at += sizeof ns;
        return Timestamp::fromUnixNanoseconds(ns);
    }
    const qint64 seconds = code % 2 == 0 ? qint64(code / 2) - 1 : -qint64(code / 2);
    const qint64 from = m_origin.isNull() ? 0 : m_origin.unixNanoseconds();
    return Timestamp::fromUnixNanoseconds(from + seconds * Second);
}

QString PackReader::text()
{
    const quint64 code = number();
    const auto head = qsizetype(code / 2);
    QString text = QString::fromUtf8(m_at, head);
    m_at += head;
    if (code % 2 == 0)
        return text;
    constexpr char Digits[] = "0123456789abcdef";
    const auto bytes = qsizetype(number());
    text.reserve(text.size() + (bytes * 2));
    for (qsizetype i = 0; i < bytes; ++i) {
        const auto byte = quint8(*m_at++);
        text.append(QLatin1Char(Digits[byte >> 4]));
        text.append(QLatin1Char(Digits[byte & 15]));
    }
    return text;
}

void PackReader::skipText()
{
    const quint64 code = number();
    m_at += code / 2;
    if (code % 2 != 0) {
        const quint64 bytes = number();
        m_at += bytes;
    }
}

}  // namespace kube
