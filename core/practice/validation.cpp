// SPDX-License-Identifier: Apache-2.0
#include "practice/validation.h"

#include "practice/json.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

constexpr QLatin1StringView LabelRule(
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with "
    "an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is "
    "'[a-z0-9]([-a-z0-9]*[a-z0-9])?')");
constexpr QLatin1StringView SubdomainRule(
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and "
    "end with an alphanumeric character (e.g. 'example.com', regex used for validation is "
    "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')");
constexpr QLatin1StringView LabelValueRule(
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and "
    "end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is "
    "'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')");

class Causes {
public:
    void required(const QString &field, const QString &detail = {})
    {
        add(u"FieldValueRequired"_s, field, detail.isEmpty() ? u"Required value"_s : u"Required value: "_s + detail);
    }
    void bad(const QString &field, const QString &value, const QString &why)
    {
        add(u"FieldValueInvalid"_s, field, u"Invalid value: "_s + value + u": "_s + why);
    }
    void unsupported(const QString &field, const QString &value, const QStringList &known)
    {
        add(u"FieldValueNotSupported"_s, field,
            u"Unsupported value: \"%1\": supported values: \"%2\""_s.arg(value, known.join(u"\", \""_s)));
    }
    void duplicate(const QString &field, const QString &value)
    {
        add(u"FieldValueDuplicate"_s, field, u"Duplicate value: \"%1\""_s.arg(value));
    }
    void add(const QString &reason, const QString &field, const QString &message)
    {
        list.append(QJsonObject{{u"reason"_s, reason}, {u"field"_s, field}, {u"message"_s, message}});
    }
    QJsonArray list;
};

bool matches(const QString &value, const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(value).hasMatch();
}

bool isLabel(const QString &value)
{
    return value.size() <= 63 && matches(value, u"[a-z0-9]([-a-z0-9]*[a-z0-9])?"_s);
}

QString quoted(const QString &value)
{
    return u'"' + value + u'"';
}

void checkMetadata(Causes &causes, const QString &kind, const QJsonObject &object)
{
    const QString name = text(object, u"metadata.name");
    if (name.isEmpty())
        causes.required(u"metadata.name"_s, u"name or generateName is required"_s);
    else if (kind == u"Namespace" && !isLabel(name))
        causes.bad(u"metadata.name"_s, quoted(name), LabelRule);
    else if (!matches(name, u"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*"_s))
        causes.bad(u"metadata.name"_s, quoted(name), SubdomainRule);
    else if (name.size() > 253)
        causes.bad(u"metadata.name"_s, quoted(name), u"must be no more than 253 characters"_s);
    const QJsonObject labels = at(object, u"metadata.labels").toObject();
    for (const QJsonValue &value : labels)
        if (value.toString().size() > 63)
            causes.bad(u"metadata.labels"_s, quoted(value.toString()), u"must be no more than 63 bytes"_s);
        else if (!matches(value.toString(), u"(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?"_s))
            causes.bad(u"metadata.labels"_s, quoted(value.toString()), LabelValueRule);
}

void checkContainer(Causes &causes, const QJsonObject &container, const QString &path, QStringList &names)
{
    const QString name = text(container, u"name");
    if (name.isEmpty())
        causes.required(path + u".name"_s);
    else if (!isLabel(name))
        causes.bad(path + u".name"_s, quoted(name), LabelRule);
    else if (names.contains(name))
        causes.duplicate(path + u".name"_s, name);
    names.append(name);
    const QString image = text(container, u"image");
    if (image.isEmpty())
        causes.required(path + u".image"_s);
    else if (image != image.trimmed())
        causes.bad(path + u".image"_s, quoted(image), u"must not have leading or trailing whitespace"_s);
    const QStringList policies{u"Always"_s, u"IfNotPresent"_s, u"Never"_s};
    if (const QString policy = text(container, u"imagePullPolicy"); !policies.contains(policy))
        causes.unsupported(path + u".imagePullPolicy"_s, policy, policies);
    const QJsonArray ports = container.value(u"ports"_s).toArray();
    for (qsizetype i = 0; i < ports.size(); ++i) {
        const int port = ports.at(i).toObject().value(u"containerPort"_s).toInt();
        if (const QString field = path + u".ports[%1].containerPort"_s.arg(i); port == 0)
            causes.required(field);
        else if (port < 1 || port > 65535)
            causes.bad(field, QString::number(port), u"must be between 1 and 65535, inclusive"_s);
    }
}

void checkPod(Causes &causes, const QJsonObject &pod)
{
    QStringList names;
    const QJsonArray containers = at(pod, u"spec.containers").toArray();
    if (containers.isEmpty())
        causes.required(u"spec.containers"_s);
    for (qsizetype i = 0; i < containers.size(); ++i)
        checkContainer(causes, containers.at(i).toObject(), u"spec.containers[%1]"_s.arg(i), names);
    const QJsonArray init = at(pod, u"spec.initContainers").toArray();
    for (qsizetype i = 0; i < init.size(); ++i)
        checkContainer(causes, init.at(i).toObject(), u"spec.initContainers[%1]"_s.arg(i), names);
    const QStringList policies{u"Always"_s, u"OnFailure"_s, u"Never"_s};
    if (const QString policy = text(pod, u"spec.restartPolicy"); !policies.contains(policy))
        causes.unsupported(u"spec.restartPolicy"_s, policy, policies);
    if (at(pod, u"spec.terminationGracePeriodSeconds").toInt() < 0)
        causes.bad(u"spec.terminationGracePeriodSeconds"_s,
                   QString::number(at(pod, u"spec.terminationGracePeriodSeconds").toInt()),
                   u"must be greater than or equal to 0"_s);
}

/** A pod's spec without the fields that may change while it lives. */
QJsonObject fixedPart(const QJsonObject &pod)
{
    QJsonObject spec = pod.value(u"spec"_s).toObject();
    for (const QString &list : {u"containers"_s, u"initContainers"_s}) {
        QJsonArray containers = spec.value(list).toArray();
        for (qsizetype i = 0; i < containers.size(); ++i) {
            QJsonObject container = containers.at(i).toObject();
            container.remove("image"_L1);
            containers.replace(i, container);
        }
        spec.insert(list, containers);
    }
    for (const QString &field : {u"activeDeadlineSeconds"_s, u"tolerations"_s, u"ephemeralContainers"_s})
        spec.remove(field);
    return spec;
}

}  // namespace

QJsonArray validate(const QString &kind, const QJsonObject &object)
{
    Causes causes;
    checkMetadata(causes, kind, object);
    if (kind == u"Pod")
        checkPod(causes, object);
    return causes.list;
}

QJsonArray validatePodChange(const QJsonObject &before, const QJsonObject &after)
{
    Causes causes;
    if (fixedPart(before) != fixedPart(after))
        causes.add(u"FieldValueForbidden"_s, u"spec"_s,
                   u"Forbidden: pod updates may not change fields other than `spec.containers[*].image`,"
                   "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to "
                   "existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was "
                   "previously negative)"_s);
    return causes.list;
}

}  // namespace practice
