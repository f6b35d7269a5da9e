// SPDX-License-Identifier: Apache-2.0
#include "practice/podworker.h"

#include "kube/duration.h"
#include "practice/fieldset.h"
#include "practice/json.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace practice {

PodWorker::PodWorker(const Workplace &place, const QJsonObject &pod, QObject *parent)
    : QObject(parent), m_place(place), m_pod(pod)
{
    for (const QString &list : {u"initContainers"_s, u"containers"_s}) {
        const QJsonArray containers = at(pod, u"spec."_s + list).toArray();
        for (const QJsonValue &value : containers) {
            Run run;
            run.spec = value.toObject();
            run.init = list == u"initContainers";
            run.sidecar = run.init && text(run.spec, u"restartPolicy") == u"Always";
            m_runs.append(run);
        }
    }
    m_sandbox.startTime = place.clock.seconds();
    m_sandbox.hostAddress = place.machine.address();
    later(50ms, [this] {
        writeStatus(false);
        later(550ms, [this] { makeSandbox(); });
    });
}

void PodWorker::later(std::chrono::milliseconds delay, std::function<void()> what)
{
    m_place.clock.after(delay, this, [this, what = std::move(what)] {
        if (!m_terminating)
            what();
    });
}

void PodWorker::event(const Run &run, const QString &type, const QString &reason, const QString &message)
{
    const QString path = (run.init ? u"spec.initContainers{%1}"_s : u"spec.containers{%1}"_s).arg(run.name());
    m_place.events.fromKubelet(m_pod, m_place.machine.name(), type, reason, message, path);
}

void PodWorker::writeStatus(bool withAddress)
{
    if (withAddress)
        m_sandbox.podAddress = m_address;
    const auto before =
        m_place.store.find(u"pods"_s, text(m_pod, u"metadata.namespace"), text(m_pod, u"metadata.name"));
    if (!before || text(*before, u"metadata.uid") != text(m_pod, u"metadata.uid"))
        return;
    const QString now = m_place.clock.seconds();
    QJsonObject after = *before;
    after.insert(u"status"_s, statusOf(*before, m_sandbox, m_runs, now));
    if (after != *before)
        m_place.store.write(u"pods"_s,
                            FieldManagers::noted(*before, after, {u"kubelet"_s, u"Update"_s, u"status"_s, now}));
}

void PodWorker::makeSandbox()
{
    m_address = m_place.machine.nextPodAddress();
    m_sandbox.ready = true;
    writeStatus(false);
    sync();
}

void PodWorker::sync()
{
    if (m_busy)
        return;
    m_busy = true;
    m_failed = false;
    if (m_syncs++ > 0)
        writeStatus(true);
    startFrom(0);
}

bool PodWorker::wantsStart(qsizetype index) const
{
    const Run &run = m_runs.at(index);
    if (run.state != Run::State::Waiting || run.reason == u"CrashLoopBackOff")
        return false;
    for (qsizetype i = 0; i < index; ++i) {
        const Run &earlier = m_runs.at(i);
        const bool done =
            earlier.sidecar ? earlier.state == Run::State::Running : earlier.final && earlier.exitCode == 0;
        if (earlier.init && !done)
            return false;
    }
    return true;
}

void PodWorker::startFrom(qsizetype index)
{
    while (index < m_runs.size() && !wantsStart(index))
        ++index;
    if (index >= m_runs.size())
        endSync();
    else
        ensureImage(index);
}

void PodWorker::endSync()
{
    m_busy = false;
    if (!m_failed)
        return;
    // client-go's queue adds up to half of 10 s; a status change of the sandbox makes the second sync follow at once.
    const auto jitter = std::chrono::milliseconds(QRandomGenerator::global()->bounded(2'200, 3'800));
    later(m_syncs == 1 ? 1000ms : 10s + jitter, [this] { sync(); });
}

void PodWorker::fail(qsizetype index, const QString &reason, const QString &message)
{
    Run &run = m_runs[index];
    event(run, u"Warning"_s, u"Failed"_s, u"Error: "_s + reason);
    run.reason = reason;
    run.message = message;
    m_failed = true;
    startFrom(index + 1);
}

void PodWorker::ensureImage(qsizetype index)
{
    const Run &run = m_runs.at(index);
    const QString image = text(run.spec, u"image");
    const QString policy = text(run.spec, u"imagePullPolicy");
    const auto name = ImageName::parse(image);
    if (!name) {
        const QString message = u"Failed to apply default image tag \"%1\": couldn't parse image name \"%1\": %2"_s.arg(
            image, name.error());
        event(run, u"Warning"_s, u"InspectFailed"_s, message);
        fail(index, u"InvalidImageName"_s, message);
        return;
    }
    const auto local = policy == u"Always" ? std::nullopt : m_place.machine.find(*name);
    if (local) {
        event(run, u"Normal"_s, u"Pulled"_s,
              u"Container image \"%1\" already present on machine and can be accessed by the pod"_s.arg(image));
        startContainer(index, *name, *local);
    } else if (policy == u"Never") {
        const QString message = u"Container image \"%1\" is not present with pull policy of Never"_s.arg(image);
        event(run, u"Warning"_s, u"ErrImageNeverPull"_s, message);
        fail(index, u"ErrImageNeverPull"_s, message);
    } else {
        startPull(index, *name);
    }
}

void PodWorker::startPull(qsizetype index, const ImageName &name)
{
    const Run &run = m_runs.at(index);
    const QString image = text(run.spec, u"image");
    const BackOff backOff = m_backOff.value(image);
    if (std::chrono::nanoseconds(m_place.clock.now() - backOff.failedAt) < backOff.wait) {
        const QString message = u"Back-off pulling image \"%1\""_s.arg(image);
        event(run, u"Normal"_s, u"BackOff"_s, message);
        fail(index, u"ImagePullBackOff"_s, message + u": "_s + backOff.cause);
        return;
    }
    event(run, u"Normal"_s, u"Pulling"_s, u"Pulling image \"%1\""_s.arg(image));
    m_place.machine.pull(name, this, [this, index, name](const Machine::Pulled &pulled) {
        if (!m_terminating)
            pullEnded(index, name, pulled);
    });
}

void PodWorker::pullEnded(qsizetype index, const ImageName &name, const Machine::Pulled &pulled)
{
    const Run &run = m_runs.at(index);
    const QString image = text(run.spec, u"image");
    if (pulled.image) {
        event(run, u"Normal"_s, u"Pulled"_s,
              u"Successfully pulled image \"%1\" in %2 (%3 including waiting). Image size: %4 bytes."_s.arg(
                  image, kube::goDuration(pulled.pull), kube::goDuration(pulled.total),
                  QString::number(pulled.image->size)));
        startContainer(index, name, *pulled.image);
        return;
    }
    const QString &cause = pulled.image.error();
    event(run, u"Warning"_s, u"Failed"_s, u"Failed to pull image \"%1\": %2"_s.arg(image, cause));
    BackOff &backOff = m_backOff[image];
    const qint64 now = m_place.clock.now();
    const bool fresh = backOff.wait == 0s || std::chrono::nanoseconds(now - backOff.failedAt) > 600s;
    backOff = {now, fresh ? 10s : qMin(backOff.wait * 2, std::chrono::seconds(300s)), u"ErrImagePull: "_s + cause};
    fail(index, u"ErrImagePull"_s, cause);
}

}  // namespace practice
