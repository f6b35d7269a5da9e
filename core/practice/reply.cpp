// SPDX-License-Identifier: Apache-2.0
#include "practice/reply.h"

#include "practice/json.h"

using namespace Qt::StringLiterals;

namespace practice {

namespace {

QJsonObject detailsOf(const QString &resource, const QString &name)
{
    return {{u"name"_s, name}, {u"kind"_s, resource}};
}

}  // namespace

Reply refuse(int code, const QString &reason, const QString &message, const QJsonObject &details)
{
    QJsonObject body{{u"kind"_s, u"Status"_s},
                     {u"apiVersion"_s, u"v1"_s},
                     {u"metadata"_s, QJsonObject{}},
                     {u"status"_s, u"Failure"_s},
                     {u"message"_s, message},
                     {u"reason"_s, reason},
                     {u"code"_s, code}};
    if (!details.isEmpty())
        body.insert(u"details"_s, details);
    return {code, body, {}, {}};
}

Reply notFound(const QString &resource, const QString &name)
{
    return refuse(404, u"NotFound"_s, u"%1 \"%2\" not found"_s.arg(resource, name), detailsOf(resource, name));
}

Reply alreadyExists(const QString &resource, const QString &name)
{
    return refuse(409, u"AlreadyExists"_s, u"%1 \"%2\" already exists"_s.arg(resource, name),
                  detailsOf(resource, name));
}

Reply conflict(const QString &resource, const QString &name, const QString &message)
{
    return refuse(409, u"Conflict"_s, u"Operation cannot be fulfilled on %1 \"%2\": %3"_s.arg(resource, name, message),
                  detailsOf(resource, name));
}

Reply badRequest(const QString &message)
{
    return refuse(400, u"BadRequest"_s, message);
}

Reply forbidden(const QString &resource, const QString &name, const QString &why, const QJsonArray &causes)
{
    QJsonObject details = detailsOf(resource, name);
    if (!causes.isEmpty())
        details.insert(u"causes"_s, causes);
    return refuse(403, u"Forbidden"_s, u"%1 \"%2\" is forbidden: %3"_s.arg(resource, name, why), details);
}

Reply invalid(const QString &kind, const QString &name, const QJsonArray &causes)
{
    QStringList lines;
    for (const QJsonValue &cause : causes)
        lines.append(text(cause.toObject(), u"field") + u": "_s + text(cause.toObject(), u"message"));
    const QString all = lines.size() == 1 ? lines.first() : u'[' + lines.join(u", "_s) + u']';
    QJsonObject details = detailsOf(kind, name);
    details.insert(u"causes"_s, causes);
    return refuse(422, u"Invalid"_s, u"%1 \"%2\" is invalid: %3"_s.arg(kind, name, all), details);
}

Reply unknownPath()
{
    return refuse(404, u"NotFound"_s, u"the server could not find the requested resource"_s);
}

}  // namespace practice
