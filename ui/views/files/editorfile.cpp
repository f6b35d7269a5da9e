// SPDX-License-Identifier: Apache-2.0
#include "views/files/editorfile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace views {

namespace {

std::unexpected<kube::Error> fileFailure(const QString &message, const QString &path)
{
    return kube::failure(kube::Error::Kind::File, message, path);
}

}  // namespace

kube::Result<FileForm> EditorFile::read(const QString &path)
{
    const QFileInfo entry(path);
    if (entry.isDir())
        return fileFailure(tr("This is a folder."), path);
    if (entry.exists() && !entry.isFile())  // a pipe would be waited for
        return fileFailure(tr("This is not a regular file."), path);
    if (entry.size() > SizeLimit)
        return fileFailure(tr("The file is larger than 16 MiB; no API server takes that."), path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileFailure(file.errorString(), path);
    const QByteArray bytes = file.read(SizeLimit + 1);
    if (file.error() != QFile::NoError)
        return fileFailure(file.errorString(), path);
    return FileForm::of(bytes, path);
}

kube::Result<QString> EditorFile::open(const QString &path)
{
    auto form = read(path);
    if (!form)
        return std::unexpected(form.error());
    take(path, *std::move(form));
    return m_lastText;
}

void EditorFile::take(const QString &path, FileForm form)
{
    m_path = path;
    m_digest = form.digest();
    m_lastText = form.shown();
    m_form = std::move(form);
}

void EditorFile::resume(const QString &path, const QByteArray &digest, const QString &lastText)
{
    m_path = path;
    m_digest = digest;
    m_lastText = lastText;
    if (auto form = read(path))
        m_form = *std::move(form);
    if (m_form.digest() == digest)
        m_lastText = m_form.shown();
}

kube::Result<void> EditorFile::save(const QString &path, const QString &text)
{
    const QByteArray bytes = m_form.bytesOf(text);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fileFailure(file.errorString(), path);
    take(path, FileForm::of(bytes, path).value_or(FileForm()));
    m_digest = FileForm::digestOf(bytes);
    m_lastText = text;
    return {};
}

bool EditorFile::differsOnDisk() const
{
    QFile file(m_path);
    return !m_path.isEmpty() && file.open(QIODevice::ReadOnly) && FileForm::digestOf(file.readAll()) != m_digest;
}

}  // namespace views
