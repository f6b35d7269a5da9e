// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/kubeconfig.h"
#include "style/statewords.h"
#include "windows/desks/place.h"

#include <QObject>

namespace windows {

/** The contexts that can be opened: those of the user's kubeconfig, and those of the practice cluster beside them. */
class Kubeconfigs : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

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
    /** The same as lines for the window; each names file and line. */
    [[nodiscard]] QList<style::Notice> notices() const;

private:
    [[nodiscard]] const config::KubeConfig *of(const Place &place) const;

    config::KubeConfig m_own;
    QList<config::KubeConfig> m_added;
};

}  // namespace windows
