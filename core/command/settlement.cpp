// SPDX-License-Identifier: Apache-2.0
#include "command/settlement.h"

#include "net/fetch.h"

#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace command {

namespace {

/** An object older than this is surely older than our write, however far the clocks of two API servers are apart. */
constexpr auto SurelyOlder = 60s;

/** What a look that tells nothing tells. */
QString wordsOf(const kube::Error &error)
{
    return u"looking for it told nothing: %1"_s.arg(error.message);
}

}  // namespace

Finding judgeCreation(const decode::Trace &there, kube::Timestamp sent)
{
    if (sent.isNull() || there.created.isNull())
        return {Fate::Unknown, u"an object of that name is there, and it is not known since when"_s, false};
    if (there.created.point() < sent.point() - SurelyOlder)
        return {Fate::NotDone, u"an older object of that name is there"_s, false};
    // Both clocks show whole seconds: an object of ours cannot seem older than the second in which we sent it.
    if (there.created.point() < std::chrono::floor<std::chrono::seconds>(sent.point()))
        return {Fate::Unknown, u"an object of that name was created at about that time"_s, false};
    if (there.managers.isEmpty())
        return {Fate::Unknown, u"an object of that name was created meanwhile; the server does not say by whom"_s,
                false};
    if (!there.managers.contains(QString::fromLatin1(FieldManager)))
        return {Fate::Unknown, u"an object of that name was created meanwhile by %1"_s.arg(there.managers.first()),
                false};
    return {Fate::Done, {}, false};
}

Finding judgeRemoval(const decode::Trace &there, const QString &uid)
{
    if (there.uid != uid || !there.deletion.isNull())
        return {Fate::Done, {}, false};
    return {Fate::Unknown, u"it is still there"_s, true};
}

Settlement::Settlement(net::Session &session, const Errand &errand, const Patience &patience, QElapsedTimer age,
                       bool wasAnswered, Done done, QObject *parent)
    : QObject(parent), m_session(session), m_errand(errand), m_patience(patience), m_done(std::move(done)), m_age(age),
      m_pause(patience.pause), m_wasAnswered(wasAnswered)
{
    if (wasAnswered)
        m_patience.settle = std::min(m_patience.settle, m_patience.pause);
    m_since.start();
}

std::chrono::milliseconds Settlement::left() const
{
    return m_patience.settle - std::chrono::milliseconds(m_since.elapsed());
}

void Settlement::look()
{
    m_isLast = left() <= 0ms;
    net::Request request = m_errand.look();
    m_patience.limit(request);
    net::Fetch *const fetch = m_session.fetch(request, this);
    connect(fetch, &net::Fetch::finished, this, &Settlement::take);
}

void Settlement::take(const kube::Result<net::Reply> &reply)
{
    if (!reply)
        return wait(wordsOf(reply.error()));
    if (!reply->isSuccess()) {
        const kube::Error error = decode::status(reply->status, reply->body);
        // A 404 that is no Status is a proxy's word, not the API server's.
        if (error.kind == kube::Error::Kind::NotFound && error.reason == "NotFound"_L1)
            return takeAbsence();
        return wait(wordsOf(error));
    }
    const kube::Result<decode::Trace> there = decode::trace(reply->body);
    if (!there)
        return wait(wordsOf(there.error()));
    if (m_errand.verb == Verb::Remove) {
        finish(judgeRemoval(*there, m_errand.uid));
        return;
    }
    const std::chrono::nanoseconds age = std::chrono::milliseconds(m_age.elapsed());
    const kube::Timestamp sent = reply->date.isNull() ? kube::Timestamp() : kube::Timestamp(reply->date.point() - age);
    finish(judgeCreation(*there, sent));
}

void Settlement::takeAbsence()
{
    if (m_errand.verb == Verb::Remove)
        return finish({Fate::Done, {}, false});
    if (m_isLast && !m_wasAnswered)
        return finish({Fate::NotDone, u"the server does not have it"_s, false});
    wait(u"the server does not have it now"_s);
}

void Settlement::wait(const QString &why)
{
    if (m_isLast)
        return finish({Fate::Unknown, why, false});
    QTimer::singleShot(std::clamp(left(), 0ms, m_pause), this, &Settlement::look);
    m_pause *= 2;
}

void Settlement::finish(const Finding &finding)
{
    deleteLater();
    m_done(finding);
}

}  // namespace command
