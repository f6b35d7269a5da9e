// SPDX-License-Identifier: Apache-2.0
#include "windows/tour/scenes.h"

#include "mirror/cluster.h"
#include "views/access/consentdialog.h"
#include "views/access/suspicionsdialog.h"
#include "views/editor/findbar.h"
#include "windows/docks.h"
#include "windows/mainwindow.h"
#include "windows/tour/tablescenes.h"

#include <QDateTime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Phase = mirror::State::Phase;

namespace windows {

namespace {

const QString File = u"/home/you/.kube/config"_s;

kube::Timestamp ago(std::chrono::seconds time)
{
    return kube::Timestamp::fromUnixNanoseconds(QDateTime::currentMSecsSinceEpoch() * 1'000'000) + -time;
}

kube::PodPtr pod(const QString &ns, const QString &name, const QString &trouble = {})
{
    kube::Pod made;
    made.meta.key = {ns, name};
    made.meta.uid = ns + name;
    made.meta.creationTimestamp = ago(3h);
    made.nodeName = u"node-2"_s;
    made.phase = trouble.isEmpty() ? u"Running"_s : u"Pending"_s;
    made.containers = {
        {u"app"_s, u"registry.example/team/app:1.4"_s, kube::PullPolicy::IfNotPresent, kube::ContainerKind::Regular}};
    kube::ContainerStatus status;
    status.name = u"app"_s;
    status.ready = trouble.isEmpty();
    status.state.phase =
        trouble.isEmpty() ? kube::ContainerState::Phase::Running : kube::ContainerState::Phase::Waiting;
    status.state.reason = trouble;
    made.statuses = {status};
    if (trouble.isEmpty())
        made.conditions = {{u"Ready"_s, u"True"_s, {}, {}, {}}};
    return std::make_shared<const kube::Pod>(made);
}

/** A small cluster whose kinds are all in this state. */
mirror::Batch batchOf(const mirror::State &state, bool withPods)
{
    mirror::Batch batch;
    batch.reset = true;
    batch.states = {state, state, state, state};
    batch.serverGitVersion = u"v1.36.2"_s;
    for (const QString &name : {u"team-a"_s, u"team-b"_s, u"web"_s, u"kube-system"_s, u"default"_s}) {
        kube::Namespace ns;
        ns.meta.key.name = name;
        batch.namespaces.upserts.append(std::make_shared<const kube::Namespace>(ns));
    }
    if (withPods)
        batch.pods.upserts = {pod(u"team-a"_s, u"api-7f9c6d5b8-2xkqp"_s), pod(u"team-a"_s, u"api-7f9c6d5b8-b4v6n"_s),
                              pod(u"web"_s, u"shop-0"_s), pod(u"web"_s, u"shop-1"_s, u"ImagePullBackOff"_s)};
    return batch;
}

mirror::State stateOf(Phase phase, kube::Error::Kind kind = kube::Error::Kind::None, const QString &message = {})
{
    mirror::State state;
    state.phase = phase;
    state.since = ago(96s);
    state.asOf = phase == Phase::Loading || phase == Phase::Connecting ? kube::Timestamp() : ago(98s);
    state.error.kind = kind;
    state.error.message = message;
    return state;
}

Desk &open(MainWindow &window, const QString &context, const mirror::Batch &batch)
{
    Desk &desk = window.desks().open({context, File});
    desk.apply(batch);
    window.desks().show(&desk);
    return desk;
}

mirror::State stale()
{
    mirror::State state =
        stateOf(Phase::Stale, kube::Error::Kind::Unreachable, u"connect 10.20.0.1:6443: connection timed out"_s);
    state.attempt = 3;
    state.nextTry = ago(-13s);
    return state;
}

mirror::State denied()
{
    mirror::State state =
        stateOf(Phase::Denied, kube::Error::Kind::Forbidden,
                u"pods is forbidden: User \"jane\" cannot list resource \"pods\" in API group \"\" at "
                "the cluster scope"_s);
    state.verb = u"list"_s;
    state.asOf = {};
    return state;
}

/** Live, and yet not the whole truth. */
QWidget *showPartial(MainWindow &window)
{
    mirror::State state = stateOf(Phase::Live);
    state.missing = {u"kube-system"_s, u"team-b"_s};
    state.undecodable = 3;
    state.rolledBack = ago(14min);
    config::Connection connection;
    connection.context = u"lab"_s;
    connection.server = QUrl(u"https://127.0.0.1:9"_s);
    connection.insecure = true;
    Desk &desk = window.desks().open({u"lab"_s, File});
    desk.attach(std::make_unique<mirror::Cluster>(connection), {});
    desk.cluster()->disconnect(&desk);
    desk.cluster()->stop();
    return open(window, u"lab"_s, batchOf(state, true)).cluster() ? &window : nullptr;
}

QWidget *askForProgram(MainWindow &window)
{
    config::PluginUse use;
    use.argv = {u"aws"_s,          u"eks"_s,      u"get-token"_s, u"--cluster-name"_s,
                u"prod eu west"_s, u"--region"_s, u"eu-west-1"_s};
    use.resolvedPath = u"/usr/local/bin/aws"_s;
    use.environmentNames = {u"AWS_PROFILE"_s, u"AWS_STS_REGIONAL_ENDPOINTS"_s};
    use.kubeconfig = File;
    use.server = u"https://4F2A.gr7.eu-west-1.eks.amazonaws.com"_s;
    auto *dialog = new views::ConsentDialog(use, u"prod-eu"_s, &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
    return dialog;
}

QWidget *listFindings(MainWindow &window)
{
    using What = config::Suspicion::What;
    const QString file = u"/home/you/Downloads/cluster.yaml"_s;
    auto *dialog = new views::SuspicionsDialog(
        {{What::ReadableByAll, file, {}, {}, {}},
         {What::RunsProgram, file, u"users/admin"_s, u"exec"_s, u"/tmp/get-token --cluster prod"_s},
         {What::FileElsewhere, file, u"users/ci"_s, u"tokenFile"_s, u"/home/you/.ssh/id_ed25519"_s},
         {What::InsecureTls, file, u"clusters/prod"_s, {}, {}},
         {What::Proxy, file, u"clusters/prod"_s, u"proxy-url"_s, u"http://proxy.example:3128"_s}},
        views::SuspicionsDialog::Purpose::Import, &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
    return dialog;
}

}  // namespace

QList<Scene> scenes()
{
    const auto list = [](const QString &context, const mirror::State &state, bool withPods) {
        return [=](MainWindow &window) -> QWidget * {
            open(window, context, batchOf(state, withPods));
            return &window;
        };
    };
    mirror::State loading = stateOf(Phase::Loading);
    loading.loaded = 1500;
    loading.expected = 10'342;
    return QList<Scene>{
               {u"state-loading"_s, list(u"prod-eu"_s, loading, false)},
               {u"state-stale"_s, list(u"prod-eu"_s, stale(), true)},
               {u"state-login"_s, list(u"prod-eu"_s,
                                       stateOf(Phase::LoginNeeded, kube::Error::Kind::Unauthorized,
                                               u"the server has asked for the client to provide credentials"_s),
                                       true)},
               {u"state-denied"_s, list(u"team"_s, denied(), false)},
               {u"state-partial"_s, showPartial},
               {u"notices"_s,
                [](MainWindow &window) -> QWidget * {
                    window.setNotices(
                        {{style::Tone::Failed, u"/home/you/.kube/old.yaml:12:5: did not find expected key"_s,
                          style::Act::Dismiss}});
                    openLive(window, u"dev"_s);
                    return &window;
                }},
               {u"nothing-open"_s,
                [](MainWindow &window) -> QWidget * {
                    window.setNotices({});
                    clearScenes(window);
                    window.showNothing();
                    return &window;
                }},
               {u"consent"_s, askForProgram},
               {u"findings"_s, listFindings},
           } +
           tableScenes();
}

void openLive(MainWindow &window, const QString &context)
{
    open(window, context, batchOf(stateOf(Phase::Live), true));
}

void clearScenes(MainWindow &window)
{
    for (auto *dialog : window.findChildren<QDialog *>())
        dialog->close();
    for (auto *bar : window.findChildren<views::FindBar *>())
        bar->close();
    const QList<Desk *> desks = window.desks().all();
    for (Desk *desk : desks)
        if (desk->place().file == File)
            window.desks().close(*desk);
}

}  // namespace windows
