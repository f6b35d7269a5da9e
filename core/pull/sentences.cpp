// SPDX-License-Identifier: Apache-2.0
#include "pull/story.h"

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
    Sentence{"node.unknown", QT_TRANSLATE_NOOP("pull", "%1. What it has cannot be told: %2.")},
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
    Sentence{"outcome.pulling", QT_TRANSLATE_NOOP("pull", "Pulling now, for %1.")},
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
