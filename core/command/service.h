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

    explicit Service(net::Session &session, const Patience &patience = {}, QObject *parent = nullptr);
    ~Service() override;

    /** `done` is called once; from the destructor of this where the order is not done by then. */
    void write(const Order &order, Writer::Done done);
    void get(const QString &path, const QUrlQuery &query, const QByteArray &accept, Body done);

private:
    net::Session &m_session;
    Discovery m_discovery;
    Patience m_patience;
};

}  // namespace command
