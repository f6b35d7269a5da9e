// SPDX-License-Identifier: Apache-2.0
// A small API server of many pods in the shape of real ones, made as they are asked for: it prints the path of its
// kubeconfig and serves until it is ended. For measuring where no real server is at hand; what it costs is not
// measured.
//   podserver --pods 100000 --churn 2000
//   podserver --pods 1 --lines 100000, of each container's log
#include "support/faultserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QPointer>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <random>

using namespace Qt::StringLiterals;
using support::Exchange;

namespace {

constexpr int Apps = 300;
constexpr int Namespaces = 50;
constexpr qint64 FirstVersion = 1'000'000;

QByteArray hex(quint64 number, int digits)
{
    return QByteArray::number(number, 16).rightJustified(digits, '0');
}

QByteArray padded(int number, int digits)
{
    return QByteArray::number(number).rightJustified(digits, '0');
}

QByteArray environment(const QByteArray &app)
{
    QByteArray list;
    for (int k = 0; k < 12; ++k)
        list += (k ? "," : "") + QByteArray(R"({"name":"SETTING_)") + padded(k, 2) + R"(","value":"https://)" + app +
                '-' + QByteArray::number(k) + R"(.internal.example.com:8443/v1/path"})";
    return list;
}

QByteArray container(const QByteArray &name, const QByteArray &image, const QByteArray &env)
{
    return R"({"name":")" + name + R"(","image":")" + image +
           R"(","ports":[{"name":"http","containerPort":8080,"protocol":"TCP"}],"env":[)" + env +
           R"(],"resources":{"limits":{"cpu":"100m","memory":"128Mi"},"requests":{"cpu":"100m","memory":"128Mi"}},)"
           R"("readinessProbe":{"exec":{"command":["/bin/check","--ready"]},"timeoutSeconds":1,"periodSeconds":10,)"
           R"("successThreshold":1,"failureThreshold":3},"terminationMessagePath":"/dev/termination-log",)"
           R"("terminationMessagePolicy":"File","imagePullPolicy":"IfNotPresent"})";
}

/** What the field managers of a pod write about their fields: half of a real pod's bytes. */
QByteArray managedFields(const QByteArray &time)
{
    QByteArray env;
    for (int k = 0; k < 12; ++k)
        env += R"(,"k:{\"name\":\"SETTING_)" + padded(k, 2) + R"(\"}":{".":{},"f:name":{},"f:value":{}})";
    QByteArray containers;
    for (const QByteArray name : {"app", "proxy"})
        containers += QByteArray(containers.isEmpty() ? "" : ",") + R"("k:{\"name\":\")" + name +
                      R"(\"}":{".":{},"f:env":{".":{})" + env +
                      R"(},"f:image":{},"f:imagePullPolicy":{},"f:name":{},"f:ports":{".":{}},"f:resources":{}})";
    return R"([{"manager":"controller","operation":"Update","apiVersion":"v1","time":")" + time +
           R"(","fieldsType":"FieldsV1","fieldsV1":{"f:metadata":{"f:labels":{".":{},"f:app":{}}},"f:spec":{"f:containers":{)" +
           containers + R"(}}}},{"manager":"kubelet","operation":"Update","apiVersion":"v1","time":")" + time +
           R"(","fieldsType":"FieldsV1","fieldsV1":{"f:status":{"f:conditions":{},"f:containerStatuses":{}}}}])";
}

QByteArray status(const QByteArray &name, const QByteArray &image, int i, const QByteArray &state, bool ready,
                  int restarts)
{
    return R"({"name":")" + name + R"(","state":)" + state + R"(,"lastState":{},"ready":)" +
           (ready ? "true" : "false") + R"(,"restartCount":)" + QByteArray::number(restarts) + R"(,"image":")" + image +
           R"(","imageID":"docker.io/x@sha256:)" + hex(quint64(i % Apps), 64) + R"(","containerID":"containerd://)" +
           hex(quint64(i), 64) + R"("})";
}

QByteArray condition(const QByteArray &type, const QByteArray &time)
{
    return R"({"type":")" + type + R"(","status":"True","lastProbeTime":null,"lastTransitionTime":")" + time + R"("})";
}

/** The pod of that number: the shape of a Deployment's with a sidecar and an init container. */
QByteArray pod(int i, qint64 version, int restarts)
{
    const QByteArray app = "svc-" + padded(i % Apps, 3);
    const QByteArray image = "registry.example.com/team/" + app + ':' + QByteArray::number(i % 3) + '.' +
                             QByteArray::number(i % 10) + '.' + QByteArray::number(i % 100);
    const QByteArray time = "2026-11-" + padded(1 + i % 28, 2) + 'T' + padded(i % 24, 2) + ':' +
                            padded(i / 24 % 60, 2) + ':' + padded(i / 1440 % 60, 2) + 'Z';
    const bool bad = i % 50 == 0;
    const QByteArray env = environment(app);
    const QByteArray running = R"({"running":{"startedAt":")" + time + R"("}})";
    const QByteArray ended = R"({"terminated":{"exitCode":0,"reason":"Completed","startedAt":")" + time +
                             R"(","finishedAt":")" + time + R"("}})";
    const QByteArray waiting = R"({"waiting":{"reason":"ImagePullBackOff","message":"Back-off pulling image"}})";
    return R"({"metadata":{"name":")" + app + '-' + hex(quint64(i) * 2654435761U & 0xffffffffU, 8) + '-' +
           padded(i, 5) + R"(","namespace":"team-)" + padded(i % Namespaces, 2) +
           R"(","uid":"00000000-0000-4000-8000-)" + hex(quint64(i), 12) + R"(","resourceVersion":")" +
           QByteArray::number(version) + R"(","creationTimestamp":")" + time + R"(","labels":{"app":")" + app +
           R"(","app.kubernetes.io/name":")" + app +
           R"(","app.kubernetes.io/part-of":"platform","pod-template-hash":")" + hex(quint64(i % Apps * 7919), 8) +
           R"(","tier":"backend"},"annotations":{"checksum/config":")" + hex(quint64(i), 64) +
           R"(","kubectl.kubernetes.io/restartedAt":"2026-11-01T00:00:00Z","prometheus.io/scrape":"true"},)"
           R"("ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":")" +
           app + R"(-rs","uid":"00000000-0000-4000-8000-000000000001"}],"managedFields":)" + managedFields(time) +
           R"(},"spec":{"volumes":[{"name":"token-)" + hex(quint64(i), 5) +
           R"(","secret":{"secretName":"default-token","defaultMode":420}}],"initContainers":[)" +
           container("init", "busybox:1.36", env) + R"(],"containers":[)" + container("app", image, env) + ',' +
           container("proxy", "docker.io/envoyproxy/envoy:v1.30.1", env) +
           R"(],"restartPolicy":"Always","terminationGracePeriodSeconds":30,"dnsPolicy":"ClusterFirst",)"
           R"("serviceAccountName":"default","nodeName":"fake-)" +
           padded(i % 500, 4) + R"(","schedulerName":"default-scheduler","tolerations":[]},"status":{"phase":")" +
           (bad ? "Pending" : "Running") + R"(","conditions":[)" + condition("Initialized", time) + ',' +
           condition("Ready", time) + ',' + condition("ContainersReady", time) + ',' + condition("PodScheduled", time) +
           R"(],"hostIP":"10.0.0.1","podIP":"10.)" + QByteArray::number(i >> 16 & 255) + '.' +
           QByteArray::number(i >> 8 & 255) + '.' + QByteArray::number(i & 255) + R"(","startTime":")" + time +
           R"(","initContainerStatuses":[)" + status("init", "busybox:1.36", i, ended, true, 0) +
           R"(],"containerStatuses":[)" + status("app", image, i, bad ? waiting : running, !bad, restarts) + ',' +
           status("proxy", "docker.io/envoyproxy/envoy:v1.30.1", i, running, true, 0) +
           R"(],"qosClass":"Guaranteed"}})";
}

class PodServer {
public:
    PodServer(int pods, int churn, int lines)
        : m_pods(pods), m_lines(lines), m_server([this](const Exchange &x) { serve(x); })
    {
        if (churn <= 0)
            return;
        QObject::connect(&m_tick, &QTimer::timeout, [this, churn] { change(std::max(1, churn / 20)); });
        m_tick.start(50);
    }
    [[nodiscard]] QUrl url() const { return m_server.url(); }

private:
    void serve(const Exchange &x)
    {
        const QString path = x.url.path();
        const bool isPods = path.endsWith("/pods"_L1);
        if (path == "/version"_L1) {
            x.answer(200, R"({"major":"1","minor":"20","gitVersion":"v1.20.0"})");
        } else if (path.endsWith("/kube-system"_L1)) {
            x.answer(200, R"({"kind":"Namespace","metadata":{"name":"kube-system","uid":"u"}})");
        } else if (path.endsWith("/log"_L1)) {
            log(x);
        } else if (x.isWatch()) {
            x.open();
            if (isPods)
                m_watches.append({x, QPointer<QTcpSocket>(x.socket)});
        } else if (isPods) {
            list(x);
        } else {
            const QByteArray kind = path.endsWith("/events"_L1)       ? "Event"
                                    : path.endsWith("/namespaces"_L1) ? "Namespace"
                                                                      : "Node";
            x.answer(200, R"({"kind":")" + kind + R"(List","metadata":{"resourceVersion":"1000000"},"items":[]})");
        }
    }

    void list(const Exchange &x)
    {
        const int from = x.query.queryItemValue(u"continue"_s).toInt();
        const int limit = x.query.queryItemValue(u"limit"_s).toInt();
        const int end = limit > 0 ? std::min(m_pods, from + limit) : m_pods;
        QByteArray body = R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":")" +
                          QByteArray::number(FirstVersion) + '"';
        if (end < m_pods)
            body += R"(,"continue":")" + QByteArray::number(end) + R"(","remainingItemCount":)" +
                    QByteArray::number(m_pods - end);
        body += R"(},"items":[)";
        for (int i = from; i < end; ++i)
            body += (i > from ? "," : "") + pod(i, FirstVersion, 0);
        x.answer(200, body + "]}");
    }

    /** Lines as a service writes them, some 120 bytes each; it goes on without another word. */
    void log(const Exchange &x) const
    {
        x.open();
        QByteArray text;
        for (int i = 0; i < m_lines; ++i)
            text += "2026-11-30T12:" + padded(i / 1000 / 60 % 60, 2) + ':' + padded(i / 1000 % 60, 2) + '.' +
                    padded(i % 1000 * 1000, 6) + R"(000Z level=info msg="request served" method=GET path=/v1/orders/)" +
                    hex(quint64(i) * 2654435761U & 0xffffffffU, 8) +
                    " status=200 duration=" + QByteArray::number(i % 97) + "ms\n";
        x.chunk(text);
    }

    void change(int count)
    {
        m_watches.removeIf([](const auto &watch) { return !watch.second; });
        if (m_watches.isEmpty())
            return;
        QByteArray frames;
        for (int k = 0; k < count; ++k) {
            const int i = int(m_random() % quint32(m_pods));
            const QByteArray one = pod(i, ++m_version, int(m_random() % 100));
            frames += R"({"type":"MODIFIED","object":{"kind":"Pod","apiVersion":"v1",)" + one.sliced(1) + "}\n";
        }
        for (const auto &[watch, socket] : std::as_const(m_watches))
            watch.chunk(frames);
    }

    int m_pods;
    int m_lines;
    qint64 m_version = FirstVersion;
    std::mt19937 m_random{1};
    QList<std::pair<Exchange, QPointer<QTcpSocket>>> m_watches;
    QTimer m_tick;
    support::FaultServer m_server;
};

}  // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"pods"_s, u"How many pods there are."_s, u"n"_s, u"100000"_s},
                       {u"churn"_s, u"How many of them change in a second."_s, u"n"_s, u"0"_s},
                       {u"lines"_s, u"How many lines each log has."_s, u"n"_s, u"0"_s}});
    parser.process(app);
    const PodServer server(parser.value(u"pods"_s).toInt(), parser.value(u"churn"_s).toInt(),
                           parser.value(u"lines"_s).toInt());
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"kubeconfig"_s));
    if (!file.open(QIODevice::WriteOnly))
        return 1;
    file.write("apiVersion: v1\nkind: Config\ncurrent-context: many\nclusters:\n- name: many\n  cluster: {server: \"" +
               server.url().toEncoded() + "\"}\ncontexts:\n- name: many\n  context: {cluster: many, user: nobody}\n" +
               "users:\n- name: nobody\n  user: {}\n");
    file.close();
    std::printf("%s\n", qPrintable(file.fileName()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
