// SPDX-License-Identifier: Apache-2.0
#include "cli/console.h"
#include "cli/objects.h"
#include "cli/read/jsonpath.h"
#include "cli/read/knownkinds.h"
#include "cli/read/source.h"
#include "kube/selector.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

kube::StringPairs labelsOf(const QJsonObject &object)
{
    kube::StringPairs labels;
    const QJsonObject map = object["metadata"_L1]["labels"_L1].toObject();
    for (auto it = map.begin(); it != map.end(); ++it)
        labels.emplaceBack(it.key(), it.value().toString());
    return labels;
}

bool fits(const QJsonObject &object, const QList<kube::FieldTerm> &terms)
{
    return std::ranges::all_of(terms, [&](const kube::FieldTerm &term) {
        return (fieldText(object, term.field) == term.value) == term.equal;
    });
}

/** The fields that a server lets one select by; every kind has metadata.name and metadata.namespace. */
QStringList selectableFields(const QString &kind)
{
    QStringList fields{u"metadata.name"_s, u"metadata.namespace"_s};
    if (kind == u"Pod")
        fields << u"spec.nodeName"_s << u"spec.restartPolicy"_s << u"spec.schedulerName"_s << u"spec.hostNetwork"_s
               << u"spec.serviceAccountName"_s << u"status.phase"_s << u"status.podIP"_s
               << u"status.nominatedNodeName"_s;
    else if (kind == u"Event")
        fields << u"involvedObject.kind"_s << u"involvedObject.namespace"_s << u"involvedObject.name"_s
               << u"involvedObject.uid"_s << u"involvedObject.apiVersion"_s << u"involvedObject.resourceVersion"_s
               << u"involvedObject.fieldPath"_s << u"reason"_s << u"reportingComponent"_s << u"source"_s << u"type"_s;
    else if (kind == u"Node")
        fields << u"spec.unschedulable"_s;
    else if (kind == u"Namespace")
        fields << u"status.phase"_s;
    return fields;
}

/** As the server would refuse the query. */
std::unexpected<kube::Error> badRequest(const QString &message)
{
    kube::Error error;
    error.kind = kube::Error::Kind::Server;
    error.httpStatus = 400;
    error.reason = u"BadRequest"_s;
    error.message = message;
    return std::unexpected(error);
}

class FileSource final : public Source {
public:
    kube::Result<void> load(const QString &path)
    {
        if (!QFileInfo::exists(path))
            return kube::failure(kube::Error::Kind::File, u"the path \"%1\" does not exist"_s.arg(path));
        if (!QFileInfo(path).isDir())
            return loadFile(path);
        QFile moment(QDir(path).filePath(u"now.txt"_s));
        if (moment.open(QIODevice::ReadOnly))
            m_now = kube::Timestamp::parse(QString::fromUtf8(moment.readAll()).trimmed());
        for (const QString &name : QDir(path).entryList({u"*.json"_s}, QDir::Files, QDir::Name))
            if (const auto loaded = loadFile(QDir(path).filePath(name)); !loaded)
                return loaded;
        return {};
    }

    kube::Result<kube::Resource> resolve(const QString &word) override
    {
        if (const auto known = knownKind(word))
            return *known;
        for (const QJsonObject &object : std::as_const(m_objects)) {
            const QString kind = object["kind"_L1].toString();
            const QString lower = kind.toLower();
            const QString name = word.section(u'.', 0, 0).toLower();
            if (name == lower || name == lower + u's') {
                const QString api = object["apiVersion"_L1].toString();
                const bool namespaced = object["metadata"_L1].toObject().contains("namespace"_L1);
                return kube::Resource{api.contains(u'/') ? api.section(u'/', 0, 0) : QString(), api.section(u'/', -1),
                                      lower + u's', kind, namespaced};
            }
        }
        return noSuchKind(word);
    }

    kube::Result<Found> find(const Query &query) override
    {
        const auto labels = kube::LabelSelector::parse(query.labels);
        const auto fields = kube::parseFieldSelector(query.fields);
        if (!labels || !fields)
            return badRequest(!labels ? labels.error().message : fields.error().message);
        const QStringList selectable = selectableFields(query.resource.kind);
        for (const kube::FieldTerm &term : *fields)
            if (!selectable.contains(term.field))
                return badRequest(u"field label not supported: %1"_s.arg(term.field));
        Found found;
        for (const QJsonObject &object : std::as_const(m_objects)) {
            const QJsonValue meta = object["metadata"_L1];
            if (object["kind"_L1].toString() == query.resource.kind &&
                (query.ns.isEmpty() || meta["namespace"_L1].toString() == query.ns) &&
                (query.name.isEmpty() || meta["name"_L1].toString() == query.name) &&
                labels->matches(labelsOf(object)) && fits(object, *fields))
                found.objects << object;
        }
        if (found.objects.isEmpty() && !query.name.isEmpty())
            return std::unexpected(notFound(query.resource, query.name));
        const auto place = [](const QJsonObject &o) {  // the order of the server's store
            return std::pair(o["metadata"_L1]["namespace"_L1].toString().toUtf8(),
                             o["metadata"_L1]["name"_L1].toString().toUtf8());
        };
        std::ranges::stable_sort(found.objects, {}, place);
        return found;
    }

    /** That of all pods where they share one. */
    QString defaultNamespace() override
    {
        QString shared;
        for (const QJsonObject &object : std::as_const(m_objects)) {
            const QString ns = object["metadata"_L1]["namespace"_L1].toString();
            if (object["kind"_L1].toString() != u"Pod")
                continue;
            if (!shared.isEmpty() && shared != ns)
                return u"default"_s;
            shared = ns;
        }
        return shared.isEmpty() ? u"default"_s : shared;
    }

    kube::Timestamp now() override { return m_now.isNull() ? cli::now() : m_now; }
    kube::Version server() override { return {}; }

private:
    kube::Result<void> loadFile(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return kube::failure(kube::Error::Kind::File, file.errorString(), path);
        const QByteArray bytes = file.readAll();
        QJsonParseError problem;
        const QJsonDocument whole = QJsonDocument::fromJson(bytes, &problem);
        if (whole.isObject()) {
            add(whole.object());
            return {};
        }
        for (const QByteArray &line : bytes.split('\n')) {
            if (line.trimmed().isEmpty())
                continue;
            const QJsonDocument one = QJsonDocument::fromJson(line);
            if (!one.isObject())
                return kube::failure(kube::Error::Kind::Protocol, problem.errorString(), path);
            add(one.object());
        }
        return {};
    }

    /** An object, or what is in a list. A Table's rows are another form of objects that are there anyway. */
    void add(QJsonObject object)
    {
        const QString kind = object["kind"_L1].toString();
        if (!object["items"_L1].isArray()) {
            if (kind != u"Table")
                m_objects << object;
            return;
        }
        const QString itemKind = kind.endsWith(u"List") ? kind.chopped(4) : QString();
        for (const QJsonValue &value : object["items"_L1].toArray()) {
            QJsonObject item = value.toObject();
            if (!item.contains("kind"_L1) && !itemKind.isEmpty()) {
                item.insert("kind"_L1, itemKind);
                item.insert("apiVersion"_L1, object["apiVersion"_L1]);
            }
            m_objects << item;
        }
    }

    QList<QJsonObject> m_objects;
    kube::Timestamp m_now;
};

}  // namespace

kube::Result<std::unique_ptr<Source>> fileSource(const QString &path)
{
    auto source = std::make_unique<FileSource>();
    if (const auto loaded = source->load(path); !loaded)
        return std::unexpected(loaded.error());
    return source;
}

kube::Result<std::unique_ptr<Source>> sourceFor(Console &console)
{
    if (!console.arguments().from.isEmpty())
        return fileSource(console.arguments().from);
    return clusterSource(console);
}

kube::Error notFound(const kube::Resource &resource, const QString &name)
{
    kube::Error error;
    error.kind = kube::Error::Kind::NotFound;
    error.httpStatus = 404;
    error.reason = u"NotFound"_s;
    const QString group = resource.group.isEmpty() ? QString() : u'.' + resource.group;
    error.message = u"%1%2 \"%3\" not found"_s.arg(resource.resource, group, name);
    return error;
}

std::unexpected<kube::Error> noSuchKind(const QString &word)
{
    return kube::failure(kube::Error::Kind::NotFound,
                         u"the server doesn't have a resource type \"%1\""_s.arg(word.section(u'.', 0, 0)));
}

}  // namespace cli
