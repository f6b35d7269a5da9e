// SPDX-License-Identifier: Apache-2.0
// gantryctl logs of workloads, services and selectors, on a server that has them. What is expected is what kubectl 1.32
// prints, which is asked too where it is installed.
#include "kube/selector.h"
#include "support/faultserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using support::Exchange;

namespace {

struct Run {
    QString out, errors;
    int code = -1;
};

struct Wish {
    QString line;  ///< after `logs -n dev`
    QString out;   ///< of several logs the order is free, as kubectl keeps none
    QString errors = {};
    int code = 0;
};

const QString AllNames = u"Defaulted container \"nginx\" out of: nginx, side, debugger (ephem), setup (init)\n"_s;

/** `web-2 nginx 3`: the third line of that log. */
QString lines(const QString &pod, const QString &container, int from, int to, const QString &prefix = {})
{
    QString text;
    for (int i = from; i <= to; ++i)
        text += prefix + u"%1 %2 %3\n"_s.arg(pod, container).arg(i);
    return text;
}

QJsonObject container(const QString &name)
{
    return {{"name"_L1, name}, {"image"_L1, "nginx"_L1}};
}

/** All but web-3 run; web-2 is ready. */
QJsonObject podNamed(const QString &name, const QString &app, bool isReady)
{
    const bool runs = name != u"web-3";
    QJsonObject spec{{"containers"_L1, QJsonArray{container(u"nginx"_s), container(u"side"_s)}},
                     {"initContainers"_L1, QJsonArray{container(u"setup"_s)}},
                     {"ephemeralContainers"_L1, QJsonArray{container(u"debugger"_s)}}};
    if (runs)
        spec.insert("nodeName"_L1, "node1"_L1);
    const QJsonObject ready{{"type"_L1, "Ready"_L1},
                            {"status"_L1, isReady ? "True"_L1 : "False"_L1},
                            {"lastTransitionTime"_L1, "2026-03-01T12:00:00Z"_L1}};
    return {{"apiVersion"_L1, "v1"_L1},
            {"kind"_L1, "Pod"_L1},
            {"metadata"_L1, QJsonObject{{"name"_L1, name},
                                        {"namespace"_L1, "dev"_L1},
                                        {"uid"_L1, name},
                                        {"resourceVersion"_L1, "7"_L1},
                                        {"creationTimestamp"_L1, "2026-03-01T11:00:00Z"_L1},
                                        {"labels"_L1, QJsonObject{{"app"_L1, app}}}}},
            {"spec"_L1, spec},
            {"status"_L1,
             QJsonObject{{"phase"_L1, runs ? "Running"_L1 : "Pending"_L1}, {"conditions"_L1, QJsonArray{ready}}}}};
}

const QList<QJsonObject> Pods{podNamed(u"web-1"_s, u"web"_s, false), podNamed(u"web-2"_s, u"web"_s, true),
                              podNamed(u"web-3"_s, u"web"_s, false), podNamed(u"db"_s, u"db"_s, true)};

/** resource: group version, Kind, its selector; null: none. */
struct Kind {
    QString version, kind;
    QJsonValue selector;
};
const QJsonObject Labels{{"app"_L1, "web"_L1}};
const QJsonObject Selector{
    {"matchLabels"_L1, Labels},
    {"matchExpressions"_L1,
     QJsonArray{QJsonObject{{"key"_L1, "tier"_L1}, {"operator"_L1, "NotIn"_L1}, {"values"_L1, QJsonArray{"back"_L1}}},
                QJsonObject{{"key"_L1, "app"_L1}, {"operator"_L1, "Exists"_L1}}}}};
const std::map<QString, Kind> Kinds{{u"pods"_s, {u"v1"_s, u"Pod"_s, {}}},
                                    {u"services"_s, {u"v1"_s, u"Service"_s, Labels}},
                                    {u"configmaps"_s, {u"v1"_s, u"ConfigMap"_s, {}}},
                                    {u"replicationcontrollers"_s, {u"v1"_s, u"ReplicationController"_s, Labels}},
                                    {u"deployments"_s, {u"apps/v1"_s, u"Deployment"_s, Selector}},
                                    {u"replicasets"_s, {u"apps/v1"_s, u"ReplicaSet"_s, Selector}},
                                    {u"statefulsets"_s, {u"apps/v1"_s, u"StatefulSet"_s, Selector}},
                                    {u"daemonsets"_s, {u"apps/v1"_s, u"DaemonSet"_s, Selector}},
                                    {u"jobs"_s, {u"batch/v1"_s, u"Job"_s, Selector}},
                                    {u"cronjobs"_s, {u"batch/v1"_s, u"CronJob"_s, {}}}};

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray status(int code, const QString &reason, const QString &message, const QJsonObject &details = {})
{
    return bytes({{"details"_L1, details},
                  {"kind"_L1, "Status"_L1},
                  {"apiVersion"_L1, "v1"_L1},
                  {"status"_L1, "Failure"_L1},
                  {"message"_L1, message},
                  {"reason"_L1, reason},
                  {"code"_L1, code}});
}

QJsonArray shortNames(const QString &resource)
{
    return resource == u"pods"          ? QJsonArray{"po"_L1}
           : resource == u"deployments" ? QJsonArray{"deploy"_L1}
                                        : QJsonArray();
}

QJsonObject resources(const QString &version)
{
    QJsonArray list;
    for (const auto &[name, kind] : Kinds)
        if (kind.version == version)
            list << QJsonObject{{"name"_L1, name},       {"singularName"_L1, kind.kind.toLower()},
                                {"kind"_L1, kind.kind},  {"shortNames"_L1, shortNames(name)},
                                {"namespaced"_L1, true}, {"verbs"_L1, QJsonArray{"get"_L1, "list"_L1, "watch"_L1}}};
    return {{"kind"_L1, "APIResourceList"_L1},
            {"apiVersion"_L1, "v1"_L1},
            {"groupVersion"_L1, version},
            {"resources"_L1, list}};
}

QJsonObject group(const QString &name)
{
    const QJsonObject version{{"groupVersion"_L1, name + u"/v1"_s}, {"version"_L1, "v1"_L1}};
    return {{"name"_L1, name}, {"versions"_L1, QJsonArray{version}}, {"preferredVersion"_L1, version}};
}

void list(const Exchange &x)
{
    const auto selector =
        kube::LabelSelector::parse(x.query.queryItemValue(u"labelSelector"_s, QUrl::FullyDecoded).replace(u'+', u' '));
    QJsonArray items;
    for (const QJsonObject &pod : Pods)
        if (selector && selector->matches({{u"app"_s, pod["metadata"_L1]["labels"_L1]["app"_L1].toString()}}))
            items << pod;
    x.answer(200, bytes({{"kind"_L1, "PodList"_L1},
                         {"apiVersion"_L1, "v1"_L1},
                         {"metadata"_L1, QJsonObject{{"resourceVersion"_L1, "7"_L1}}},
                         {"items"_L1, items}}));
}

/** Twelve lines of each container, the last without its end; side waits in the pod that has no node. */
void log(const Exchange &x, const QString &pod)
{
    const QString name = x.query.queryItemValue(u"container"_s);
    if (name == u"side" && pod == u"web-3") {
        x.answer(400, status(400, u"BadRequest"_s,
                             u"container \"side\" in pod \"web-3\" is waiting to start: ContainerCreating"_s));
        return;
    }
    const int tail = x.query.hasQueryItem(u"tailLines"_s) ? x.query.queryItemValue(u"tailLines"_s).toInt() : 12;
    x.answer(200, lines(pod, name, 13 - tail, 12).chopped(1).toUtf8());
}

void serve(const Exchange &x)
{
    const QStringList path = x.url.path().split(u'/', Qt::SkipEmptyParts);
    if (path == QStringList{u"api"_s})
        return x.answer(200, R"({"kind":"APIVersions","versions":["v1"]})");
    if (path == QStringList{u"apis"_s})
        return x.answer(200, bytes({{"kind"_L1, "APIGroupList"_L1},
                                    {"apiVersion"_L1, "v1"_L1},
                                    {"groups"_L1, QJsonArray{group(u"apps"_s), group(u"batch"_s)}}}));
    if (path == QStringList{u"api"_s, u"v1"_s})
        return x.answer(200, bytes(resources(u"v1"_s)));
    if (path.size() == 3 && path.at(0) == u"apis")
        return x.answer(200, bytes(resources(path.at(1) + u'/' + path.at(2))));
    const QStringList rest = path.sliced(path.value(0) == u"apis" ? 3 : 2);  // namespaces dev RESOURCE NAME log
    if (rest.size() == 2)  // kubectl asks whether the namespace is there at all
        return x.answer(200, R"({"kind":"Namespace","apiVersion":"v1","metadata":{"name":"dev"}})");
    const QString resource = rest.value(2);
    const QString name = rest.value(3);
    if (rest.size() == 5)
        return log(x, name);
    if (x.isWatch())
        return x.open();
    if (rest.size() == 3)
        return list(x);
    const auto pod =
        std::ranges::find(Pods, name, [](const auto &p) { return p["metadata"_L1]["name"_L1].toString(); });
    const auto kind = Kinds.find(resource);
    if (resource == u"pods" && pod != Pods.end())
        return x.answer(200, bytes(*pod));
    if (resource == u"pods" || kind == Kinds.end() || name == u"nope") {
        const QString group = path.at(0) == u"apis" ? u'.' + path.at(1) : QString();
        return x.answer(404, status(404, u"NotFound"_s, u"%1%2 \"%3\" not found"_s.arg(resource, group, name),
                                    {{"name"_L1, name}, {"group"_L1, group.mid(1)}, {"kind"_L1, resource}}));
    }
    QJsonValue selector = kind->second.selector;
    if (name == u"bare")
        selector = QJsonValue();
    if (name == u"idle")
        selector = QJsonObject{{"matchLabels"_L1, QJsonObject{{"app"_L1, "idle"_L1}}}};
    QJsonObject spec;
    if (selector.isObject())
        spec.insert("selector"_L1, selector);
    x.answer(200, bytes({{"apiVersion"_L1, kind->second.version},
                         {"kind"_L1, kind->second.kind},
                         {"metadata"_L1, QJsonObject{{"name"_L1, name}, {"namespace"_L1, "dev"_L1}}},
                         {"spec"_L1, spec}}));
}

QList<Wish> wishes()
{
    const QString found = u"Found 3 pods, using pod/web-2\n"_s;
    QList<Wish> list{
        {u"deployment/web"_s, lines(u"web-2"_s, u"nginx"_s, 1, 12).chopped(1), found + AllNames},
        {u"deploy/web -c side --prefix --tail=1"_s, u"[pod/web-2/side] web-2 side 12"_s, found},
        {u"deployment/web side --tail=1"_s, u"web-2 side 12"_s, found},
        {u"deployment/web --all-pods -c nginx --tail=1"_s,
         u"[pod/web-1/nginx] web-1 nginx 12[pod/web-2/nginx] web-2 nginx 12[pod/web-3/nginx] web-3 nginx 12"_s},
        {u"-f -l app=web -c nginx --tail=2"_s, u"web-1 nginx 11\nweb-1 nginx 12web-2 nginx 11\nweb-2 nginx 12"
                                               "web-3 nginx 11\nweb-3 nginx 12"_s},
        {u"-l app=db -c nginx"_s, lines(u"db"_s, u"nginx"_s, 3, 12).chopped(1)},
        {u"-l app=db -c nginx --tail=-1"_s, lines(u"db"_s, u"nginx"_s, 1, 12).chopped(1)},
        {u"-l app=none"_s, {}, u"No resources found in dev namespace.\n"_s},
        {u"db --all-containers --prefix --tail=1"_s, u"[pod/db/setup] db setup 12[pod/db/nginx] db nginx 12"
                                                     "[pod/db/side] db side 12[pod/db/debugger] db debugger 12"_s},
        {u"pod/db -c debugger --tail=1"_s, u"db debugger 12"_s},
        {u"po/db debugger --tail=1"_s, u"db debugger 12"_s},
        {u"web-3 -c side"_s,
         {},
         u"Error from server (BadRequest): container \"side\" in pod \"web-3\" is waiting to start: "
         "ContainerCreating\n"_s,
         1},
        {u"web-3 -c side --ignore-errors"_s,
         u"error: container \"side\" in pod \"web-3\" is waiting to start: ContainerCreating\n"_s},
        {u"-l app=web -c nope"_s, {}, u"error: container nope is not valid for pod web-1\n"_s, 1},
        {u"-f -l app=web --all-containers"_s,
         {},
         u"error: you are attempting to follow 12 log streams, but maximum allowed concurrency is 5, use "
         "--max-log-requests to increase the limit\n"_s,
         1},
        {u"-f -l app=db --all-containers --max-log-requests=3"_s,
         {},
         u"error: you are attempting to follow 4 log streams, but maximum allowed concurrency is 3, use "
         "--max-log-requests to increase the limit\n"_s,
         1},
        {u"services/bare"_s,
         {},
         u"error: cannot get the logs from *v1.Service: invalid service 'bare': Service is defined without a "
         "selector\n"_s,
         1},
        {u"configmap/x"_s,
         {},
         u"error: cannot get the logs from *v1.ConfigMap: selector for *v1.ConfigMap not implemented\n"_s,
         1},
        {u"cronjob/x"_s,
         {},
         u"error: cannot get the logs from *v1.CronJob: selector for *v1.CronJob not implemented\n"_s,
         1},
        {u"deployment/nope"_s,
         {},
         u"error: error from server (NotFound): deployments.apps \"nope\" not found in namespace \"dev\"\n"_s,
         1},
        {u"foo/x"_s, {}, u"error: the server doesn't have a resource type \"foo\"\n"_s, 1},
        {u"a/b/c"_s, {}, u"error: arguments in resource/name form may not have more than one slash\n"_s, 1},
        {u"pod/"_s, {}, u"error: arguments in resource/name form must have a single resource and name\n"_s, 1},
        {u"job/idle --pod-running-timeout=1s"_s, {}, u"error: timed out waiting for the condition\n"_s, 1},
        {u"db --all-containers -c side"_s,
         {},
         u"error: --all-containers=true should not be specified with container name side\n"_s,
         1},
        {u"db nginx -c side"_s, {}, u"error: only one of -c or an inline [CONTAINER] arg is allowed\n"_s, 1},
        {u"-l app=web web-1"_s,
         {},
         u"error: only a selector (-l) or a POD name is allowed\nSee 'PROGRAM' for help and examples\n"_s,
         1},
        {u""_s,
         {},
         u"error: expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument "
         "for the logs command\nSee 'PROGRAM' for help and examples\n"_s,
         1},
    };
    for (const QString &type :
         {u"replicaset"_s, u"statefulset"_s, u"daemonset"_s, u"job"_s, u"service"_s, u"replicationcontroller"_s})
        list << Wish{type + u"/web --tail=1"_s, u"web-2 nginx 12"_s, found + AllNames};
    return list;
}

/** The lines in a fixed order, each log's end as the end of a line: what two logs without one leave is one line. */
QStringList sorted(QString text)
{
    QStringList all =
        text.replace(u"nginx 12"_s, u"nginx 12\n"_s).replace(u"[pod"_s, u"\n[pod"_s).split(u'\n', Qt::SkipEmptyParts);
    all.sort();
    return all;
}

}  // namespace

class TestCliWorkloads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void logs_data() { rows(); }
    void logs();
    void kubectlSaysTheSame_data() { rows(); }
    void kubectlSaysTheSame();

private:
    static void rows();
    Run run(const QString &program, const QString &line);
    void check(Run run, const QString &help);

    support::FaultServer m_server{serve};
    QTemporaryDir m_folder;
    QString m_kubectl;
};

void TestCliWorkloads::initTestCase()
{
    QFile file(m_folder.filePath(u"kubeconfig"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("apiVersion: v1\nkind: Config\ncurrent-context: c\nclusters:\n- {name: c, cluster: {server: '" +
               m_server.url().toString().toUtf8() +
               "'}}\ncontexts:\n- {name: c, context: {cluster: c, namespace: dev}}\n");
    file.close();
    const QString kubectl = QStandardPaths::findExecutable(u"kubectl"_s);
    if (!kubectl.isEmpty() && run(kubectl, u"version --client"_s).out.contains("v1.32."_L1))
        m_kubectl = kubectl;
}

/** The process talks to a server in this one: the event loop runs while it does. */
Run TestCliWorkloads::run(const QString &program, const QString &line)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KUBECONFIG"_s, m_folder.filePath(u"kubeconfig"_s));
    environment.insert(u"KUBECACHEDIR"_s, m_folder.filePath(u"cache"_s));
    process.setProcessEnvironment(environment);
    process.start(program, line.split(u' ', Qt::SkipEmptyParts));
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60'000))
        process.kill();
    return {QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError()),
            process.exitCode()};
}

void TestCliWorkloads::rows()
{
    QTest::addColumn<Wish>("wish");
    for (const Wish &wish : wishes())
        QTest::newRow(wish.line.isEmpty() ? "nothing" : qPrintable(wish.line)) << wish;
}

void TestCliWorkloads::check(Run run, const QString &help)
{
    QFETCH(Wish, wish);
    QCOMPARE(run.errors.replace(help, u"PROGRAM"_s), wish.errors);
    QCOMPARE(sorted(run.out), sorted(wish.out));
    QCOMPARE(run.code, wish.code);
}

void TestCliWorkloads::logs()
{
    QFETCH(Wish, wish);
    check(run(QStringLiteral(GANTRYCTL), u"logs "_s + wish.line), u"gantryctl --help"_s);
}

void TestCliWorkloads::kubectlSaysTheSame()
{
    QFETCH(Wish, wish);
    if (m_kubectl.isEmpty())
        QSKIP("there is no kubectl 1.32");
    check(run(m_kubectl, u"logs "_s + wish.line), u"kubectl logs -h"_s);
}

QTEST_GUILESS_MAIN(TestCliWorkloads)
#include "test_cli_workloads.moc"
