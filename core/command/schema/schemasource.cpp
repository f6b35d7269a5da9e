// SPDX-License-Identifier: Apache-2.0
#include "command/schema/schemasource.h"

#include "decode/openapi.h"

using namespace Qt::StringLiterals;

namespace command {

namespace {

using SetPtr = SchemaSource::SetPtr;

/** What the index calls the document of an apiVersion. */
QString nameOf(const QString &apiVersion)
{
    return (apiVersion.contains(u'/') ? u"apis/"_s : u"api/"_s) + apiVersion;
}

}  // namespace

SchemaSource::SchemaSource(SchemaCache cache, QObject *parent) : QObject(parent), m_cache(std::move(cache)) {}

void SchemaSource::setWire(Wire wire)
{
    m_wire = std::move(wire);
    ++m_generation;
    m_sets.clear();
    m_places.clear();
    m_loaded.clear();
    m_trouble.reset();
    m_asked.invalidate();
    m_isAsking = m_hasIndex = m_isOld = false;
    Q_EMIT changed();
}

void SchemaSource::want(const QStringList &apiVersions)
{
    m_wanted = QSet<QString>(apiVersions.begin(), apiVersions.end());
    if (!m_wire || !m_wire() || m_isAsking || m_wanted.isEmpty())
        return;
    if (!m_asked.isValid() || m_asked.hasExpired(m_patience))
        askIndex();
    else if (m_hasIndex)
        takeIndex(m_places);
}

void SchemaSource::askIndex()
{
    if (m_isOld && !m_sets.isEmpty())
        return;  // all is here, and it has no hash to compare
    m_isAsking = true;
    m_asked.start();
    m_wire()
        ->get(u"/openapi/v3"_s, {}, "application/json")
        .then(this, [this, generation = m_generation](const kube::Result<QByteArray> &body) {
            if (generation != m_generation)
                return;
            m_isAsking = false;
            const auto places = body ? decode::openApiIndex(*body) : std::unexpected(body.error());
            if (places) {
                m_trouble.reset();
                m_loaded.removeIf([this](const auto &loaded) { return !m_sets.contains(loaded.key()); });  // once more
                takeIndex(*places);
            } else if (places.error().httpStatus == 404) {
                askAll();
            } else {
                m_trouble = places.error();
            }
        });
}

void SchemaSource::takeIndex(const QHash<QString, QString> &places)
{
    m_places = places;
    m_hasIndex = true;
    bool isLess = false;
    for (const QString &apiVersion : std::as_const(m_wanted)) {
        const QString place = m_places.value(nameOf(apiVersion));
        if (place.isEmpty()) {
            isLess = m_sets.remove(apiVersion) || isLess;
            m_loaded.remove(apiVersion);
        } else if (m_loaded.value(apiVersion) != place) {
            load(apiVersion);
        }
    }
    if (isLess)
        Q_EMIT changed();
}

/** One document of all group versions, as servers before 1.24 have it. */
void SchemaSource::askAll()
{
    Client *const client = m_wire();
    if (!client)
        return;
    m_isAsking = true;
    client
        ->schemas(SchemaCache(), u"/openapi/v2"_s)  // it has no hash by which it could be kept
        .then(this, [this, generation = m_generation](const kube::Result<SetPtr> &set) {
            if (generation != m_generation)
                return;
            m_isAsking = false;
            if (!set) {
                m_trouble = set.error();
                return;
            }
            m_isOld = true;
            for (auto it = (*set)->kinds.cbegin(); it != (*set)->kinds.cend(); ++it)
                m_sets.insert(it.key().section(u' ', 0, 0), *set);
            m_trouble.reset();
            Q_EMIT changed();
        });
}

/** From the disk where it is there, else from the server. */
void SchemaSource::load(const QString &apiVersion)
{
    const QString place = m_places.value(nameOf(apiVersion));
    m_loaded.insert(apiVersion, place);
    Client *const client = m_wire();
    if (!client) {
        m_loaded.remove(apiVersion);
        return;
    }
    client->schemas(m_cache, place)
        .then(this, [this, apiVersion, place, generation = m_generation](const kube::Result<SetPtr> &set) {
            if (generation == m_generation && m_loaded.value(apiVersion) == place)
                take(apiVersion, set);
        });
}

void SchemaSource::take(const QString &apiVersion, const kube::Result<SetPtr> &set)
{
    if (!set) {
        m_trouble = set.error();  // tried again when the index is
        return;
    }
    m_sets.insert(apiVersion, *set);
    Q_EMIT changed();
}

}  // namespace command
