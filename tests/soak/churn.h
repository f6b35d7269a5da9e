// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "proxy/mischief.h"
#include "soak/apiserver.h"

#include <QTimer>

namespace soak {

/** Changes on the server, without end: pods made, told of and deleted, events, nodes' labels, namespaces. */
class Churn : public QObject {
    Q_OBJECT
public:
    /** `ns`: the namespace that it makes and that it works in; `perSecond`: writes. */
    Churn(ApiServer &server, const QString &ns, quint32 seed, int perSecond);

    void start() { m_ticking.start(); }
    void pause() { m_ticking.stop(); }
    /** No write is under way. */
    [[nodiscard]] bool isQuiet() const { return m_underWay == 0; }
    /** Deletes what it made. */
    void tidy();
    [[nodiscard]] int writes() const { return m_writes; }

private:
    void step();
    void write(const QByteArray &verb, const QString &path, const QByteArray &body,
               const QByteArray &contentType = "application/json");
    void makePod();
    void tellPod();
    void makeEvent();
    void labelNode();
    void turnNamespace();
    [[nodiscard]] QString somePod();

    ApiServer &m_server;
    QString m_ns;
    support::Dice m_dice;
    QTimer m_ticking;
    QStringList m_pods;
    int m_serial = 0;
    int m_writes = 0;
    int m_underWay = 0;
    bool m_hasExtra = false;
};

}  // namespace soak
