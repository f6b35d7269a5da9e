// SPDX-License-Identifier: Apache-2.0
#include "practice/schema.h"

#include "practice/kinds.h"

#include <QHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

// One type a line: its name, then field:type. s string, i integer, b boolean, q quantity or port (string or number),
// * anything, {} map of strings, []T list of T, else the name of a type.
constexpr QStringView Types = uR"(
ObjectMeta name:s generateName:s namespace:s uid:s resourceVersion:s generation:i creationTimestamp:s deletionTimestamp:s deletionGracePeriodSeconds:i labels:{} annotations:{} ownerReferences:[]* finalizers:[]s managedFields:[]* selfLink:s
Namespace apiVersion:s kind:s metadata:ObjectMeta spec:NamespaceSpec status:*
NamespaceSpec finalizers:[]s
ConfigMap apiVersion:s kind:s metadata:ObjectMeta data:{} binaryData:{} immutable:b
Secret apiVersion:s kind:s metadata:ObjectMeta data:{} stringData:{} type:s immutable:b
ServiceAccount apiVersion:s kind:s metadata:ObjectMeta secrets:[]* imagePullSecrets:[]LocalObjectReference automountServiceAccountToken:b
Pod apiVersion:s kind:s metadata:ObjectMeta spec:PodSpec status:*
PodSpec volumes:[]Volume initContainers:[]Container containers:[]Container ephemeralContainers:[]Container restartPolicy:s terminationGracePeriodSeconds:i activeDeadlineSeconds:i dnsPolicy:s nodeSelector:{} serviceAccountName:s serviceAccount:s automountServiceAccountToken:b nodeName:s hostNetwork:b hostPID:b hostIPC:b shareProcessNamespace:b securityContext:* imagePullSecrets:[]LocalObjectReference hostname:s subdomain:s affinity:* schedulerName:s tolerations:[]Toleration hostAliases:[]* priorityClassName:s priority:i dnsConfig:* readinessGates:[]ReadinessGate runtimeClassName:s enableServiceLinks:b preemptionPolicy:s overhead:* topologySpreadConstraints:[]* setHostnameAsFQDN:b os:* hostUsers:b schedulingGates:[]* resourceClaims:[]* resources:Resources hostnameOverride:s workloadRef:*
ReadinessGate conditionType:s
LocalObjectReference name:s
Toleration key:s operator:s value:s effect:s tolerationSeconds:i
Volume name:s hostPath:* emptyDir:* secret:* configMap:* projected:* downwardAPI:* persistentVolumeClaim:* image:ImageVolume nfs:* csi:* ephemeral:* iscsi:* glusterfs:* rbd:* cephfs:* fc:* azureFile:* azureDisk:* awsElasticBlockStore:* gcePersistentDisk:* gitRepo:* flexVolume:* cinder:* vsphereVolume:* quobyte:* portworxVolume:* scaleIO:* storageos:* flocker:* photonPersistentDisk:*
ImageVolume reference:s pullPolicy:s
Container name:s image:s command:[]s args:[]s workingDir:s ports:[]ContainerPort envFrom:[]* env:[]EnvVar resources:Resources resizePolicy:[]* restartPolicy:s restartPolicyRules:[]* volumeMounts:[]VolumeMount volumeDevices:[]* livenessProbe:* readinessProbe:* startupProbe:* lifecycle:* terminationMessagePath:s terminationMessagePolicy:s imagePullPolicy:s securityContext:* stdin:b stdinOnce:b tty:b targetContainerName:s
ContainerPort name:s hostPort:i containerPort:i protocol:s hostIP:s
EnvVar name:s value:s valueFrom:*
VolumeMount name:s readOnly:b recursiveReadOnly:s mountPath:s subPath:s mountPropagation:s subPathExpr:s
Resources limits:Quantities requests:Quantities claims:[]*
)";

using Fields = QList<std::pair<QString, QString>>;

const QHash<QString, Fields> &types()
{
    static const QHash<QString, Fields> all = [] {
        QHash<QString, Fields> result;
        for (const QStringView line : Types.split(u'\n', Qt::SkipEmptyParts)) {
            const auto words = line.split(u' ', Qt::SkipEmptyParts);
            Fields &fields = result[words.first().toString()];
            for (qsizetype i = 1; i < words.size(); ++i) {
                const qsizetype colon = words.at(i).indexOf(u':');
                fields.append({words.at(i).first(colon).toString(), words.at(i).sliced(colon + 1).toString()});
            }
        }
        return result;
    }();
    return all;
}

QString goName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: return u"bool"_s;
    case QJsonValue::Double: return u"number"_s;
    case QJsonValue::String: return u"string"_s;
    case QJsonValue::Array: return u"array"_s;
    default: return u"object"_s;
    }
}

class Examination {
public:
    void value(const QJsonValue &value, const QString &type, const QString &path, const QString &owner);
    Findings findings;

private:
    void expect(bool fits, const QJsonValue &value, const QString &wanted, const QString &path, const QString &owner);
    void object(const QJsonObject &object, const QString &type, const QString &path);
};

void Examination::expect(bool fits, const QJsonValue &value, const QString &wanted, const QString &path,
                         const QString &owner)
{
    if (fits || !findings.mismatch.isEmpty())
        return;
    QString plain = path;
    while (plain.contains(u'['))
        plain.remove(plain.indexOf(u'['), plain.indexOf(u']') - plain.indexOf(u'[') + 1);
    findings.mismatch =
        u"json: cannot unmarshal %1 into Go struct field %2.%3 of type %4"_s.arg(goName(value), owner, plain, wanted);
}

void Examination::object(const QJsonObject &object, const QString &type, const QString &path)
{
    const Fields fields = types().value(type);
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString inner = path.isEmpty() ? it.key() : path + u'.' + it.key();
        const auto field = std::find_if(fields.begin(), fields.end(),
                                        [&](const auto &candidate) { return candidate.first == it.key(); });
        if (field == fields.end())
            findings.unknown.append(inner);
        else
            value(it.value(), field->second, inner, type);
    }
}

void Examination::value(const QJsonValue &value, const QString &type, const QString &path, const QString &owner)
{
    if (type == u"*" || value.isNull())
        return;
    if (type == u"s") {
        expect(value.isString(), value, u"string"_s, path, owner);
    } else if (type == u"i") {
        expect(value.isDouble(), value, u"int64"_s, path, owner);
    } else if (type == u"b") {
        expect(value.isBool(), value, u"bool"_s, path, owner);
    } else if (type == u"Quantities") {
        expect(value.isObject(), value, u"v1.ResourceList"_s, path, owner);
    } else if (type == u"{}") {
        expect(value.isObject(), value, u"map[string]string"_s, path, owner);
        const QJsonObject map = value.toObject();
        for (const QJsonValue &entry : map)
            expect(entry.isString(), entry, u"string"_s, path, owner);
    } else if (type.startsWith(u"[]")) {
        const QString element = type.sliced(2);
        expect(value.isArray(), value, element == u"s" ? u"[]string"_s : u"[]v1."_s + element, path, owner);
        const QJsonArray list = value.toArray();
        for (qsizetype i = 0; i < list.size(); ++i)
            this->value(list.at(i), element, u"%1[%2]"_s.arg(path).arg(i), owner);
    } else {
        expect(value.isObject(), value, u"v1."_s + type, path, owner);
        object(value.toObject(), type, path);
    }
}

QJsonObject schemaOf(const QString &type)
{
    if (type.startsWith(u"[]"))
        return {{u"type"_s, u"array"_s}, {u"items"_s, schemaOf(type.sliced(2))}};
    if (type == u"s")
        return {{u"type"_s, u"string"_s}};
    if (type == u"i")
        return {{u"type"_s, u"integer"_s}, {u"format"_s, u"int64"_s}};
    if (type == u"b")
        return {{u"type"_s, u"boolean"_s}};
    if (type == u"{}")
        return {{u"type"_s, u"object"_s}, {u"additionalProperties"_s, QJsonObject{{u"type"_s, u"string"_s}}}};
    if (types().contains(type))
        return {{u"$ref"_s, u"#/components/schemas/io.k8s.api.core.v1."_s + type}};
    return {{u"type"_s, u"object"_s}};
}

}  // namespace

Findings examine(const QString &kind, const QJsonObject &body)
{
    Examination examination;
    if (types().contains(kind))
        examination.value(body, kind, {}, kind);
    else
        examination.value(body.value(u"metadata"_s), u"ObjectMeta"_s, u"metadata"_s, u"ObjectMeta"_s);
    examination.findings.unknown.sort();
    return examination.findings;
}

QJsonObject openApiSchemas()
{
    QJsonObject result;
    for (auto it = types().begin(); it != types().end(); ++it) {
        QJsonObject properties;
        for (const auto &[name, type] : it.value())
            properties.insert(name, schemaOf(type));
        QJsonObject schema{{u"type"_s, u"object"_s}, {u"properties"_s, properties}};
        for (const Kind &kind : kinds())
            if (kind.kind == it.key())
                schema.insert(
                    u"x-kubernetes-group-version-kind"_s,
                    QJsonArray{QJsonObject{{u"group"_s, u""_s}, {u"version"_s, u"v1"_s}, {u"kind"_s, kind.kind}}});
        result.insert(u"io.k8s.api.core.v1."_s + it.key(), schema);
    }
    return result;
}

}  // namespace practice
