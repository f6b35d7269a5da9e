// SPDX-License-Identifier: Apache-2.0
// One QTest row per vector of tests/data/pull, named by its id, with columns `input` and `expected`.
#pragma once

#include "kube/version.h"
#include "support/vectors.h"

namespace rows {

/** The vectors of an area; a file that lost or gained some fails. */
inline QJsonArray ofArea(const QString &area, qsizetype count)
{
    const QJsonArray vectors = support::vectors(QStringLiteral("pull/%1.json").arg(area));
    if (vectors.size() != count)
        qFatal("%s: %d vectors", qPrintable(area), int(vectors.size()));
    return vectors;
}

inline void add(const QString &area, qsizetype count)
{
    QTest::addColumn<QJsonObject>("input");
    QTest::addColumn<QJsonObject>("expected");
    for (const QJsonValue &vector : ofArea(area, count))
        QTest::newRow(qPrintable(vector[u"id"].toString()))
            << vector[u"input"].toObject() << vector[u"expected"].toObject();
}

/** A text that is empty stands for null. */
inline QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

/** `v1.31`, `1.31` to 1.31. */
inline kube::Version version(const QJsonValue &text)
{
    return kube::Version::parse(text.toString()).value();
}

}  // namespace rows
