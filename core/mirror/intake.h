// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/reader.h"
#include "mirror/store.h"

namespace mirror {

/** What a reflector needs to know of a list page or a watch frame; the objects themselves go to the store. */
struct FrameNote {
    enum class Type { Changed, Bookmark, Error, Skipped };
    Type type = Type::Skipped;
    QString version;
    kube::Error error;
};

/** Takes the bytes of one kind: pages into a heap of their own until the list is whole, frames into the store. */
class Intake {
public:
    virtual ~Intake() = default;
    /** Keeps one page aside; how many objects it held stands in `loaded`. */
    [[nodiscard]] virtual kube::Result<decode::ListMeta> page(QByteArrayView json, int &loaded) = 0;
    virtual void dropPages() = 0;
    /** The pages are whole: they become the truth. */
    virtual void replace() = 0;
    [[nodiscard]] virtual kube::Result<FrameNote> frame(QByteArrayView json) = 0;
};

/** The intake of kind T. */
template <class T>
class KindIntake final : public Intake {
public:
    KindIntake(decode::Reader &reader, typename Store<T>::Changed changed)
        : m_reader(reader), m_store(std::move(changed))
    {
    }

    [[nodiscard]] kube::Result<decode::ListMeta> page(QByteArrayView json, int &loaded) override
    {
        kube::Result<decode::List<T>> list = m_reader.list<T>(json);
        if (!list)
            return std::unexpected(list.error());
        m_pages += list->items;
        loaded = static_cast<int>(m_pages.size());
        return list->meta;
    }

    void dropPages() override { m_pages.clear(); }

    void replace() override
    {
        m_store.replace(m_pages);
        m_pages.clear();
    }

    [[nodiscard]] kube::Result<FrameNote> frame(QByteArrayView json) override
    {
        using Type = typename decode::WatchEvent<T>::Type;
        const kube::Result<decode::WatchEvent<T>> event = m_reader.watchEvent<T>(json);
        if (!event)
            return std::unexpected(event.error());
        switch (event->type) {
        case Type::Added:
        case Type::Modified:
            m_store.upsert(event->object);
            return FrameNote{FrameNote::Type::Changed, event->resourceVersion, {}};
        case Type::Deleted:
            m_store.remove(event->object);
            return FrameNote{FrameNote::Type::Changed, event->resourceVersion, {}};
        case Type::Bookmark: return FrameNote{FrameNote::Type::Bookmark, event->resourceVersion, {}};
        case Type::Error: return FrameNote{FrameNote::Type::Error, {}, event->error};
        case Type::Unknown: break;
        }
        return FrameNote{};
    }

    [[nodiscard]] Store<T> &store() { return m_store; }

private:
    decode::Reader &m_reader;
    Store<T> m_store;
    QList<std::shared_ptr<const T>> m_pages;
};

}  // namespace mirror
