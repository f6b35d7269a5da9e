// SPDX-License-Identifier: Apache-2.0
#include "manifest/read/assembly.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTranslation>

namespace manifest {

using namespace Qt::StringLiterals;

namespace {

Problem about(Problem::Severity severity, Place place, const char *pattern, const QString &argument = {})
{
    return {severity, place, QString::fromLatin1(pattern), argument, 0};
}

Problem wrong(Place place, const char *pattern)
{
    return about(Problem::Severity::Error, place, pattern);
}

QByteArray textOfEntry(const Node &map, const QByteArray &key)
{
    const auto found = map.entries.find(key);
    return found != map.entries.end() ? found->second.value->scalar.text : QByteArray();
}

bool isText(const Node &map, const QByteArray &key)
{
    const auto found = map.entries.find(key);
    return found != map.entries.end() && found->second.value->kind == Node::Kind::Scalar &&
           found->second.value->scalar.type == Scalar::Type::Text;
}

bool isNull(const Node &node)
{
    return node.kind == Node::Kind::Scalar && node.scalar.type == Scalar::Type::Null;
}

/** What kubectl takes for a list, whatever its kind is called. Source: apimachinery, unstructured/helpers.go. */
bool isList(const Node &map)
{
    return map.entries.contains("items") && !textOfEntry(map, "kind").isEmpty();
}

NodePtr textNode(const QByteArray &text, Place place)
{
    auto node = std::make_shared<Node>();
    node->place = place;
    node->scalar = {Scalar::Type::Text, text, 0};
    return node;
}

/** An item that says neither kind nor apiVersion has those of its list: a PodList holds Pods. */
NodePtr withKindOf(const Node &list, const NodePtr &item)
{
    if (!textOfEntry(*item, "kind").isEmpty() || !textOfEntry(*item, "apiVersion").isEmpty())
        return item;
    QByteArray kind = textOfEntry(list, "kind");
    if (kind.endsWith("List"))
        kind.chop(4);
    auto named = std::make_shared<Node>(*item);
    named->entries.insert_or_assign("kind", Entry{item->place, textNode(kind, item->place)});
    named->entries.insert_or_assign("apiVersion",
                                    Entry{item->place, textNode(textOfEntry(list, "apiVersion"), item->place)});
    return named;
}

/** How far to look for the first line that says something. */
constexpr qsizetype Head = 4096;

/** The line of a `...` that comes before any content. */
std::optional<int> lineOfEnd(const Chunk &chunk)
{
    int line = chunk.firstLine;
    for (const QByteArray &text : chunk.text.first(std::min<qsizetype>(chunk.text.size(), Head)).split('\n')) {
        const QByteArray words = text.trimmed();
        if (text.startsWith("...") && (text.size() == 3 || text[3] == ' ' || text[3] == '\t'))
            return line;
        if (!words.isEmpty() && !words.startsWith('#'))
            return {};
        ++line;
    }
    return {};
}

}  // namespace

bool Assembly::note(Problem problem)
{
    problem.document = int(parsed.documents.size());
    parsed.problems.append(problem);
    return problem.severity != Problem::Severity::Error;
}

bool Assembly::add(const Chunk &chunk)
{
    if (const auto line = lineOfEnd(chunk))
        return note(wrong({*line, 1}, QT_TRANSLATE_NOOP("manifest", "'...' ends a document, and here is none")));
    // A directive before `---` becomes a document of its own, which no reader takes.
    if (!chunk.json && chunk.text.startsWith('%'))
        return note(wrong({chunk.firstLine, 1},
                          QT_TRANSLATE_NOOP("manifest", "kubectl reads no YAML directives; remove this line")));
    return read(chunk);
}

bool Assembly::read(const Chunk &chunk)
{
    const Reading reading = chunk.json ? readJson(chunk.text, chunk.firstLine)
                            : m_recall ? m_recall->read(chunk.text, chunk.firstLine, m_mayStop)
                                       : readTree(chunk.text, chunk.firstLine, m_mayStop);
    if (reading.trouble && !chunk.json)
        return note(*reading.trouble);
    for (const Duplicate &duplicate : reading.duplicates) {
        if (!duplicate.explained)
            note(about(Problem::Severity::Warning, duplicate.place,
                       QT_TRANSLATE_NOOP("manifest", "the key %1 stands twice in this mapping; the last one counts"),
                       QString::fromUtf8(duplicate.shown)));
    }
    if (!chunk.json)
        addNotes(reading.notes);
    if (!reading.root)
        return chunk.json ? addJson(chunk, {}) : true;
    return isNull(*reading.root) || addRoot(chunk, reading.root);
}

void Assembly::addNotes(const QList<Note> &notes)
{
    for (Note note : notes) {
        note.document = int(parsed.documents.size());
        parsed.notes.append(note);
    }
}

bool Assembly::addRoot(const Chunk &chunk, const NodePtr &root)
{
    if (root->kind != Node::Kind::Map)
        return note(
            wrong(root->place, QT_TRANSLATE_NOOP("manifest", "a document must be a mapping with apiVersion and kind")));
    if (isList(*root))
        return addItems(chunk, *root);
    return chunk.json ? addJson(chunk, root) : addTree(chunk, {root});
}

bool Assembly::addItems(const Chunk &chunk, const Node &list)
{
    const Entry &items = list.entries.at("items");
    if (isNull(*items.value))
        return true;
    if (items.value->kind != Node::Kind::List)
        return note(wrong(items.place, QT_TRANSLATE_NOOP("manifest", "the items of a List must be a list")));
    return std::ranges::all_of(items.value->items, [&](Item item) {
        item.lines += items.lines;
        if (item.node->kind != Node::Kind::Map)
            return note(
                wrong(item.place(),
                      QT_TRANSLATE_NOOP("manifest", "an item of a List must be a mapping with apiVersion and kind")));
        if (isList(*item.node))
            return note(wrong(item.place(), QT_TRANSLATE_NOOP("manifest", "kubectl reads no List inside of a List")));
        return addTree(chunk, {withKindOf(list, item.node), item.lines});
    });
}

bool Assembly::addTree(const Chunk &chunk, const Item &root)
{
    Rendering rendering = render(root);
    if (rendering.trouble)
        return note(*rendering.trouble);
    Document document;
    document.json = std::move(rendering.json);
    document.places = Places(root.node, root.lines);
    document.line = root.place().line;
    document.lastLine = chunk.lastLine;
    const auto text = [](const Node &map, const QByteArray &key) {
        return isText(map, key) ? QString::fromUtf8(textOfEntry(map, key)) : QString();
    };
    document.apiVersion = text(*root.node, "apiVersion");
    document.kind = text(*root.node, "kind");
    const auto metadata = root.node->entries.find("metadata");
    if (metadata != root.node->entries.end()) {
        const Node &map = *metadata->second.value;
        document.name = text(map, isText(map, "name") ? "name" : "generateName");
        document.ns = text(map, "namespace");
    }
    return finish(std::move(document));
}

/** JSON goes to the server as it was written; its tree only tells places. */
bool Assembly::addJson(const Chunk &chunk, const NodePtr &root)
{
    Document document;
    document.json = chunk.text;
    document.asWritten = true;
    document.places = Places(root, 0);
    document.line = chunk.firstLine;
    document.lastLine = chunk.lastLine;
    const QJsonObject object = QJsonDocument::fromJson(document.json).object();
    document.apiVersion = object["apiVersion"_L1].toString();
    document.kind = object["kind"_L1].toString();
    const QJsonObject metadata = object["metadata"_L1].toObject();
    document.name = metadata["name"_L1].toString(metadata["generateName"_L1].toString());
    document.ns = metadata["namespace"_L1].toString();
    return finish(std::move(document));
}

bool Assembly::finish(Document document)
{
    document.source = parsed.source;
    document.index = int(parsed.documents.size());
    if (document.apiVersion.isEmpty() || document.kind.isEmpty())
        note(about(Problem::Severity::Warning, {document.line, 1},
                   QT_TRANSLATE_NOOP("manifest", "the document has no %1; no server will take it"),
                   document.kind.isEmpty() ? u"kind"_s : u"apiVersion"_s));
    parsed.documents.append(std::move(document));
    return true;
}

}  // namespace manifest
