// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/fetch.h"
#include "net/request.h"
#include "net/watchstream.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace net {
class Session;
}

namespace mirror {

/** One question or stream under way; deleting it (deleteLater within its own call) gives up, and nothing is called. */
using Call = QPointer<QObject>;

/** Where answers come from: a session, or a server made up by a test. One thread. */
class Wire {
public:
    using Answer = std::function<void(const kube::Result<net::Reply> &)>;
    /** What is heard of a stream: `ended` exactly once, and nothing after it. A frame is valid during its call only. */
    struct Ears {
        std::function<void(const net::Reply &)> opened;
        std::function<void(QByteArrayView)> frame;
        std::function<void(const net::StreamEnd &)> ended;
    };

    virtual ~Wire() = default;
    /** Asks once; answers later, never from within. The Call belongs to `owner` and ends itself when it is answered. */
    virtual Call fetch(const net::Request &request, QObject *owner, Answer answer) = 0;
    virtual Call stream(const net::Request &request, QObject *owner, Ears ears) = 0;
    /** What comes next uses no connection that was open before. */
    virtual void forgetConnections() = 0;
    /** The error with what our side knows of its cause, e.g. that our certificate has ended. */
    [[nodiscard]] virtual kube::Error explained(const kube::Error &error) const { return error; }
};

/** The wire of a session, which must outlive it. */
class SessionWire final : public Wire {
public:
    explicit SessionWire(net::Session &session) : m_session(session) {}
    Call fetch(const net::Request &request, QObject *owner, Answer answer) override;
    Call stream(const net::Request &request, QObject *owner, Ears ears) override;
    void forgetConnections() override;
    [[nodiscard]] kube::Error explained(const kube::Error &error) const override;

private:
    net::Session &m_session;
};

}  // namespace mirror
