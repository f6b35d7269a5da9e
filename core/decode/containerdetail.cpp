// SPDX-License-Identifier: Apache-2.0
#include "decode/containerdetail.h"

#include <QUrl>

#include <algorithm>

namespace decode {

using namespace Qt::StringLiterals;

namespace {

QString utf8(std::string_view v)
{
    return QString::fromUtf8(v.data(), qsizetype(v.size()));
}

QString intOrString(json::value value)
{
    return value.type().value() == json::json_type::number ? QString::number(number(value)) : text(value);
}

QList<QString> strings(json::value value)
{
    QList<QString> list;
    items(value, [&](json::value item) { list.append(text(item)); });
    return list;
}

kube::ContainerPort port(json::value value)
{
    kube::ContainerPort p;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "name")
            p.name = text(v);
        else if (key == "protocol")
            p.protocol = text(v);
        else if (key == "containerPort")
            p.containerPort = int(number(v));
        else if (key == "hostPort")
            p.hostPort = int(number(v));
    });
    return p;
}

kube::VolumeMount mount(json::value value)
{
    kube::VolumeMount m;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "name")
            m.name = text(v);
        else if (key == "mountPath")
            m.mountPath = text(v);
        else if (key == "subPath")
            m.subPath = text(v);
        else if (key == "readOnly")
            m.readOnly = flag(v);
    });
    return m;
}

struct Http {
    QString scheme, host, port, path, service;
    QList<QString> command;
};

Http target(json::value value)
{
    Http t;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "scheme")
            t.scheme = text(v).toLower();
        else if (key == "host")
            t.host = text(v);
        else if (key == "port")
            t.port = intOrString(v);
        else if (key == "path")
            t.path = text(v);
        else if (key == "service")
            t.service = text(v);
        else if (key == "command")
            t.command = strings(v);
    });
    return t;
}

/** The URL of an httpGet probe as Go's net/url writes it: an IPv6 host in brackets, the path escaped. */
QString url(const Http &t)
{
    const QString host = t.host.contains(u':') ? u'[' + t.host + u']' : t.host;
    const QString where = t.port.isEmpty() ? t.host : host + u':' + t.port;
    QString path = t.path == u"*" ? t.path : QString::fromUtf8(QUrl::toPercentEncoding(t.path, "/$&+,:;=@"));
    if (!path.isEmpty() && !path.startsWith(u'/') && !where.isEmpty())
        path.prepend(u'/');
    const QString scheme = t.scheme.isEmpty() ? QString() : t.scheme + u':';
    return scheme + (where.isEmpty() && path.isEmpty() ? QString() : u"//"_s) + where + path;
}

kube::Probe probe(json::value value)
{
    kube::Probe p;
    p.action = u"unknown"_s;
    each(value, [&](std::string_view key, json::value v) {
        const auto t = key == "httpGet" || key == "exec" || key == "tcpSocket" || key == "grpc" ? target(v) : Http();
        if (key == "httpGet")
            p.action = u"http-get "_s + url(t);
        else if (key == "exec")
            p.action = u"exec [%1]"_s.arg(t.command.join(u' '));
        else if (key == "tcpSocket")
            p.action = u"tcp-socket %1:%2"_s.arg(t.host, t.port);
        else if (key == "grpc")
            p.action = u"grpc <pod>:%1 %2"_s.arg(t.port, t.service);
        else if (key == "initialDelaySeconds")
            p.delay = number(v);
        else if (key == "timeoutSeconds")
            p.timeout = number(v);
        else if (key == "periodSeconds")
            p.period = number(v);
        else if (key == "successThreshold")
            p.success = number(v);
        else if (key == "failureThreshold")
            p.failure = number(v);
    });
    return p;
}

kube::EnvSource envSource(json::value value)
{
    using Kind = kube::EnvSource::Kind;
    kube::EnvSource source;
    source.kind = Kind::Other;
    each(value, [&](std::string_view kind, json::value details) {
        if (kind == "fieldRef")
            source.kind = Kind::Field;
        else if (kind == "resourceFieldRef")
            source.kind = Kind::ResourceField;
        else if (kind == "secretKeyRef")
            source.kind = Kind::Secret;
        else if (kind == "configMapKeyRef")
            source.kind = Kind::ConfigMap;
        each(details, [&](std::string_view key, json::value v) {
            if (key == "name" || key == "fieldPath" || key == "resource")
                source.name = text(v);
            else if (key == "key" || key == "apiVersion" || key == "divisor")
                source.key = intOrString(v);
            else if (key == "containerName")
                source.container = text(v);
            else if (key == "optional")
                source.optional = flag(v);
        });
    });
    return source;
}

kube::EnvVar env(json::value value)
{
    kube::EnvVar variable;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "name")
            variable.name = text(v);
        else if (key == "value")
            variable.value = text(v);
        else if (key == "valueFrom" && !isNull(v))
            variable.from = envSource(v);
    });
    return variable;
}

kube::EnvFrom envFrom(json::value value)
{
    kube::EnvFrom from;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "prefix") {
            from.prefix = text(v);
            return;
        }
        from.secret |= key == "secretRef";
        each(v, [&](std::string_view name, json::value f) {
            if (name == "name")
                from.name = text(f);
            else if (name == "optional")
                from.optional = flag(f);
        });
    });
    return from;
}

void device(kube::ContainerDetail &c, json::value value)
{
    QString name;
    QString path;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "name")
            name = text(v);
        else if (key == "devicePath")
            path = text(v);
    });
    c.devices.emplaceBack(path, name);
}

/** What the container is given: true if `key` was one of these. */
bool surroundings(kube::ContainerDetail &c, std::string_view key, json::value v)
{
    if (key == "env")
        items(v, [&](json::value item) { c.env.append(env(item)); });
    else if (key == "envFrom")
        items(v, [&](json::value item) { c.envFrom.append(envFrom(item)); });
    else if (key == "volumeMounts")
        items(v, [&](json::value item) { c.mounts.append(mount(item)); });
    else if (key == "volumeDevices")
        items(v, [&](json::value item) { device(c, item); });
    else if (key == "resources")
        c.resources = resources(v);
    else
        return false;
    return true;
}

kube::ContainerDetail container(json::value value)
{
    kube::ContainerDetail c;
    each(value, [&](std::string_view key, json::value v) {
        if (surroundings(c, key, v))
            return;
        if (key == "name")
            c.container.name = text(v);
        else if (key == "image")
            c.container.image = text(v);
        else if (key == "ports")
            items(v, [&](json::value item) { c.ports.append(port(item)); });
        else if (key == "command")
            c.command = strings(v);
        else if (key == "args")
            c.args = strings(v);
        else if (key == "livenessProbe" && !isNull(v))
            c.liveness = probe(v);
        else if (key == "readinessProbe" && !isNull(v))
            c.readiness = probe(v);
        else if (key == "startupProbe" && !isNull(v))
            c.startup = probe(v);
        else if (key == "securityContext")
            seccomp(v, c.seccompType, c.seccompProfile);
    });
    return c;
}

}  // namespace

QList<kube::ContainerDetail> containerDetails(json::value list)
{
    QList<kube::ContainerDetail> found;
    items(list, [&](json::value item) { found.append(container(item)); });
    return found;
}

kube::Resources resources(json::value value)
{
    kube::Resources found;
    each(value, [&](std::string_view which, json::value map) {
        if (which == "limits")
            found.limits = quantities(map);
        else if (which == "requests")
            found.requests = quantities(map);
    });
    return found;
}

kube::StringPairs quantities(json::value map)
{
    kube::StringPairs pairs;
    each(map, [&](std::string_view key, json::value v) {
        pairs.emplaceBack(
            utf8(key),
            v.type().value() == json::json_type::string
                ? text(v)
                : QString::fromUtf8(v.raw_json_token().data(), qsizetype(v.raw_json_token().size())).trimmed());
    });
    std::ranges::sort(pairs);
    return pairs;
}

void seccomp(json::value context, QString &type, QString &profile)
{
    each(context, [&](std::string_view key, json::value v) {
        if (key != "seccompProfile")
            return;
        each(v, [&](std::string_view field, json::value f) {
            if (field == "type")
                type = text(f);
            else if (field == "localhostProfile")
                profile = text(f);
        });
    });
}

}  // namespace decode
