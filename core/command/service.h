// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/discovery.h"
#include "command/writer.h"

namespace command {

/** Carries out orders on one session, in the session's thread. */
class Service : public QObject {
    Q_OBJECT
public:
    using Body = std::function<void(const kube::Result<QByteArray> &)>;

    explicit Service(net::Session &session, QObject *parent = nullptr);

    /** `done` is called once, or destroyed uncalled with this. */
    void write(const Order &order, Writer::Done done);
    void get(const QString &path, const QUrlQuery &query, const QByteArray &accept, Body done);

private:
    net::Session &m_session;
    Discovery m_discovery;
};

}  // namespace command
