// SPDX-License-Identifier: Apache-2.0
#include "soak/churn.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace soak {

namespace {
constexpr int PodLimit = 150;
constexpr int UnderWayLimit = 12;
constexpr auto MergePatch = "application/merge-patch+json";
}  // namespace

Churn::Churn(ApiServer &server, const QString &ns, quint32 seed, int perSecond)
    : m_server(server), m_ns(ns), m_dice(seed, 0)
{
    write("POST", u"/api/v1/namespaces"_s,
          R"({"apiVersion":"v1","kind":"Namespace","metadata":{"name":")" + ns.toUtf8() + "\"}}");
    write("POST", u"/api/v1/nodes"_s,
          R"({"apiVersion":"v1","kind":"Node","metadata":{"name":")" + ns.toUtf8() + "-node\"}}");
    m_ticking.setInterval(1000 / perSecond);
    connect(&m_ticking, &QTimer::timeout, this, &Churn::step);
}

void Churn::write(const QByteArray &verb, const QString &path, const QByteArray &body, const QByteArray &contentType)
{
    ++m_underWay;
    ++m_writes;
    m_server.send(verb, path, contentType, body, [this](int) { --m_underWay; });
}

void Churn::step()
{
    if (m_underWay >= UnderWayLimit)
        return;
    const int what = m_dice.between(0, 99);
    if (m_pods.size() < 20 || (what < 15 && m_pods.size() < PodLimit))
        makePod();
    else if (what < 30)
        write("DELETE",
              u"/api/v1/namespaces/%1/pods/%2"_s.arg(
                  m_ns, m_pods.takeAt(m_dice.between(0, static_cast<int>(m_pods.size()) - 1))),
              R"({"kind":"DeleteOptions","apiVersion":"v1","gracePeriodSeconds":0})");
    else if (what < 75)
        tellPod();
    else if (what < 95)
        makeEvent();
    else if (what < 98)
        labelNode();
    else
        turnNamespace();
}

QString Churn::somePod()
{
    return m_pods.at(m_dice.between(0, static_cast<int>(m_pods.size()) - 1));
}

void Churn::makePod()
{
    // One name in four was used before: the same key with another uid.
    const QString name = u"p-%1"_s.arg(m_dice.between(0, 3) == 0 ? m_dice.between(0, m_serial) : ++m_serial);
    if (m_pods.contains(name))
        return;
    m_pods << name;
    write("POST", u"/api/v1/namespaces/%1/pods"_s.arg(m_ns),
          R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":")" + name.toUtf8() +
              R"("},"spec":{"schedulerName":"none","automountServiceAccountToken":false,)"
              R"("containers":[{"name":"c","image":"nginx"}]}})");
}

void Churn::tellPod()
{
    const QByteArray now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toLatin1();
    const QByteArray ready = m_dice.between(0, 1) == 0 ? "True" : "False";
    write("PATCH", u"/api/v1/namespaces/%1/pods/%2/status"_s.arg(m_ns, somePod()),
          R"({"status":{"phase":"Running","conditions":[{"type":"Ready","status":")" + ready +
              R"(","lastTransitionTime":")" + now +
              R"("}],"containerStatuses":[{"name":"c","image":"nginx","imageID":"",)"
              R"("ready":true,"restartCount":)" +
              QByteArray::number(m_dice.between(0, 99)) + R"(,"state":{"running":{"startedAt":")" + now + "\"}}}]}}",
          MergePatch);
}

void Churn::makeEvent()
{
    const QByteArray pod = somePod().toUtf8();
    const QByteArray now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toLatin1();
    write("POST", u"/api/v1/namespaces/%1/events"_s.arg(m_ns),
          R"({"apiVersion":"v1","kind":"Event","metadata":{"generateName":"e-"},"involvedObject":{"kind":"Pod",)"
          R"("namespace":")" +
              m_ns.toUtf8() + R"(","name":")" + pod +
              R"("},"reason":"Soaked","type":"Normal","message":"wet","count":1,"source":{"component":"soak"},)"
              R"("firstTimestamp":")" +
              now + R"(","lastTimestamp":")" + now + "\"}");
}

void Churn::labelNode()
{
    write("PATCH", u"/api/v1/nodes/%1-node"_s.arg(m_ns),
          R"({"metadata":{"labels":{"wet":")" + QByteArray::number(m_dice.between(0, 999)) + "\"}}}", MergePatch);
}

void Churn::turnNamespace()
{
    const QString name = m_ns + u"-extra"_s;
    if (m_hasExtra)
        write("DELETE", u"/api/v1/namespaces/"_s + name, {});
    else
        write("POST", u"/api/v1/namespaces"_s,
              R"({"apiVersion":"v1","kind":"Namespace","metadata":{"name":")" + name.toUtf8() + "\"}}");
    m_hasExtra = !m_hasExtra;
}

void Churn::tidy()
{
    pause();
    for (const QString &path : {u"/api/v1/nodes/%1-node"_s.arg(m_ns), u"/api/v1/namespaces/"_s + m_ns,
                                u"/api/v1/namespaces/%1-extra"_s.arg(m_ns)})
        write("DELETE", path, R"({"kind":"DeleteOptions","apiVersion":"v1"})");
}

}  // namespace soak
