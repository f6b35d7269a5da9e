// SPDX-License-Identifier: Apache-2.0
#include "mirror/inside/identity.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mirror {

namespace {
constexpr auto Pause = 5s;
}

bool Identity::check(bool isUrgent)
{
    const std::chrono::milliseconds now = m_tools.timing.elapsed();
    if (!isUrgent && m_asked && now - *m_asked < Pause)
        return false;
    if (m_call)
        m_call->deleteLater();
    m_asked = now;
    m_pass.ask(Pass::For::Request, 0, [this] {
        net::Request request;
        request.path = u"/api/v1/namespaces/kube-system"_s;
        request.accept = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json";
        m_call = m_tools.wire.fetch(request, this, [this](const kube::Result<net::Reply> &reply) {
            m_call = nullptr;
            m_pass.release();
            if (reply && reply->isSuccess())
                take(*reply);
        });
    });
    return true;
}

void Identity::take(const net::Reply &reply)
{
    const kube::Result<decode::Identity> found = decode::identity(reply.body);
    if (!found || found->name != u"kube-system" || found->uid.isEmpty())
        return;
    const QString before = std::exchange(m_uid, found->uid);
    if (!before.isEmpty() && before != m_uid)
        Q_EMIT changed();
}

}  // namespace mirror
