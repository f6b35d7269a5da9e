// SPDX-License-Identifier: Apache-2.0
#include "decode/selectortext.h"

#include "kube/selector.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace decode {

using namespace Qt::StringLiterals;

kube::Result<QString> podSelector(QByteArrayView json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toByteArray()).object();
    const QString kind = object["kind"_L1].toString();
    const QJsonValue selector = object["spec"_L1]["selector"_L1];
    const bool isPlain = kind == u"Service" || kind == u"ReplicationController";
    if (!selector.isObject() || (isPlain && selector.toObject().isEmpty()))
        return kube::failure(kube::Error::Kind::Invalid, u"%1 has no selector"_s.arg(kind));
    QList<std::pair<QString, QString>> terms;  // by key
    const QJsonObject labels = isPlain ? selector.toObject() : selector["matchLabels"_L1].toObject();
    for (auto it = labels.begin(); it != labels.end(); ++it)
        terms.emplaceBack(it.key(), it.key() + u'=' + it.value().toString());
    if (!isPlain)
        for (const QJsonValue &expression : selector["matchExpressions"_L1].toArray()) {
            QStringList values;
            for (const QJsonValue &value : expression["values"_L1].toArray())
                values << value.toString();
            const QString key = expression["key"_L1].toString();
            terms.emplaceBack(key, kube::expressionText(key, expression["operator"_L1].toString(), values));
        }
    std::ranges::stable_sort(terms, {}, [](const auto &term) { return term.first; });
    QStringList texts;
    for (const auto &[key, text] : std::as_const(terms))
        texts << text;
    return texts.join(u',');
}

}  // namespace decode
