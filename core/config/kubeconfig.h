// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/connection.h"
#include "config/suspicion.h"
#include "kube/error.h"

#include <QHash>

#include <memory>

namespace config {

/** One context as a switcher shows it. */
struct Context {
    QString name;
    QString cluster;
    QString user;
    QString ns;    ///< as written; may be empty
    QString file;  ///< the kubeconfig that defines it
    bool operator==(const Context &) const = default;
};

/**
 * The merged kubeconfig files of one user. Source: client-go tools/clientcmd loader and validation.
 * Read only. A broken file never hides the good ones: it stands in `errors()`.
 */
class KubeConfig {
public:
    KubeConfig();
    KubeConfig(const KubeConfig &);
    KubeConfig(KubeConfig &&) noexcept;
    KubeConfig &operator=(const KubeConfig &);
    KubeConfig &operator=(KubeConfig &&) noexcept;
    ~KubeConfig();

    /** `explicitPath` alone, else $KUBECONFIG's files merged, else ~/.kube/config. Reads local files only. */
    [[nodiscard]] static KubeConfig load(const QString &explicitPath = {});
    /** The same from one text, e.g. of a test; `fileName` names it in messages and roots relative paths. */
    [[nodiscard]] static KubeConfig fromText(const QByteArray &text, const QString &fileName);

    /** What could not be read: kind File or Input, `where` is `file` or `file:line:column`. */
    [[nodiscard]] const QList<kube::Error> &errors() const;
    /** Files that were read, in merge order. */
    [[nodiscard]] QList<QString> files() const;
    /** Files that were looked for, there or not: those to watch for a change. */
    [[nodiscard]] QList<QString> candidates() const;
    [[nodiscard]] bool isEmpty() const;
    /** What a user should know before these files are trusted. Looks at local files; runs nothing. */
    [[nodiscard]] QList<Suspicion> suspicions() const;

    /** Every context in file order. */
    [[nodiscard]] QList<Context> contexts() const;
    /** current-context; empty if none is set. May name a context that does not exist. */
    [[nodiscard]] QString currentContext() const;

    /** Everything of `contextName` (empty: the current one), validated, certificate and key files read. */
    [[nodiscard]] kube::Result<Connection> connection(const QString &contextName = {}) const;

private:
    struct Content;
    std::shared_ptr<const Content> m_content;
};

}  // namespace config
