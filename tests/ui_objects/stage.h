// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/kubeconfig.h"
#include "mirror/cluster.h"
#include "practice/cluster.h"
#include "style/settings.h"
#include "views/table/podtable.h"
#include "windows/actions.h"
#include "windows/desks/desks.h"
#include "windows/inspection.h"
#include "windows/mainwindow.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

inline QByteArray podNamed(const QByteArray &name, const QByteArray &container, const QByteArray &more = {})
{
    return R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":")" + name + R"(","namespace":"default",)" +
           R"("labels":{"app":")" + name + "\"}" + more + R"(},"spec":{"containers":[)" + container + "]}}";
}

/** The window upon a practice cluster that runs in this process, over a real socket. */
struct Stage {
    QTemporaryDir folder;
    practice::Cluster practice;
    std::unique_ptr<style::Settings> settings;
    std::unique_ptr<windows::MainWindow> window;
    windows::Desk *desk = nullptr;

    bool begin(double speed = 20)
    {
        practice::Options options;
        options.speed = speed;
        options.kubeconfigPath = folder.filePath(QStringLiteral("kubeconfig"));
        if (!practice.start(options))
            return false;
        const auto connection = config::KubeConfig::load(options.kubeconfigPath).connection({});
        if (!connection)
            return false;
        settings = std::make_unique<style::Settings>(folder.filePath(QStringLiteral("settings")));
        window = std::make_unique<windows::MainWindow>(*settings);
        desk = &window->desks().open({QStringLiteral("practice"), options.kubeconfigPath});
        window->desks().show(desk);
        desk->attach(std::make_unique<mirror::Cluster>(*connection), {});
        window->show();
        return true;
    }

    /** Creates documents and waits until the server has taken them. */
    bool create(const QList<QByteArray> &documents) const
    {
        QList<command::Document> list;
        for (const QByteArray &json : documents)
            list << command::Document{json, QStringLiteral("test"), int(list.size())};
        const auto answer = desk->cluster()->client().create(list, QStringLiteral("default"));
        if (!QTest::qWaitFor([&answer] { return answer.isFinished(); }, 10'000))
            return false;
        for (const command::Outcome &outcome : answer.result())
            if (outcome.error)
                return false;
        return true;
    }

    /** Deletes a pod of `default` and waits until the server has heard of it. */
    bool remove(const QString &name) const
    {
        const QByteArray json = podNamed(name.toUtf8(), {});
        const auto answer = desk->cluster()->client().remove({{json, QStringLiteral("test"), 0}}, {});
        return QTest::qWaitFor([&answer] { return answer.isFinished(); }, 10'000) &&
               !answer.result().constFirst().error;
    }

    bool runs(const kube::Key &key) const
    {
        return QTest::qWaitFor(
            [&] {
                const kube::PodRef pod = desk->snapshot().pod(key);
                return pod && pod->status().phase == QLatin1StringView("Running");
            },
            30'000);
    }
};
