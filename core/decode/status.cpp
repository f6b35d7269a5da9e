// SPDX-License-Identifier: Apache-2.0
#include "decode/fields.h"
#include "decode/protobuf/envelope.h"

#include <algorithm>

namespace decode {

using namespace Qt::StringLiterals;
using Kind = kube::Error::Kind;

namespace {

Kind kindOf(int code, const QString &reason)
{
    switch (code) {
    case 401: return Kind::Unauthorized;
    case 403: return Kind::Forbidden;
    case 404: return Kind::NotFound;
    case 409: return reason == u"AlreadyExists" ? Kind::AlreadyExists : Kind::Conflict;
    case 410: return Kind::Expired;
    case 422: return Kind::Invalid;
    case 429: return Kind::TooManyRequests;
    default: return Kind::Server;
    }
}

kube::Error::Cause cause(json::value value)
{
    kube::Error::Cause c;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "reason")
            c.reason = text(v);
        else if (key == "field")
            c.field = text(v);
        else if (key == "message")
            c.message = text(v);
    });
    return c;
}

std::optional<std::chrono::seconds> retryAfter(qint64 seconds)
{
    return seconds > 0 ? std::optional(std::chrono::seconds(seconds)) : std::nullopt;
}

std::optional<kube::Error> jsonStatus(QByteArrayView body)
{
    try {
        json::parser parser;
        const simdjson::padded_string bytes(body.data(), size_t(body.size()));
        json::document document = parser.iterate(bytes).value();
        return statusError(document.get_value().value());
    } catch (const simdjson::simdjson_error &) {
        return {};
    }
}

/** A body that is no Status: its first characters, without what a terminal or a label would obey. */
QString plain(QByteArrayView body)
{
    QString text = QString::fromUtf8(body.first(std::min<qsizetype>(body.size(), 2048)));
    text.removeIf([](QChar c) { return !c.isPrint() && !c.isSpace(); });
    return text.simplified();
}

}  // namespace

kube::Error statusError(json::value value)
{
    kube::Error error;
    bool isStatus = false;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "kind")
            isStatus = view(v) == "Status";
        else if (key == "code")
            error.httpStatus = int(number(v));
        else if (key == "reason")
            error.reason = text(v);
        else if (key == "message")
            error.message = text(v);
        else if (key == "details")
            each(v, [&](std::string_view name, json::value d) {
                if (name == "causes")
                    items(d, [&](json::value c) { error.causes.append(cause(c)); });
                else if (name == "retryAfterSeconds")
                    error.retryAfter = retryAfter(number(d));
            });
    });
    if (!isStatus)
        throw simdjson::simdjson_error(simdjson::INCORRECT_TYPE);
    error.kind = kindOf(error.httpStatus, error.reason);
    return error;
}

kube::Error status(int httpStatus, QByteArrayView body)
{
    const std::optional<kube::Error> told = isProtobuf(body) ? protobufStatus(body) : jsonStatus(body);
    kube::Error error = told.value_or(kube::Error());
    if (!told) {
        // What is no Status is some object, perhaps a Secret: it is not for people, and not for a log.
        const QByteArrayView trimmed = body.trimmed();
        const bool isObject = trimmed.startsWith('{') || trimmed.startsWith('[') || isProtobuf(body);
        error.message =
            isObject ? u"the server answered %1 with something that is not a Status"_s.arg(httpStatus) : plain(body);
    }
    if (error.message.isEmpty())
        error.message = u"the server answered %1 without a word"_s.arg(httpStatus);
    error.httpStatus = httpStatus;
    error.kind = kindOf(httpStatus, error.reason);
    return error;
}

}  // namespace decode
