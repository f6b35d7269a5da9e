// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/courier.h"
#include "support/faultserver.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTest>

/** A server of two groups that keeps what it is told to keep, and a client of it that does not wait long. */
namespace bench {

using namespace Qt::StringLiterals;
using support::Exchange;

inline const QByteArray CoreResources =
    R"({"kind":"APIResourceList","groupVersion":"v1","resources":[)"
    R"({"name":"namespaces","singularName":"","namespaced":false,"kind":"Namespace","verbs":["create"]},)"
    R"({"name":"pods","singularName":"","namespaced":true,"kind":"Pod","verbs":["create"]},)"
    R"({"name":"pods/status","singularName":"","namespaced":true,"kind":"Pod","verbs":["get"]}]})";
inline const QByteArray AppResources =
    R"({"kind":"APIResourceList","groupVersion":"apps/v1","resources":[)"
    R"({"name":"deployments","singularName":"","namespaced":true,"kind":"Deployment","verbs":["create"]}]})";

inline const command::Document Pod{R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","namespace":"dev"}})",
                                   u"f.yaml"_s, 1};
inline const command::Document Deployment{R"({"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d1"}})",
                                          u"f.yaml"_s, 2};
inline const QString PodPath = u"/api/v1/namespaces/dev/pods/web"_s;

inline QByteArray status(int code, const QByteArray &reason, const QByteArray &message)
{
    return R"({"kind":"Status","apiVersion":"v1","status":"Failure","message":")" + message + R"(","reason":")" +
           reason + R"(","code":)" + QByteArray::number(code) + "}";
}

/** An object as the server would hold it: born `age` seconds ago, of these managers. */
inline QByteArray held(const QByteArray &sent, const QString &uid, int age = 0,
                       const QStringList &managers = {u"gantry"_s})
{
    QJsonObject object = QJsonDocument::fromJson(sent).object();
    QJsonObject meta = object.value("metadata"_L1).toObject();
    meta.insert("uid"_L1, uid);
    meta.insert("creationTimestamp"_L1, QDateTime::currentDateTimeUtc().addSecs(-age).toString(Qt::ISODate));
    QJsonArray fields;
    for (const QString &manager : managers)
        fields.append(QJsonObject{{u"manager"_s, manager}, {u"operation"_s, u"Update"_s}});
    meta.insert("managedFields"_L1, fields);
    object.insert("metadata"_L1, meta);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

struct Bench {
    QList<Exchange> writes;
    int discoveries = 0;
    int looks = 0;
    QHash<QString, QByteArray> objects;  ///< by path
    std::function<void(const Exchange &)> onWrite = [](const Exchange &x) { x.answer(201, x.body); };
    std::function<void(const Exchange &)> onLook = [this](const Exchange &x) { show(x); };
    support::FaultServer server{[this](const Exchange &x) { serve(x); }};
    net::Session session{[this] {
        config::Connection connection;
        connection.server = server.url();
        return connection;
    }()};
    std::unique_ptr<command::Service> service = std::make_unique<command::Service>(
        session, command::Patience{std::chrono::milliseconds(2'000), std::chrono::milliseconds(60),
                                   std::chrono::milliseconds(10)});
    command::Courier client{[this](const command::Courier::Task &task) { task(*service); }};

    /** Answers with the object of the path, with the server's clock. */
    void show(const Exchange &x) const
    {
        const QString now = QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss"_s);
        const QByteArray date = "Date: " + now.toLatin1() + " GMT\r\n";
        if (const QByteArray object = objects.value(x.url.path()); !object.isEmpty())
            x.answer(200, object, date);
        else
            x.answer(404, status(404, "NotFound", "pods \\\"web\\\" not found"), date);
    }

    /** Nobody listens any more, and every line is cut. */
    void vanish()
    {
        server.close();
        const auto sockets = server.findChildren<QTcpSocket *>();
        for (QTcpSocket *socket : sockets)
            socket->abort();
    }

    void serve(const Exchange &x)
    {
        if (x.verb != "GET") {
            writes << x;
            onWrite(x);
        } else if (x.url.path() == "/api/v1"_L1) {
            ++discoveries;
            x.answer(200, CoreResources);
        } else if (x.url.path() == "/apis/apps/v1"_L1) {
            ++discoveries;
            x.answer(200, AppResources);
        } else if (x.url.path() == "/readyz"_L1) {
            x.answer(200, "ok");
        } else {
            ++looks;
            onLook(x);
        }
    }
};

template <class T>
T wait(QFuture<T> future)
{
    [&] { QTRY_VERIFY(future.isFinished()); }();
    return future.isFinished() ? future.result() : T{};
}

}  // namespace bench
