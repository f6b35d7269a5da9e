// SPDX-License-Identifier: Apache-2.0
#include "windows/desks/kinddescription.h"

#include "command/discovery.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace windows {

namespace {

QString pathOf(const QString &version, const kube::Resource &kind, const QString &ns, const QString &name)
{
    QStringList parts;
    if (kind.namespaced && !ns.isEmpty())
        parts << u"namespaces"_s << ns;
    parts << kind.resource;
    if (!name.isEmpty())
        parts << name;
    return net::pathOf(command::apiRoot(version), parts);
}

QString versionOf(const kube::Resource &kind)
{
    return kind.group.isEmpty() ? kind.version : kind.group + u'/' + kind.version;
}

std::unexpected<kube::Error> unexpectedAnswer()
{
    return kube::failure(kube::Error::Kind::Protocol, u"the answer is not what was asked for"_s);
}

/** An object of that kind. */
kube::Result<QJsonObject> objectIn(const kube::Result<QByteArray> &body, const QString &kind)
{
    if (!body)
        return std::unexpected(body.error());
    const QJsonObject object = QJsonDocument::fromJson(*body).object();
    if (object["kind"_L1].toString() != kind)
        return unexpectedAnswer();
    return object;
}

struct Part {
    QList<QJsonObject> objects;
    QString continueToken;  ///< empty: it is the last one
};

/** What an answer to one of the other reads holds. */
kube::Result<Part> partIn(const kube::Result<QByteArray> &body, const report::Beside &beside)
{
    if (!body)
        return std::unexpected(body.error());
    const QJsonObject said = QJsonDocument::fromJson(*body).object();
    if (!beside.name.isEmpty())
        return Part{{said}, {}};
    if (!said["items"_L1].isArray())
        return unexpectedAnswer();
    Part part{{}, said["metadata"_L1]["continue"_L1].toString()};
    for (const QJsonValue &item : said["items"_L1].toArray()) {
        QJsonObject object = item.toObject();  // a list leaves out what its items are
        object.insert("apiVersion"_L1, said["apiVersion"_L1]);
        object.insert("kind"_L1, beside.resource.kind);
        part.objects << object;
    }
    return part;
}

}  // namespace

struct KindDescription::Reading {
    QStringList versions;  ///< in which the object is still to be asked for
    QJsonObject object;
    QList<report::Beside> besides;
    QList<report::Answer> answers;
    qsizetype open = 0;  ///< answers that are still to come
};

/** As text and as a tree. */
struct KindDescription::Told {
    kube::Result<QString> text;
    kube::Result<QList<report::DescribeNode>> nodes;
};

KindDescription::KindDescription(const models::Snapshot &snapshot, QObject *parent)
    : QObject(parent), m_snapshot(snapshot)
{
}

KindDescription::~KindDescription() = default;

void KindDescription::setClient(command::Client *client)
{
    forget();
    m_client = client;
    m_object = {};
}

void KindDescription::read(const kube::Resource &kind, const kube::Key &object)
{
    if (!m_client)
        return;
    m_kind = kind;
    m_object = object;
    m_reading = std::make_shared<Reading>();
    m_reading->versions = report::describedVersions(kind.group, kind.kind);
    if (m_reading->versions.isEmpty())
        m_reading->versions << versionOf(kind);
    askObject(m_reading);
}

void KindDescription::refresh()
{
    if (!m_reading && !m_object.name.isEmpty())
        read(m_kind, m_object);
}

void KindDescription::forget()
{
    m_reading.reset();
}

void KindDescription::askObject(const Shared &reading)
{
    const QString version = reading->versions.takeFirst();
    m_client->get(pathOf(version, m_kind, m_object.ns, m_object.name), {}, "application/json")
        .then(QtFuture::Launch::Async,
              [kind = m_kind.kind](const kube::Result<QByteArray> &body) { return objectIn(body, kind); })
        .then(this, [this, reading](const kube::Result<QJsonObject> &object) {
            if (!isCurrent(reading))
                return;
            if (object) {
                takeObject(reading, *object);
            } else if (!reading->versions.isEmpty()) {
                askObject(reading);
            } else {
                m_reading.reset();
                Q_EMIT failed(object.error());
            }
        });
}

void KindDescription::takeObject(const Shared &reading, const QJsonObject &object)
{
    reading->object = object;
    reading->besides = report::besides(reading->object);
    reading->open = reading->besides.size();
    reading->answers.resize(reading->open);
    for (qsizetype i = 0; i < reading->besides.size(); ++i)
        askBeside(reading, i, {});
    if (reading->open == 0)
        tell(reading);
}

void KindDescription::askBeside(const Shared &reading, qsizetype index, const QString &continueToken)
{
    const report::Beside &beside = reading->besides.at(index);
    QUrlQuery query;
    const auto add = [&](const QString &key, const QString &value) {
        if (!value.isEmpty())
            query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add(u"labelSelector"_s, beside.labels);
    add(u"fieldSelector"_s, beside.fields);
    if (beside.name.isEmpty())
        add(u"limit"_s, u"500"_s);
    add(u"continue"_s, continueToken);
    m_client
        ->get(pathOf(versionOf(beside.resource), beside.resource, beside.ns, beside.name), query, "application/json")
        .then(QtFuture::Launch::Async, [beside](const kube::Result<QByteArray> &body) { return partIn(body, beside); })
        .then(this, [this, reading, index](const kube::Result<Part> &part) {
            if (!isCurrent(reading))
                return;
            report::Answer &answer = reading->answers[index];
            if (!part) {
                answer = std::unexpected(part.error());
            } else {
                answer->append(part->objects);
                if (!part->continueToken.isEmpty()) {
                    askBeside(reading, index, part->continueToken);
                    return;
                }
            }
            if (--reading->open == 0)
                tell(reading);
        });
}

void KindDescription::tell(const Shared &reading)
{
    QtConcurrent::run([object = reading->object, answers = reading->answers, now = m_snapshot.now()] {
        return Told{report::describe(object, answers, now), report::describeTree(object, answers, now)};
    }).then(this, [this, reading](const Told &told) {
        if (!isCurrent(reading))
            return;
        m_reading.reset();
        if (told.text && told.nodes)
            Q_EMIT described(*told.text, *told.nodes);
        else
            Q_EMIT failed(told.text ? told.nodes.error() : told.text.error());
    });
}

}  // namespace windows
