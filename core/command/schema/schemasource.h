// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/client.h"
#include "command/schema/schemacache.h"
#include "kube/schema.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>

namespace command {

/**
 * The schemas that a cluster publishes, as far as somebody wants them: `/openapi/v3`, its index with hashes and one
 * document a group version (Kubernetes 1.24 and later), or all in one by `/openapi/v2` of older servers. The index is
 * asked again after a minute, and a document when its hash is another. Lives in one thread; documents are read in the
 * cluster's.
 */
class SchemaSource : public QObject {
    Q_OBJECT
public:
    using SetPtr = kube::SchemaSetPtr;
    /** The client to ask now; null while there is none. */
    using Wire = std::function<Client *()>;

    explicit SchemaSource(SchemaCache cache, QObject *parent = nullptr);

    /** Another cluster: what was known of the one before is forgotten. */
    void setWire(Wire wire);
    /** Asks for what is not known yet of these (`v1`, `apps/v1`). */
    void want(const QStringList &apiVersions);
    /** By apiVersion; what the cluster does not publish is not in it. */
    [[nodiscard]] const QHash<QString, SetPtr> &sets() const { return m_sets; }
    /** What went wrong last; the bundled schema has to do then. */
    [[nodiscard]] const std::optional<kube::Error> &trouble() const { return m_trouble; }
    /** After how many milliseconds the index is old. */
    void setPatience(int milliseconds) { m_patience = milliseconds; }

Q_SIGNALS:
    void changed();

private:
    void askIndex();
    void takeIndex(const QHash<QString, QString> &places);
    void askAll();
    void load(const QString &apiVersion);
    void take(const QString &apiVersion, const kube::Result<SetPtr> &set);

    SchemaCache m_cache;
    Wire m_wire;
    QHash<QString, SetPtr> m_sets;
    QHash<QString, QString> m_places;  ///< the index: `apis/apps/v1` to its document
    QHash<QString, QString> m_loaded;  ///< apiVersion to the place that its set is, or will be, from
    QSet<QString> m_wanted;
    std::optional<kube::Error> m_trouble;
    QElapsedTimer m_asked;  ///< the index, last
    int m_patience = 60'000;
    int m_generation = 0;  ///< answers of another cluster are not for us
    bool m_isAsking = false, m_hasIndex = false, m_isOld = false;
};

}  // namespace command
