// SPDX-License-Identifier: Apache-2.0
#include "proxy/httpgate.h"

namespace support {

namespace {

const QByteArray Gone = R"({"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure",)"
                        R"("message":"too old resource version","reason":"Expired","code":410})";

qsizetype contentLength(const QByteArray &head)
{
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith("content-length:"))
            return line.mid(15).trimmed().toLongLong();
    }
    return 0;
}

}  // namespace

HttpGate::Passed HttpGate::take(const QByteArray &bytes)
{
    if (!m_verdict)
        return {bytes, {}};
    m_pending += bytes;
    Passed passed;
    for (;;) {
        const qsizetype headEnd = m_pending.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return passed;
        const QByteArray head = m_pending.first(headEnd);
        const qsizetype size = headEnd + 4 + contentLength(head);
        if (m_pending.size() < size)
            return passed;
        const QByteArrayList words = head.left(head.indexOf('\r')).split(' ');
        const QByteArray own = m_verdict(words.value(0), QUrl::fromEncoded(words.value(1)));
        (own.isEmpty() ? passed.forServer : passed.forClient) += own.isEmpty() ? m_pending.first(size) : own;
        m_pending.remove(0, size);
    }
}

QByteArray httpAnswer(int status, const QByteArray &type, const QByteArray &body, const QByteArray &extra)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: " + type +
           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + extra + "\r\n" + body;
}

QByteArray tooManyRequests(int seconds)
{
    return httpAnswer(429, "text/plain; charset=utf-8", "Too many requests, please try again later.\n",
                      "Retry-After: " + QByteArray::number(seconds) + "\r\n");
}

QByteArray unavailable(int seconds)
{
    return httpAnswer(503, "text/plain; charset=utf-8", "apiserver is shutting down\n",
                      "Retry-After: " + QByteArray::number(seconds) + "\r\n");
}

QByteArray expired()
{
    return httpAnswer(410, "application/json", Gone);
}

QByteArray expiredStream()
{
    const QByteArray event = R"({"type":"ERROR","object":)" + Gone + "}\n";
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" +
           QByteArray::number(event.size(), 16) + "\r\n" + event + "\r\n0\r\n\r\n";
}

}  // namespace support
