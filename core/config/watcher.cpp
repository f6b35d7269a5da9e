// SPDX-License-Identifier: Apache-2.0
#include "config/watcher.h"

#include "config/file/localfile.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace config {

namespace {

QByteArray stampOf(const QString &file)
{
    const auto status = fileStatus(file);
    return status && *status ? (*status)->stamp : QByteArray();
}

/** The folder of a path, or the nearest one above it that is there. */
QString folderOf(const QString &path)
{
    QString folder = path;
    do {
        folder = folder.left(std::max<qsizetype>(folder.lastIndexOf(u'/'), 1));
    } while (folder.size() > 1 && !QFileInfo(folder).isDir());
    return folder;
}

}  // namespace

Watcher::Watcher(Intervals intervals, QObject *parent) : QObject(parent), m_intervals(intervals)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(m_intervals.settle);
    m_look.setInterval(m_intervals.look);
    // Not begun anew by later events: a folder where something always happens would never settle.
    const auto settle = [this] {
        if (!m_settle.isActive())
            m_settle.start();
    };
    connect(&m_events, &QFileSystemWatcher::fileChanged, this, settle);
    connect(&m_events, &QFileSystemWatcher::directoryChanged, this, settle);
    connect(&m_settle, &QTimer::timeout, this, &Watcher::compare);
    connect(&m_look, &QTimer::timeout, this, &Watcher::compare);
}

void Watcher::setFiles(const QList<QString> &files)
{
    m_stamps.clear();
    for (const QString &file : files)
        m_stamps.insert(file, stampOf(file));
    follow();
    if (!files.isEmpty() && m_intervals.look.count() > 0)
        m_look.start();
    else
        m_look.stop();
}

void Watcher::follow()
{
    QSet<QString> wanted;
    for (auto it = m_stamps.cbegin(); it != m_stamps.cend(); ++it) {
        wanted << folderOf(it.key());
        // A kubelet swaps the folder behind a link; an editor may replace the file that a link leads to.
        if (const QString real = QFileInfo(it.key()).canonicalFilePath(); !real.isEmpty())
            wanted << folderOf(real) << real;
    }
    const QList<QString> watched = m_events.files() + m_events.directories();
    const QSet<QString> already(watched.begin(), watched.end());
    if (const QSet<QString> gone = already - wanted; !gone.isEmpty())
        m_events.removePaths(gone.values());
    if (const QSet<QString> fresh = wanted - already; !fresh.isEmpty())
        m_events.addPaths(fresh.values());
}

void Watcher::compare()
{
    QList<QString> news;
    for (auto it = m_stamps.begin(); it != m_stamps.end(); ++it) {
        const QByteArray now = stampOf(it.key());
        if (now != it.value())
            news << it.key();
        it.value() = now;
    }
    follow();
    if (!news.isEmpty())
        Q_EMIT changed(news);
}

}  // namespace config
