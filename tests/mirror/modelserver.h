// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manualtiming.h"

#include <QByteArray>
#include <QMap>
#include <QUrlQuery>

#include <map>
#include <memory>
#include <random>
#include <vector>

namespace support {

/** The way back to whoever asked: one answer, or an open stream. */
class Sink {
public:
    virtual ~Sink() = default;
    /** `cutAt`: after so many bytes of the body the connection breaks; -1: it does not. */
    virtual void answer(int status, const QByteArray &body, int retryAfter, qsizetype cutAt) = 0;
    /** There is no connection at all. */
    virtual void refuse() = 0;
    virtual void open() = 0;
    virtual void write(const QByteArray &bytes) = 0;
    virtual void end(bool inOrder) = 0;
    [[nodiscard]] virtual bool isGone() const = 0;
};

/** How one server behaves for the length of one history. */
struct Temper {
    bool hasBookmarks = true;
    bool canStream = true;       ///< streamed lists
    bool streamsMutely = false;  ///< takes the request for one for an ordinary watch: no end bookmark
    bool restores = false;
    bool reorders = false;
    bool breaksObjects = false;  ///< some objects cannot be read
    bool isHuge = false;         ///< versions beyond 64 bits
    double faults = 0.15;        ///< of requests and frames
};

/**
 * A pure model of an API server's pods: its history in versions, and every fault that a network or a server can have.
 * Nothing is random but by its seed.
 */
class ModelServer {
public:
    struct Object {
        QByteArray uid;
        qint64 version = 0;
        bool isBroken = false;
        bool operator==(const Object &) const = default;
    };
    using Contents = QMap<QByteArray, Object>;  ///< by name

    ModelServer(quint32 seed, ManualTiming &timing);

    /** One request to the collection. */
    void serve(const QUrlQuery &query, std::shared_ptr<Sink> sink);
    /** Something happens to the objects, or to the server. */
    void happen();
    /** Sends what is to be sent. Call it as time passes. */
    void push();
    /** From now on nothing goes wrong any more. */
    void heal();

    [[nodiscard]] const Contents &contents() const { return m_contents; }
    [[nodiscard]] int openStreams() const;
    /** When a stream was last opened. */
    [[nodiscard]] std::chrono::milliseconds lastOpening() const { return m_opened; }
    [[nodiscard]] int brokenObjects() const;
    [[nodiscard]] QByteArray text(qint64 version) const;
    /** The most requests that came within any minute. */
    [[nodiscard]] int busiestMinute() const { return m_busiest; }
    [[nodiscard]] int restores() const { return m_restores; }

    Temper temper;

private:
    struct Event {
        QByteArray type;
        QByteArray name;
        Object object;
    };
    struct Stream {
        std::shared_ptr<Sink> sink;
        qint64 at = 0;
        bool hasBookmarks = false;
        bool isHung = false;
        std::chrono::milliseconds ends{0};
        std::chrono::milliseconds nextBookmark{0};
    };

    [[nodiscard]] bool strikes(double share = 1.0);
    [[nodiscard]] int dice(int sides);
    void count();
    void commit(const QByteArray &type, const QByteArray &name, const Object &object);
    void change();
    void restore();
    bool spoil(Sink &sink);
    void list(const QUrlQuery &query, Sink &sink);
    void watch(const QUrlQuery &query, const std::shared_ptr<Sink> &sink);
    void openStream(const QUrlQuery &query, const std::shared_ptr<Sink> &sink, qint64 from, bool sendsAll);
    void pushTo(Stream &stream);
    void send(Stream &stream, const QByteArray &bytes);
    [[nodiscard]] QByteArray objectText(const QByteArray &name, const Object &object) const;
    [[nodiscard]] QByteArray frameText(const Event &event, qint64 version) const;
    [[nodiscard]] qint64 number(const QString &version) const;
    [[nodiscard]] qint64 seenByReplica();

    ManualTiming &m_timing;
    std::mt19937 m_random;
    qint64 m_version = 100;
    qint64 m_compacted = 0;
    Contents m_contents;
    std::map<qint64, Event> m_events;
    std::map<qint64, Contents> m_snapshots;
    std::vector<Stream> m_streams;
    std::vector<std::chrono::milliseconds> m_requests;
    std::chrono::milliseconds m_opened{0};
    int m_busiest = 0;
    int m_restores = 0;
    int m_uid = 0;
};

}  // namespace support
