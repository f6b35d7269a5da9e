// SPDX-License-Identifier: Apache-2.0
#include "net/watchstream.h"

#include "net/fault.h"
#include "net/session.h"
#include "net/words/verdict.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace net {

WatchStream::WatchStream(Session &session, const Request &request, QObject *owner)
    : QObject(owner), m_bytes(new ByteStream(session, request, ByteStream::Unauthorized::Tell, this)),
      m_place(placeOf(session.route().server))
{
    connect(m_bytes, &ByteStream::opened, this, &WatchStream::opened);
    connect(m_bytes, &ByteStream::received, this, &WatchStream::consume);
    connect(m_bytes, &ByteStream::ended, this, &WatchStream::conclude);
}

WatchStream::~WatchStream() = default;

void WatchStream::consume(QByteArrayView bytes)
{
    m_framing.append(bytes);
    const QPointer<WatchStream> alive(this);
    QByteArrayView json;
    for (;;) {
        const Framing::Next next = m_framing.next(json);
        if (next == Framing::Next::NeedMore)
            break;
        if (next != Framing::Next::Frame) {
            const QString what = next == Framing::Next::TooLong ? u"an object of the stream is larger than 32 MiB"_s
                                                                : u"the stream holds something that is not JSON"_s;
            m_bytes->stop();
            finish({StreamEnd::Why::Garbled, {}, kube::failure(kube::Error::Kind::Protocol, what).error()});
            return;
        }
        m_bytes->expectRest(false);
        Q_EMIT frame(json);
        if (!alive || m_isDone)
            return;
    }
    m_bytes->expectRest(m_framing.hasPartial());
}

void WatchStream::conclude(const StreamEnd &end)
{
    using Why = StreamEnd::Why;
    if (end.why == Why::Closed && m_framing.hasPartial())
        finish({Why::Broken, {}, unable(u"%1 ended the stream in the middle of an object"_s.arg(m_place), m_place)});
    else
        finish(end);
}

void WatchStream::finish(const StreamEnd &end)
{
    m_isDone = true;
    deleteLater();
    Q_EMIT ended(end);
}

}  // namespace net
