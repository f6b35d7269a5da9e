// SPDX-License-Identifier: Apache-2.0
#include "windows/desks/kinddescription.h"

#include "command/discovery.h"

#include <QJsonArray>
#include <QJsonDocument>

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

kube::Error unexpectedAnswer()
{
    return kube::failure(kube::Error::Kind::Protocol, u"the answer is not what was asked for"_s).error();
}

}  // namespace

struct KindDescription::Reading {
    QStringList versions;  ///< in which the object is still to be asked for
    QJsonObject object;
    QList<report::Beside> besides;
    QList<report::Answer> answers;
    qsizetype open = 0;  ///< answers that are still to come
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
        .then(this, [this, reading](const kube::Result<QByteArray> &body) {
            if (!isCurrent(reading))
                return;
            if (body) {
                takeObject(reading, *body);
            } else if (!reading->versions.isEmpty()) {
                askObject(reading);
            } else {
                m_reading.reset();
                Q_EMIT failed(body.error());
            }
        });
}

void KindDescription::takeObject(const Shared &reading, const QByteArray &body)
{
    reading->object = QJsonDocument::fromJson(body).object();
    if (reading->object["kind"_L1].toString() != m_kind.kind) {
        m_reading.reset();
        Q_EMIT failed(unexpectedAnswer());
        return;
    }
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
        .then(this, [this, reading, index](const kube::Result<QByteArray> &body) {
            if (isCurrent(reading))
                takeBeside(reading, index, body);
        });
}

void KindDescription::takeBeside(const Shared &reading, qsizetype index, const kube::Result<QByteArray> &body)
{
    report::Answer &answer = reading->answers[index];
    const report::Beside &beside = reading->besides.at(index);
    const QJsonObject said = QJsonDocument::fromJson(body.value_or(QByteArray())).object();
    if (!body) {
        answer = std::unexpected(body.error());
    } else if (!beside.name.isEmpty()) {
        answer->append(said);
    } else if (!said["items"_L1].isArray()) {
        answer = std::unexpected(unexpectedAnswer());
    } else {
        for (const QJsonValue &item : said["items"_L1].toArray()) {
            QJsonObject object = item.toObject();  // a list leaves out what its items are
            object.insert("apiVersion"_L1, said["apiVersion"_L1]);
            object.insert("kind"_L1, beside.resource.kind);
            answer->append(object);
        }
        const QString more = said["metadata"_L1]["continue"_L1].toString();
        if (!more.isEmpty()) {
            askBeside(reading, index, more);
            return;
        }
    }
    if (--reading->open == 0)
        tell(reading);
}

void KindDescription::tell(const Shared &reading)
{
    m_reading.reset();
    const kube::Timestamp now = m_snapshot.now();
    const auto text = report::describe(reading->object, reading->answers, now);
    const auto nodes = report::describeTree(reading->object, reading->answers, now);
    if (text && nodes)
        Q_EMIT described(*text, *nodes);
    else
        Q_EMIT failed(text ? nodes.error() : text.error());
}

}  // namespace windows
