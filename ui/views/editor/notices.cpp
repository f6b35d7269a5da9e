// SPDX-License-Identifier: Apache-2.0
#include "views/editor/notices.h"

#include "views/noticebar.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

QString whole(const QString &path)
{
    return path.isEmpty() ? path : QDir::cleanPath(QFileInfo(path).absoluteFilePath());
}

}  // namespace

Notices::Notices(QWidget *parent) : QWidget(parent), m_ofText(new NoticeBar(this)), m_ofFiles(new NoticeBar(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_ofFiles);
    column->addWidget(m_ofText);
    connect(m_ofText, &NoticeBar::actionChosen, this, [this] {
        if (const auto remedy = m_remedy)
            remedy();
    });
    connect(m_ofFiles, &NoticeBar::actionChosen, this, [this] {
        m_refused.clear();
        tellRefused();
    });
}

void Notices::say(style::Tone tone, const QString &text, const QString &action, const std::function<void()> &remedy)
{
    m_remedy = remedy;
    m_ofText->setNotice(tone, text, action);
}

void Notices::refuse(const QList<kube::Error> &errors)
{
    for (const kube::Error &error : errors) {
        m_refused.removeIf([&](const kube::Error &told) { return whole(told.where) == whole(error.where); });
        m_refused.append(error);
    }
    tellRefused();
}

void Notices::takeBack(const QStringList &paths)
{
    const auto isOpen = [&](const kube::Error &error) {
        const QString where = whole(error.where);
        return std::ranges::any_of(paths, [&](const QString &path) {  // a folder is, where something of it is
            return !where.isEmpty() && (whole(path) == where || whole(path).startsWith(where + u'/'));
        });
    };
    if (m_refused.removeIf(isOpen) > 0)
        tellRefused();
}

void Notices::tellRefused()
{
    QStringList lines;
    for (const kube::Error &error : m_refused.first(std::min(FilesNamed, m_refused.size())))
        lines << wordsOf(error);
    if (m_refused.size() > FilesNamed)
        lines << tr("%n more could not be opened", nullptr, int(m_refused.size() - FilesNamed));
    m_ofFiles->setNotice(style::Tone::Failed, lines.join(u'\n'), m_refused.isEmpty() ? QString() : tr("Dismiss"));
}

QString Notices::wordsOf(const kube::Error &error)
{
    const QString words = QCoreApplication::translate("manifest", error.message.toUtf8().constData());
    return error.where.isEmpty() ? words : tr("%1: %2").arg(error.where, words);
}

}  // namespace views
