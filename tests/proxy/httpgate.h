// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QUrl>

#include <functional>

namespace support {

/** Reads a client's HTTP/1.1 requests on their way and answers some of them itself. */
class HttpGate {
public:
    /** The whole answer to a request, head and body, or nothing: then the request goes on to the server. */
    using Verdict = std::function<QByteArray(const QByteArray &verb, const QUrl &url)>;
    struct Passed {
        QByteArray forServer;
        QByteArray forClient;
    };

    /** Without a verdict bytes pass unread. */
    explicit HttpGate(Verdict verdict) : m_verdict(std::move(verdict)) {}
    [[nodiscard]] Passed take(const QByteArray &bytes);

private:
    Verdict m_verdict;
    QByteArray m_pending;
};

/** A whole HTTP answer with Content-Length; `extra` are header lines, each ending in CRLF. */
[[nodiscard]] QByteArray httpAnswer(int status, const QByteArray &type, const QByteArray &body,
                                    const QByteArray &extra = {});
/** What an overloaded server says: text, no Status, and when to come again. */
[[nodiscard]] QByteArray tooManyRequests(int seconds);
[[nodiscard]] QByteArray unavailable(int seconds);
/** 410 as an HTTP status, as a list or an old watch gets it. */
[[nodiscard]] QByteArray expired();
/** 410 as an ERROR event in a 200 stream, as a watch gets it. */
[[nodiscard]] QByteArray expiredStream();

}  // namespace support
