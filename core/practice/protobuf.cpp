// SPDX-License-Identifier: Apache-2.0
#include "practice/protobuf.h"

#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

// One message a line: its name, then number:field:type. s string, i integer, b boolean, y bytes, {s} and {y} maps of
// strings, port a number or a name, f a boolean that is false at rest, []T repeated, else the name of a message.
constexpr QStringView Messages = uR"(
Namespace 1:metadata:ObjectMeta 2:spec:NamespaceSpec
NamespaceSpec 1:finalizers:[]s
ConfigMap 1:metadata:ObjectMeta 2:data:{s} 3:binaryData:{y} 4:immutable:b
Secret 1:metadata:ObjectMeta 2:data:{y} 3:type:s 4:stringData:{s} 5:immutable:b
ServiceAccount 1:metadata:ObjectMeta 2:secrets:[]ObjectReference 3:imagePullSecrets:[]LocalObjectReference 4:automountServiceAccountToken:b
Service 1:metadata:ObjectMeta 2:spec:ServiceSpec
ServiceSpec 1:ports:[]ServicePort 2:selector:{s} 3:clusterIP:s 4:type:s 5:externalIPs:[]s 7:sessionAffinity:s 8:loadBalancerIP:s 9:loadBalancerSourceRanges:[]s 10:externalName:s 11:externalTrafficPolicy:s 12:healthCheckNodePort:i 13:publishNotReadyAddresses:f 17:ipFamilyPolicy:s 18:clusterIPs:[]s 19:ipFamilies:[]s 20:allocateLoadBalancerNodePorts:b 21:loadBalancerClass:s 22:internalTrafficPolicy:s
ServicePort 1:name:s 2:protocol:s 3:port:i 4:targetPort:port 5:nodePort:i 6:appProtocol:s
ObjectMeta 1:name:s 2:generateName:s 3:namespace:s 5:uid:s 6:resourceVersion:s 7:generation:i 11:labels:{s} 12:annotations:{s} 13:ownerReferences:[]OwnerReference 14:finalizers:[]s
OwnerReference 1:kind:s 3:name:s 4:uid:s 5:apiVersion:s 6:controller:b 7:blockOwnerDeletion:b
ObjectReference 1:kind:s 2:namespace:s 3:name:s 4:uid:s 5:apiVersion:s 6:resourceVersion:s 7:fieldPath:s
LocalObjectReference 1:name:s
Unknown 1:typeMeta:TypeMeta 2:raw:y 3:contentEncoding:s 4:contentType:s
TypeMeta 1:apiVersion:s 2:kind:s
IntOrString 1:type:i 2:intVal:i 3:strVal:s
StringEntry 1:key:s 2:value:s
BytesEntry 1:key:s 2:value:y
)";

struct Field {
    QString name, type;
};

/** The field of a message with that number; without a name: there is none. */
Field fieldOf(const QString &message, quint64 number)
{
    static const QHash<QString, Field> all = [] {
        QHash<QString, Field> fields;
        for (const QStringView line : Messages.split(u'\n', Qt::SkipEmptyParts)) {
            const auto words = line.split(u' ');
            for (const QStringView word : words.sliced(1)) {
                const auto parts = word.split(u':');
                fields.insert(words.first().toString() + u':' + parts.at(0).toString(),
                              {parts.at(1).toString(), parts.at(2).toString()});
            }
        }
        return fields;
    }();
    return all.value(u"%1:%2"_s.arg(message).arg(number));
}

/** Whether a message has nothing but empty messages and texts: the status of an object that is sent to be created. */
bool isAtRest(QByteArrayView content)
{
    for (qsizetype i = 1; i < content.size(); i += 2)
        if (content.at(i) != 0)
            return false;
    return content.size() % 2 == 0;
}

class Decoder {
public:
    QString problem;  ///< the first; empty: none

    QJsonObject message(QByteArrayView bytes, const QString &type);

private:
    quint64 varint(QByteArrayView &bytes);
    QByteArrayView chunk(QByteArrayView &bytes);
    void take(QJsonObject &object, const Field &field, quint64 number, QByteArrayView content);
    QJsonValue value(const QString &type, quint64 number, QByteArrayView content);
    void fail(const QString &what)
    {
        if (problem.isEmpty())
            problem = what;
    }
};

quint64 Decoder::varint(QByteArrayView &bytes)
{
    quint64 number = 0;
    for (int shift = 0; shift < 64 && !bytes.isEmpty(); shift += 7) {
        const auto byte = static_cast<quint8>(bytes.front());
        bytes = bytes.sliced(1);
        number |= quint64(byte & 0x7F) << shift;
        if (byte < 0x80)
            return number;
    }
    fail(u"proto: a number is cut"_s);
    return 0;
}

QByteArrayView Decoder::chunk(QByteArrayView &bytes)
{
    const quint64 length = varint(bytes);
    if (length > quint64(bytes.size())) {
        fail(u"proto: unexpected end"_s);
        return {};
    }
    const QByteArrayView content = bytes.first(qsizetype(length));
    bytes = bytes.sliced(qsizetype(length));
    return content;
}

QJsonValue Decoder::value(const QString &type, quint64 number, QByteArrayView content)
{
    if (type == u"s")
        return QString::fromUtf8(content);
    if (type == u"y")
        return QString::fromLatin1(content.toByteArray().toBase64());
    if (type == u"i")
        return qint64(number);
    if (type == u"b" || type == u"f")
        return number != 0;
    if (type != u"port")
        return message(content, type);
    const QJsonObject port = message(content, u"IntOrString"_s);
    return port["type"_L1].toInt() == 0 ? port["intVal"_L1] : port["strVal"_L1];
}

void Decoder::take(QJsonObject &object, const Field &field, quint64 number, QByteArrayView content)
{
    if (field.type.startsWith(u'{')) {
        const QJsonObject entry = message(content, field.type == u"{y}" ? u"BytesEntry"_s : u"StringEntry"_s);
        QJsonObject map = object.value(field.name).toObject();
        map.insert(entry["key"_L1].toString(), entry["value"_L1].toString());
        object.insert(field.name, map);
    } else if (field.type.startsWith(u"[]")) {
        QJsonArray list = object.value(field.name).toArray();
        list << value(field.type.sliced(2), number, content);
        object.insert(field.name, list);
    } else {
        object.insert(field.name, value(field.type, number, content));
    }
}

QJsonObject Decoder::message(QByteArrayView bytes, const QString &type)
{
    QJsonObject object;
    while (!bytes.isEmpty() && problem.isEmpty()) {
        const quint64 tag = varint(bytes);
        const bool isNumber = (tag & 7U) == 0;
        if (!isNumber && (tag & 7U) != 2) {
            fail(u"proto: wire type %1 of %2"_s.arg(tag & 7U).arg(type));
            break;
        }
        const quint64 number = isNumber ? varint(bytes) : 0;
        const QByteArrayView content = isNumber ? QByteArrayView() : chunk(bytes);
        const Field field = fieldOf(type, tag >> 3U);
        // Go writes what its types hold at rest, too: empty texts, zeros and messages in which nothing is set.
        const bool isSet = field.type == u"b" || number != 0 || !content.isEmpty();
        if (field.name.isEmpty() && (number != 0 || !isAtRest(content)))
            fail(u"proto: field %1 of %2 is not known here"_s.arg(tag >> 3U).arg(type));
        else if (!field.name.isEmpty() && isSet)
            take(object, field, number, content);
    }
    return object;
}

}  // namespace

std::expected<QJsonObject, QString> fromProtobuf(QByteArrayView body)
{
    constexpr QByteArrayView Magic("k8s\0", 4);
    if (!body.startsWith(Magic))
        return std::unexpected(
            u"provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]"_s);
    Decoder decoder;
    const QJsonObject envelope = decoder.message(body.sliced(Magic.size()), u"Unknown"_s);
    const QJsonObject type = envelope["typeMeta"_L1].toObject();
    const QString kind = type["kind"_L1].toString();
    if (type["apiVersion"_L1].toString() != u"v1" || fieldOf(kind, 1).name != u"metadata")
        return std::unexpected(
            u"no kind \"%1\" is registered for version \"%2\""_s.arg(kind, type["apiVersion"_L1].toString()));
    const QByteArray raw = QByteArray::fromBase64(envelope["raw"_L1].toString().toLatin1());
    QJsonObject object = decoder.message(raw, kind);
    if (!decoder.problem.isEmpty())
        return std::unexpected(decoder.problem);
    object.insert("apiVersion"_L1, type["apiVersion"_L1]);
    object.insert("kind"_L1, kind);
    return object;
}

}  // namespace practice
