// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "kube/object.h"
#include "net/session.h"

#include <QHash>

#include <functional>

namespace command {

/** Which resource a kind is, as the server says; never guesses a plural. Remembers answers. One thread. */
class Discovery : public QObject {
    Q_OBJECT
public:
    using Found = std::function<void(const kube::Result<kube::Resource> &)>;

    explicit Discovery(net::Session &session, QObject *parent = nullptr);

    /** Calls `found` once, maybe at once; never after `context` is gone. Unknown kind: NotFound with no HTTP status. */
    void resolve(const QString &apiVersion, const QString &kind, QObject *context, Found found);

private:
    net::Session &m_session;
    QHash<QString, QList<kube::Resource>> m_known;  ///< by apiVersion
};

/** `/api/v1` or `/apis/<group>/<version>`; empty where the text is not an apiVersion. */
[[nodiscard]] QString apiRoot(const QString &apiVersion);

}  // namespace command
