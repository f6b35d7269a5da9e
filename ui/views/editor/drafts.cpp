// SPDX-License-Identifier: Apache-2.0
#include "views/editor/drafts.h"

#include <QCryptographicHash>
#include <QDir>
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

QString digestOf(QByteArrayView text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

/** One line of JSON, then the text as it is. */
QByteArray bytesOf(const Draft &draft)
{
    const QByteArray text = draft.text.toUtf8();
    const QJsonObject head{{u"name"_s, draft.name},
                           {u"path"_s, draft.path},
                           {u"kept"_s, draft.kept.toUTC().toString(Qt::ISODateWithMs)},
                           {u"without"_s, draft.isWithout},
                           {u"sha256"_s, digestOf(text)}};
    return QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + text;
}

std::optional<Draft> draftOf(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const QJsonObject head = QJsonDocument::fromJson(bytes.first(std::max<qsizetype>(0, end))).object();
    const QByteArray text = bytes.sliced(end + 1);
    if (end < 0 || head.value("sha256"_L1).toString() != digestOf(text))
        return std::nullopt;
    Draft draft;
    draft.name = head.value("name"_L1).toString();
    draft.path = head.value("path"_L1).toString();
    draft.kept = QDateTime::fromString(head.value("kept"_L1).toString(), Qt::ISODateWithMs);
    draft.isWithout = head.value("without"_L1).toBool();
    draft.text = QString::fromUtf8(text);
    return draft;
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

QList<Draft> Drafts::left() const
{
    QList<Draft> drafts;
    const QStringList names = QDir(m_folder).entryList({u'*' + QLatin1StringView(Ending)}, QDir::Files);
    for (const QString &name : names) {
        const QString id = name.chopped(qsizetype(qstrlen(Ending)));
        QFile file(pathOf(id));
        if (id == m_id || !file.open(QIODevice::ReadOnly) || !lockOf(pathOf(id)))
            continue;
        if (auto draft = draftOf(file.readAll())) {
            draft->id = id;
            drafts.append(*std::move(draft));
        }
    }
    std::ranges::sort(drafts, std::ranges::greater(), &Draft::kept);
    return drafts;
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
