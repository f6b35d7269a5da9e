// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

namespace manifest {

/** The object that bytes of JSON say; empty where they say none. */
[[nodiscard]] QJsonObject objectOf(const QByteArray &json);

/**
 * An object without what the server keeps for itself: managedFields, uid, resourceVersion, generation, the times of
 * birth and death, selfLink, and status. Pure.
 */
[[nodiscard]] QJsonObject withoutServerFields(QJsonObject object);

/** Whether two states of an object say the same apart from what the server keeps for itself. */
[[nodiscard]] bool sameContent(const QJsonObject &a, const QJsonObject &b);

/**
 * Whether `live` says all that `sent` says, apart from what the server keeps for itself; it may say more. Values that a
 * server writes in another way (`1000m`) count as others. Pure.
 */
[[nodiscard]] bool holdsAll(const QJsonObject &live, const QJsonObject &sent);

/**
 * Puts back, for a PUT, what of the server's own fields `text` leaves out: the version and the uid that it means, and
 * status, which kinds without that subresource would lose. Pure.
 */
[[nodiscard]] QJsonObject withServerFieldsBack(QJsonObject text, const QJsonObject &live);

/** Two states of an object to be shown beside each other, as YAML. */
struct Sides {
    QString before;  ///< empty: there is none
    QString after;
    QList<int> byServer;  ///< lines of `after`, from 0, that the text sent does not have, nor the state before it
};

/**
 * What a change does to an object, as text: without the server's own fields (status only where the change touches it),
 * and without one value of a Secret, whose entries say whether they change. `before` and `sent` may be empty.
 */
[[nodiscard]] Sides sidesOf(const QJsonObject &before, const QJsonObject &after, const QJsonObject &sent);

/** The same as kubectl diff compares it: all but managedFields; nothing is told apart. */
[[nodiscard]] Sides wholeSidesOf(QJsonObject before, QJsonObject after);

/** Puts in the place of each value of a Secret words that tell its size; any other object stays as it is. */
[[nodiscard]] QJsonObject withKeptSecrets(QJsonObject object);
/** Puts back what withKeptSecrets took from `live`, where the words still stand; what was written anew stays. */
[[nodiscard]] QJsonObject withSecretsBack(QJsonObject text, const QJsonObject &live);

}  // namespace manifest
