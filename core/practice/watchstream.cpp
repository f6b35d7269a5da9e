// SPDX-License-Identifier: Apache-2.0
#include "practice/watchstream.h"

#include "practice/json.h"
#include "practice/kinds.h"
#include "practice/reply.h"

#include <QJsonDocument>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace practice {

WatchStream::WatchStream(ObjectStore &store, const Clock &clock, const Terms &terms, QHttpServerResponder &&responder,
                         QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock), m_terms(terms),
      m_selector(selectorOf(terms.query, terms.target.ns, terms.target.name)), m_responder(std::move(responder))
{
}

WatchStream::~WatchStream()
{
    if (!m_finished)
        m_responder.writeEndChunked("\n");  // Qt wants a last chunk that is not empty
}

void WatchStream::start()
{
    const auto parameter = [&](const QString &name) { return m_terms.query.queryItemValue(name); };
    m_responder.writeBeginChunked(m_terms.headers);
    m_bookmarks = parameter(u"allowWatchBookmarks"_s) == u"true";
    const QString from = parameter(u"resourceVersion"_s);
    const bool initial = parameter(u"sendInitialEvents"_s) == u"true";
    if (initial || from.isEmpty() || from == u"0") {
        sendAll();
        if (initial)
            bookmark(true);
    } else {
        const auto missed = m_store.since(m_terms.target.resource, from.toLongLong());
        if (!missed) {
            const QString message =
                u"too old resource version: %1 (%2)"_s.arg(from, QString::number(m_store.version()));
            sendLine(u"ERROR"_s, refuse(410, u"Expired"_s, message).body);
            finish();
            return;
        }
        for (const Change &change : *missed)
            follow(change);
    }
    connect(&m_store, &ObjectStore::changed, this, &WatchStream::follow);
    const int seconds = parameter(u"timeoutSeconds"_s).toInt();
    QTimer::singleShot(seconds > 0 ? std::chrono::seconds(seconds) : 45min, this, &WatchStream::finish);
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this] { bookmark(false); });
    timer->start(30s);
}

void WatchStream::finish()
{
    if (m_finished)
        return;
    m_finished = true;
    disconnect(&m_store, nullptr, this, nullptr);
    m_responder.writeEndChunked("\n");  // Qt wants a last chunk that is not empty
    deleteLater();
}

void WatchStream::sendAll()
{
    for (const QJsonObject &object : m_store.list(m_terms.target.resource, m_terms.target.ns))
        if (m_selector(object))
            send(u"ADDED"_s, object);
}

void WatchStream::follow(const Change &change)
{
    if (change.resource != m_terms.target.resource)
        return;
    const bool was = !change.before.isEmpty() && m_selector(change.before);
    const bool is = m_selector(change.after);
    if (change.type == Change::Type::Deleted || (was && !is)) {
        if (!was && !is)
            return;
        QJsonObject last = change.type == Change::Type::Deleted ? change.after : change.before;
        put(last, u"metadata.resourceVersion", QString::number(change.version));
        send(u"DELETED"_s, last);
    } else if (is) {
        send(was ? u"MODIFIED"_s : u"ADDED"_s, change.after);
    }
}

void WatchStream::bookmark(bool initialEnd)
{
    if (!m_bookmarks && !initialEnd)
        return;
    const Kind &kind = *kindOf(m_terms.target.resource);
    QJsonObject object{{u"kind"_s, kind.kind}, {u"apiVersion"_s, u"v1"_s}};
    put(object, u"metadata.resourceVersion", QString::number(m_store.version()));
    if (initialEnd)
        put(object, u"metadata.annotations", QJsonObject{{u"k8s.io/initial-events-end"_s, u"true"_s}});
    send(u"BOOKMARK"_s, object);
}

void WatchStream::send(const QString &type, const QJsonObject &object)
{
    if (!m_terms.table) {
        sendLine(type, object);
        return;
    }
    const QJsonObject metadata{{u"resourceVersion"_s, text(object, u"metadata.resourceVersion")}};
    const QString kind = kindOf(m_terms.target.resource)->kind;
    sendLine(type, tableOf(kind, {object}, metadata, *m_terms.table, m_clock.now(), !m_columnsSent));
    m_columnsSent = true;
}

void WatchStream::sendLine(const QString &type, const QJsonObject &object)
{
    if (m_finished)
        return;
    // By hand, since the API server writes the type first and QJsonObject sorts its keys.
    m_responder.writeChunk(R"({"type":")" + type.toLatin1() + R"(","object":)" +
                           QJsonDocument(object).toJson(QJsonDocument::Compact) + "}\n");
}

}  // namespace practice
