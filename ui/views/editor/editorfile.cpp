// SPDX-License-Identifier: Apache-2.0
#include "views/editor/editorfile.h"

#include "manifest/documents.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QtConcurrentRun>

namespace views {

namespace {

constexpr qint64 SizeLimit = 16LL * 1024 * 1024;

QByteArray digestOf(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

std::unexpected<kube::Error> fileFailure(const QString &message, const QString &path)
{
    return kube::failure(kube::Error::Kind::File, message, path);
}

}  // namespace

EditorFile::EditorFile(QObject *parent) : QObject(parent)
{
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this](const QString &path) {
        // Editors replace files; a replaced one has to be watched anew.
        if (QFileInfo::exists(path) && !m_watcher.files().contains(path))
            m_watcher.addPath(path);
        if (differsOnDisk())
            Q_EMIT changedOnDisk();
    });
}

kube::Result<QByteArray> EditorFile::bytesOf(const QString &path)
{
    const QFileInfo entry(path);
    if (entry.isDir())
        return fileFailure(tr("This is a folder."), path);
    if (entry.size() > SizeLimit)
        return fileFailure(tr("The file is larger than 16 MiB; no API server takes that."), path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileFailure(file.errorString(), path);
    const QByteArray bytes = file.read(SizeLimit + 1);
    if (file.error() != QFile::NoError)
        return fileFailure(file.errorString(), path);
    return bytes;
}

kube::Result<QString> EditorFile::open(const QString &path)
{
    const auto bytes = bytesOf(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto text = manifest::textOf(*bytes, path);
    if (text)
        keep(path, *bytes, *text);
    return text;
}

QFuture<kube::Result<QString>> EditorFile::readLater() const
{
    return QtConcurrent::run([path = m_path] { return read(path); });
}

kube::Result<QString> EditorFile::read(const QString &path)
{
    const auto bytes = bytesOf(path);
    return bytes ? manifest::textOf(*bytes, path) : std::unexpected(bytes.error());
}

kube::Result<void> EditorFile::save(const QString &path, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fileFailure(file.errorString(), path);
    keep(path, bytes, text);
    return {};
}

void EditorFile::forget()
{
    if (!m_watcher.files().isEmpty())
        m_watcher.removePaths(m_watcher.files());
    m_path.clear();
    m_digest.clear();
    m_lastText.clear();
}

bool EditorFile::differsOnDisk() const
{
    QFile file(m_path);
    return !m_path.isEmpty() && file.open(QIODevice::ReadOnly) && digestOf(file.readAll()) != m_digest;
}

void EditorFile::keep(const QString &path, const QByteArray &bytes, const QString &text)
{
    forget();
    m_path = path;
    m_digest = digestOf(bytes);
    m_lastText = text;
    m_watcher.addPath(path);
}

}  // namespace views
