// SPDX-License-Identifier: Apache-2.0
#include "command/courier.h"

#include <QPromise>

using namespace Qt::StringLiterals;

namespace command {

namespace {

/** A promise that is always kept: where nobody answers, `fallback` is the answer. */
template <class T>
class Pending {
public:
    explicit Pending(T fallback) : m_fallback(std::move(fallback)) { m_promise.start(); }
    Pending(const Pending &) = delete;
    Pending &operator=(const Pending &) = delete;
    ~Pending()
    {
        if (!m_isDone)
            finish(m_fallback);
    }
    void finish(const T &answer)
    {
        m_isDone = true;
        m_promise.addResult(answer);
        m_promise.finish();
    }
    [[nodiscard]] QFuture<T> future() { return m_promise.future(); }

private:
    QPromise<T> m_promise;
    T m_fallback;
    bool m_isDone = false;
};

kube::Error readOnly()
{
    return kube::failure(kube::Error::Kind::Cancelled, u"this context is read-only in Gantry; nothing was sent"_s)
        .error();
}

kube::Error cancelled()
{
    return kube::failure(kube::Error::Kind::Cancelled, u"the connection to the cluster was closed"_s).error();
}

/** A log that a reader in the service's thread reads, known there by its number. */
class Feed final : public LogFeed {
public:
    Feed(Courier::Post post, quint64 number, const LogWish &wish) : m_post(std::move(post)), m_number(number)
    {
        m_post([number, wish](Service &service) { service.openLog(number, wish); });
    }
    ~Feed() override
    {
        m_post([number = m_number](Service &service) { service.closeLog(number); });
    }
    QFuture<LogPart> next() override
    {
        const auto pending =
            std::make_shared<Pending<LogPart>>(LogPart{{}, 0, {LogState::Phase::Failed, cancelled(), {}}});
        m_post([number = m_number, pending](Service &service) {
            service.nextOfLog(number, [pending](const LogPart &part) { pending->finish(part); });
        });
        return pending->future();
    }

private:
    Courier::Post m_post;
    quint64 m_number;
};

}  // namespace

QFuture<QList<Outcome>> Courier::create(QList<Document> documents, QString defaultNamespace)
{
    return send({Verb::Create, std::move(documents), std::move(defaultNamespace), false, false, false, false});
}

QFuture<QList<Outcome>> Courier::apply(QList<Document> documents, QString defaultNamespace, bool force)
{
    return send({Verb::Apply, std::move(documents), std::move(defaultNamespace), force, false, false, false});
}

QFuture<QList<Outcome>> Courier::remove(QList<Document> documents, QString defaultNamespace)
{
    return send({Verb::Remove, std::move(documents), std::move(defaultNamespace), false, false, false, false});
}

QFuture<QList<Outcome>> Courier::rehearse(Verb verb, QList<Document> documents, QString defaultNamespace)
{
    return send({verb, std::move(documents), std::move(defaultNamespace), false, true, false, false});
}

QFuture<QList<Outcome>> Courier::send(const Order &order)
{
    const bool isRefused = m_isReadOnly && !order.dryRun;
    QList<Outcome> unanswered;
    for (const Document &document : order.documents) {
        Outcome outcome;
        outcome.index = document.index;
        outcome.error = isRefused ? readOnly() : cancelled();
        unanswered << outcome;
    }
    if (isRefused)
        return QtFuture::makeReadyValueFuture(unanswered);
    const auto pending = std::make_shared<Pending<QList<Outcome>>>(unanswered);
    m_post([order, pending](Service &service) {
        service.write(order, [pending](const QList<Outcome> &outcomes) { pending->finish(outcomes); });
    });
    return pending->future();
}

QFuture<kube::Result<QByteArray>> Courier::get(QString path, QUrlQuery query, QByteArray accept)
{
    using Answer = kube::Result<QByteArray>;
    const auto pending = std::make_shared<Pending<Answer>>(std::unexpected(cancelled()));
    m_post([path, query, accept, pending](Service &service) {
        service.get(path, query, accept, [pending](const Answer &answer) { pending->finish(answer); });
    });
    return pending->future();
}

QFuture<kube::Result<kube::SchemaSetPtr>> Courier::schemas(SchemaCache cache, QString place)
{
    using Answer = kube::Result<kube::SchemaSetPtr>;
    const auto pending = std::make_shared<Pending<Answer>>(std::unexpected(cancelled()));
    m_post([cache = std::move(cache), place, pending](Service &service) {
        service.schemas(cache, place, [pending](const Answer &answer) { pending->finish(answer); });
    });
    return pending->future();
}

std::unique_ptr<LogFeed> Courier::log(LogWish wish)
{
    return std::make_unique<Feed>(m_post, ++m_logs, wish);
}

QFuture<kube::Result<void>> Courier::pour(LogWish wish, std::function<void(QByteArrayView)> sink)
{
    using Answer = kube::Result<void>;
    const auto pending = std::make_shared<Pending<Answer>>(std::unexpected(cancelled()));
    m_post([wish, sink = std::move(sink), pending](Service &service) {
        service.pour(wish, sink, [pending](const Answer &answer) { pending->finish(answer); });
    });
    return pending->future();
}

}  // namespace command
