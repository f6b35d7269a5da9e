// SPDX-License-Identifier: Apache-2.0
// The life of started containers in practice::PodWorker: start, exit, restart, termination.
#include "kube/duration.h"
#include "practice/json.h"
#include "practice/podworker.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace practice {

namespace {

QString newContainerId()
{
    const QByteArray seed = QUuid::createUuid().toByteArray();
    return u"containerd://"_s + QString::fromLatin1(QCryptographicHash::hash(seed, QCryptographicHash::Sha256).toHex());
}

/** How a container's process ends: nothing where it runs until stopped. A command may say `sleep` or `exit N`. */
std::optional<int> exitOf(const Run &run, const Image &image)
{
    QStringList words;
    for (const QString &field : {u"command"_s, u"args"_s}) {
        const QJsonArray list = run.spec.value(field).toArray();
        for (const QJsonValue &word : list)
            words.append(word.toString());
    }
    const QString command = words.join(u' ');
    static const QRegularExpression exits(u"\\bexit (\\d+)"_s);
    if (const auto match = exits.match(command); match.hasMatch())
        return match.captured(1).toInt();
    if (run.init && !run.sidecar)
        return 0;
    if (image.stays || run.sidecar || command.contains(u"sleep"_s) || command.contains(u"while"_s))
        return std::nullopt;
    return image.exitCode;
}

}  // namespace

void PodWorker::startContainer(qsizetype index, const ImageName &name, const Image &image)
{
    Run &run = m_runs[index];
    event(run, u"Normal"_s, u"Created"_s, u"Container created"_s);
    run.image = image.name;
    run.imageId = name.repository() + u'@' + image.digest;
    run.containerId = newContainerId();
    run.startedAt = m_place.clock.seconds();
    run.state = Run::State::Running;
    run.reason.clear();
    run.message.clear();
    event(run, u"Normal"_s, u"Started"_s, u"Container started"_s);
    later(300ms, [this] { writeStatus(true); });
    if (const auto code = exitOf(run, image))
        later(1200ms, [this, index, code = *code] { containerExited(index, code); });
    startFrom(index + 1);
}

void PodWorker::containerExited(qsizetype index, int exitCode)
{
    Run &run = m_runs[index];
    run.state = Run::State::Exited;
    run.exitCode = exitCode;
    run.finishedAt = m_place.clock.seconds();
    const QString policy = text(m_pod, u"spec.restartPolicy");
    const bool again = run.init ? exitCode != 0 && policy != u"Never"
                                : policy == u"Always" || (policy == u"OnFailure" && exitCode != 0);
    run.final = !again;
    writeStatus(true);
    if (run.final) {
        if (run.init && exitCode == 0)
            later(200ms, [this] { sync(); });
        return;
    }
    if (run.restarts == 0) {
        later(1s, [this, index] { restart(index); });
        return;
    }
    const auto wait = qMin(std::chrono::seconds(10s) * (1 << qMin(run.restarts - 1, 5)), std::chrono::seconds(300s));
    const QString where = u"%1_%2(%3)"_s.arg(text(m_pod, u"metadata.name"), text(m_pod, u"metadata.namespace"),
                                             text(m_pod, u"metadata.uid"));
    later(1s, [this, index, wait, where] {
        Run &waiting = m_runs[index];
        event(waiting, u"Warning"_s, u"BackOff"_s,
              u"Back-off restarting failed container %1 in pod %2"_s.arg(waiting.name(), where));
        waiting.lastState = {
            {u"terminated"_s, QJsonObject{{u"exitCode"_s, waiting.exitCode},
                                          {u"reason"_s, waiting.exitCode == 0 ? u"Completed"_s : u"Error"_s},
                                          {u"startedAt"_s, waiting.startedAt},
                                          {u"finishedAt"_s, waiting.finishedAt},
                                          {u"containerID"_s, waiting.containerId}}}};
        waiting.state = Run::State::Waiting;
        waiting.reason = u"CrashLoopBackOff"_s;
        waiting.message =
            u"back-off %1 restarting failed container=%2 pod=%3"_s.arg(kube::goDuration(wait), waiting.name(), where);
        writeStatus(true);
        later(wait, [this, index] { restart(index); });
    });
}

void PodWorker::restart(qsizetype index)
{
    Run &run = m_runs[index];
    if (run.state == Run::State::Exited)
        run.lastState = {{u"terminated"_s, QJsonObject{{u"exitCode"_s, run.exitCode},
                                                       {u"reason"_s, run.exitCode == 0 ? u"Completed"_s : u"Error"_s},
                                                       {u"startedAt"_s, run.startedAt},
                                                       {u"finishedAt"_s, run.finishedAt},
                                                       {u"containerID"_s, run.containerId}}}};
    ++run.restarts;
    run.state = Run::State::Waiting;
    run.reason.clear();
    run.message.clear();
    sync();
}

void PodWorker::terminate()
{
    if (m_terminating)
        return;
    m_terminating = true;
    bool running = false;
    for (Run &run : m_runs) {
        if (run.state == Run::State::Running) {
            running = true;
            event(run, u"Normal"_s, u"Killing"_s, u"Stopping container "_s + run.name());
        } else if (run.state == Run::State::Waiting) {
            run.reason.clear();
            run.message.clear();
        }
    }
    m_place.clock.after(running ? 700ms : 150ms, this, [this] {
        for (Run &run : m_runs) {
            run.lost = run.state == Run::State::Waiting;
            if (run.state == Run::State::Running)
                run.finishedAt = m_place.clock.seconds();
            run.state = Run::State::Exited;
            run.final = true;
        }
        m_sandbox.ready = false;
        writeStatus(true);
        m_place.clock.after(400ms, this, [this] { removePod(); });
    });
}

void PodWorker::removePod()
{
    const auto pod = m_place.store.find(u"pods"_s, text(m_pod, u"metadata.namespace"), text(m_pod, u"metadata.name"));
    if (pod && text(*pod, u"metadata.uid") == text(m_pod, u"metadata.uid"))
        m_place.verbs.remove(u"pods"_s, *pod, 0);
    deleteLater();
}

}  // namespace practice
