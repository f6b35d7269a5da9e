// SPDX-License-Identifier: Apache-2.0
#include "views/editor/drafts.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr QFile::Permissions OnlyMine = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions FolderMine = OnlyMine | QFile::ExeOwner;
constexpr auto Ending = ".draft";

/** Of all that a draft says: a bit that fell over anywhere is noticed. */
QString sealOf(QJsonObject head, QByteArrayView texts)
{
    head.remove("sha256"_L1);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QJsonDocument(head).toJson(QJsonDocument::Compact));
    hash.addData(texts);
    return QString::fromLatin1(hash.result().toHex());
}

/** One line of JSON, then the text as it is, then what it began as. */
QByteArray bytesOf(const Draft &draft)
{
    const QByteArray text = draft.text.toUtf8();
    const QByteArray texts = text + draft.base.toUtf8();
    QJsonObject head{{u"name"_s, draft.name},
                     {u"path"_s, draft.path},
                     {u"kept"_s, draft.kept.toUTC().toString(Qt::ISODateWithMs)},
                     {u"without"_s, draft.isWithout},
                     {u"size"_s, text.size()},
                     {u"digest"_s, QString::fromLatin1(draft.digest.toHex())},
                     {u"beside"_s, QJsonArray::fromStringList(draft.beside)},
                     {u"keepsake"_s, draft.keepsake}};
    head.insert(u"sha256"_s, sealOf(head, texts));
    return QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + texts;
}

struct Opened {
    Draft draft;
    bool isDamaged = false;
};

/** Of a damaged one all that is behind its first line. */
Opened draftOf(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const QJsonObject head = QJsonDocument::fromJson(bytes.first(std::max<qsizetype>(0, end))).object();
    const QByteArray texts = bytes.sliced(end + 1);
    const qint64 size = head.value("size"_L1).toInteger(-1);
    Opened opened;
    opened.isDamaged =
        end < 0 || size < 0 || size > texts.size() || head.value("sha256"_L1).toString() != sealOf(head, texts);
    Draft &draft = opened.draft;
    draft.name = head.value("name"_L1).toString();
    draft.path = head.value("path"_L1).toString();
    draft.kept = QDateTime::fromString(head.value("kept"_L1).toString(), Qt::ISODateWithMs);
    draft.isWithout = head.value("without"_L1).toBool();
    const qsizetype mine = size < 0 || size > texts.size() ? texts.size() : qsizetype(size);
    draft.text = QString::fromUtf8(texts.first(mine));
    draft.base = QString::fromUtf8(texts.sliced(mine));
    draft.digest = QByteArray::fromHex(head.value("digest"_L1).toString().toLatin1());
    for (const QJsonValue &path : head.value("beside"_L1).toArray())
        draft.beside.append(path.toString());
    draft.keepsake = head.value("keepsake"_L1).toObject();
    return opened;
}

std::unique_ptr<QLockFile> lockOf(const QString &draft)
{
    auto lock = std::make_unique<QLockFile>(draft + u".lock"_s);
    lock->setStaleLockTime(0);  // it is stale when its process is gone, however old it is
    return lock->tryLock() ? std::move(lock) : nullptr;
}

}  // namespace

Drafts::Drafts(QString folder) : m_folder(std::move(folder)) {}

Drafts::~Drafts() = default;

QString Drafts::pathOf(const QString &id) const
{
    return m_folder + u'/' + id + QLatin1StringView(Ending);
}

QList<Draft> Drafts::read(bool wantsDamaged) const
{
    QList<Draft> drafts;
    const QStringList names = QDir(m_folder).entryList({u'*' + QLatin1StringView(Ending)}, QDir::Files);
    for (const QString &name : names) {
        const QString id = name.chopped(qsizetype(qstrlen(Ending)));
        QFile file(pathOf(id));
        if (id == m_id || !file.open(QIODevice::ReadOnly) || !lockOf(pathOf(id)))
            continue;
        Opened opened = draftOf(file.readAll());
        if (opened.isDamaged != wantsDamaged)
            continue;
        opened.draft.id = id;
        if (!opened.draft.kept.isValid())
            opened.draft.kept = QFileInfo(file).lastModified();
        drafts.append(std::move(opened.draft));
    }
    std::ranges::sort(drafts, std::ranges::greater(), &Draft::kept);
    return drafts;
}

QList<Draft> Drafts::left() const
{
    return read(false);
}

QList<Draft> Drafts::damaged() const
{
    return read(true);
}

QString Drafts::setAside(const QString &id)
{
    const QString aside = m_folder + u'/' + id + u".damaged"_s;
    return QFile::rename(pathOf(id), aside) ? aside : pathOf(id);
}

bool Drafts::adopt(const QString &id)
{
    auto lock = lockOf(pathOf(id));
    if (!lock || !QFile::exists(pathOf(id)))
        return false;
    drop();
    m_id = id;
    m_lock = std::move(lock);
    return true;
}

bool Drafts::own()
{
    if (m_lock)
        return true;
    if (!QDir().mkpath(m_folder) || !QFile::setPermissions(m_folder, FolderMine))
        return false;
    m_id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_lock = lockOf(pathOf(m_id));
    return m_lock != nullptr;
}

kube::Result<void> Drafts::keep(Draft draft)
{
    if (!own())
        return kube::failure(kube::Error::Kind::File, u"no draft can be kept in this folder"_s, m_folder);
    const QString safe = withoutSecrets(draft.text);
    draft.isWithout = draft.isWithout || safe != draft.text;
    draft.text = safe;
    if (!draft.path.isEmpty()) {
        if (m_base != draft.base) {
            m_base = draft.base;
            m_baseWithout = withoutSecrets(m_base);
        }
        draft.base = m_baseWithout;
    }
    draft.kept = QDateTime::currentDateTimeUtc();
    const QByteArray bytes = bytesOf(draft);
    QSaveFile file(pathOf(m_id));
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(OnlyMine) || file.write(bytes) != bytes.size() ||
        !file.commit())
        return kube::failure(kube::Error::Kind::File, file.errorString(), file.fileName());
    return {};
}

void Drafts::drop()
{
    if (!m_lock)
        return;
    QFile::remove(pathOf(m_id));
    m_lock.reset();
    m_id.clear();
}

void Drafts::remove(const QString &id)
{
    if (const auto lock = lockOf(pathOf(id)))
        QFile::remove(pathOf(id));
}

}  // namespace views
