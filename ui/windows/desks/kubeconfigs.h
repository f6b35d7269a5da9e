// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/kubeconfig.h"
#include "config/suspicion.h"
#include "config/watcher.h"
#include "style/statewords.h"
#include "windows/desks/place.h"

#include <QObject>

namespace windows {

/** The contexts that can be opened: those of the user's kubeconfig, and those of the practice cluster beside them. */
class Kubeconfigs : public QObject {
    Q_OBJECT

public:
    /** `intervals`: how fast a change of a file is seen. */
    explicit Kubeconfigs(config::Watcher::Intervals intervals = {}, QObject *parent = nullptr);

    /** Reads the user's kubeconfig: `path` alone, or the default ones where it is empty. */
    void open(const QString &path);
    /** Adds the contexts of one more file, whatever the user's kubeconfig is. */
    void add(const QString &path);

    [[nodiscard]] QList<Place> places() const;
    /** The current context of the user's kubeconfig; nothing where it names none. */
    [[nodiscard]] std::optional<Place> current() const;
    /** The first context of a file that was added. */
    [[nodiscard]] std::optional<Place> firstOf(const QString &path) const;
    /** The context of that name in the user's kubeconfig. */
    [[nodiscard]] std::optional<Place> named(const QString &context) const;
    /** As the files say now. A place that no file knows any more is an error of kind Config. */
    [[nodiscard]] kube::Result<config::Connection> connection(const Place &place) const;
    /** The namespace that the context names; empty: none. */
    [[nodiscard]] QString namespaceOf(const Place &place) const;
    /** What is wrong with which file of the user's kubeconfig. */
    [[nodiscard]] const QList<kube::Error> &errors() const { return m_own.errors(); }
    /** Whether the file cannot be read now: what it said before counts on for what is open. */
    [[nodiscard]] bool isBroken(const QString &file) const;
    [[nodiscard]] QList<config::Suspicion> suspicions() const { return m_own.suspicions(); }
    /** What the user should know of the files as lines for the window; those of broken ones name file and line. */
    [[nodiscard]] QList<style::Notice> notices() const;

Q_SIGNALS:
    /** A file of the user's kubeconfig changed, appeared or went, and was read again. */
    void changed();

private:
    void read();

    [[nodiscard]] const config::KubeConfig *of(const Place &place) const;

    config::Watcher m_watcher;
    QString m_path;
    config::KubeConfig m_own;
    QList<config::KubeConfig> m_added;
};

}  // namespace windows
