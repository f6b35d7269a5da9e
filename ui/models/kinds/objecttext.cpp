// SPDX-License-Identifier: Apache-2.0
#include "models/kinds/objecttext.h"

#include "decode/selectortext.h"
#include "manifest/text/yamltext.h"
#include "models/query/queryword.h"
#include "report/plaintext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

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

kube::Result<QString> selectorFilter(const QByteArray &json)
{
    const auto selector = decode::podSelector(json);
    if (!selector || selector->isEmpty())
        return selector;
    const QStringList terms = selector->split(u',');
    const bool isPlain =
        std::ranges::all_of(terms, [](const QString &term) { return term.contains(u'=') && !term.contains(u' '); });
    return isPlain ? u"label:"_s + terms.join(u" label:"_s) : u"selector:"_s + quoted(*selector);
}

}  // namespace models
