// SPDX-License-Identifier: Apache-2.0
#include "config/file/localfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace config {

using kube::Error;

namespace {

constexpr ushort ByteBase = 0xDC00;

bool isKeptByte(QChar c)
{
    return c.unicode() >= ByteBase + 0x80 && c.unicode() <= ByteBase + 0xFF;
}

std::unexpected<Error> refused(const QString &why, const QString &path)
{
    return kube::failure(Error::Kind::File, why, path);
}

#ifdef Q_OS_UNIX
FileStatus statusOf(const struct stat &found)
{
#ifdef Q_OS_DARWIN
    const timespec modified = found.st_mtimespec;
    const timespec changed = found.st_ctimespec;
#else
    const timespec modified = found.st_mtim;
    const timespec changed = found.st_ctim;
#endif
    FileStatus status;
    status.isRegular = S_ISREG(found.st_mode);
    status.size = found.st_size;
    status.modifiedNs = qint64(modified.tv_sec) * 1'000'000'000 + modified.tv_nsec;
    status.owner = found.st_uid;
    status.mode = found.st_mode & 07777U;
    for (const qint64 part : {qint64(found.st_dev), qint64(found.st_ino), qint64(found.st_size), status.modifiedNs,
                              qint64(changed.tv_sec), qint64(changed.tv_nsec)})
        status.stamp += QByteArray::number(part, 36) + ' ';
    return status;
}
#endif

}  // namespace

kube::Result<std::optional<FileStatus>> fileStatus(const QString &path)
{
#ifdef Q_OS_UNIX
    struct stat found{};
    if (::stat(encodePath(path).constData(), &found) != 0) {
        if (errno == ENOENT)
            return std::nullopt;
        return refused(qt_error_string(errno), path);
    }
    return statusOf(found);
#else
    const QFileInfo found(path);
    if (!found.exists())
        return std::nullopt;
    FileStatus status;
    status.isRegular = found.isFile();
    status.size = found.size();
    status.modifiedNs = found.lastModified().toMSecsSinceEpoch() * 1'000'000;
    status.stamp = QByteArray::number(status.size, 36) + ' ' + QByteArray::number(status.modifiedNs, 36);
    return status;
#endif
}

kube::Result<QByteArray> readLocalFile(const QString &path, qint64 limit)
{
    const QString tooLarge = u"larger than %1 KiB"_s.arg(limit / 1024);
    QFile file;
#ifdef Q_OS_UNIX
    const int descriptor = ::open(encodePath(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return refused(qt_error_string(errno), path);
    struct stat found{};
    const bool isKnown = ::fstat(descriptor, &found) == 0;
    if (!isKnown || !S_ISREG(found.st_mode) || found.st_size > limit) {
        ::close(descriptor);
        return refused(isKnown && S_ISREG(found.st_mode) ? tooLarge : u"not a regular file"_s, path);
    }
    if (!file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        return refused(file.errorString(), path);
#else
    if (const QFileInfo found(path); found.exists() && !found.isFile())
        return refused(u"not a regular file"_s, path);
    file.setFileName(path);
    if (!file.open(QIODevice::ReadOnly))
        return refused(file.errorString(), path);
#endif
    QByteArray bytes;
    while (bytes.size() <= limit) {  // it may grow under our hands
        const QByteArray more = file.read(limit + 1 - bytes.size());
        if (more.isEmpty())
            break;
        bytes += more;
    }
    if (file.error() != QFileDevice::NoError)
        return refused(file.errorString(), path);
    if (bytes.size() > limit)
        return refused(tooLarge, path);
    return bytes;
}

QString decodePath(const QByteArray &bytes)
{
    QStringDecoder whole(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = whole(bytes);
    if (!whole.hasError())
        return text;
    QString path;
    for (qsizetype at = 0; at < bytes.size();) {
        const auto lead = static_cast<uchar>(bytes.at(at));
        const qsizetype length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        QStringDecoder one(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString c = one(bytes.mid(at, length));
        if (one.hasError() || c.isEmpty()) {
            path += QChar(static_cast<ushort>(ByteBase + lead));
            ++at;
        } else {
            path += c;
            at += length;
        }
    }
    return path;
}

QByteArray encodePath(const QString &path)
{
    QByteArray bytes;
    qsizetype from = 0;
    for (qsizetype at = 0; at < path.size(); ++at) {
        const bool isPaired = at > 0 && path.at(at - 1).isHighSurrogate();
        if (isPaired || !isKeptByte(path.at(at)))
            continue;
        bytes += QStringView(path).sliced(from, at - from).toUtf8();
        bytes += static_cast<char>(path.at(at).unicode() - ByteBase);
        from = at + 1;
    }
    return bytes + QStringView(path).sliced(from).toUtf8();
}

QString homePath()
{
#ifdef Q_OS_UNIX
    if (const QByteArray home = qgetenv("HOME"); !home.isEmpty())
        return QDir::cleanPath(decodePath(home));
#endif
    return QDir::homePath();
}

QString absolutePath(const QString &path, const QString &folder)
{
    if (path.isEmpty())
        return path;
    return QDir::cleanPath(QDir::isAbsolutePath(path) ? path : folder + u'/' + path);
}

bool isWritableByAll(const QString &path)
{
#ifdef Q_OS_UNIX
    constexpr quint32 WriteAll = 0002;
    constexpr quint32 Sticky = 01000;
    const auto file = fileStatus(path);
    if (file && *file && ((*file)->mode & WriteAll) != 0)
        return true;
    const auto folder = fileStatus(path.left(path.lastIndexOf(u'/') + 1));
    return folder && *folder && ((*folder)->mode & WriteAll) != 0 && ((*folder)->mode & Sticky) == 0;
#else
    return QFileInfo(path).permissions().testFlag(QFileDevice::WriteOther);
#endif
}

}  // namespace config
