// SPDX-License-Identifier: Apache-2.0
#include "command/writer.h"

#include "command/change/judgement.h"
#include "command/kept.h"
#include "net/fault.h"
#include "net/fetch.h"

#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace command {

using kube::Error;

namespace {

constexpr std::chrono::seconds Patience429{
    30};                                  ///< how long, in all, one document waits for a server that says "later"
constexpr int SendingsLimit = 5;          ///< of one write that may be repeated
constexpr qsizetype MessageLimit = 2048;  ///< of a refusal with causes, which stand beside it whole

/**
 * With 429 or 5xx and Retry-After the server says that it did not process the request and when to send it again.
 * Anything else is never sent twice. Source: client-go rest/with_retry.go.
 */
std::optional<std::chrono::seconds> again(const net::Reply &reply)
{
    if (reply.status != 429 && reply.status < 500)
        return std::nullopt;
    return reply.retryAfter;
}

Error cancelled()
{
    return kube::failure(Error::Kind::Cancelled, u"the connection to the cluster was closed"_s).error();
}

}  // namespace

Writer::Writer(net::Session &session, Discovery &discovery, const Order &order, const Patience &patience, Done done,
               QObject *parent)
    : QObject(parent), m_session(session), m_discovery(discovery), m_order(order), m_patience(patience),
      m_done(std::move(done))
{
}

Writer::~Writer()
{
    if (!m_done)
        return;
    if (m_isUnderWay)
        m_outcomes.last().fate = Fate::Unknown;
    while (m_outcomes.size() < m_order.documents.size()) {
        m_outcomes.append(Outcome{});
        m_outcomes.last().index = m_order.documents.at(m_outcomes.size() - 1).index;
    }
    for (Outcome &outcome : m_outcomes) {
        if (outcome.fate != Fate::Done && !outcome.error)
            outcome.error = cancelled();
    }
    m_done(m_outcomes);
}

void Writer::start()
{
    QMetaObject::invokeMethod(this, &Writer::next, Qt::QueuedConnection);
}

void Writer::next()
{
    if (++m_at < m_order.documents.size()) {
        m_outcomes.append(Outcome{});
        m_outcomes.last().index = document().index;
        if (m_hasFailed && m_order.stopAtFailure)
            return skip();
        m_waited = {};
        m_sendings = 0;
        m_mayBeDone = false;
        resolve();
        return;
    }
    deleteLater();
    std::exchange(m_done, nullptr)(m_outcomes);
}

void Writer::resolve()
{
    const auto invalid = [this](const QString &message) {
        fail(kube::failure(Error::Kind::Input, message, document().source).error());
    };
    const kube::Result<decode::Identity> identity = decode::identity(document().json);
    if (!identity)
        return fail(identity.error());
    m_errand = {m_order.verb, document(), *identity, {}, {}, {}, m_order.force, m_order.dryRun};
    Outcome &outcome = m_outcomes.last();
    outcome.kind = identity->kind;
    outcome.key = {identity->ns, identity->name};
    if (identity->apiVersion.isEmpty() || identity->kind.isEmpty())
        return invalid(
            u"error validating data: %1 not set"_s.arg(identity->kind.isEmpty() ? u"kind"_s : u"apiVersion"_s));
    if (identity->name.isEmpty() && m_order.verb != Verb::Create)
        return invalid(u"resource name may not be empty"_s);
    m_discovery.resolve(identity->apiVersion, identity->kind, this, [this](const kube::Result<kube::Resource> &found) {
        if (found)
            return prepare(*found);
        Error error = found.error();
        if (error.kind == Error::Kind::NotFound && error.httpStatus == 0) {
            error.message = u"resource mapping not found for name: \"%1\" namespace: \"%2\" from \"%3\": %4\n"
                            "ensure CRDs are installed first"_s.arg(m_errand.identity.name, m_errand.identity.ns,
                                                                    document().source, error.message);
            error.where = document().source;
        }
        fail(error);
    });
}

void Writer::prepare(const kube::Resource &resource)
{
    m_errand.resource = resource;
    if (resource.namespaced)
        m_errand.ns = m_errand.identity.ns.isEmpty() ? m_order.defaultNamespace : m_errand.identity.ns;
    const kube::Result<net::Request> request = m_errand.request();
    if (!request)
        return fail(request.error());
    m_outcomes.last().key.ns = m_errand.ns;
    m_errand.uid = m_errand.identity.uid;
    const bool wantsUid = m_order.verb == Verb::Remove && m_errand.uid.isEmpty();
    const bool wantsVersion = m_order.verb == Verb::Replace && m_errand.identity.resourceVersion.isEmpty();
    if (wantsUid || wantsVersion || (m_order.looks && !m_errand.identity.name.isEmpty()))
        look();
    else
        send();
}

void Writer::look()
{
    net::Request request = m_errand.look();
    m_patience.limit(request);
    net::Fetch *const fetch = m_session.fetch(request, this);
    connect(fetch, &net::Fetch::finished, this, &Writer::takeLook);
}

void Writer::takeLook(const kube::Result<net::Reply> &reply)
{
    if (!reply)
        return fail(reply.error());
    // Who may write and not read goes by the name alone, as kubectl does.
    const bool mayBeAbsent = m_order.verb == Verb::Create || m_order.verb == Verb::Apply;
    if (!reply->isSuccess() && reply->status != 403 && !(reply->status == 404 && mayBeAbsent))
        return fail(decode::status(reply->status, reply->body));
    Outcome &outcome = m_outcomes.last();
    outcome.wasRead = reply->status != 403;
    if (reply->isSuccess()) {
        outcome.before = m_order.looks ? reply->body : QByteArray();
        if (const auto there = decode::trace(reply->body); there && m_order.verb == Verb::Remove)
            m_errand.uid = m_errand.uid.isEmpty() ? there->uid : m_errand.uid;
        if (const auto there = decode::identity(reply->body); there && m_order.verb == Verb::Replace)
            m_errand.lock(there->resourceVersion);
    }
    send();
}

void Writer::send()
{
    m_outcomes.last().uid = m_order.verb == Verb::Remove ? m_errand.uid : QString();
    net::Request request = m_errand.request().value_or(net::Request{});
    m_patience.limit(request);
    if (m_sendings++ == 0)
        m_age.start();
    m_isUnderWay = true;
    net::Fetch *const fetch = m_session.fetch(request, this);
    connect(fetch, &net::Fetch::finished, this, &Writer::take);
}

void Writer::take(const kube::Result<net::Reply> &reply)
{
    if (!reply) {
        m_mayBeDone |= reply.error().mayBeDone && !m_order.dryRun;
        if (m_mayBeDone)
            settle(reply.error(), false);
        else
            fail(reply.error());
        return;
    }
    m_outcomes.last().warnings = reply->warnings;
    if (const auto pause = again(*reply); pause && m_waited + *pause <= Patience429) {
        m_waited += *pause;
        QTimer::singleShot(*pause, this, &Writer::send);
    } else if (reply->isSuccess()) {
        succeed(reply->body, reply->status);
    } else {
        takeRefusal(*reply);
    }
}

void Writer::takeRefusal(const net::Reply &reply)
{
    Error error = decode::status(reply.status, reply.body);
    if (reply.retryAfter)
        error.retryAfter = reply.retryAfter;
    if (!error.causes.isEmpty() && error.message.size() > MessageLimit)
        error.message = error.message.first(MessageLimit) + u'…';
    const bool isGone = reply.status == 404 || (reply.status == 409 && !m_errand.uid.isEmpty());
    if (m_mayBeDone && m_order.verb == Verb::Remove && isGone)
        succeed({});  // an earlier sending did it; what has the name now is another object
    else if (m_mayBeDone && m_order.verb == Verb::Replace && reply.status == 409)
        lookForReplaced(error);
    else if (reply.status >= 500 && !reply.retryAfter && !m_order.dryRun)
        settle(error, true);
    else
        fail(error, m_mayBeDone ? Fate::Unknown : Fate::NotDone);
}

void Writer::settle(const Error &error, bool wasAnswered)
{
    if (m_order.verb == Verb::Apply) {
        // Applying twice is applying once: the answer to the second tells what became of the first.
        if (wasAnswered || !sendAgain(m_patience.pause * (1 << (m_sendings - 1))))
            fail(error, Fate::Unknown);
        return;
    }
    if (m_order.verb == Verb::Replace) {
        // Of two PUTs of one version the server takes one at most; without a version (it may not be read) both.
        const bool isLocked = !m_errand.identity.resourceVersion.isEmpty();
        if (!isLocked || wasAnswered || !sendAgain(m_patience.pause * (1 << (m_sendings - 1))))
            lookForReplaced(error);
        return;
    }
    if (m_order.verb == Verb::Create && m_errand.identity.name.isEmpty())
        return fail(
            error, Fate::Unknown,
            u"not sent again, as each sending would make another one; look for names that begin with \"%1\""_s.arg(
                m_errand.generateName()));
    if (m_order.verb == Verb::Remove && m_errand.uid.isEmpty())
        return fail(error, Fate::Unknown, u"which object is meant could not be read"_s);
    const auto settled = [this, error, wasAnswered](const Finding &found) { takeFinding(found, error, wasAnswered); };
    (new Settlement(m_session, m_errand, m_patience, m_age, wasAnswered, settled, this))->start();
}

void Writer::lookForReplaced(const Error &error)
{
    net::Request request = m_errand.look();
    m_patience.limit(request);
    net::Fetch *const fetch = m_session.fetch(request, this);
    connect(fetch, &net::Fetch::finished, this, [this, error](const kube::Result<net::Reply> &reply) {
        const bool isThere = reply && reply->isSuccess();
        if (isThere && isReplaced(reply->body, m_errand))
            return succeed(reply->body);
        fail(error, Fate::Unknown,
             isThere ? u"what is there now is not what was sent"_s : u"looking for it told nothing"_s);
    });
}

void Writer::skip()
{
    Outcome &outcome = m_outcomes.last();
    const kube::Result<decode::Identity> identity = decode::identity(document().json);
    if (identity) {
        outcome.kind = identity->kind;
        outcome.key = {identity->ns, identity->name};
    }
    outcome.skip = Skip::AfterFailure;
    outcome.error = kube::failure(Error::Kind::Cancelled, u"not sent: a document before it failed"_s).error();
    start();
}

void Writer::takeFinding(const Finding &finding, const Error &error, bool wasAnswered)
{
    if (finding.fate == Fate::Done)
        succeed({});
    else if (!finding.isUntouched || wasAnswered || !sendAgain(m_patience.pause))
        fail(error, finding.fate, finding.why);
}

bool Writer::sendAgain(std::chrono::milliseconds pause)
{
    if (m_sendings >= SendingsLimit)
        return false;
    QTimer::singleShot(pause, this, &Writer::send);
    return true;
}

void Writer::succeed(const QByteArray &body, int httpStatus)
{
    Outcome &outcome = m_outcomes.last();
    if (m_errand.identity.name.isEmpty()) {
        if (const auto made = decode::identity(body))
            outcome.key.name = made->name;
    }
    if (m_order.verb != Verb::Remove) {
        for (const QString &field : notKept(document().json, body))
            outcome.warnings << u"the server did not keep \"%1\""_s.arg(field);
    }
    outcome.after = body;
    if (m_order.verb != Verb::Remove)
        outcome.effect = effectOf(outcome, httpStatus);
    outcome.line = m_errand.line(outcome.key.name, m_order.looks ? outcome.effect : Effect::Unknown);
    outcome.fate = Fate::Done;
    m_isUnderWay = false;
    start();
}

void Writer::fail(const Error &error, Fate fate, const QString &why)
{
    Outcome &outcome = m_outcomes.last();
    outcome.error = error;
    outcome.fate = fate;
    m_isUnderWay = false;
    m_hasFailed = true;
    if (m_order.dryRun && needsEarlier(m_errand, error, m_order.documents.first(m_at)))
        outcome.skip = Skip::NeedsEarlier;
    if (m_mayBeDone || fate == Fate::Unknown) {
        const QString object = m_errand.object(m_errand.identity.name + m_errand.generateName());
        const QString verdict = fate == Fate::Unknown
                                    ? u"it is not known whether %1 was %2"_s.arg(object, m_errand.participle())
                                    : u"%1 was not %2"_s.arg(object, m_errand.participle());
        const QString clause = why.isEmpty() ? QString() : u" ("_s + why + u')';
        QString lost = error.message;
        if (lost.endsWith(net::doubt()))
            lost.chop(net::doubt().size());
        outcome.error->message = u"%1; %2%3"_s.arg(lost, verdict, clause);
    }
    start();
}

}  // namespace command
