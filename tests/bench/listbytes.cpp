// SPDX-License-Identifier: Apache-2.0
#include "bench/listbytes.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace bench {

QByteArray podList(int count)
{
    QFile file(QStringLiteral(TEST_DATA "/fixtures/k8s-1.36/sidecar-init/pods.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("missing test data: %s", qPrintable(file.fileName()));
    const QJsonArray items = QJsonDocument::fromJson(file.readAll()).object().value("items"_L1).toArray();
    const QJsonObject recorded = items.first().toObject();
    const QString name = recorded["metadata"_L1]["name"_L1].toString();
    const QByteArray uid = recorded["metadata"_L1]["uid"_L1].toString().toUtf8();
    const QByteArray node = recorded["spec"_L1]["nodeName"_L1].toString().toUtf8();
    const QByteArray text = QJsonDocument(recorded).toJson(QJsonDocument::Compact);
    QByteArray list = R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"1000000"},"items":[)";
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i).rightJustified(6, '0');
        QByteArray pod = text;
        pod.replace('"' + name.toUtf8() + '"', '"' + name.toUtf8() + '-' + number + '"');
        pod.replace(uid, uid.chopped(6) + number);
        pod.replace('"' + node + '"', "\"node-" + QByteArray::number(i % 100) + '"');
        list += (i ? "," : "") + pod;
    }
    return list + "]}";
}

}  // namespace bench
