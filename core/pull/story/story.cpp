// SPDX-License-Identifier: Apache-2.0
#include "pull/story/story.h"

#include "pull/story/attempts.h"
#include "pull/story/scene.h"

#include <numeric>

namespace pull {

QList<Story> tell(const kube::Pod &pod, std::span<const kube::EventPtr> events, const kube::Node *node,
                  kube::Timestamp now)
{
    QList<Story> stories;
    // The kubelet gets the image volumes first, then starts the containers one after the other.
    for (const kube::Container &container : pod.imageVolumes + pod.allContainers()) {
        const Scene scene(pod, container, events, node, now);
        Voice voice(scene);
        voice.story().container = container.name;
        voice.story().kind = container.kind;
        voice.story().attempts = attemptsOf(scene.evidence, scene.status);
        tellPremises(voice);
        tellOutcome(voice);
        tellNext(voice);
        stories.append(voice.story());
    }
    return stories;
}

int tries(const Story &story)
{
    return std::accumulate(story.attempts.begin(), story.attempts.end(), 0,
                           [](int sum, const Attempt &attempt) { return sum + attempt.repeats; });
}

}  // namespace pull
