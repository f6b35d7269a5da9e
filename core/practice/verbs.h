// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practice/clock.h"
#include "practice/objectstore.h"
#include "practice/paths.h"
#include "practice/reply.h"

#include <QUrlQuery>

namespace practice {

/** One request on a resource, without its transport. */
struct Call {
    QByteArray method;
    Target target;
    QUrlQuery query;
    QByteArray body;
    QByteArray contentType;
    QString client;  ///< User-Agent up to the slash: the field manager where the query names none
};

/** What the API server does to objects: the verbs, with defaulting, validation and admission. */
class Verbs {
public:
    Verbs(ObjectStore &store, const Clock &clock);

    /** Answers any call but a watch. */
    [[nodiscard]] Reply perform(const Call &call);
    /** Starts deletion as DELETE does; `grace` below 0 takes the object's own. */
    Reply remove(const QString &resource, QJsonObject object, qint64 grace);

private:
    [[nodiscard]] Reply read(const Call &call) const;
    [[nodiscard]] Reply list(const Call &call) const;
    [[nodiscard]] Reply create(const Call &call, QJsonObject body);
    [[nodiscard]] Reply replace(const Call &call, QJsonObject body);
    [[nodiscard]] Reply patch(const Call &call);
    [[nodiscard]] Reply apply(const Call &call, QJsonObject configuration);
    [[nodiscard]] Reply removeCall(const Call &call);
    [[nodiscard]] Reply removeMany(const Call &call);
    [[nodiscard]] Reply update(const Call &call, const QJsonObject &before, QJsonObject after);
    [[nodiscard]] std::optional<Reply> refuseNamespace(const Call &call, const QString &name) const;
    [[nodiscard]] Reply log(const Call &call) const;

    ObjectStore &m_store;
    const Clock &m_clock;
};

}  // namespace practice
