// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/event.h"
#include "kube/node.h"
#include "kube/pod.h"

#include <QList>

#include <span>

namespace pull {

/** The five steps of a pull decision and what comes after them, in reading order. */
enum class Step { Image, Policy, Node, Decision, Outcome, Next };
/** How a step stands: shown as shape, word and colour. */
enum class Verdict { Good, Working, Waiting, Failed, Unknown };
/** What a statement rests on. */
enum class Source { Event, Status, Spec, Node, Rule, Nothing };
/** Sure: the cluster says so now. Likely: it follows by a rule. Guess: evidence that would tell is missing or old. */
enum class Confidence { Sure, Likely, Guess };

/** One statement of the story with what it rests on. Text is English source text with `%1` filled in already. */
struct Statement {
    Step step = Step::Image;
    Verdict verdict = Verdict::Unknown;
    QString id;           ///< stable id of the sentence, so that the UI can translate it: "policy.default.latest"
    QList<QString> args;  ///< what fills %1.. of the sentence
    QString title;        ///< short: `Always`, `docker.io/library/nginx:latest`
    QString evidence;     ///< what a cluster shows: `event Pulled`, `spec.containers{nginx}.imagePullPolicy`
    QString ground;       ///< what else it rests on, such as a rule: a sentence's id, "ground.default"; empty: nothing
    QList<QString> groundArgs;
    QString eventUid;    ///< event this rests on; empty if none
    kube::Timestamp at;  ///< when the evidence was made; null if timeless
    Source source = Source::Rule;
    Confidence confidence = Confidence::Sure;
    bool gap = false;  ///< tells of evidence that is missing, not of what happened
    bool operator==(const Statement &) const = default;
};

/** One try to get the image and start the container. Null times: no evidence. */
struct Attempt {
    kube::Timestamp pulling, pulled, failed, created, started;
    std::optional<std::chrono::nanoseconds> pullTime;   ///< transfer, without queue, as the kubelet says
    std::optional<std::chrono::nanoseconds> totalTime;  ///< including waiting
    std::optional<qint64> imageBytes;
    bool alreadyPresent = false;
    QString failure;             ///< raw text
    kube::Timestamp backingOff;  ///< the kubelet first said that it waits
    kube::Timestamp ended;       ///< the run that it started is over; from the status
    bool restart = false;        ///< a try before it had started the container
    int repeats = 1;             ///< more: that many tries of which only the number is recorded; no times then
    bool operator==(const Attempt &) const = default;
};

/** The pull story of one container or image volume. */
struct Story {
    QString container;
    kube::ContainerKind kind = kube::ContainerKind::Regular;
    QList<Statement> statements;  ///< one or more per step, in step order
    QList<Attempt> attempts;      ///< oldest first
    Verdict verdict = Verdict::Unknown;
    QString failureCategory;       ///< section 8 category (`not-found`, ...), or a waiting reason; empty if none
    QString rawFailure;            ///< the kubelet's own text
    kube::Timestamp nextTryFrom;   ///< back-off: earliest next attempt; null if not in back-off or unknown
    kube::Timestamp nextTryUntil;  ///< latest expected
    bool operator==(const Story &) const = default;
};

/**
 * The stories of every image volume and container of a pod, in start order. Pure; `node` may be null (unknown), `now`
 * is the server's time. The order of `events` does not matter, and events of other objects are
 * passed over. Where a watch has seen an event change, all its versions may be given: they tell when tries were that
 * the newest one only counts.
 */
[[nodiscard]] QList<Story> tell(const kube::Pod &pod, std::span<const kube::EventPtr> events, const kube::Node *node,
                                kube::Timestamp now);

/** The English sentence of a statement id with `%1` place holders; the UI translates the same text by
 * `QT_TRANSLATE_NOOP`. */
[[nodiscard]] QString sentence(const QString &id);

/** The sentence with its place holders filled, in English. */
[[nodiscard]] QString inEnglish(const Statement &statement);

/** Evidence and ground in English: `spec.containers{nginx}.imagePullPolicy; rule: the default would be Always`. */
[[nodiscard]] QString evidenceInEnglish(const Statement &statement);

/** How many tries there were, those that are only counted included. */
[[nodiscard]] int tries(const Story &story);

/** The whole story as plain English text, as `gantryctl why` prints it. */
[[nodiscard]] QString toText(const Story &story);

/** The same without the tries as Markdown, for tickets and chats; text from the cluster is escaped. */
[[nodiscard]] QString toMarkdown(const Story &story);

}  // namespace pull
