// SPDX-License-Identifier: Apache-2.0
#include "views/files/manifestfiles.h"

#include "views/files/editorfile.h"

#include <QDir>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr qsizetype MostEntries = 20'000;  ///< of folders that are looked into

struct Walk {
    QStringList paths;
    QList<kube::Error> refused;
    qsizetype seen = 0;
    bool isDeep = false;

    void refuse(const QString &message, const QString &path)
    {
        refused.append(kube::failure(kube::Error::Kind::File, message, path).error());
    }
    void into(const QString &folder);
};

/** Byte by byte, as Go sorts names. */
bool isBefore(const QFileInfo &a, const QFileInfo &b)
{
    return a.fileName().toUtf8() < b.fileName().toUtf8();
}

void Walk::into(const QString &folder)
{
    if (!QFileInfo(folder).isReadable() || !QFileInfo(folder).isExecutable()) {
        refuse(EditorFile::tr("This folder cannot be read."), folder);
        return;
    }
    QFileInfoList entries =
        QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    std::ranges::sort(entries, isBefore);
    for (const QFileInfo &entry : std::as_const(entries)) {
        if (++seen > MostEntries) {
            refuse(EditorFile::tr("Not looked through: there is too much in it and in the folders before it."), folder);
            return;
        }
        const bool isFolder = entry.isDir() && !entry.isSymLink();
        static const QSet<QString> endings{u"json"_s, u"yaml"_s, u"yml"_s};
        if (isFolder && isDeep)
            into(entry.filePath());
        else if (!isFolder && endings.contains(entry.suffix()))
            paths.append(entry.filePath());
    }
}

/** Each file by its last name, or by its path from the folder that holds all of them where two are called the same. */
void nameFiles(QList<ManifestFiles::File> &files)
{
    QSet<QString> names;
    for (const ManifestFiles::File &file : std::as_const(files))
        names.insert(QFileInfo(file.path).fileName());
    const bool isClear = names.size() == files.size();
    QString common = files.isEmpty() ? QString() : QFileInfo(files.constFirst().path).path() + u'/';
    for (const ManifestFiles::File &file : std::as_const(files))
        while (!file.path.startsWith(common))
            common = common.first(common.lastIndexOf(u'/', -2) + 1);
    for (ManifestFiles::File &file : files)
        file.name = isClear ? QFileInfo(file.path).fileName() : file.path.sliced(common.size());
}

}  // namespace

ManifestFiles ManifestFiles::read(const QStringList &paths, bool isDeep)
{
    Walk walk;
    walk.isDeep = isDeep;
    for (const QString &path : paths) {
        const QString whole = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
        const qsizetype before = walk.paths.size() + walk.refused.size();
        if (!QFileInfo(whole).isDir()) {
            walk.paths.append(whole);
            continue;
        }
        walk.into(whole);
        if (walk.paths.size() + walk.refused.size() == before)
            walk.refuse(EditorFile::tr("There is no *.yaml, *.yml or *.json in this folder."), whole);
    }
    ManifestFiles result;
    result.refused = walk.refused;
    QSet<QString> seen;
    qint64 bytes = 0;
    qsizetype tooMany = 0;
    for (const QString &path : std::as_const(walk.paths)) {
        const QString one = QFileInfo(path).canonicalFilePath();
        if (!one.isEmpty() && seen.contains(one))
            continue;
        seen.insert(one);
        const qint64 size = QFileInfo(path).size();
        if (result.files.size() >= MostFiles || bytes + std::min(size, EditorFile::SizeLimit) > MostBytes) {
            ++tooMany;
            continue;
        }
        auto form = EditorFile::read(path);
        if (form) {
            bytes += size;
            result.files.append({path, {}, *std::move(form)});
        } else {
            result.refused.append(form.error());
        }
    }
    if (tooMany > 0)
        result.refused.append(kube::failure(kube::Error::Kind::File,
                                            EditorFile::tr("Not opened, as at most 500 files of 64 MiB together are "
                                                           "open at once: %n file(s)",
                                                           nullptr, int(tooMany)))
                                  .error());
    nameFiles(result.files);
    return result;
}

}  // namespace views
