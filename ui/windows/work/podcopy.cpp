// SPDX-License-Identifier: Apache-2.0
#include "windows/work/podcopy.h"

#include "manifest/text/yamltext.h"
#include "report/csv.h"
#include "report/plaintext.h"
#include "report/tables.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace windows {

namespace {

bool areOfSeveral(const QList<kube::PodRef> &pods)
{
    return std::ranges::any_of(pods, [&](const auto &pod) { return pod->meta.key.ns != pods.first()->meta.key.ns; });
}

QString namesOf(const QList<kube::PodRef> &pods)
{
    const bool several = areOfSeveral(pods);
    QStringList names;
    for (const kube::PodRef &pod : pods) {
        const kube::Key &key = pod->meta.key;
        names.append(report::visibleLine(several ? key.ns + u'/' + key.name : key.name));
    }
    return names.join(u'\n') + u'\n';
}

kube::Result<QJsonObject> objectOf(const kube::Result<QByteArray> &body, const kube::PodRef &pod)
{
    if (!body)
        return std::unexpected(body.error());
    const QJsonObject object = QJsonDocument::fromJson(*body).object();
    const QString uid = object["metadata"_L1]["uid"_L1].toString();
    if (object.isEmpty())
        return kube::failure(kube::Error::Kind::Protocol, u"the answer is no object"_s, pod->meta.key.name);
    if (uid != pod->meta.uid)
        return kube::failure(kube::Error::Kind::NotFound, u"another pod has this name by now"_s, pod->meta.key.name);
    return object;
}

}  // namespace

QString copyOf(const QList<kube::PodRef> &pods, CopyForm form, kube::Timestamp now, kube::Version server)
{
    if (pods.isEmpty())
        return {};
    if (form == CopyForm::Names)
        return namesOf(pods);
    QList<kube::PodPtr> whole;
    for (const kube::PodRef &pod : pods)
        whole.append(pod.whole());
    const kube::Table table = report::podTable(whole, now, server);
    if (form == CopyForm::Csv)
        return report::csv(table, true);
    report::PrintOptions options;
    options.namespaces = areOfSeveral(pods);
    return report::visible(report::print(table, options));
}

QString copyOf(const QList<QJsonObject> &objects, CopyForm form)
{
    QJsonArray items;
    for (QJsonObject object : objects) {
        QJsonObject meta = object["metadata"_L1].toObject();
        meta.remove("managedFields"_L1);
        object.insert("metadata"_L1, meta);
        items.append(object);
    }
    if (items.isEmpty())
        return {};
    const QJsonObject whole = items.size() == 1
                                  ? items.first().toObject()
                                  : QJsonObject{{u"apiVersion"_s, u"v1"_s},
                                                {u"items"_s, items},
                                                {u"kind"_s, u"List"_s},
                                                {u"metadata"_s, QJsonObject{{u"resourceVersion"_s, QString()}}}};
    return form == CopyForm::Yaml ? manifest::toYaml(whole) : QString::fromUtf8(QJsonDocument(whole).toJson());
}

QFuture<QList<kube::Result<QJsonObject>>> fetchObjects(command::Client &client, const QList<kube::PodRef> &pods)
{
    QList<QFuture<kube::Result<QByteArray>>> answers;
    for (const kube::PodRef &pod : pods.first(std::min(pods.size(), MostFetched))) {
        const auto quoted = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
        answers.append(
            client.get(u"/api/v1/namespaces/%1/pods/%2"_s.arg(quoted(pod->meta.key.ns), quoted(pod->meta.key.name)), {},
                       "application/json"));
    }
    return QtFuture::whenAll(answers.begin(), answers.end())
        .then([pods](const QList<QFuture<kube::Result<QByteArray>>> &done) {
            QList<kube::Result<QJsonObject>> objects;
            for (qsizetype i = 0; i < done.size(); ++i)
                objects.append(objectOf(done.at(i).result(), pods.at(i)));
            return objects;
        });
}

}  // namespace windows
