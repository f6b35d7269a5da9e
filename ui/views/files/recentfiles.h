// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMenu>

namespace style {
class Settings;
}

namespace views {

/** A menu of the files that were worked on last: their paths only, the newest first, until the user clears it. */
class RecentFiles : public QMenu {
    Q_OBJECT

public:
    static constexpr qsizetype Limit = 12;

    /** `settings` outlives this. */
    RecentFiles(style::Settings &settings, QWidget *parent);

    /** A file is being worked on; an empty path is none. */
    void add(const QString &path);

Q_SIGNALS:
    void chosen(const QString &path);

private:
    void fill();

    style::Settings &m_settings;
};

}  // namespace views
