// SPDX-License-Identifier: Apache-2.0
#include "windows/tour/tablescenes.h"

#include "views/deletion/poddeletion.h"
#include "views/eventtable.h"
#include "views/filter/filterfield.h"
#include "views/logs/logview.h"
#include "views/logs/logwords.h"
#include "views/switcher/namespacepicker.h"
#include "views/table/columnchooser.h"
#include "views/table/densetable.h"
#include "views/table/podtable.h"
#include "windows/actions.h"
#include "windows/desks/logwatch.h"
#include "windows/docks.h"
#include "windows/mainwindow.h"

#include <QAbstractItemView>
#include <QDateTime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace windows {

namespace {

const Place Shop{u"prod-eu"_s, u"/home/you/.kube/config"_s};

kube::Timestamp ago(std::chrono::seconds time)
{
    return kube::Timestamp::fromUnixNanoseconds(QDateTime::currentMSecsSinceEpoch() * 1'000'000) + -time;
}

/** `trouble`: why its container waits; empty: it runs. */
kube::PodPtr pod(const QString &ns, const QString &name, const QString &owner, std::chrono::seconds age,
                 const QString &trouble = {})
{
    kube::Pod made;
    made.meta.key = {ns, name};
    made.meta.uid = ns + name;
    made.meta.creationTimestamp = ago(age);
    made.meta.labels = {{u"app"_s, owner.section(u'/', 1)}, {u"team"_s, ns}};
    if (owner.startsWith("ReplicaSet/"_L1))
        made.meta.labels.append({u"pod-template-hash"_s, owner.section(u'-', -1)});
    if (!owner.isEmpty())
        made.meta.owners = {{owner.section(u'/', 0, 0), owner.section(u'/', 1), u"u-"_s + owner, true}};
    made.nodeName = name.endsWith(u'0') ? u"node-1"_s : u"node-2"_s;
    made.podIp = name.endsWith(u'0') ? u"10.42.0.17"_s : u"10.42.1.9"_s;
    made.podIps = {made.podIp};
    made.phase = trouble.isEmpty() ? u"Running"_s : u"Pending"_s;
    made.containers = {{u"app"_s, u"registry.example/"_s + ns + u"/app:1.4"_s, kube::PullPolicy::IfNotPresent,
                        kube::ContainerKind::Regular}};
    kube::ContainerStatus status;
    status.name = u"app"_s;
    status.ready = trouble.isEmpty();
    status.state.phase =
        trouble.isEmpty() ? kube::ContainerState::Phase::Running : kube::ContainerState::Phase::Waiting;
    status.state.reason = trouble;
    made.statuses = {status};
    made.conditions = {{u"Ready"_s, trouble.isEmpty() ? u"True"_s : u"False"_s, {}, {}, ago(age)}};
    return std::make_shared<const kube::Pod>(made);
}

Desk &openShop(MainWindow &window)
{
    mirror::Batch batch;
    batch.reset = true;
    mirror::State state;
    state.phase = mirror::State::Phase::Live;
    batch.states = {state, state, state, state};
    batch.serverGitVersion = u"v1.36.2"_s;
    for (const QString &name : {u"payments"_s, u"shop"_s, u"kube-system"_s, u"monitoring"_s}) {
        kube::Namespace ns;
        ns.meta.key.name = name;
        batch.namespaces.upserts.append(std::make_shared<const kube::Namespace>(ns));
    }
    batch.pods.upserts = {
        pod(u"shop"_s, u"cart-6b7f9c5d4-0"_s, u"ReplicaSet/cart-6b7f9c5d4"_s, 26h),
        pod(u"shop"_s, u"cart-6b7f9c5d4-1"_s, u"ReplicaSet/cart-6b7f9c5d4"_s, 40min, u"CrashLoopBackOff"_s),
        pod(u"shop"_s, u"search-0"_s, u"StatefulSet/search"_s, 200h),
        pod(u"payments"_s, u"ledger-0"_s, u"StatefulSet/ledger"_s, 75h),
        pod(u"payments"_s, u"ledger-1"_s, u"StatefulSet/ledger"_s, 90s, u"ImagePullBackOff"_s),
        pod(u"payments"_s, u"debug-shell"_s, {}, 9h),
        pod(u"kube-system"_s, u"kube-apiserver-node-1"_s, u"Node/node-1"_s, 900h)};
    Desk &desk = window.desks().open(Shop);
    desk.apply(batch);
    window.desks().show(&desk);
    return desk;
}

views::FilterField &filterOf(MainWindow &window)
{
    return *window.findChild<views::FilterField *>();
}

/** The list is a window of its own: picture and main window cannot be one, so that both are told apart by name. */
QWidget *showCompletion(MainWindow &window)
{
    openShop(window);
    views::FilterField &filter = filterOf(window);
    filter.setFocus();
    filter.setText(u"-ns:kube-system status:"_s);
    filter.offer(true);
    return filter.list().window();
}

QWidget *showBadFilter(MainWindow &window)
{
    openShop(window);
    filterOf(window).setText(u"ns:shop age>1x"_s);
    return &window;
}

QWidget *showColumns(MainWindow &window)
{
    filterOf(window).clear();
    openShop(window).pods().chooseColumns();
    return window.findChild<views::ColumnChooser *>();
}

QWidget *showNamespaces(MainWindow &window)
{
    clearScenes(window);
    openShop(window).watch(QStringList{u"payments"_s, u"shop"_s});
    auto *picker = window.findChild<views::NamespacePicker *>();
    picker->open();
    return &picker->popup();
}

/** Several pods are selected, two namespaces chosen, wide columns shown. */
QWidget *showSelection(MainWindow &window)
{
    clearScenes(window);
    Desk &desk = openShop(window);
    desk.watch(QStringList{u"payments"_s, u"shop"_s});
    desk.pods().grid().selectAll();
    return &window;
}

QWidget *askForDeletion(MainWindow &window)
{
    const QList<kube::PodRef> pods =
        showSelection(window) ? window.desks().current()->pods().selection() : QList<kube::PodRef>();
    auto *dialog = new views::PodDeletion(pods, Shop.context, true, &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
    return dialog;
}

QWidget *tellOfDeletion(MainWindow &window)
{
    auto *dialog = static_cast<views::PodDeletion *>(askForDeletion(window));
    QList<command::Outcome> outcomes;
    for (const command::Document &document : dialog->documents()) {
        command::Outcome outcome;
        outcome.index = document.index;
        outcome.fate = document.index == 1 ? command::Fate::NotDone : command::Fate::Done;
        if (document.index == 1)
            outcome.error =
                kube::failure(kube::Error::Kind::Forbidden,
                              u"pods \"cart-6b7f9c5d4-1\" is forbidden: User \"jane\" cannot delete resource"_s)
                    .error();
        outcomes.append(outcome);
    }
    dialog->begin();
    dialog->showOutcomes(outcomes);
    return dialog;
}

kube::EventPtr event(const QString &name, const QString &reason, std::chrono::seconds first, std::chrono::seconds last,
                     int count, const QString &message)
{
    kube::Event made;
    made.meta.key = {u"shop"_s, name};
    made.meta.uid = name;
    made.involved = {u"Pod"_s, u"shop"_s, u"cart-6b7f9c5d4-1"_s, u"shopcart-6b7f9c5d4-1"_s, u"spec.containers{app}"_s};
    made.type = reason == u"BackOff" ? u"Warning"_s : u"Normal"_s;
    made.reason = reason;
    made.message = message;
    made.component = u"kubelet"_s;
    made.host = u"node-2"_s;
    made.firstTimestamp = ago(first);
    made.lastTimestamp = ago(last);
    made.count = count;
    return std::make_shared<const kube::Event>(made);
}

/** A back-off that was told twice, many times each, is unfolded; above the pod's story stand its owners. */
QWidget *showEvents(MainWindow &window)
{
    clearScenes(window);
    Desk &desk = openShop(window);
    const QString image = u"registry.example/shop/app:1.4"_s;
    const QString backOff = u"Back-off restarting failed container app in pod cart-6b7f9c5d4-1_shop"_s;
    mirror::Batch batch;
    batch.states = desk.snapshot().states();
    batch.events.upserts = {
        event(u"a"_s, u"Pulled"_s, 40min, 2min, 9, u"Container image \"%1\" already present on machine"_s.arg(image)),
        event(u"b"_s, u"Started"_s, 40min, 2min, 9, u"Container started"_s),
        event(u"c"_s, u"BackOff"_s, 39min, 20min, 74, backOff), event(u"d"_s, u"BackOff"_s, 12min, 8s, 51, backOff)};
    desk.apply(batch);
    desk.select({u"shop"_s, u"cart-6b7f9c5d4-1"_s});
    window.findChild<Docks *>()->raise(Docks::View::Events);
    desk.events().reveal(u"d"_s);
    return &window;
}

/** Of a filter that goes on choosing; a container has ended and its next run joins. */
QWidget *showLogsOfShown(MainWindow &window)
{
    clearScenes(window);
    Desk &desk = openShop(window);
    filterOf(window).setText(u"label:team=shop -is:pull-problem"_s);
    desk.select({u"shop"_s, u"search-0"_s});
    window.actions().shownLogs->trigger();
    command::LogPart part;
    part.state.phase = command::LogState::Phase::Open;
    const auto add = [&part](const QString &name, const QString &text, bool isNote = false) {
        part.lines.append({ago(20s), u"[pod/%1/app] %2"_s.arg(name, text).toUtf8(), false, isNote});
    };
    const auto tell = [&](const QString &name, command::LogMix::Turn turn, const command::LogState &state) {
        add(name, views::LogWords::turn(turn, desk.logs().view().wish(), state), true);
    };
    add(u"search-0"_s, u"level=info msg=\"index loaded\" documents=48211"_s);
    add(u"cart-6b7f9c5d4-1"_s, u"panic: connect ledger.payments:5432: connection refused"_s);
    command::LogState over{command::LogState::Phase::Ended, {}, kube::ContainerState()};
    over.container->phase = kube::ContainerState::Phase::Terminated;
    over.container->exitCode = 2;
    over.container->reason = u"Error"_s;
    tell(u"cart-6b7f9c5d4-1"_s, command::LogMix::Turn::Ends, over);
    add(u"cart-6b7f9c5d4-0"_s, u"level=info msg=\"POST /cart\" status=201 took=12ms"_s);
    tell(u"cart-6b7f9c5d4-1"_s, command::LogMix::Turn::Joins, {});
    add(u"cart-6b7f9c5d4-1"_s, u"level=info msg=\"listening\" port=8080"_s);
    add(u"search-0"_s, u"level=info msg=\"GET /search?q=tea\" status=200 took=31ms"_s);
    views::LogView &view = desk.logs().view();
    view.beginSeveral(view.wish());
    view.take(part);
    return &window;
}

}  // namespace

QList<Scene> tableScenes()
{
    return {{u"filter-completion"_s, showCompletion},
            {u"filter-problem"_s, showBadFilter},
            {u"columns"_s, showColumns},
            {u"namespaces"_s, showNamespaces},
            {u"pods-selected"_s, showSelection},
            {u"pods-delete"_s, askForDeletion},
            {u"pods-deleted"_s, tellOfDeletion},
            {u"events-unfolded"_s, showEvents},
            {u"logs-shown"_s, showLogsOfShown}};
}

}  // namespace windows
