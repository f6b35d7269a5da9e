// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/client.h"
#include "kube/timestamp.h"

#include <QJsonValue>

namespace command {

/** Who owns a field, as far as the server says. */
struct Owner {
    QString manager;
    QString operation;    ///< `Apply` or `Update`; empty: not known
    QString subresource;  ///< mostly empty
    kube::Timestamp time;
    bool operator==(const Owner &) const = default;
};

/** A field of a server-side apply that belongs to others, who gave it another value. */
struct Conflict {
    QString field;  ///< as the server names it: `.spec.containers[name="web"].image`
    QList<Owner> owners;
    QJsonValue theirs;      ///< what the object says; undefined where it could not be read
    QJsonValue mine;        ///< what was sent
    bool isSecret = false;  ///< its values must not be shown
};

/** Whether an apply was refused because fields belong to others, and for that alone. */
[[nodiscard]] bool isConflict(const kube::Error &error);

/** The conflicts of a refused apply, each field once, in the server's order. `sent` is what was sent. Pure. */
[[nodiscard]] QList<Conflict> conflictsOf(const Outcome &outcome, const QByteArray &sent);

/** What is sent when these fields are left to their owners. Pure. */
[[nodiscard]] QByteArray withoutFields(const QByteArray &sent, const QStringList &fields);

/** The document, meant for the object as it was read and no other version of it. Pure. */
[[nodiscard]] QByteArray lockedTo(const QByteArray &sent, const QByteArray &live);

}  // namespace command
