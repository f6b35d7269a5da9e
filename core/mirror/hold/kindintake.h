// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/counters.h"
#include "mirror/follow/intake.h"
#include "mirror/hold/aside.h"
#include "mirror/hold/store.h"

namespace mirror {

/** The intake of kind T into one store; several of them, one a namespace, may share it. All outlive it. */
template <class T>
class KindIntake final : public Intake {
public:
    /** `ns`: what comes is of that namespace only; empty: everything. */
    KindIntake(decode::Reader &reader, Store<T> &store, Counters &counters, const QString &ns = {});

    kube::Result<decode::ListMeta> page(QByteArrayView body, int &loaded) override;
    bool readsProtobuf() const override { return decode::readsProtobuf<T>; }
    kube::Result<FrameNote> initialFrame(QByteArrayView json, int &loaded) override;
    void dropAside() override;
    bool goesBack() const override;
    void commit(const QString &version, bool isNewTime) override;
    kube::Result<FrameNote> frame(QByteArrayView json, const QString &since) override;
    kube::Result<decode::ListMeta> tags(QByteArrayView json, QList<decode::Tag> &into) override;
    QSet<kube::Key> doubts(const QList<decode::Tag> &tags, const QString &listed, const QString &seen) const override;
    QList<QString> namespaces() const override;
    int undecodable() const override { return static_cast<int>(m_broken.size()) + m_nameless; }

private:
    using Event = decode::WatchEvent<T>;
    using Type = Event::Type;

    void putBroken(const decode::Tag &tag);
    /** What the tag says is what we hold, or older. */
    [[nodiscard]] bool isKnown(const decode::Tag &tag, bool isEnd) const;
    void apply(const Event &event, const decode::Tag &tag);
    /** A change of an object that cannot be read. */
    void applyBroken(const decode::Tag &tag);

    decode::Reader &m_reader;
    Store<T> &m_store;
    Counters &m_counters;
    QString m_ns;
    Aside<T> m_aside;
    QHash<kube::Key, QString> m_broken;  ///< objects that the server holds and that we cannot read, and their versions
    int m_nameless = 0;                  ///< more of them, of which not even the key can be read
};

}  // namespace mirror
