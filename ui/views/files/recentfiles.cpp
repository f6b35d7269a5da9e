// SPDX-License-Identifier: Apache-2.0
#include "views/files/recentfiles.h"

#include "models/plaintext.h"
#include "style/settings.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace views {

RecentFiles::RecentFiles(style::Settings &settings, QWidget *parent)
    : QMenu(tr("Recent Files"), parent), m_settings(settings)
{
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &RecentFiles::fill);
    fill();
}

void RecentFiles::add(const QString &path)
{
    QStringList files = m_settings.recentFiles();
    const QString whole = path.isEmpty() ? QString() : QFileInfo(path).absoluteFilePath();
    if (whole.isEmpty() || files.value(0) == whole)
        return;
    files.removeAll(whole);
    files.prepend(whole);
    m_settings.setRecentFiles(files.first(std::min(Limit, files.size())));
}

void RecentFiles::fill()
{
    clear();
    const QStringList files = m_settings.recentFiles();
    for (const QString &file : files) {
        QAction *action = addAction(models::actionText(QFileInfo(file).fileName()));
        action->setToolTip(models::toolTip(QDir::toNativeSeparators(file)));
        connect(action, &QAction::triggered, this, [this, file] { Q_EMIT chosen(file); });
    }
    addSeparator();
    QAction *forget = addAction(tr("Clear the List"));
    forget->setEnabled(!files.isEmpty());
    connect(forget, &QAction::triggered, this, [this] { m_settings.setRecentFiles({}); });
}

}  // namespace views
