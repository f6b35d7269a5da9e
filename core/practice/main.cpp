// SPDX-License-Identifier: Apache-2.0
// gantry-practice: a practice cluster on loopback, for Gantry, kubectl and anything else that speaks Kubernetes.
#include "practice/cluster.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

int signalPipe[2] = {-1, -1};

void onSignal(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
}

/** Ends the event loop on Ctrl-C and kill, so that the kubeconfig is removed. */
void quitOnSignals(QCoreApplication &application)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

int complain(const QString &text)
{
    std::fprintf(stderr, "gantry-practice: %s\n", qUtf8Printable(text));
    return 2;
}

}  // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"gantry-practice"_s);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Runs a practice Kubernetes cluster on 127.0.0.1 and prints its kubeconfig's path."_s);
    parser.addHelpOption();
    parser.addOption({u"port"_s, u"Listen on this port; 0 takes a free one."_s, u"port"_s, u"0"_s});
    parser.addOption({u"speed"_s, u"Run the cluster's clock this many times as fast."_s, u"factor"_s, u"1"_s});
    parser.addOption({u"kubeconfig"_s, u"Write the kubeconfig here."_s, u"path"_s});
    parser.process(application);

    practice::Options options;
    bool portOk = false;
    bool speedOk = false;
    options.port = parser.value(u"port"_s).toUShort(&portOk);
    options.speed = parser.value(u"speed"_s).toDouble(&speedOk);
    options.kubeconfigPath = parser.value(u"kubeconfig"_s);
    if (!portOk)
        return complain(u"--port takes a number from 0 to 65535"_s);
    if (!speedOk || options.speed < 0.1 || options.speed > 1000)
        return complain(u"--speed takes a number from 0.1 to 1000"_s);

    practice::Cluster cluster;
    if (const auto started = cluster.start(options); !started)
        return complain(started.error().message);
    quitOnSignals(application);
    std::printf("%s\n", qUtf8Printable(cluster.kubeconfigPath()));
    std::fflush(stdout);
    return application.exec();
}
