// SPDX-License-Identifier: Apache-2.0
#include "bench/listbytes.h"
#include "bench/stopwatch.h"
#include "decode/reader.h"
#include "models/podfilter.h"
#include "models/podmodel.h"

#include <QStandardItemModel>

namespace bench {

namespace {

QList<kube::PodRef> read(int pods)
{
    decode::Reader reader;
    const auto list = reader.list<kube::SlimPod>(podList(pods));
    if (!list)
        qFatal("the list was not read");
    return list->items;
}

/** Every tenth pod as it is, or restarted once: what a busy second of a cluster brings. */
mirror::Batch everyTenth(const QList<kube::PodRef> &pods, bool restarted)
{
    mirror::Batch batch;
    for (qsizetype i = 0; i < pods.size(); i += 10) {
        kube::Pod pod = pods.at(i)->unfolded();
        if (restarted && !pod.statuses.isEmpty())
            ++pod.statuses.first().restartCount;
        batch.pods.upserts << std::make_shared<const kube::Pod>(pod);
    }
    return batch;
}

void fillItems(QStandardItemModel &model, const QList<kube::PodRef> &pods)
{
    model.clear();
    for (const kube::PodRef &pod : pods)
        model.appendRow({new QStandardItem(pod->meta.key.ns), new QStandardItem(pod->meta.key.name),
                         new QStandardItem(pod->status().phase), new QStandardItem(pod->nodeName)});
}

}  // namespace

void modelBench(int count)
{
    const QList<kube::PodRef> pods = read(count);
    mirror::Batch all;
    all.reset = true;
    all.pods.upserts = pods;
    QStandardItemModel items;
    const double peer = median(3, [&] { fillItems(items, pods); });
    const double first = median(5, [&] {
        models::PodModel model;
        model.apply(all);
    });
    print("model: the first batch", count, first, "QStandardItemModel, 4 columns", peer);

    models::PodModel model;
    const models::PodFilter filter(model);
    model.apply(all);
    const mirror::Batch restarted = everyTenth(pods, true);
    const mirror::Batch before = everyTenth(pods, false);
    bool odd = false;
    const double update = median(6, [&] { model.apply((odd = !odd) ? restarted : before); });
    print("model: every tenth pod changes, sorted and filtered", count, update, "QStandardItemModel, filled again",
          peer);
}

}  // namespace bench
