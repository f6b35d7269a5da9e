// SPDX-License-Identifier: Apache-2.0
#include "pull/story/story.h"

#include <QCoreApplication>

#include <array>

namespace pull {

namespace {

struct Sentence {
    const char *id;
    const char *english;
};

/** Every sentence of a story, by id. The UI shows them in its own language (context `pull`). */
constexpr std::array Sentences = {
    Sentence{"image.valid", QT_TRANSLATE_NOOP("pull", "%1 means %2.")},
    Sentence{"image.latest", QT_TRANSLATE_NOOP("pull", "%1 means %2: without a tag it is \"latest\".")},
    Sentence{"image.invalid", QT_TRANSLATE_NOOP("pull", "%1 is not an image reference: %2.")},
    Sentence{"policy.explicit", QT_TRANSLATE_NOOP("pull", "%1, as the manifest says.")},
    Sentence{"policy.defaulted.latest",
             QT_TRANSLATE_NOOP("pull", "%1: the manifest names none, and the tag is \"latest\".")},
    Sentence{"policy.defaulted.other",
             QT_TRANSLATE_NOOP("pull", "%1: the manifest names none, and the tag is not \"latest\".")},
    Sentence{"policy.rewritten", QT_TRANSLATE_NOOP("pull", "%1, though the manifest says %2: the cluster changed it.")},
    Sentence{"policy.cannottell.latest",
             QT_TRANSLATE_NOOP("pull", "%1. It is the default for the tag \"latest\"; the manifest may also name it.")},
    Sentence{
        "policy.cannottell.other",
        QT_TRANSLATE_NOOP("pull", "%1. It is the default for any tag but \"latest\"; the manifest may also name it.")},
    Sentence{"policy.unset", QT_TRANSLATE_NOOP("pull", "The pod does not say which policy is in force.")},
    Sentence{"node.none", QT_TRANSLATE_NOOP("pull", "No node has been chosen yet.")},
    Sentence{"node.unknown.node", QT_TRANSLATE_NOOP("pull", "What %1 has cannot be told: the node is not known.")},
    Sentence{"node.unknown.reference",
             QT_TRANSLATE_NOOP("pull", "What %1 has cannot be told: the reference cannot be read.")},
    Sentence{"node.unknown.nolist", QT_TRANSLATE_NOOP("pull", "What %1 has cannot be told: it reports no images.")},
    Sentence{"node.unknown.full",
             QT_TRANSLATE_NOOP("pull", "%1 does not list the image, but its list is full: the smallest are left out.")},
    Sentence{
        "node.unknown.names",
        QT_TRANSLATE_NOOP(
            "pull", "%1 does not list the image, but it lists five names of an image at most, and may have more.")},
    Sentence{"node.unknown.shortname",
             QT_TRANSLATE_NOOP("pull",
                               "%1 does not list the image, but CRI-O may look a short name up in another registry.")},
    Sentence{"node.present", QT_TRANSLATE_NOOP("pull", "%1 has the image.")},
    Sentence{"node.found", QT_TRANSLATE_NOOP("pull", "%1 had the image when the container started.")},
    Sentence{"node.lacked", QT_TRANSLATE_NOOP("pull", "%1 did not have the image.")},
    Sentence{"node.absent", QT_TRANSLATE_NOOP("pull", "%1 does not list the image, so it probably lacks it.")},
    Sentence{"node.pulled",
             QT_TRANSLATE_NOOP("pull", "%1 has the image now, after the pull. What it had before is not recorded.")},
    Sentence{"decision.always",
             QT_TRANSLATE_NOOP(
                 "pull", "Ask the registry at each start. Layers that are on the node are not downloaded again.")},
    Sentence{"decision.uselocal", QT_TRANSLATE_NOOP("pull", "Use the image on the node; the registry is not asked.")},
    Sentence{"decision.pull", QT_TRANSLATE_NOOP("pull", "Pull the image, because the node does not have it.")},
    Sentence{"decision.depends", QT_TRANSLATE_NOOP("pull", "Use the image if the node has it, else pull it.")},
    Sentence{"decision.refuse",
             QT_TRANSLATE_NOOP(
                 "pull", "Refuse to start: the node does not have the image, and Never forbids asking a registry.")},
    Sentence{"decision.never",
             QT_TRANSLATE_NOOP("pull", "Use the image if the node has it, else refuse; no registry is asked.")},
    Sentence{"decision.badname", QT_TRANSLATE_NOOP("pull", "Refuse to start: the name cannot be read.")},
    Sentence{"decision.wait", QT_TRANSLATE_NOOP("pull", "Nothing yet: a node comes first.")},
    Sentence{"outcome.pulled", QT_TRANSLATE_NOOP("pull", "Pulled in %1.")},
    Sentence{"outcome.pulled.queue", QT_TRANSLATE_NOOP("pull", "Pulled in %1, %2 with the wait in the queue.")},
    Sentence{"outcome.pulled.unknown", QT_TRANSLATE_NOOP("pull", "Pulled; how long it took is not recorded.")},
    Sentence{"outcome.present", QT_TRANSLATE_NOOP("pull", "Already present on the machine: nothing was pulled.")},
    Sentence{"outcome.pulling",
             QT_TRANSLATE_NOOP("pull", "Pulling, or waiting for its turn in the node's pull queue, for %1.")},
    Sentence{"outcome.started", QT_TRANSLATE_NOOP("pull", "Started.")},
    Sentence{"outcome.running",
             QT_TRANSLATE_NOOP("pull", "Running; the events of its start are gone or were never sent.")},
    Sentence{"outcome.restarted", QT_TRANSLATE_NOOP("pull", "Restarted %1 times.")},
    Sentence{"outcome.terminated", QT_TRANSLATE_NOOP("pull", "Ended: %1.")},
    Sentence{"outcome.never",
             QT_TRANSLATE_NOOP("pull", "Refused %1 times over %2: not on the node, and no registry was asked.")},
    Sentence{"outcome.never.once", QT_TRANSLATE_NOOP("pull", "Refused: not on the node, and no registry was asked.")},
    Sentence{"outcome.failed", QT_TRANSLATE_NOOP("pull", "The pull failed: %1.")},
    Sentence{"outcome.backoff",
             QT_TRANSLATE_NOOP("pull", "The pull failed: %1. The kubelet waits before it tries again.")},
    Sentence{"outcome.waiting", QT_TRANSLATE_NOOP("pull", "Waiting: %1.")},
    Sentence{"outcome.unscheduled", QT_TRANSLATE_NOOP("pull", "Not scheduled yet.")},
    Sentence{"outcome.nothing", QT_TRANSLATE_NOOP("pull", "Nothing is recorded yet.")},
    Sentence{"node.silent", QT_TRANSLATE_NOOP("pull", "%1 does not report: what it last said may be old.")},
    Sentence{"node.pressure",
             QT_TRANSLATE_NOOP(
                 "pull", "%1 is under pressure (%2): the kubelet removes unused images and may refuse or evict pods.")},
    Sentence{
        "decision.verify",
        QT_TRANSLATE_NOOP("pull", "Pull, although the node has the image: the pod must prove that it may use it.")},
    Sentence{"decision.mayverify",
             QT_TRANSLATE_NOOP("pull", "Use the image on the node, or pull it to check that this pod may use it.")},
    Sentence{"decision.refuse.verify",
             QT_TRANSLATE_NOOP("pull", "Refuse to start: the node has the image, but this pod has not shown that it "
                                       "may use it, and Never forbids asking a registry.")},
    Sentence{"decision.inspect", QT_TRANSLATE_NOOP("pull", "Refuse to start: the runtime cannot look up the image.")},
    Sentence{"outcome.revalidated",
             QT_TRANSLATE_NOOP(
                 "pull", "Too short for a download: the registry was asked, and the layers were on the node already.")},
    Sentence{"outcome.badname", QT_TRANSLATE_NOOP("pull", "Refused: the name cannot be read (%1).")},
    Sentence{"outcome.inspect", QT_TRANSLATE_NOOP("pull", "Refused: the runtime cannot look up the image (%1).")},
    Sentence{"outcome.overcome",
             QT_TRANSLATE_NOOP("pull", "Getting the image had failed before; then the container ran. The events of "
                                       "that start are gone or were never sent.")},
    Sentence{
        "outcome.overcome.pulling",
        QT_TRANSLATE_NOOP("pull", "A pull began; how it ended is not recorded, but the container ran afterwards.")},
    Sentence{"outcome.creating", QT_TRANSLATE_NOOP("pull", "The image is there; the container is being created.")},
    Sentence{"outcome.created", QT_TRANSLATE_NOOP("pull", "Created; it has not started yet.")},
    Sentence{"outcome.started.event", QT_TRANSLATE_NOOP("pull", "Started; the status does not say so yet.")},
    Sentence{"outcome.starterror",
             QT_TRANSLATE_NOOP("pull", "The image is there, but the container cannot be started: %1")},
    Sentence{"outcome.stopping", QT_TRANSLATE_NOOP("pull", "Being stopped: %1")},
    Sentence{"outcome.crashloop",
             QT_TRANSLATE_NOOP("pull",
                               "It starts and ends again and again; the kubelet waits before it starts it once more.")},
    Sentence{"outcome.restarted.last",
             QT_TRANSLATE_NOOP("pull", "Restarted %1 times; the run before ended %2 ago: %3.")},
    Sentence{"outcome.runs", QT_TRANSLATE_NOOP("pull", "It runs %1.")},
    Sentence{"outcome.initruns",
             QT_TRANSLATE_NOOP("pull", "It is at work; what comes after it waits until it has ended.")},
    Sentence{"outcome.notready", QT_TRANSLATE_NOOP("pull", "Running, not ready yet.")},
    Sentence{"outcome.notready.probe", QT_TRANSLATE_NOOP("pull", "Running, but not ready: %1")},
    Sentence{"outcome.unhealthy", QT_TRANSLATE_NOOP("pull", "Running, but a probe fails: %1")},
    Sentence{"outcome.waiting.text", QT_TRANSLATE_NOOP("pull", "Waiting: %1: %2")},
    Sentence{"outcome.blocked", QT_TRANSLATE_NOOP("pull", "The pod cannot start yet: %1")},
    Sentence{"outcome.init", QT_TRANSLATE_NOOP("pull", "Waits for the init container %1.")},
    Sentence{"outcome.init.stuck", QT_TRANSLATE_NOOP("pull", "Waits for the init container %1, which is at %2.")},
    Sentence{
        "outcome.taken",
        QT_TRANSLATE_NOOP("pull", "The kubelet has taken the pod (%1); nothing is recorded of this container yet.")},
    Sentence{"outcome.unschedulable", QT_TRANSLATE_NOOP("pull", "No node fits: %1")},
    Sentence{"outcome.podended", QT_TRANSLATE_NOOP("pull", "The pod is over: %1. %2")},
    Sentence{"outcome.terminating",
             QT_TRANSLATE_NOOP("pull", "The pod is being deleted; its grace period ends at %1.")},
    Sentence{"gap.uncounted",
             QT_TRANSLATE_NOOP("pull", "%1 tries in between are only counted; their times are not recorded.")},
    Sentence{"gap.combined", QT_TRANSLATE_NOOP("pull", "Similar events were combined: not every try is told.")},
    Sentence{
        "gap.limited",
        QT_TRANSLATE_NOOP(
            "pull",
            "The kubelet limits how many events it sends of one pod: later ones may be missing. The status counts.")},
    Sentence{"gap.expired",
             QT_TRANSLATE_NOOP("pull", "The events of its start are gone: they are kept for about an hour.")},
    Sentence{"gap.noevents",
             QT_TRANSLATE_NOOP(
                 "pull", "There is no event of this container: they are gone, were never sent, or may not be read.")},
    Sentence{"next.schedule", QT_TRANSLATE_NOOP("pull", "The scheduler tries again when nodes or pods change.")},
    Sentence{"next.retry", QT_TRANSLATE_NOOP("pull", "The kubelet tries again between %1 and %2 (UTC).")},
    Sentence{"next.retry.late",
             QT_TRANSLATE_NOOP("pull", "The next try was expected between %1 and %2 (UTC); no event tells of it.")},
    Sentence{"next.retry.unknown",
             QT_TRANSLATE_NOOP("pull", "The kubelet tries again after a wait of 10 seconds to 5 minutes.")},
    Sentence{
        "next.never",
        QT_TRANSLATE_NOOP(
            "pull",
            "The kubelet looks again every 10 to 15 seconds; it starts the container once the image is on the node.")},
    Sentence{
        "next.badname",
        QT_TRANSLATE_NOOP("pull", "The kubelet refuses it again every 10 to 15 seconds until the name is corrected.")},
    Sentence{
        "next.again",
        QT_TRANSLATE_NOOP(
            "pull", "The kubelet tries again every 10 to 15 seconds, longer apart if the container had been created.")},
    Sentence{"next.restart", QT_TRANSLATE_NOOP("pull", "The kubelet starts it again between %1 and %2 (UTC).")},
    Sentence{"next.restart.late",
             QT_TRANSLATE_NOOP("pull", "The next start was expected between %1 and %2 (UTC); nothing tells of it.")},
    Sentence{"next.restart.unknown",
             QT_TRANSLATE_NOOP("pull",
                               "The kubelet starts it again, after a wait that doubles from 10 seconds to 5 minutes.")},
    Sentence{"next.pulled",
             QT_TRANSLATE_NOOP(
                 "pull", "When the pull has ended, the container is created and started. Nobody tells how far it is.")},
    Sentence{"next.start", QT_TRANSLATE_NOOP("pull", "The container starts next.")},
    Sentence{"next.init", QT_TRANSLATE_NOOP("pull", "It starts once the init containers before it are done.")},
    Sentence{
        "next.init.stuck",
        QT_TRANSLATE_NOOP("pull", "It starts once that init container has got over its trouble; look at that one.")},
    Sentence{"next.init.done", QT_TRANSLATE_NOOP("pull", "When it has ended well, the next container starts.")},
    Sentence{"next.init.ended", QT_TRANSLATE_NOOP("pull", "The next container starts.")},
    Sentence{"next.blocked",
             QT_TRANSLATE_NOOP("pull", "The kubelet tries again; no image is looked at before this is solved.")},
    Sentence{"next.taken", QT_TRANSLATE_NOOP("pull", "Volumes and sandbox come first, then the image.")},
    Sentence{"next.ready",
             QT_TRANSLATE_NOOP("pull", "It gets traffic from Services once its readiness probe succeeds.")},
    Sentence{"next.unhealthy",
             QT_TRANSLATE_NOOP("pull",
                               "If the probe goes on failing, the kubelet stops the container and starts it again.")},
    Sentence{"next.stopping",
             QT_TRANSLATE_NOOP("pull", "The container ends; unless the pod is deleted, the kubelet starts it again.")},
    Sentence{"next.gone",
             QT_TRANSLATE_NOOP("pull", "The pod is gone by %1 (UTC), a few seconds later on a busy node.")},
    Sentence{
        "next.gone.late",
        QT_TRANSLATE_NOOP(
            "pull", "The pod should have been gone by %1 (UTC): a finalizer holds it, or the node does not report.")},
    Sentence{
        "next.runs.always",
        QT_TRANSLATE_NOOP("pull", "Nothing is due. At its next start the registry is asked again, and must answer.")},
    Sentence{
        "next.runs.local",
        QT_TRANSLATE_NOOP(
            "pull", "Nothing is due. At its next start here the image on the node is used, if it is still there.")},
    Sentence{"next.none", QT_TRANSLATE_NOOP("pull", "Nothing: it is done.")},
    Sentence{"next.none.failed",
             QT_TRANSLATE_NOOP("pull", "Nothing: the pod's restart policy does not start it again.")},
    Sentence{"image.full", QT_TRANSLATE_NOOP("pull", "%1 is written in full.")},
    Sentence{"node.lag",
             QT_TRANSLATE_NOOP(
                 "pull", "%1 does not list the image yet, though it was pulled: its list is up to 40 seconds old.")},
    Sentence{"gap.uncounted.one",
             QT_TRANSLATE_NOOP("pull", "One try in between is only counted; its time is not recorded.")},
    Sentence{"outcome.crashloop.start",
             QT_TRANSLATE_NOOP("pull",
                               "It cannot be started, again and again; the kubelet waits before it tries once more.")},
    Sentence{"outcome.killed", QT_TRANSLATE_NOOP("pull", "It did not end by itself: %1")},
    Sentence{"policy.stored",
             QT_TRANSLATE_NOOP("pull", "%1, which is stored already: the manifest names none, so it stays.")},
    Sentence{"forecast.badname", QT_TRANSLATE_NOOP("pull", "It would refuse to start: the name cannot be read (%1).")},
    Sentence{"forecast.pull", QT_TRANSLATE_NOOP("pull", "It would pull: the node does not list the image.")},
    Sentence{
        "forecast.always",
        QT_TRANSLATE_NOOP("pull", "It would pull: Always asks the registry, and the node does not list the image.")},
    Sentence{"forecast.always.present",
             QT_TRANSLATE_NOOP(
                 "pull",
                 "It would ask the registry, as Always says; the node has the image, so only what changed is sent.")},
    Sentence{"forecast.local", QT_TRANSLATE_NOOP("pull", "It would use the image on the node.")},
    Sentence{"forecast.never",
             QT_TRANSLATE_NOOP(
                 "pull",
                 "It would refuse to start: the node does not list the image, and Never forbids asking a registry.")},
    Sentence{"forecast.unknown", QT_TRANSLATE_NOOP("pull", "It cannot be known: %1.")},
    Sentence{"forecast.unknown.verify",
             QT_TRANSLATE_NOOP("pull", "It has the image, but may pull it to check that this pod may use it.")},
    Sentence{"leftout.named", QT_TRANSLATE_NOOP("pull", "The manifest names the node %1.")},
    Sentence{"leftout.selector", QT_TRANSLATE_NOOP("pull", "It does not have the label %1.")},
    Sentence{"leftout.cordoned", QT_TRANSLATE_NOOP("pull", "It is cordoned.")},
    Sentence{"leftout.notready", QT_TRANSLATE_NOOP("pull", "It is not ready.")},
    Sentence{"trap.stored",
             QT_TRANSLATE_NOOP(
                 "pull",
                 "The manifest names no policy, and %1 is stored: it stays, though the default for %2 would be %3.")},
    Sentence{"trap.latest",
             QT_TRANSLATE_NOOP("pull", "%1 can change, but IfNotPresent never looks again: nodes that have it keep "
                                       "what they have, and nodes may run different content.")},
    Sentence{"trap.digest", QT_TRANSLATE_NOOP("pull", "The digest pins the content, yet Always asks the registry at "
                                                      "each start: it must answer although nothing can have changed.")},
    Sentence{"trap.never",
             QT_TRANSLATE_NOOP("pull",
                               "Never: on %1 of %2 nodes the image is not listed; there the container cannot start.")},
    Sentence{
        "trap.variable",
        QT_TRANSLATE_NOOP(
            "pull", "%1 holds a variable that was not replaced; the API server accepts it, the kubelet does not.")},
    Sentence{
        "trap.shortname",
        QT_TRANSLATE_NOOP(
            "pull",
            "%1 names no registry: on CRI-O nodes (%3, such as %2) their own configuration says which one is asked.")},
    Sentence{"trap.secret.missing",
             QT_TRANSLATE_NOOP("pull", "The pull secret %1 does not exist; the kubelet goes on without it.")},
    Sentence{"trap.secret.type",
             QT_TRANSLATE_NOOP("pull", "The secret %1 is not one for registries; the kubelet passes over it.")},
    Sentence{"trap.secret.unreadable",
             QT_TRANSLATE_NOOP("pull", "Whether the pull secrets (%1) fit %2 cannot be told: they may not be read.")},
    Sentence{"trap.secret.mismatch",
             QT_TRANSLATE_NOOP("pull", "None of the pull secrets (%1) has an entry for %2: the pull is anonymous, "
                                       "unless the node has credentials of its own.")},
    Sentence{
        "outcome.turn",
        QT_TRANSLATE_NOOP(
            "pull", "Waits for its turn: containers of a pod start one after the other, and the kubelet is at %1.")},
    Sentence{
        "next.turn",
        QT_TRANSLATE_NOOP("pull", "When the kubelet has started that container, or failed to, it comes to this one.")},
    Sentence{"ground.always", QT_TRANSLATE_NOOP("pull", "rule: Always asks the registry at each start")},
    Sentence{"ground.absent", QT_TRANSLATE_NOOP("pull", "rule: IfNotPresent pulls only what is absent")},
    Sentence{"ground.default", QT_TRANSLATE_NOOP("pull", "rule: the default would be %1")},
    Sentence{"ground.same", QT_TRANSLATE_NOOP("pull", "rule: this is also the default for the reference")},
    Sentence{"ground.names", QT_TRANSLATE_NOOP("pull", "rule: the API server does not check image names")},
    Sentence{"ground.secrets",
             QT_TRANSLATE_NOOP("pull", "rule: the entry's host and port must be equal, its path a prefix")},
    Sentence{"ground.layers", QT_TRANSLATE_NOOP("pull", "rule: layers that are on the node are not sent again")},
    Sentence{"ground.sync", QT_TRANSLATE_NOOP("pull", "rule: the kubelet's sync")},
    Sentence{"ground.backoff", QT_TRANSLATE_NOOP("pull", "rule: the wait doubles from 10 s to 5 min")},
    Sentence{"ground.ensure", QT_TRANSLATE_NOOP("pull", "rule: the kubelet's EnsureImageExists")},
    Sentence{"ground.turns", QT_TRANSLATE_NOOP("pull", "rule: containers of a pod start one after the other")},
    Sentence{"ground.silent", QT_TRANSLATE_NOOP("pull", "nothing is recorded")},
    Sentence{"ground.manifest", QT_TRANSLATE_NOOP("pull", "the manifest")},
    Sentence{"ground.stored", QT_TRANSLATE_NOOP("pull", "the stored object")},
    Sentence{"ground.once",
             QT_TRANSLATE_NOOP("pull", "the stored object; rule: only an empty policy is defaulted, and once")},
};

}  // namespace

QString sentence(const QString &id)
{
    for (const Sentence &s : Sentences)
        if (id == QLatin1StringView(s.id))
            return QString::fromUtf8(s.english);
    return {};
}

}  // namespace pull
