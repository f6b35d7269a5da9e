// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace config {

/**
 * Tells that one of a few files changed, appeared or went. Watches their folders, since editors and kubelets replace
 * files rather than write them, and looks from time to time where a file system tells nothing (NFS, FUSE). One thread.
 */
class Watcher : public QObject {
    Q_OBJECT
public:
    /** How long after a first sign of change we look, and how often we look unasked (0: never). */
    struct Intervals {
        std::chrono::milliseconds settle{250};
        std::chrono::milliseconds look{30'000};
    };

    explicit Watcher(QObject *parent = nullptr) : Watcher(Intervals{}, parent) {}
    explicit Watcher(Intervals intervals, QObject *parent = nullptr);

    /** Watches these, absolute paths, and nothing else; they need not exist. What they hold now is not news. */
    void setFiles(const QList<QString> &files);

Q_SIGNALS:
    /** At least one of `files` is not what it was. */
    void changed(const QList<QString> &files);

private:
    void follow();
    void compare();

    Intervals m_intervals;
    QFileSystemWatcher m_events;
    QTimer m_settle;
    QTimer m_look;
    QHash<QString, QByteArray> m_stamps;  ///< file: what stat says of it
};

}  // namespace config
