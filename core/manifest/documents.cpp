// SPDX-License-Identifier: Apache-2.0
#include "manifest/splitter.h"
#include "manifest/tree.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTranslation>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

Problem about(Problem::Severity severity, Place place, const char *pattern, const QString &argument = {})
{
    return {severity, place, QString::fromLatin1(pattern), argument, 0};
}

/** Reads the chunks of one text into documents. */
class Assembly {
public:
    explicit Assembly(const QString &source) { parsed.source = source; }

    /** False at the first error. */
    bool add(const Chunk &chunk)
    {
        const Reading reading = readTree(chunk.text, chunk.firstLine);
        if (reading.trouble && !chunk.json)
            return note(*reading.trouble);
        for (const Duplicate &duplicate : reading.duplicates) {
            if (!duplicate.explained)
                note(
                    about(Problem::Severity::Warning, duplicate.place,
                          QT_TRANSLATE_NOOP("manifest", "the key %1 stands twice in this mapping; the last one counts"),
                          QString::fromUtf8(duplicate.shown)));
        }
        if (!reading.root)
            return chunk.json ? addJson(chunk, {}) : true;
        if (reading.root->kind == Node::Kind::Scalar && reading.root->scalar.type == Scalar::Type::Null)
            return true;
        if (reading.root->kind != Node::Kind::Map)
            return note(about(Problem::Severity::Error, reading.root->place,
                              QT_TRANSLATE_NOOP("manifest", "a document must be a mapping with apiVersion and kind")));
        if (const auto items = itemsOfList(*reading.root))
            return addItems(chunk, *items);
        return chunk.json ? addJson(chunk, reading.root) : addTree(chunk, reading.root);
    }

    bool note(Problem problem)
    {
        problem.document = int(parsed.documents.size());
        parsed.problems.append(problem);
        return problem.severity != Problem::Severity::Error;
    }

    Parsed parsed;

private:
    static QByteArray textOfEntry(const Node &map, const QByteArray &key)
    {
        const auto found = map.entries.find(key);
        return found != map.entries.end() ? found->second.value->scalar.text : QByteArray();
    }

    /** The items of a `v1` List, which kubectl sends one by one. */
    static std::optional<QList<NodePtr>> itemsOfList(const Node &root)
    {
        const auto items = root.entries.find("items");
        if (textOfEntry(root, "kind") != "List" || textOfEntry(root, "apiVersion") != "v1" ||
            items == root.entries.end() || items->second.value->kind != Node::Kind::List)
            return {};
        return items->second.value->items;
    }

    bool addItems(const Chunk &chunk, const QList<NodePtr> &items)
    {
        return std::ranges::all_of(items, [&](const NodePtr &item) {
            if (item->kind == Node::Kind::Map)
                return addTree(chunk, item);
            return note(
                about(Problem::Severity::Error, item->place,
                      QT_TRANSLATE_NOOP("manifest", "an item of a List must be a mapping with apiVersion and kind")));
        });
    }

    bool addTree(const Chunk &chunk, const NodePtr &root)
    {
        Rendering rendering = render(root);
        if (rendering.trouble)
            return note(*rendering.trouble);
        return finish(chunk, std::move(rendering), root->place.line);
    }

    /** JSON goes to the server as it was written; its tree only tells places. */
    bool addJson(const Chunk &chunk, const NodePtr &root)
    {
        Rendering rendering = root ? render(root) : Rendering();
        rendering.json = chunk.text;
        return finish(chunk, std::move(rendering), chunk.firstLine);
    }

    bool finish(const Chunk &chunk, Rendering rendering, int line)
    {
        Document document;
        document.json = std::move(rendering.json);
        document.places = std::move(rendering.places);
        document.source = parsed.source;
        document.index = int(parsed.documents.size());
        document.line = line;
        document.lastLine = chunk.lastLine;
        const QJsonObject object = QJsonDocument::fromJson(document.json).object();
        document.apiVersion = object["apiVersion"_L1].toString();
        document.kind = object["kind"_L1].toString();
        const QJsonObject metadata = object["metadata"_L1].toObject();
        document.name = metadata["name"_L1].toString(metadata["generateName"_L1].toString());
        document.ns = metadata["namespace"_L1].toString();
        if (document.apiVersion.isEmpty() || document.kind.isEmpty())
            note(about(Problem::Severity::Warning, {line, 1},
                       QT_TRANSLATE_NOOP("manifest", "the document has no %1; no server will take it"),
                       document.kind.isEmpty() ? u"kind"_s : u"apiVersion"_s));
        parsed.documents.append(document);
        return true;
    }
};

/** A directive before `---` becomes a document of its own, which no reader takes. */
std::optional<Problem> directive(const Chunk &chunk)
{
    if (chunk.json || !chunk.text.startsWith('%'))
        return {};
    return about(Problem::Severity::Error, {chunk.firstLine, 1},
                 QT_TRANSLATE_NOOP("manifest", "kubectl reads no YAML directives; remove this line"));
}

}  // namespace

QString Problem::message() const
{
    return argument.isEmpty() ? pattern : pattern.arg(argument);
}

bool Parsed::hasErrors() const
{
    return std::ranges::any_of(problems, [](const Problem &p) { return p.severity == Problem::Severity::Error; });
}

std::optional<kube::Error> Parsed::error() const
{
    for (const Problem &problem : problems) {
        if (problem.severity != Problem::Severity::Error)
            continue;
        return kube::failure(kube::Error::Kind::Input, problem.message(),
                             u"%1:%2:%3"_s.arg(source).arg(problem.place.line).arg(problem.place.column))
            .error();
    }
    return {};
}

Parsed parse(QStringView text, const QString &source)
{
    if (text.startsWith(QChar::ByteOrderMark))
        text = text.sliced(1);
    const Split parts = split(text.toUtf8());
    Assembly assembly(source);
    for (const Chunk &chunk : parts.chunks) {
        if (const auto problem = directive(chunk)) {
            assembly.note(*problem);
            return assembly.parsed;
        }
        if (!assembly.add(chunk))
            return assembly.parsed;
    }
    if (parts.trouble)
        assembly.note(*parts.trouble);
    return assembly.parsed;
}

kube::Result<QByteArray> toJson(QByteArrayView yaml, bool strict)
{
    QByteArray text = yaml.toByteArray();
    if (text.startsWith("\xEF\xBB\xBF"))
        text.remove(0, 3);
    text.replace("\r\n", "\n");
    const auto failed = [](const QString &words) {
        return kube::failure(kube::Error::Kind::Input, u"yaml: "_s + words);
    };
    const auto at = [](const Problem &problem) {
        return u"line %1: %2"_s.arg(problem.place.line).arg(problem.message());
    };

    const Reading reading = readTree(text, 1);
    if (reading.trouble)
        return failed(at(*reading.trouble));
    if (!reading.root)
        return "null"_ba;
    if (strict && !reading.duplicates.isEmpty()) {
        QString words = u"unmarshal errors:"_s;
        for (const Duplicate &duplicate : reading.duplicates)
            words +=
                u"\n  line %1: key %2 already set in map"_s.arg(duplicate.line).arg(QString::fromUtf8(duplicate.shown));
        return failed(words);
    }
    Rendering rendering = render(reading.root);
    if (rendering.trouble)
        return failed(at(*rendering.trouble));
    return std::move(rendering.json);
}

}  // namespace manifest
