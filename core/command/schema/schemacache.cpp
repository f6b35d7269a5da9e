// SPDX-License-Identifier: Apache-2.0
#include "command/schema/schemacache.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace command {

namespace {

QByteArray sum(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

}  // namespace

SchemaCache::SchemaCache(QString folder, qint64 mostBytes) : m_folder(std::move(folder)), m_mostBytes(mostBytes) {}

QString SchemaCache::fileOf(const QString &place) const
{
    return m_folder + u'/' + QString::fromLatin1(sum(place.toUtf8()).toHex()) + u".schema"_s;
}

std::optional<QByteArray> SchemaCache::read(const QString &place) const
{
    QFile file(fileOf(place));
    if (m_folder.isEmpty() || file.size() > m_mostBytes || !file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.readAll();
    const qsizetype head = sum({}).size();
    const QByteArray packed = bytes.sliced(std::min(head, bytes.size()));
    if (packed.isEmpty() || bytes.first(head) != sum(packed))
        return {};
    return qUncompress(packed);
}

bool SchemaCache::write(const QString &place, const QByteArray &document) const
{
    if (m_folder.isEmpty())
        return false;
    const QFileDevice::Permissions mine = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!QDir(m_folder).exists() &&
        (!QDir().mkpath(m_folder) || !QFile::setPermissions(m_folder, mine | QFileDevice::ExeOwner)))
        return false;
    QSaveFile file(fileOf(place));
    const QByteArray packed = qCompress(document);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(mine) || file.write(sum(packed) + packed) < 0 ||
        !file.commit())
        return false;
    makeRoom();
    return true;
}

void SchemaCache::makeRoom() const
{
    qint64 all = 0;
    const auto files = QDir(m_folder).entryInfoList({u"*.schema"_s}, QDir::Files, QDir::Time);  // newest first
    for (const QFileInfo &file : files) {
        all += file.size();
        if (all > m_mostBytes)
            QFile::remove(file.filePath());
    }
}

}  // namespace command
