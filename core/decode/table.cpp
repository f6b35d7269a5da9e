// SPDX-License-Identifier: Apache-2.0
#include "decode/table.h"

#include "decode/containerdetail.h"
#include "decode/fields.h"

namespace decode {

using namespace Qt::StringLiterals;

namespace {

/** A cell as kubectl prints it: null is nothing, a number stays as it is written. */
QString cell(json::value value)
{
    switch (value.type().value()) {
    case json::json_type::string: return text(value);
    case json::json_type::boolean: return flag(value) ? u"true"_s : u"false"_s;
    case json::json_type::null: return {};
    case json::json_type::number: break;
    default: {
        const std::string_view raw = value.raw_json().value();
        return QString::fromUtf8(raw.data(), qsizetype(raw.size()));
    }
    }
    const std::string_view token = value.raw_json_token();
    return QString::fromUtf8(token.data(), qsizetype(token.size())).trimmed();
}

kube::TableColumn column(json::value value)
{
    kube::TableColumn column;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "name")
            column.name = text(v);
        else if (key == "priority")
            column.priority = int(number(v));
    });
    return column;
}

kube::OwnerReference owner(json::value value)
{
    kube::OwnerReference owner;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "kind")
            owner.kind = text(v);
        else if (key == "name")
            owner.name = text(v);
        else if (key == "uid")
            owner.uid = text(v);
        else if (key == "controller")
            owner.controller = flag(v);
    });
    return owner;
}

kube::TableRow row(json::value value)
{
    kube::TableRow row;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "cells")
            items(v, [&](json::value c) { row.cells << cell(c); });
        else if (key == "object")
            each(v, [&](std::string_view part, json::value meta) {
                if (part != "metadata")
                    return;
                each(meta, [&](std::string_view field, json::value f) {
                    if (field == "name")
                        row.key.name = text(f);
                    else if (field == "namespace")
                        row.key.ns = text(f);
                    else if (field == "labels")
                        row.labels = quantities(f);
                    else if (field == "uid")
                        row.uid = text(f);
                    else if (field == "creationTimestamp")
                        row.created = time(f);
                    else if (field == "ownerReferences")
                        items(f, [&](json::value o) { row.owners << owner(o); });
                });
            });
    });
    return row;
}

NamedResource resource(json::value value)
{
    NamedResource found;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "name")
            found.resource.resource = text(v);
        else if (key == "kind")
            found.resource.kind = text(v);
        else if (key == "namespaced")
            found.resource.namespaced = flag(v);
        else if (key == "singularName")
            found.singular = text(v);
        else if (key == "verbs")
            items(v, [&](json::value verb) { found.canList = found.canList || view(verb) == "list"; });
        else if (key == "shortNames")
            items(v, [&](json::value name) { found.shortNames << text(name); });
    });
    return found;
}

/** Parses and reads; whatever is no JSON of the expected kind is an error. */
template <class T, class Read>
kube::Result<T> read(QByteArrayView bytes, Read use)
{
    try {
        json::parser parser;
        const simdjson::padded_string padded(bytes.data(), size_t(bytes.size()));
        json::document document = parser.iterate(padded).value();
        T result;
        QString kind;
        each(document.get_value().value(), [&](std::string_view key, json::value v) {
            if (key == "kind")
                kind = text(v);
            else
                use(result, key, v);
        });
        if (kind == result.expectedKind)
            return result;
        return kube::failure(kube::Error::Kind::Protocol, u"expected a %1, not %2"_s.arg(result.expectedKind, kind));
    } catch (const simdjson::simdjson_error &problem) {
        return kube::failure(kube::Error::Kind::Protocol, QString::fromUtf8(problem.what()));
    }
}

struct Page : TablePage {
    QString expectedKind = u"Table"_s;
};
struct Resources {
    QString expectedKind = u"APIResourceList"_s;
    QString groupVersion;
    QList<NamedResource> list;
};
struct Groups {
    QString expectedKind = u"APIGroupList"_s;
    QStringList versions;
};

/** `apps/v1` and the others of one group, the preferred one first. */
QStringList versionsOf(json::value group)
{
    QStringList all;
    QString preferred;
    each(group, [&](std::string_view key, json::value v) {
        const auto groupVersion = [](json::value version) {
            QString found;
            each(version, [&](std::string_view field, json::value f) {
                if (field == "groupVersion")
                    found = text(f);
            });
            return found;
        };
        if (key == "versions")
            items(v, [&](json::value version) { all << groupVersion(version); });
        else if (key == "preferredVersion")
            preferred = groupVersion(v);
    });
    if (all.removeAll(preferred) > 0)
        all.prepend(preferred);
    return all;
}

}  // namespace

kube::Result<TablePage> table(QByteArrayView bytes)
{
    const auto page = read<Page>(bytes, [](Page &result, std::string_view key, json::value v) {
        if (key == "columnDefinitions")
            items(v, [&](json::value c) { result.table.columns << column(c); });
        else if (key == "rows")
            items(v, [&](json::value r) { result.table.rows << row(r); });
        else if (key == "metadata")
            each(v, [&](std::string_view field, json::value f) {
                if (field == "continue")
                    result.continueToken = text(f);
            });
    });
    if (!page)
        return std::unexpected(page.error());
    return TablePage{page->table, page->continueToken};
}

kube::Result<QList<NamedResource>> namedResources(QByteArrayView bytes)
{
    auto found = read<Resources>(bytes, [](Resources &result, std::string_view key, json::value v) {
        if (key == "groupVersion")
            result.groupVersion = text(v);
        else if (key == "resources")
            items(v, [&](json::value r) { result.list << resource(r); });
    });
    if (!found)
        return std::unexpected(found.error());
    found->list.removeIf([](const NamedResource &r) { return r.resource.resource.contains(u'/'); });
    for (NamedResource &r : found->list) {
        r.resource.group = found->groupVersion.contains(u'/') ? found->groupVersion.section(u'/', 0, 0) : QString();
        r.resource.version = found->groupVersion.section(u'/', -1);
        if (r.singular.isEmpty())
            r.singular = r.resource.kind.toLower();
    }
    return found->list;
}

kube::Result<QStringList> groupVersions(QByteArrayView bytes)
{
    const auto found = read<Groups>(bytes, [](Groups &result, std::string_view key, json::value v) {
        if (key == "groups")
            items(v, [&](json::value group) { result.versions << versionsOf(group); });
    });
    if (!found)
        return std::unexpected(found.error());
    return found->versions;
}

}  // namespace decode
