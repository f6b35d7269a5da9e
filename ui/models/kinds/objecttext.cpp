// SPDX-License-Identifier: Apache-2.0
#include "models/kinds/objecttext.h"

#include "manifest/text/yamltext.h"
#include "report/plaintext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace models {

namespace {

/** Values of a Secret become their sizes in bytes, as describe tells them. */
QJsonObject masked(const QJsonObject &values, bool isBase64)
{
    QJsonObject sizes;
    for (auto it = values.begin(); it != values.end(); ++it) {
        const QByteArray bytes = it.value().toString().toUtf8();
        sizes.insert(it.key(), u"%1 bytes"_s.arg(isBase64 ? QByteArray::fromBase64(bytes).size() : bytes.size()));
    }
    return sizes;
}

}  // namespace

QString objectText(const QByteArray &json)
{
    QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.isEmpty())
        return {};
    QJsonObject meta = object.value("metadata"_L1).toObject();
    meta.remove("managedFields"_L1);
    if (object.value("kind"_L1).toString() == "Secret"_L1) {
        for (const auto &[field, isBase64] : {std::pair("data"_L1, true), std::pair("stringData"_L1, false)})
            if (object.contains(field))
                object.insert(field, masked(object.value(field).toObject(), isBase64));
        QJsonObject annotations = meta.value("annotations"_L1).toObject();
        annotations.remove("kubectl.kubernetes.io/last-applied-configuration"_L1);
        if (meta.contains("annotations"_L1))
            meta.insert("annotations"_L1, annotations);
    }
    object.insert("metadata"_L1, meta);
    return report::visible(manifest::toYaml(object));
}

QString selectorFilter(const QByteArray &json)
{
    const QJsonObject selector = QJsonDocument::fromJson(json)["spec"_L1]["selector"_L1].toObject();
    if (!selector.value("matchExpressions"_L1).toArray().isEmpty())
        return {};
    const QJsonObject labels =
        selector.contains("matchLabels"_L1) ? selector.value("matchLabels"_L1).toObject() : selector;
    QStringList words;
    for (auto it = labels.begin(); it != labels.end(); ++it)
        if (it.value().isString())
            words << u"label:%1=%2"_s.arg(it.key(), it.value().toString());
    return words.join(u' ');
}

}  // namespace models
