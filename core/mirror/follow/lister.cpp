// SPDX-License-Identifier: Apache-2.0
#include "mirror/follow/lister.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace mirror {

using kube::Error;

namespace {

constexpr int FirstPage = 500;
constexpr int SmallestPage = 250;
constexpr int LargestPage = 2000;
constexpr qsizetype PageBytes = 8LL * 1024 * 1024;
constexpr int PageLimit = 10'000;
const QByteArray Protobuf = QByteArrayLiteral("application/vnd.kubernetes.protobuf,application/json");
const QByteArray MetadataOnly =
    QByteArrayLiteral("application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json");

net::Request requestOf(const Lister::Order &order, const QString &continueToken, int pageSize)
{
    net::Request request;
    request.path = order.path;
    if (order.isMetadataOnly)
        request.accept = MetadataOnly;
    else if (order.isProtobuf)
        request.accept = Protobuf;
    if (order.isPaged || order.limit > 0)
        request.query.addQueryItem(u"limit"_s, QString::number(order.limit > 0 ? order.limit : pageSize));
    // A continue token stands for its version; the server refuses both. Source: apimachinery ListOptions.
    if (!continueToken.isEmpty()) {
        request.query.addQueryItem(u"continue"_s, QString::fromLatin1(QUrl::toPercentEncoding(continueToken)));
    } else if (!order.notOlderThan.isEmpty()) {
        // With a limit and without the match it would mean exactly this version.
        request.query.addQueryItem(u"resourceVersion"_s, order.notOlderThan);
        request.query.addQueryItem(u"resourceVersionMatch"_s, u"NotOlderThan"_s);
    }
    return request;
}

}  // namespace

Error answerError(const net::Reply &reply)
{
    Error error = decode::status(reply.status, reply.body);
    if (reply.retryAfter)
        error.retryAfter = reply.retryAfter;
    return error;
}

void Lister::start(const Order &order, Take take)
{
    stop();
    m_order = order;
    m_take = std::move(take);
    m_isBusy = true;
    m_continue.clear();
    m_version.clear();
    m_seen.clear();
    m_pagesRead = 0;
    m_isProtobuf = false;
    m_loaded = 0;
    m_pageSize = FirstPage;
    if (order.limit > 0)
        askPage();
    else
        m_whole.ask(Pass::For::List, order.rank, [this] { askPage(); });
}

void Lister::stop()
{
    ++m_serial;
    m_isBusy = false;
    if (m_call)
        m_call->deleteLater();
    m_call = nullptr;
    m_waiting.reset();
    m_page.release();
    m_whole.release();
}

void Lister::askPage()
{
    m_page.ask(Pass::For::Request, m_order.rank, [this] {
        m_call = m_tools.wire.fetch(requestOf(m_order, m_continue, m_pageSize), this,
                                    [this, serial = m_serial](const kube::Result<net::Reply> &reply) {
                                        if (serial == m_serial)
                                            takeReply(reply);
                                    });
    });
}

void Lister::takeReply(const kube::Result<net::Reply> &reply)
{
    m_call = nullptr;
    m_page.release();
    const quint64 serial = m_serial;
    readWaiting();
    if (serial != m_serial)
        return;
    if (!reply) {
        fail(Ending::Why::Failed, reply.error());
        return;
    }
    if (!reply->date.isNull())
        Q_EMIT clockSeen(reply->date);
    if (reply->isSuccess())
        takePage(*reply);
    else
        fail(Ending::Why::Refused, answerError(*reply));
}

void Lister::takePage(const net::Reply &reply)
{
    ++m_tools.counters.pages;
    m_tools.counters.bytes += static_cast<quint64>(reply.body.size());
    m_isProtobuf = reply.contentType.contains("protobuf");
    const std::optional<decode::ListMeta> ahead = decode::listMeta(reply.body);
    if (!ahead || ahead->continueToken.isEmpty() || m_order.limit > 0) {
        readPage(reply.body, false);
    } else if (askAfter(ahead->continueToken)) {
        m_waiting = reply.body;  // the request goes out first
        QMetaObject::invokeMethod(this, &Lister::readWaiting, Qt::QueuedConnection);
    }
}

void Lister::readWaiting()
{
    if (const auto body = std::exchange(m_waiting, {}))
        readPage(*body, true);
}

void Lister::readPage(const QByteArray &body, bool isNextAsked)
{
    const int before = m_loaded;
    const kube::Result<decode::ListMeta> meta = m_take(body, m_loaded);
    if (!meta) {
        fail(Ending::Why::Garbled, meta.error());
        return;
    }
    // The pages of one list have one version; should they not, the oldest of them can have missed nothing.
    if (m_pagesRead++ == 0 ||
        kube::compareResourceVersions(meta->resourceVersion, m_version) == std::partial_ordering::less)
        m_version = meta->resourceVersion;
    if (meta->continueToken.isEmpty() || m_order.limit > 0) {
        finish({{}, m_version, m_isProtobuf});
        return;
    }
    adapt(body.size(), m_loaded - before);
    std::optional<int> expected;
    if (meta->remainingItems && *meta->remainingItems >= 0)
        expected = m_loaded + static_cast<int>(std::min<qint64>(*meta->remainingItems, 100'000'000));
    const quint64 serial = m_serial;
    Q_EMIT progressed(m_loaded, expected);
    if (serial == m_serial && !isNextAsked)
        (void)askAfter(meta->continueToken);
}

bool Lister::askAfter(const QString &continueToken)
{
    if (m_seen.contains(continueToken) || m_seen.size() >= PageLimit) {
        fail(Ending::Why::Garbled,
             kube::failure(Error::Kind::Protocol, u"the server's list does not end"_s, m_order.path).error());
        return false;
    }
    m_seen.insert(continueToken);
    m_continue = continueToken;
    askPage();
    return true;
}

void Lister::adapt(qsizetype bytes, int objects)
{
    if (objects <= 0)
        return;
    const qsizetype each = std::max<qsizetype>(bytes / objects, 1);
    m_pageSize = static_cast<int>(std::clamp<qsizetype>(PageBytes / each, SmallestPage, LargestPage));
}

void Lister::fail(Ending::Why why, const Error &error)
{
    Ending ending;
    ending.of = Ending::Of::List;
    ending.why = why;
    ending.error = error;
    ending.isNewest = m_order.notOlderThan.isEmpty();
    ending.isLaterPage = !m_continue.isEmpty();
    finish({ending, {}, m_isProtobuf});
}

void Lister::finish(const End &end)
{
    stop();
    Q_EMIT finished(end);
}

}  // namespace mirror
