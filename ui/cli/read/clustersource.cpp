// SPDX-License-Identifier: Apache-2.0
#include "cli/console.h"
#include "cli/objects.h"
#include "cli/read/source.h"
#include "command/discovery.h"
#include "decode/reader.h"
#include "decode/table.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

const QByteArray AsTable = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json;as=Table;v=v1beta1;"
                           "g=meta.k8s.io,application/json";

/** Whether the word names it: `po`, `pods`, `pod`, `deployments.apps`, `deployments.v1.apps`. */
bool isNamed(const decode::NamedResource &r, const QString &word)
{
    const QString name = word.section(u'.', 0, 0).toLower();
    const QString rest = word.section(u'.', 1);
    const bool here =
        rest.isEmpty() || rest == r.resource.group || rest == r.resource.version + u'.' + r.resource.group;
    return here && (name == r.resource.resource || name == r.singular || r.shortNames.contains(name));
}

class ClusterSource final : public Source {
public:
    explicit ClusterSource(Console &console) : m_console(console) {}

    kube::Result<kube::Resource> resolve(const QString &word) override
    {
        // The core group answers most words without asking for the others.
        if (const auto found = among(u"v1"_s, word))
            return *found;
        const auto groups = m_console.get(u"/apis"_s);
        if (!groups)
            return std::unexpected(groups.error());
        for (const QString &version : decode::groupVersions(*groups).value_or(QStringList()))
            if (const auto found = among(version, word))
                return *found;
        return noSuchKind(word);
    }

    kube::Result<Found> find(const Query &query) override
    {
        Found found;
        QUrlQuery parameters;
        const auto add = [&](const QString &key, const QString &value) {
            if (!value.isEmpty())
                parameters.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        };
        add(u"labelSelector"_s, query.labels);
        add(u"fieldSelector"_s, query.fields);
        if (query.name.isEmpty())
            add(u"limit"_s, u"500"_s);
        if (query.asTable)
            add(u"includeObject"_s, u"Object"_s);
        for (;;) {
            const auto next = page(query, parameters, found);
            if (!next)
                return std::unexpected(next.error());
            if (next->isEmpty())
                return found;
            parameters.removeQueryItem(u"continue"_s);
            add(u"continue"_s, *next);
        }
    }

    QString defaultNamespace() override { return m_console.connection().defaultNamespace; }
    kube::Timestamp now() override { return cli::now(); }

    kube::Version server() override
    {
        const auto body = m_console.get(u"/version"_s);
        return body ? kube::Version::parse(decode::gitVersion(*body)).value_or(kube::Version()) : kube::Version();
    }

private:
    std::optional<kube::Resource> among(const QString &groupVersion, const QString &word)
    {
        const auto body = m_console.get(command::apiRoot(groupVersion));
        const auto list = body ? decode::namedResources(*body) : std::unexpected(body.error());
        if (!list)
            return std::nullopt;  // a group whose server is away hides only itself
        const auto it = std::ranges::find_if(*list, [&](const auto &r) { return isNamed(r, word); });
        return it == list->end() ? std::nullopt : std::optional(it->resource);
    }

    /** Adds one page; the token of the next. */
    kube::Result<QString> page(const Query &query, const QUrlQuery &parameters, Found &found)
    {
        const kube::Resource &r = query.resource;
        QString path = command::apiRoot(r.group.isEmpty() ? r.version : r.group + u'/' + r.version);
        if (r.namespaced && !query.ns.isEmpty())
            path += net::pathOf(u"/namespaces"_s, {query.ns});
        path += u'/' + r.resource;
        if (!query.name.isEmpty())
            path += net::pathOf({}, {query.name});
        const auto body = await(m_console.client().get(path, parameters, query.asTable ? AsTable : "application/json"));
        if (!body)
            return std::unexpected(body.error());
        const QJsonObject answer = QJsonDocument::fromJson(*body).object();
        if (answer["kind"_L1].toString() == u"Table")
            return tablePage(*body, answer, found);
        if (!query.name.isEmpty() && answer["metadata"_L1].isObject()) {
            found.objects << answer;
            return QString();
        }
        if (!query.name.isEmpty() || !answer["items"_L1].isArray())
            return kube::failure(kube::Error::Kind::Protocol,
                                 u"the answer for %1 is not what was asked for"_s.arg(path));
        for (const QJsonValue &item : answer["items"_L1].toArray()) {
            QJsonObject object = item.toObject();  // a list leaves out what its items are
            object.insert("apiVersion"_L1, answer["apiVersion"_L1]);
            object.insert("kind"_L1, r.kind);
            found.objects << object;
        }
        return answer["metadata"_L1]["continue"_L1].toString();
    }

    static kube::Result<QString> tablePage(const QByteArray &body, const QJsonObject &answer, Found &found)
    {
        const auto page = decode::table(body);
        if (!page)
            return std::unexpected(page.error());
        if (!found.table)
            found.table = page->table;
        else
            found.table->rows << page->table.rows;
        for (const QJsonValue &row : answer["rows"_L1].toArray())
            found.objects << row["object"_L1].toObject();
        return page->continueToken;
    }

    Console &m_console;
};

}  // namespace

std::unique_ptr<Source> clusterSource(Console &console)
{
    return std::make_unique<ClusterSource>(console);
}

}  // namespace cli
