// SPDX-License-Identifier: Apache-2.0
#include "windows/actions.h"

#include "models/query/podtraits.h"

#include <QActionGroup>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace windows {

Actions::Actions(QWidget *window) : QObject(window), m_window(window)
{
    palette = make(u"palette"_s, tr("&Commands…"), {u"Ctrl+K"_s}, tr("Find and do anything by its name"));
    filter = make(u"filter"_s, tr("&Filter Pods"), {u"/"_s}, tr("Type into the filter box"));
    pullProblems = make(u"pullProblems"_s, tr("Pull &Problems"), {u"P"_s},
                        tr("Only the pods that wait because of an image (is:pull-problem in the filter)"));
    notReady = make(u"notReady"_s, tr("&Not Ready"), {u"U"_s},
                    tr("Only the pods that are neither ready nor finished (is:not-ready in the filter)"));
    restarting =
        make(u"restarting"_s, tr("&Restarting"), {u"R"_s},
             tr("Only the pods with a container that ended within the last hour (is:restarting in the filter)"));
    changed = make(u"changed"_s, tr("Recently &Changed"), {u"C"_s},
                   tr("Only the pods to which something happened in the last 5 minutes (is:changed in the filter)"));
    const std::pair<QAction *, models::Trait> views[] = {{pullProblems, models::Trait::PullProblem},
                                                         {notReady, models::Trait::NotReady},
                                                         {restarting, models::Trait::Restarting},
                                                         {changed, models::Trait::Changed}};
    for (const auto &[action, trait] : views) {
        action->setCheckable(true);
        action->setData(models::wordOf(trait));
    }
    filters = make(u"filters"_s, tr("Quick Views and Saved Filters"), {u"F4"_s}, tr("Choose a filter from the menu"));
    saveFilter =
        make(u"saveFilter"_s, tr("Save This Filter…"), {u"Ctrl+Shift+F"_s}, tr("Give the filter a name to find it by"));
    namespaces =
        make(u"namespaces"_s, tr("Na&mespaces…"), {u"Ctrl+N"_s}, tr("Choose whose pods are shown: one, several, all"));
    columns = make(u"columns"_s, tr("Col&umns…"), {u"Shift+C"_s}, tr("Which columns the table has, in which order"));
    copyText =
        make(u"copyText"_s, tr("Copy as &Table"), {u"Ctrl+Shift+C"_s}, tr("The selected pods as kubectl prints them"));
    copyNames = make(u"copyNames"_s, tr("Copy &Names"), {u"Ctrl+Shift+N"_s}, tr("The names of the selected pods"));
    copyCsv = make(u"copyCsv"_s, tr("Copy as &CSV"), {u"Ctrl+Shift+V"_s}, tr("The selected pods for a spreadsheet"));
    copyJson =
        make(u"copyJson"_s, tr("Copy as &JSON"), {u"Ctrl+Shift+J"_s}, tr("The whole objects of the selected pods"));
    copyYaml =
        make(u"copyYaml"_s, tr("Copy as &YAML"), {u"Ctrl+Shift+Y"_s}, tr("The whole objects of the selected pods"));
    readOnly =
        make(u"readOnly"_s, tr("Read-&Only Context"), {u"Ctrl+Shift+R"_s}, tr("Nothing is written to this context"));
    production = make(u"production"_s, tr("Production Conte&xt"), {},
                      tr("Before pods are deleted, the context's name has to be typed"));
    flash = make(u"flash"_s, tr("&Flash Changed Cells"), {}, tr("A cell that changed lights up and fades"));
    for (QAction *action : {readOnly, production, flash})
        action->setCheckable(true);
    why = make(u"why"_s, tr("&Why"), {u"W"_s}, tr("Why the selected pod starts, waits or refuses to start"));
    describe = make(u"describe"_s, tr("&Describe"), {u"D"_s}, tr("The selected pod as kubectl describes it"));
    logs = make(u"logs"_s, tr("L&ogs"), {u"L"_s}, tr("What the containers of the selected pod write"));
    shownLogs = make(u"shownLogs"_s, tr("Logs of All &Shown Pods"), {u"Ctrl+Shift+L"_s},
                     tr("What all pods in the table write together; pods that match its filter later join"));
    owner = make(u"owner"_s, tr("Go to O&wner"), {u"O"_s}, tr("What owns the selected pod, among the objects"));
    node = make(u"node"_s, tr("Go to &Node"), {u"Shift+O"_s}, tr("The selected pod's node, among the objects"));
    pods = make(u"pods"_s, tr("&Pods"), {u"Shift+P"_s}, tr("Back to the table of pods"));
    const std::pair<QString, QString> words[] = {
        {u"Node"_s, u"Shift+N"_s},       {u"Namespace"_s, u"Shift+M"_s}, {u"Deployment"_s, u"Shift+D"_s},
        {u"ReplicaSet"_s, u"Shift+R"_s}, {u"DaemonSet"_s, u"Shift+A"_s}, {u"StatefulSet"_s, u"Shift+S"_s},
        {u"Job"_s, u"Shift+J"_s},        {u"Service"_s, u"Shift+V"_s},   {u"ConfigMap"_s, u"Shift+F"_s}};
    for (const auto &[kind, keys] : words) {
        kinds << make(u"kind"_s + kind, tr("Objects: %1").arg(kind), {keys}, tr("All objects of this kind"));
        kinds.constLast()->setData(kind);
    }
    anyKind =
        make(u"anyKind"_s, tr("Objects of Any &Kind…"), {u"Shift+K"_s}, tr("Choose a kind, custom resources too"));
    edit = make(u"edit"_s, tr("&Edit"), {u"E"_s}, tr("Open the selected pod or object in the YAML editor"));
    remove = make(u"remove"_s, tr("De&lete Pods…"), {u"Delete"_s}, tr("Delete the selected pods, after a question"));
    relist = make(u"relist"_s, tr("&Read Everything Again"), {u"F5"_s}, tr("List everything anew from the server"));
    openKubeconfig = make(u"openKubeconfig"_s, tr("&Open Kubeconfig…"), {u"Ctrl+Shift+O"_s},
                          tr("Connect to the clusters of another kubeconfig file"));
    practice = make(u"practice"_s, tr("Start the &Practice Cluster"), {}, tr("A small Kubernetes inside Gantry"));
    alignTimeline = make(u"alignTimeline"_s, tr("&Align at Creation"), {u"Ctrl+Shift+A"_s},
                         tr("Every pod's creation at the same place in the timeline"));
    alignTimeline->setCheckable(true);
    fitTimeline = make(u"fitTimeline"_s, tr("&Fit"), {}, tr("The whole story of the selected pod (F in the timeline)"));
    followTimeline = make(u"followTimeline"_s, tr("Go to &Now"), {}, tr("Follow what happens now (N in the timeline)"));
    exportTimeline = make(u"exportTimeline"_s, tr("E&xport Timeline…"), {u"Ctrl+Shift+E"_s},
                          tr("Write the timeline into a PNG or SVG file"));
    resetLayout = make(u"resetLayout"_s, tr("&Reset Layout"), {}, tr("All views back to their first places"));
    help = make(u"help"_s, tr("&Keyboard Help"), {u"F1"_s}, tr("Every key and what it does"));
    about = make(u"about"_s, tr("&About Gantry"), {}, {});
    quit = make(u"quit"_s, tr("&Quit"), QKeySequence(QKeySequence::Quit), {});
    if (quit->shortcut().isEmpty())
        quit->setShortcut(QKeySequence(u"Ctrl+Q"_s));
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);

    themes = new QActionGroup(this);
    const QList<std::pair<QString, style::Theme>> looks = {{tr("As the System"), style::Theme::System},
                                                           {tr("Light"), style::Theme::Light},
                                                           {tr("Dark"), style::Theme::Dark}};
    for (const auto &[text, theme] : looks) {
        QAction *action = themes->addAction(text);
        action->setCheckable(true);
        action->setData(int(theme));
    }
    languages = new QActionGroup(this);
    // Each language in its own words, so that it is found by who reads it.
    const QList<std::pair<QString, QString>> tongues = {
        {tr("As the System"), {}}, {u"English"_s, u"en"_s}, {u"中文"_s, u"zh_CN"_s}};
    for (const auto &[text, code] : tongues) {
        QAction *action = languages->addAction(text);
        action->setCheckable(true);
        action->setData(code);
    }
}

QAction *Actions::make(const QString &name, const QString &text, const QKeySequence &keys, const QString &tip)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setStatusTip(tip);
    action->setToolTip(keys.isEmpty() ? tip : u"%1 (%2)"_s.arg(tip, keys.toString(QKeySequence::NativeText)));
    m_window->addAction(action);
    m_all.append(action);
    return action;
}

}  // namespace windows
