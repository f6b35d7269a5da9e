// SPDX-License-Identifier: Apache-2.0
#include "mirror/follow/wire.h"

#include "net/session.h"

namespace mirror {

Call SessionWire::fetch(const net::Request &request, QObject *owner, Answer answer)
{
    net::Fetch *const fetch = m_session.fetch(request, owner);
    QObject::connect(fetch, &net::Fetch::finished, owner, std::move(answer));
    return fetch;
}

Call SessionWire::stream(const net::Request &request, QObject *owner, Ears ears)
{
    net::WatchStream *const stream = m_session.stream(request, owner);
    QObject::connect(stream, &net::WatchStream::opened, owner, std::move(ears.opened));
    QObject::connect(stream, &net::WatchStream::frame, owner, std::move(ears.frame));
    QObject::connect(stream, &net::WatchStream::ended, owner, std::move(ears.ended));
    return stream;
}

void SessionWire::forgetConnections()
{
    m_session.forgetConnections();
}

kube::Error SessionWire::explained(const kube::Error &error) const
{
    return m_session.credentials().explained(error);
}

}  // namespace mirror
