// SPDX-License-Identifier: Apache-2.0
// Facts as test data: arrays of {id, input, expected} under tests/data.
#pragma once

#include "kube/timestamp.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace support {

inline QByteArray read(const QString &relative)
{
    QFile file(QStringLiteral(TEST_DATA "/") + relative);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("missing test data: %s", qPrintable(relative));
    return file.readAll();
}

inline QJsonArray vectors(const QString &relative)
{
    const QJsonArray array = QJsonDocument::fromJson(read(relative)).array();
    if (array.isEmpty())
        qFatal("no vectors in %s", qPrintable(relative));
    return array;
}

/** The moment at which vectors with relative times are looked at. */
inline kube::Timestamp vectorNow()
{
    return kube::Timestamp::fromUnixSeconds(1'780'000'000);
}

/** `"@-300"` (300 s before now) becomes RFC 3339, in every string of a value. */
inline QJsonValue resolveTimes(const QJsonValue &value, kube::Timestamp now = vectorNow())
{
    if (value.isString() && value.toString().startsWith(u'@')) {
        const double seconds = QStringView(value.toString()).sliced(1).toDouble();
        return (now + std::chrono::nanoseconds(qint64(seconds * 1e9))).toRfc3339();
    }
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &element : value.toArray())
            array.append(resolveTimes(element, now));
        return array;
    }
    if (value.isObject()) {
        QJsonObject object;
        const QJsonObject source = value.toObject();
        for (auto it = source.begin(); it != source.end(); ++it)
            object.insert(it.key(), resolveTimes(it.value(), now));
        return object;
    }
    return value;
}

inline QByteArray json(const QJsonValue &value)
{
    return value.isArray() ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                           : QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

/** The first line in which two texts differ. */
inline QString difference(const QString &ours, const QString &theirs)
{
    const QStringList a = ours.split(u'\n');
    const QStringList b = theirs.split(u'\n');
    for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i)
        if (a.value(i) != b.value(i))
            return QStringLiteral("line %1\n  ours:   \"%2\"\n  kubectl:\"%3\"")
                .arg(QString::number(i + 1), a.value(i), b.value(i));
    return {};
}

}  // namespace support
