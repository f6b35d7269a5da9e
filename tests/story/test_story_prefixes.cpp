// SPDX-License-Identifier: Apache-2.0
// What is told while a scenario arrives, frame by frame: never more than was known, never against it, and the same
// whatever the order in which events came.
#include "kube/duration.h"
#include "pull/events/message.h"
#include "pull/story/story.h"
#include "support/scenario.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using pull::Verdict;
using MessageKind = pull::Message::Kind;
using Phase = kube::ContainerState::Phase;

namespace {

/** How often a kind was said of a container. */
int count(const QList<kube::EventPtr> &events, const QString &container, std::initializer_list<MessageKind> kinds)
{
    int sum = 0;
    for (const kube::EventPtr &event : events)
        if (pull::containerOf(event->involved.fieldPath) == container &&
            std::ranges::contains(kinds, pull::readMessage(*event).kind))
            sum += event->occurrences();
    return sum;
}

bool pullFailureIsTold(const QList<kube::EventPtr> &events, const QString &container)
{
    return std::ranges::any_of(events, [&](const kube::EventPtr &event) {
        return pull::containerOf(event->involved.fieldPath) == container &&
               (event->message == u"Error: ErrImagePull" || event->message == u"Error: ImagePullBackOff");
    });
}

bool says(const pull::Story &story, const QString &id)
{
    return std::ranges::contains(story.statements, id, &pull::Statement::id);
}

/** Everything that must hold of a story at any moment; a text where it does not. */
QString contradiction(const pull::Story &story, const kube::Pod &pod, const QList<kube::EventPtr> &events)
{
    const auto containers = pod.allContainers();
    const auto container = std::ranges::find(containers, story.container, &kube::Container::name);
    const kube::ContainerStatus *status = pod.statusOf(*container);
    const Phase phase = status ? status->state.phase : Phase::None;
    const int started = count(events, story.container, {MessageKind::Started});
    const int begun = count(events, story.container, {MessageKind::Pulling});
    const int ended = count(events, story.container, {MessageKind::Pulled, MessageKind::PullFailed});

    if (story.verdict == Verdict::Good && started == 0 && phase != Phase::Running &&
        !(phase == Phase::Terminated && status->state.exitCode == 0))
        return u"good without evidence of a start"_s;
    if (says(story, u"outcome.pulling"_s) && begun <= ended)
        return u"pulling though every pull that began has ended"_s;
    if (begun > ended && !pullFailureIsTold(events, story.container) && phase == Phase::Waiting &&
        pod.meta.deletionTimestamp.isNull() && story.verdict != Verdict::Working && started == 0 &&
        count(events, story.container, {MessageKind::Created}) == 0)
        return u"a pull is under way and the story does not say so"_s;
    if (pod.nodeName.isEmpty() && story.verdict != Verdict::Waiting && story.verdict != Verdict::Working)
        return u"a verdict before there is a node"_s;
    if (phase == Phase::Running && status->ready && begun + started == 0 && story.verdict != Verdict::Good &&
        pod.meta.deletionTimestamp.isNull() && count(events, story.container, {MessageKind::Killing}) == 0 &&
        !says(story, u"outcome.unhealthy"_s))
        return u"it runs and is ready, and the story says otherwise"_s;

    const bool warned = std::ranges::any_of(events, [&](const kube::EventPtr &event) {
        const QString name = pull::containerOf(event->involved.fieldPath);
        return event->type == u"Warning" && (name.isEmpty() || name == story.container);
    });
    const bool statusFails =
        (phase == Phase::Waiting && !status->state.reason.isEmpty() && status->state.reason != u"ContainerCreating" &&
         status->state.reason != u"PodInitializing") ||
        (phase == Phase::Terminated && status->state.exitCode != 0) || pod.phase == u"Failed";
    const bool unscheduled = std::ranges::any_of(pod.conditions, [](const kube::PodCondition &condition) {
        return condition.type == u"PodScheduled" && condition.status == u"False";
    });
    if (!story.failureCategory.isEmpty() && !warned && !statusFails && !unscheduled)
        return u"a cause without a failing event or status"_s;
    if (story.verdict == Verdict::Failed && story.failureCategory.isEmpty())
        return u"failed without a cause"_s;
    if (!story.nextTryFrom.isNull() && story.verdict != Verdict::Failed)
        return u"a next try of what did not fail"_s;
    return {};
}

/** Durations are the kubelet's own, and the times of a try follow one another. */
QString wrongTimes(const pull::Story &story, const QList<kube::EventPtr> &events)
{
    QList<std::chrono::nanoseconds> said;
    for (const kube::EventPtr &event : events)
        if (pull::containerOf(event->involved.fieldPath) == story.container) {
            const pull::Message message = pull::readMessage(*event);
            for (const auto &time : {message.pullTime, message.totalTime})
                if (time)
                    said << *time;
        }
    kube::Timestamp before;
    for (const pull::Attempt &attempt : story.attempts) {
        for (const auto &time : {attempt.pullTime, attempt.totalTime})
            if (time && !said.contains(*time))
                return u"a duration that nobody said: "_s + kube::goDuration(*time);
        // Whole-second times are truncated: they may lie up to a second before an exact one.
        for (const kube::Timestamp at : {attempt.pulling, attempt.pulled, attempt.created, attempt.started}) {
            if (at.isNull())
                continue;
            if (!before.isNull() && at + 1s < before)
                return u"a try goes back in time"_s;
            before = std::max(before, at);
        }
        if (!attempt.ended.isNull() && !attempt.started.isNull() && attempt.ended + 1s < attempt.started)
            return u"it ended before it began"_s;
        if (attempt.totalTime && !attempt.pulling.isNull() && !attempt.pulled.isNull() &&
            std::chrono::abs((attempt.pulled - attempt.pulling) - *attempt.totalTime) > 1200ms)
            return u"a pull that took another time than the kubelet says"_s;
    }
    return {};
}

QByteArray at(const support::Scenario &scenario, qsizetype frame, const QString &what, const pull::Story &story)
{
    return (scenario.name + u", frame "_s + QString::number(frame) + u": "_s + what + u'\n' + pull::toText(story))
        .toUtf8();
}

}  // namespace

class TestStoryPrefixes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void neverContradicted();
    void triesAreNeverTakenBack();
    void nextTryIsInItsWindow();
    void orderOfEventsDoesNotMatter();
    void everyEventAddsToTheTries();
    void contradictionsAreFound();
};

void TestStoryPrefixes::neverContradicted()
{
    int moments = 0;
    for (const QString &name : support::scenarioNames()) {
        const auto scenario = support::scenario(name);
        support::Arrival arrival(scenario);
        while (arrival.next()) {
            if (!arrival.pod())
                continue;
            const kube::Timestamp now = arrival.now() + 1s;
            for (const kube::Node *node : {scenario.node.get(), static_cast<const kube::Node *>(nullptr)})
                for (const pull::Story &story : pull::tell(*arrival.pod(), arrival.events(), node, now)) {
                    ++moments;
                    for (const QString &what :
                         {contradiction(story, *arrival.pod(), arrival.events()), wrongTimes(story, arrival.events())})
                        QVERIFY2(what.isEmpty(), at(scenario, arrival.taken(), what, story));
                }
        }
    }
    QVERIFY(moments > 1000);
}

void TestStoryPrefixes::triesAreNeverTakenBack()
{
    for (const QString &name : support::scenarioNames()) {
        const auto scenario = support::scenario(name);
        support::Arrival arrival(scenario);
        QHash<QString, int> tries;
        while (arrival.next()) {
            if (!arrival.pod())
                continue;
            for (const auto &story : pull::tell(*arrival.pod(), arrival.events(), nullptr, arrival.now())) {
                QVERIFY2(pull::tries(story) >= tries.value(story.container),
                         at(scenario, arrival.taken(), u"a try is gone"_s, story));
                tries[story.container] = pull::tries(story);
            }
        }
    }
}

/** Each try that came is held against the window that was told before it. */
void TestStoryPrefixes::nextTryIsInItsWindow()
{
    int checked = 0;
    for (const QString &name : support::scenarioNames()) {
        const auto scenario = support::scenario(name);
        support::Arrival arrival(scenario);
        QHash<std::pair<QString, int>, std::pair<kube::Timestamp, kube::Timestamp>> windows;  // by container, failures
        while (arrival.next()) {
            const kube::Event *event = arrival.lastEvent();
            if (!arrival.pod())
                continue;
            if (event && pull::readMessage(*event).kind == MessageKind::Pulling && event->occurrences() > 1) {
                // The failure of this very try may have arrived before its Pulling.
                const auto window =
                    windows.value({pull::containerOf(event->involved.fieldPath), event->occurrences() - 1});
                if (!window.first.isNull()) {
                    QVERIFY2(event->last() + 1s > window.first && event->last() <= window.second,
                             qPrintable(name + u": "_s + event->last().toRfc3339() + u" is not within "_s +
                                        window.first.toRfc3339() + u" and "_s + window.second.toRfc3339()));
                    ++checked;
                }
            }
            for (const auto &story : pull::tell(*arrival.pod(), arrival.events(), nullptr, arrival.now()))
                windows[{story.container, count(arrival.events(), story.container, {MessageKind::PullFailed})}] = {
                    story.nextTryFrom, story.nextTryUntil};
        }
    }
    QVERIFY2(checked >= 15, qPrintable(QString::number(checked)));
}

void TestStoryPrefixes::orderOfEventsDoesNotMatter()
{
    std::mt19937 random(20261123);
    for (const QString &name : support::scenarioNames()) {
        const auto scenario = support::scenario(name);
        QList<kube::EventPtr> versions;
        for (const support::Frame &frame : scenario.frames)
            if (frame.event && !frame.deleted)
                versions << frame.event;
        for (QList<kube::EventPtr> events : {scenario.events, versions}) {
            const auto told = pull::tell(*scenario.pod, events, scenario.node.get(), scenario.now);
            for (int round = 0; round < 6; ++round) {
                std::ranges::shuffle(events, random);
                const auto again = pull::tell(*scenario.pod, events, scenario.node.get(), scenario.now);
                for (qsizetype i = 0; i < told.size(); ++i)
                    QVERIFY2(told.at(i) == again.at(i),
                             qPrintable(name + u'\n' + pull::toText(told.at(i)) + pull::toText(again.at(i))));
            }
        }
    }
}

void TestStoryPrefixes::everyEventAddsToTheTries()
{
    std::mt19937 random(7);
    for (const QString &name : support::scenarioNames()) {
        const auto scenario = support::scenario(name);
        for (int round = 0; round < 3; ++round) {
            QList<kube::EventPtr> events = scenario.events;
            std::ranges::shuffle(events, random);
            QHash<QString, int> tries;
            for (qsizetype known = 1; known <= events.size(); ++known)
                for (const auto &story :
                     pull::tell(*scenario.pod, std::span(events).first(known), nullptr, scenario.now)) {
                    QVERIFY2(pull::tries(story) >= tries.value(story.container),
                             at(scenario, known, u"an event took a try away"_s, story));
                    tries[story.container] = pull::tries(story);
                }
        }
    }
}

/** The checks above can fail. */
void TestStoryPrefixes::contradictionsAreFound()
{
    const auto scenario = support::scenario(u"k8s-1.20/registry-refused"_s);
    pull::Story story = pull::tell(*scenario.pod, scenario.events, scenario.node.get(), scenario.now).constFirst();
    QVERIFY(contradiction(story, *scenario.pod, scenario.events).isEmpty());
    pull::Story wrong = story;
    wrong.verdict = Verdict::Good;
    QVERIFY(!contradiction(wrong, *scenario.pod, scenario.events).isEmpty());
    wrong = story;
    wrong.statements.last().id = u"outcome.pulling"_s;
    QVERIFY(!contradiction(wrong, *scenario.pod, scenario.events).isEmpty());
    wrong = story;
    wrong.attempts.first().pullTime = 3s;
    QVERIFY(!wrongTimes(wrong, scenario.events).isEmpty());
    wrong = story;
    std::swap(wrong.attempts.first(), wrong.attempts.last());
    QVERIFY(!wrongTimes(wrong, scenario.events).isEmpty());
}

QTEST_APPLESS_MAIN(TestStoryPrefixes)
#include "test_story_prefixes.moc"
