// SPDX-License-Identifier: Apache-2.0
#include "practice/eventrecorder.h"

#include "practice/fieldset.h"
#include "practice/json.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace practice {

EventRecorder::EventRecorder(ObjectStore &store, const Clock &clock) : m_store(store), m_clock(clock) {}

bool EventRecorder::mayWrite(const QString &ns) const
{
    const auto object = m_store.find(u"namespaces"_s, {}, ns);
    return object && at(*object, u"metadata.deletionTimestamp").isUndefined();
}

bool EventRecorder::takeToken(const QString &key)
{
    Bucket &bucket = m_buckets[key];
    const qint64 now = m_clock.now();
    if (bucket.at > 0)
        bucket.tokens = qMin(25.0, bucket.tokens + static_cast<double>(now - bucket.at) / 300e9);
    bucket.at = now;
    if (bucket.tokens < 1)
        return false;
    bucket.tokens -= 1;
    return true;
}

QString EventRecorder::newName(const QString &object)
{
    m_lastName = qMax(m_lastName + 1, m_clock.now());
    return object + u'.' + QString::number(m_lastName, 16);
}

void EventRecorder::add(const QJsonObject &pod, QJsonObject event, const QString &manager, const QString &apiVersion)
{
    const QString now = m_clock.seconds();
    const QJsonObject owned = event;
    QJsonObject involved{{u"kind"_s, u"Pod"_s},
                         {u"namespace"_s, text(pod, u"metadata.namespace")},
                         {u"name"_s, text(pod, u"metadata.name")},
                         {u"uid"_s, text(pod, u"metadata.uid")},
                         {u"apiVersion"_s, u"v1"_s},
                         {u"resourceVersion"_s, text(pod, u"metadata.resourceVersion")}};
    if (const QString path = event.take("fieldPath"_L1).toString(); !path.isEmpty())
        involved.insert(u"fieldPath"_s, path);
    event.insert(u"involvedObject"_s, involved);
    event.insert(u"kind"_s, u"Event"_s);
    event.insert(u"apiVersion"_s, u"v1"_s);
    const QString name = event.take("name"_L1).toString();
    put(event, u"metadata.name", name);
    put(event, u"metadata.namespace", text(pod, u"metadata.namespace"));
    put(event, u"metadata.uid", QUuid::createUuid().toString(QUuid::WithoutBraces));
    put(event, u"metadata.creationTimestamp", now);
    QJsonObject fields;
    for (const QString &field : owned.keys())
        if (field != u"fieldPath" && field != u"name" && !owned.value(field).isNull())
            fields.insert(u"f:"_s + field, QJsonObject{});
    fields.insert(u"f:involvedObject"_s, QJsonObject{});
    put(event, u"metadata.managedFields",
        QJsonArray{QJsonObject{{u"manager"_s, manager},
                               {u"operation"_s, u"Update"_s},
                               {u"apiVersion"_s, apiVersion},
                               {u"time"_s, now},
                               {u"fieldsType"_s, u"FieldsV1"_s},
                               {u"fieldsV1"_s, fields}}});
    m_store.write(u"events"_s, event);
}

void EventRecorder::fromScheduler(const QJsonObject &pod, const QString &type, const QString &reason,
                                  const QString &message, const QString &action)
{
    if (!mayWrite(text(pod, u"metadata.namespace")))
        return;
    add(pod,
        {{u"name"_s, newName(text(pod, u"metadata.name"))},
         {u"type"_s, type},
         {u"reason"_s, reason},
         {u"message"_s, message},
         {u"action"_s, action},
         {u"eventTime"_s, m_clock.micros()},
         {u"source"_s, QJsonObject{}},
         {u"firstTimestamp"_s, QJsonValue::Null},
         {u"lastTimestamp"_s, QJsonValue::Null},
         {u"reportingComponent"_s, u"default-scheduler"_s},
         {u"reportingInstance"_s, u"default-scheduler-practice"_s}},
        u"kube-scheduler"_s, u"events.k8s.io/v1"_s);
}

void EventRecorder::fromKubelet(const QJsonObject &pod, const QString &node, const QString &type, const QString &reason,
                                const QString &message, const QString &fieldPath)
{
    const QString ns = text(pod, u"metadata.namespace");
    const QString uid = text(pod, u"metadata.uid");
    const QString now = m_clock.seconds();
    Counted &counted = m_counted[QStringList{uid, fieldPath, type, reason, message}.join(u'\n')];
    ++counted.count;
    if (!takeToken(uid + u'\n' + type))
        return;
    if (auto event = m_store.find(u"events"_s, ns, counted.name); event && !counted.name.isEmpty()) {
        event->insert(u"count"_s, counted.count);
        event->insert(u"lastTimestamp"_s, now);
        m_store.write(u"events"_s, *event);
        return;
    }
    if (!mayWrite(ns))
        return;
    counted.name = newName(text(pod, u"metadata.name"));
    add(pod,
        {{u"name"_s, counted.name},
         {u"fieldPath"_s, fieldPath},
         {u"type"_s, type},
         {u"reason"_s, reason},
         {u"message"_s, message},
         {u"source"_s, QJsonObject{{u"component"_s, u"kubelet"_s}, {u"host"_s, node}}},
         {u"firstTimestamp"_s, now},
         {u"lastTimestamp"_s, now},
         {u"count"_s, counted.count},
         {u"eventTime"_s, QJsonValue::Null},
         {u"reportingComponent"_s, u"kubelet"_s},
         {u"reportingInstance"_s, node}},
        u"kubelet"_s, u"v1"_s);
}

}  // namespace practice
