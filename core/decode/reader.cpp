// SPDX-License-Identifier: Apache-2.0
#include "decode/reader.h"

#include "decode/fields.h"
#include "decode/protobuf/envelope.h"
#include "decode/protobuf/podlist.h"
#include "decode/salvage.h"

namespace decode {

using namespace Qt::StringLiterals;

namespace {

template <class T>
constexpr std::string_view kindOf = {};
template <>
constexpr std::string_view kindOf<kube::Pod> = "Pod";
template <>
constexpr std::string_view kindOf<kube::SlimPod> = "Pod";
template <>
constexpr std::string_view kindOf<kube::Event> = "Event";
template <>
constexpr std::string_view kindOf<kube::Node> = "Node";
template <>
constexpr std::string_view kindOf<kube::Namespace> = "Namespace";

kube::Error unreadable(const char *what)
{
    kube::Error error;
    error.kind = kube::Error::Kind::Protocol;
    error.message = u"the server's answer cannot be read: %1"_s.arg(QString::fromUtf8(what));
    return error;
}

/** Runs `read` on the root value of `bytes`; every parser failure becomes an Error. */
template <class Read>
auto parse(Reader::Parser &state, QByteArrayView bytes, Read read) -> decltype(read(json::value()))
{
    try {
        json::document document = state.parser.iterate(state.padded(bytes)).value();
        auto result = read(document.get_value().value());
        if (!document.at_end())
            return std::unexpected(unreadable("there is more than one value"));
        return result;
    } catch (const simdjson::simdjson_error &failure) {
        return std::unexpected(unreadable(failure.what()));
    }
}

ListMeta listMeta(json::value value)
{
    ListMeta meta;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "resourceVersion")
            meta.resourceVersion = text(v);
        else if (key == "continue")
            meta.continueToken = text(v);
        else if (int64_t count = 0; key == "remainingItemCount" && v.get_int64().get(count) == simdjson::SUCCESS)
            meta.remainingItems = count;  // an estimate: where it is none, nothing is lost
    });
    return meta;
}

template <class T>
kube::Shared<T> make(json::value value, Reader::Parser &state)
{
    auto object = std::make_shared<T>();
    fill(*object, value, state.intern);
    return object;
}
template <>
kube::PodRef make<kube::SlimPod>(json::value value, Reader::Parser &state)
{
    kube::Pod pod;
    fill(pod, value, state.intern);
    return std::make_shared<const kube::SlimPod>(std::move(pod), state.shapes);
}

/** The metadata of an object of any kind, and the kind. */
kube::ObjectMeta metaOf(json::value value, Interner &intern, std::string_view *kind = nullptr)
{
    kube::ObjectMeta meta;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "metadata")
            meta = objectMeta(v, intern, nullptr, std::move(meta));
        else if (key == "kind" && kind)
            *kind = view(v);
    });
    return meta;
}

/** The same from bytes that stand alone; null where they cannot be read, or have no name. */
template <class T>
kube::Shared<T> makeAlone(QByteArrayView bytes, Reader::Parser &state)
{
    try {
        const simdjson::padded_string padded(bytes.data(), size_t(bytes.size()));
        json::document document = state.second.iterate(padded).value();
        auto object = make<T>(document.get_value().value(), state);
        return object->meta.key.name.isEmpty() ? kube::Shared<T>() : object;
    } catch (const simdjson::simdjson_error &) {
        return nullptr;
    }
}

template <class T>
typename WatchEvent<T>::Type watchType(std::string_view name)
{
    using Type = WatchEvent<T>::Type;
    if (name == "ADDED")
        return Type::Added;
    if (name == "MODIFIED")
        return Type::Modified;
    if (name == "DELETED")
        return Type::Deleted;
    if (name == "BOOKMARK")
        return Type::Bookmark;
    return name == "ERROR" ? Type::Error : Type::Unknown;
}

/** The `object` of a watch event whose type is known. */
template <class T>
void takeObject(WatchEvent<T> &event, json::value value, Reader::Parser &state)
{
    using Type = WatchEvent<T>::Type;
    switch (event.type) {
    case Type::Unknown: return;
    case Type::Error: event.error = statusError(value); return;
    case Type::Bookmark: {
        std::string_view kind;
        const kube::ObjectMeta meta = metaOf(value, state.intern, &kind);
        if (!kind.empty() && kind != kindOf<T>) {
            event.type = Type::Unknown;
            return;
        }
        event.resourceVersion = meta.resourceVersion;
        for (const auto &[name, text] : meta.annotations)
            event.initialEventsEnd |= name == u"k8s.io/initial-events-end" && text == u"true";
        return;
    }
    case Type::Added:
    case Type::Modified:
    case Type::Deleted:
        event.object = make<T>(value, state);
        event.resourceVersion = event.object->meta.resourceVersion;
    }
}

}  // namespace

Reader::Reader() : m_parser(std::make_unique<Parser>()) {}
Reader::~Reader() = default;

template <class T>
kube::Result<List<T>> Reader::list(QByteArrayView bytes)
{
    if constexpr (readsProtobuf<T>)
        if (isProtobuf(bytes)) {
            kube::Result<List<T>> list = podList<T>(bytes, m_parser->intern, m_parser->shapes);
            m_parser->shedAfter(list);
            return list;
        }
    kube::Result<List<T>> list = wholeList<T>(bytes);
    if (list) {
        m_parser->shedAfter(list);
        return list;
    }
    // Is it one object that spoils it? Then the rest of the answer can be read without the objects.
    const std::optional<OpenedList> opened = openList(bytes);
    kube::Result<List<T>> frame = opened ? wholeList<T>(opened->frame) : std::unexpected(list.error());
    if (!frame)
        return list;
    for (const QByteArrayView item : opened->items) {
        if (auto object = makeAlone<T>(item, *m_parser))
            frame->items.append(std::move(object));
        else
            frame->unreadable.append(tagOf(item, m_parser->intern));
    }
    return frame;
}

template <class T>
kube::Result<List<T>> Reader::wholeList(QByteArrayView bytes)
{
    return parse(*m_parser, bytes, [&](json::value root) -> kube::Result<List<T>> {
        List<T> result;
        bool hasItems = false;
        std::string kind;
        each(root, [&](std::string_view key, json::value v) {
            if (key == "kind") {
                kind = view(v);
            } else if (key == "metadata") {
                result.meta = listMeta(v);
            } else if (key == "items") {
                hasItems = true;
                result.items.clear();  // of two, the last counts
                items(v, [&](json::value item) {
                    auto object = make<T>(item, *m_parser);
                    if (object->meta.key.name.isEmpty())
                        throw simdjson::simdjson_error(simdjson::NO_SUCH_FIELD);
                    result.items.append(std::move(object));
                });
            }
        });
        const bool expected = kind == std::string(kindOf<T>) + "List" || kind == "List";  // kubectl writes plain Lists
        if (!expected || !hasItems)
            return std::unexpected(unreadable("this is not the list that was asked for"));
        return result;
    });
}

template <class T>
kube::Result<WatchEvent<T>> Reader::watchEvent(QByteArrayView bytes)
{
    kube::Result<WatchEvent<T>> event = wholeEvent<T>(bytes);
    if (event)
        return event;
    using Type = WatchEvent<T>::Type;
    const QByteArrayView type = memberOf(bytes, "type");
    const QByteArrayView object = memberOf(bytes, "object");
    WatchEvent<T> salvaged;
    salvaged.type = type.size() < 2 ? Type::Unknown : watchType<T>({type.data() + 1, size_t(type.size() - 2)});
    if (object.isEmpty() ||
        (salvaged.type != Type::Added && salvaged.type != Type::Modified && salvaged.type != Type::Deleted))
        return event;
    const QByteArrayView kind = memberOf(object, "kind");
    if (!kind.isEmpty() && kind != QByteArray('"' + QByteArray(kindOf<T>) + '"')) {
        salvaged.type = Type::Unknown;
        return salvaged;
    }
    salvaged.unreadable = tagOf(object, m_parser->intern);
    salvaged.resourceVersion = salvaged.unreadable->resourceVersion;
    return salvaged;
}

template <class T>
kube::Result<WatchEvent<T>> Reader::wholeEvent(QByteArrayView bytes)
{
    return parse(*m_parser, bytes, [&](json::value root) -> kube::Result<WatchEvent<T>> {
        using Type = WatchEvent<T>::Type;
        WatchEvent<T> event;
        bool typed = false;
        std::string_view early;  // an object that stands before its type: servers write the type first, proxies may not
        each(root, [&](std::string_view key, json::value v) {
            if (key == "type") {
                const Type type = watchType<T>(view(v));
                if (typed && type != event.type)  // then what was taken as one thing is another
                    throw simdjson::simdjson_error(simdjson::INCORRECT_TYPE);
                event.type = type;
                typed = true;
            } else if (key == "object" && typed) {
                takeObject(event, v, *m_parser);
            } else if (key == "object") {
                early = v.raw_json().value();
            }
        });
        if (typed && !early.empty()) {
            const size_t room = m_parser->buffer.size() - size_t(early.data() - m_parser->buffer.data());
            json::document document = m_parser->second.iterate(early.data(), early.size(), room).value();
            takeObject(event, document.get_value().value(), *m_parser);
        }
        const bool needsObject =
            event.type == Type::Added || event.type == Type::Modified || event.type == Type::Deleted;
        if (!typed || (needsObject && (!event.object || event.object->meta.key.name.isEmpty())))
            return std::unexpected(unreadable("this is not a watch event"));
        return event;
    });
}

template <class T>
kube::Result<kube::Shared<T>> Reader::object(QByteArrayView bytes)
{
    return parse(*m_parser, bytes, [&](json::value root) -> kube::Result<kube::Shared<T>> {
        auto object = make<T>(root, *m_parser);
        if (object->meta.key.name.isEmpty())
            return std::unexpected(unreadable("this object has no name"));
        return object;
    });
}

kube::Result<TagList> Reader::tags(QByteArrayView bytes)
{
    return parse(*m_parser, bytes, [&](json::value root) -> kube::Result<TagList> {
        TagList result;
        bool hasItems = false;
        std::string kind;
        each(root, [&](std::string_view key, json::value v) {
            if (key == "kind") {
                kind = view(v);
            } else if (key == "metadata") {
                result.meta = listMeta(v);
            } else if (key == "items") {
                hasItems = true;
                result.items.clear();
                items(v, [&](json::value item) {
                    const kube::ObjectMeta meta = metaOf(item, m_parser->intern);
                    result.items.append({meta.key, meta.uid, meta.resourceVersion});
                });
            }
        });
        if (!kind.ends_with("List") || !hasItems)
            return std::unexpected(unreadable("this is not a list"));
        return result;
    });
}

template kube::Result<List<kube::Pod>> Reader::list(QByteArrayView);
template kube::Result<List<kube::SlimPod>> Reader::list(QByteArrayView);
template kube::Result<List<kube::Event>> Reader::list(QByteArrayView);
template kube::Result<List<kube::Node>> Reader::list(QByteArrayView);
template kube::Result<List<kube::Namespace>> Reader::list(QByteArrayView);
template kube::Result<WatchEvent<kube::Pod>> Reader::watchEvent(QByteArrayView);
template kube::Result<WatchEvent<kube::SlimPod>> Reader::watchEvent(QByteArrayView);
template kube::Result<WatchEvent<kube::Event>> Reader::watchEvent(QByteArrayView);
template kube::Result<WatchEvent<kube::Node>> Reader::watchEvent(QByteArrayView);
template kube::Result<WatchEvent<kube::Namespace>> Reader::watchEvent(QByteArrayView);
template kube::Result<kube::Shared<kube::Pod>> Reader::object<kube::Pod>(QByteArrayView);
template kube::Result<kube::Shared<kube::SlimPod>> Reader::object<kube::SlimPod>(QByteArrayView);
template kube::Result<kube::Shared<kube::Event>> Reader::object<kube::Event>(QByteArrayView);
template kube::Result<kube::Shared<kube::Node>> Reader::object<kube::Node>(QByteArrayView);
template kube::Result<kube::Shared<kube::Namespace>> Reader::object<kube::Namespace>(QByteArrayView);

kube::Result<Identity> identity(QByteArrayView bytes)
{
    Reader::Parser parser;
    return parse(parser, bytes, [&](json::value root) -> kube::Result<Identity> {
        Identity identity;
        each(root, [&](std::string_view key, json::value v) {
            if (key == "apiVersion") {
                identity.apiVersion = text(v);
            } else if (key == "kind") {
                identity.kind = text(v);
            } else if (key == "metadata") {
                const kube::ObjectMeta meta = objectMeta(v, parser.intern);
                identity.name = meta.key.name;
                identity.ns = meta.key.ns;
                identity.resourceVersion = meta.resourceVersion;
                identity.uid = meta.uid;
            }
        });
        return identity;
    });
}

kube::Result<QList<kube::Resource>> resourceList(QByteArrayView bytes)
{
    Reader::Parser parser;
    return parse(parser, bytes, [&](json::value root) -> kube::Result<QList<kube::Resource>> {
        QList<kube::Resource> found;
        QString groupVersion;
        each(root, [&](std::string_view key, json::value v) {
            if (key == "groupVersion")
                groupVersion = text(v);
            if (key != "resources")
                return;
            items(v, [&](json::value item) {
                kube::Resource resource;
                each(item, [&](std::string_view name, json::value field) {
                    if (name == "name")
                        resource.resource = text(field);
                    else if (name == "kind")
                        resource.kind = text(field);
                    else if (name == "namespaced")
                        resource.namespaced = flag(field);
                });
                if (!resource.resource.contains(u'/'))
                    found.append(resource);
            });
        });
        for (kube::Resource &resource : found) {
            resource.group = groupVersion.contains(u'/') ? groupVersion.section(u'/', 0, 0) : QString();
            resource.version = groupVersion.section(u'/', -1);
        }
        return found;
    });
}

QString gitVersion(QByteArrayView bytes)
{
    Reader::Parser parser;
    const auto version = parse(parser, bytes, [&](json::value root) -> kube::Result<QString> {
        QString found;
        each(root, [&](std::string_view key, json::value v) {
            if (key == "gitVersion")
                found = text(v);
        });
        return found;
    });
    return version.value_or(QString());
}

}  // namespace decode
