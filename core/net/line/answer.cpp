// SPDX-License-Identifier: Apache-2.0
#include "net/line/answer.h"

#include <QList>

#include <limits>
#include <llhttp.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace net {

namespace {

constexpr int InterimLimit = 16;

}  // namespace

/** llhttp and what its callbacks have gathered. Stays where it is: llhttp points to it. */
struct Answer::Reading {
    llhttp_t parser{};
    State state = State::Head;
    int status = 0;
    int interims = 0;
    bool hasBegun = false;
    bool keepsAlive = false;
    qsizetype beside = 0;  ///< bytes since the last that belonged to the body
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArrayView body;
    QString fault;

    Reading()
    {
        llhttp_init(&parser, HTTP_RESPONSE, &callbacks());
        parser.data = this;
        // Some proxies end lines with a bare line feed; what a value holds is for those who show it.
        llhttp_set_lenient_headers(&parser, 1);
        llhttp_set_lenient_optional_cr_before_lf(&parser, 1);
        // A length beside chunks is passed over (RFC 9112 6.3); the connection is not used again.
        llhttp_set_lenient_chunked_length(&parser, 1);
    }
    Reading(const Reading &) = delete;
    Reading &operator=(const Reading &) = delete;

    static Reading &of(llhttp_t *parser) { return *static_cast<Reading *>(parser->data); }
    static const llhttp_settings_t &callbacks();

    int breakWith(const QString &what)
    {
        state = State::Broken;
        fault = what;
        return HPE_USER;
    }
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    int endHead();
    int endMessage();
};

QByteArray Answer::Reading::header(QByteArrayView name) const
{
    QByteArray all;
    for (const auto &[key, value] : headers) {
        if (key.toLower() == name)
            all += all.isEmpty() ? value.trimmed() : ", " + value.trimmed();
    }
    return all;
}

int Answer::Reading::endHead()
{
    const int code = llhttp_get_status_code(&parser);
    if (code == 101)
        return breakWith(u"an upgrade that nobody asked for"_s);
    if (code < 200)
        return HPE_OK;
    const QByteArray coding = header("transfer-encoding").toLower();
    if (!coding.isEmpty() && coding != "chunked")
        return breakWith(u"an unknown transfer encoding"_s);
    status = code;
    state = State::Body;
    beside = 0;
    keepsAlive = llhttp_should_keep_alive(&parser) != 0 && (coding.isEmpty() || header("content-length").isEmpty());
    return HPE_OK;
}

int Answer::Reading::endMessage()
{
    if (state == State::Body) {
        state = State::Whole;
        return HPE_PAUSED;
    }
    headers.clear();
    return ++interims > InterimLimit ? breakWith(u"interim answers without an end"_s) : HPE_OK;
}

const llhttp_settings_t &Answer::Reading::callbacks()
{
    static const llhttp_settings_t settings = [] {
        llhttp_settings_t made;
        llhttp_settings_init(&made);
        made.on_header_field = [](llhttp_t *parser, const char *at, size_t size) -> int {
            Reading &reading = of(parser);
            if (reading.state != State::Head)
                return HPE_OK;  // a trailer
            if (reading.headers.isEmpty() || !reading.headers.last().second.isNull())
                reading.headers.emplaceBack();
            reading.headers.last().first.append(at, static_cast<qsizetype>(size));
            return HPE_OK;
        };
        made.on_header_value = [](llhttp_t *parser, const char *at, size_t size) -> int {
            Reading &reading = of(parser);
            if (reading.state == State::Head)
                reading.headers.last().second.append(at, static_cast<qsizetype>(size));
            return HPE_OK;
        };
        made.on_header_value_complete = [](llhttp_t *parser) -> int {
            Reading &reading = of(parser);
            if (reading.state == State::Head && reading.headers.last().second.isNull())
                reading.headers.last().second = QByteArray("");
            return HPE_OK;
        };
        made.on_headers_complete = [](llhttp_t *parser) -> int { return of(parser).endHead(); };
        made.on_body = [](llhttp_t *parser, const char *at, size_t size) -> int {
            of(parser).body = QByteArrayView(at, static_cast<qsizetype>(size));
            return HPE_OK;
        };
        made.on_chunk_header = [](llhttp_t *parser) -> int {
            constexpr auto Most = static_cast<uint64_t>(std::numeric_limits<qint64>::max());
            return parser->content_length > Most ? of(parser).breakWith(u"a chunk without a size"_s) : HPE_OK;
        };
        made.on_chunk_complete = [](llhttp_t *parser) -> int {
            return of(parser).body.isEmpty() ? HPE_OK : HPE_PAUSED;  // one piece of the body at a time
        };
        made.on_message_complete = [](llhttp_t *parser) -> int { return of(parser).endMessage(); };
        return made;
    }();
    return settings;
}

Answer::Answer() : m_reading(std::make_unique<Reading>()) {}
Answer::Answer(Answer &&) noexcept = default;
Answer &Answer::operator=(Answer &&) noexcept = default;
Answer::~Answer() = default;

qsizetype Answer::take(QByteArrayView bytes, QByteArrayView &body)
{
    Reading &reading = *m_reading;
    reading.hasBegun = reading.hasBegun || !bytes.isEmpty();
    reading.body = {};
    // No more than the limit is looked at in one go, so that a flood is seen as one before it is kept.
    const QByteArrayView piece = bytes.first(std::min(bytes.size(), HeadLimit));
    const llhttp_errno_t answer = llhttp_execute(&reading.parser, piece.data(), static_cast<size_t>(piece.size()));
    qsizetype used = piece.size();
    if (answer == HPE_PAUSED) {
        used = llhttp_get_error_pos(&reading.parser) - piece.data();
        llhttp_resume(&reading.parser);
    } else if (answer != HPE_OK && reading.state != State::Broken) {
        const bool isNoHttp = answer == HPE_INVALID_CONSTANT || answer == HPE_INVALID_VERSION;
        reading.breakWith(isNoHttp ? u"not HTTP/1.1"_s : QString::fromLatin1(llhttp_get_error_reason(&reading.parser)));
    }
    body = reading.body;
    reading.beside = body.isEmpty() ? reading.beside + used : 0;
    if (reading.beside > HeadLimit && reading.state != State::Whole && reading.state != State::Broken)
        reading.breakWith(u"headers of more than 256 KiB"_s);
    return used;
}

Answer::State Answer::close()
{
    m_reading->keepsAlive = false;
    if (m_reading->state == State::Body)
        (void)llhttp_finish(&m_reading->parser);
    return m_reading->state;
}

Answer::State Answer::state() const
{
    return m_reading->state;
}

int Answer::status() const
{
    return m_reading->status;
}

bool Answer::hasBegun() const
{
    return m_reading->hasBegun;
}

QByteArray Answer::header(QByteArrayView name) const
{
    return m_reading->header(name);
}

bool Answer::keepsAlive() const
{
    return m_reading->keepsAlive && m_reading->state == State::Whole;
}

const QString &Answer::fault() const
{
    return m_reading->fault;
}

}  // namespace net
