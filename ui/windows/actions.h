// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "style/settings.h"

#include <QAction>
#include <QObject>

class QActionGroup;

namespace windows {

/** Everything the main window can do, each once: the same name in menu, tool bar, palette and help sheet. */
class Actions : public QObject {
    Q_OBJECT

public:
    explicit Actions(QWidget *window);

    /** In the order of the help sheet and the command palette. */
    [[nodiscard]] QList<QAction *> all() const { return m_all; }
    /** The quick views, in the order of their menu; their data is the filter's word. */
    [[nodiscard]] QList<QAction *> quickViews() const { return {notReady, pullProblems, restarting, changed}; }

    QAction *palette;
    QAction *filter;
    // checkable: each puts its word into the filter or takes it away
    QAction *pullProblems;
    QAction *notReady;
    QAction *restarting;
    QAction *changed;
    QAction *filters;  ///< the menu of quick views and saved filters
    QAction *saveFilter;
    QAction *columns;
    QAction *namespaces;
    QAction *copyText, *copyNames, *copyCsv, *copyJson, *copyYaml;  ///< the selected pods
    // checkable; the first two are of the context that is shown
    QAction *readOnly, *production, *flash;
    QAction *why;
    QAction *describe;
    QAction *logs;
    QAction *shownLogs;      ///< of all pods that the table shows
    QAction *pods;           ///< back to the table
    QAction *owner;          ///< of the selected pod
    QAction *node;           ///< of the selected pod
    QAction *anyKind;        ///< choose a kind of objects
    QList<QAction *> kinds;  ///< action data: a Kind, `Deployment`
    QAction *edit;
    QAction *remove;
    QAction *relist;
    QAction *openKubeconfig;
    QAction *practice;
    QAction *alignTimeline;  ///< checkable
    QAction *fitTimeline;
    QAction *followTimeline;
    QAction *exportTimeline;
    QAction *resetLayout;
    QAction *help;
    QAction *quit;
    QAction *about;

    QActionGroup *themes;     ///< action data: style::Theme
    QActionGroup *languages;  ///< action data: `en`, `zh_CN` or empty

private:
    QAction *make(const QString &name, const QString &text, const QKeySequence &keys, const QString &tip);

    QWidget *m_window;
    QList<QAction *> m_all;
};

}  // namespace windows
