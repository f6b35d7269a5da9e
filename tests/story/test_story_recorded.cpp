// SPDX-License-Identifier: Apache-2.0
// What is told of every recorded scenario at its end: verdict, cause, the tries in order, and how long they took.
#include "kube/duration.h"
#include "pull/story/story.h"
#include "support/scenario.h"

using namespace Qt::StringLiterals;
using pull::Verdict;

namespace {

/** A try in letters: Pulling, pulled, already present, Created, Started, Failed, Backing off, Ended; xN: N uncounted.
 */
QString letters(const pull::Attempt &attempt)
{
    QString text;
    const auto add = [&](kube::Timestamp at, QChar letter) {
        if (!at.isNull())
            text += letter;
    };
    add(attempt.pulling, u'P');
    add(attempt.pulled, attempt.alreadyPresent ? u'a' : u'p');
    add(attempt.created, u'C');
    add(attempt.started, u'S');
    add(attempt.failed, u'F');
    add(attempt.backingOff, u'B');
    add(attempt.ended, u'E');
    return text.isEmpty() ? u"x%1"_s.arg(attempt.repeats) : text;
}

QString letters(const pull::Story &story)
{
    QStringList texts;
    for (const pull::Attempt &attempt : story.attempts)
        texts << letters(attempt);
    return texts.join(u' ');
}

QString durations(const pull::Story &story)
{
    QStringList texts;
    for (const pull::Attempt &attempt : story.attempts)
        if (const auto time = attempt.pullTime ? attempt.pullTime : attempt.totalTime)
            texts << kube::goDuration(*time);
    return texts.join(u' ');
}

pull::Story storyOf(const QList<pull::Story> &stories, const QString &container)
{
    const auto it = std::ranges::find(stories, container, &pull::Story::container);
    return it == stories.end() ? pull::Story() : *it;
}

bool says(const pull::Story &story, const QString &id)
{
    return std::ranges::contains(story.statements, id, &pull::Statement::id);
}

QList<kube::EventPtr> everyVersion(const support::Scenario &scenario)
{
    QList<kube::EventPtr> events;
    for (const support::Frame &frame : scenario.frames)
        if (frame.event && !frame.deleted && frame.event->last() <= scenario.now)
            events << frame.event;
    return events;
}

}  // namespace

class TestStoryRecorded : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ends_data();
    void ends();
    void everyScenarioIsTold();
    void watchedTriesHaveTheirTimes();
    void timesAreThoseOfTheEvents();
    void textNamesVerdictCauseAndTries();
    void markdownEscapesWhatTheClusterSays();
    void nothingButThePod();
    void everySentenceIsFilled();
};

void TestStoryRecorded::ends_data()
{
    QTest::addColumn<QString>("container");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("category");
    QTest::addColumn<int>("tries");
    QTest::addColumn<QString>("sequence");
    QTest::addColumn<QString>("times");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("next");
    const auto row = [](const char *scenario, const char *container, Verdict verdict, const char *category, int tries,
                        const char *sequence, const char *times, const char *outcome, const char *next) {
        QTest::newRow(qPrintable(QString::fromLatin1(scenario) + u' ' + QString::fromLatin1(container)))
            << QString::fromLatin1(container) << verdict << QString::fromLatin1(category) << tries
            << QString::fromLatin1(sequence) << QString::fromLatin1(times)
            << u"outcome."_s + QString::fromLatin1(outcome) << u"next."_s + QString::fromLatin1(next);
    };
    row("k8s-1.20/always-present", "nginx", Verdict::Good, "", 1, "PpCS", "12.806712ms", "started", "runs.always");
    row("k8s-1.20/bad-command", "web", Verdict::Failed, "RunContainerError", 3, "aCFB x1 aCFB", "", "crashloop.start",
        "restart");
    row("k8s-1.20/completed", "once", Verdict::Good, "", 1, "PpCSE", "111.526933ms", "terminated", "none");
    row("k8s-1.20/default-latest-absent", "nginx", Verdict::Good, "", 1, "PpCS", "242.213487ms", "started",
        "runs.always");
    row("k8s-1.20/default-latest-present", "nginx", Verdict::Good, "", 1, "PpCS", "16.209699ms", "revalidated",
        "runs.always");
    row("k8s-1.20/default-tag-absent", "nginx", Verdict::Good, "", 1, "PpCS", "435.912458ms", "started", "runs.local");
    row("k8s-1.20/default-tag-present", "nginx", Verdict::Good, "", 1, "aCS", "", "present", "runs.local");
    row("k8s-1.20/ifnotpresent-present", "nginx", Verdict::Good, "", 1, "aCS", "", "present", "runs.local");
    row("k8s-1.20/init-pull-fails", "prepare", Verdict::Failed, "not-found", 2, "PFB PFB", "", "failed", "retry");
    row("k8s-1.20/init-pull-fails", "web", Verdict::Waiting, "", 0, "", "", "init.stuck", "init.stuck");
    row("k8s-1.20/init-then-main", "prepare", Verdict::Good, "", 1, "PpCSE", "89.804805ms", "terminated", "none");
    row("k8s-1.20/init-then-main", "web", Verdict::Good, "", 1, "aCS", "", "started", "runs.local");
    row("k8s-1.20/invalid-name", "nginx", Verdict::Failed, "InvalidImageName", 3, "F x1 F", "", "badname", "badname");
    row("k8s-1.20/liveness-restart", "web", Verdict::Failed, "CrashLoopBackOff", 4, "aCSB x2 aCSE", "", "killed",
        "restart");
    row("k8s-1.20/never-absent", "nginx", Verdict::Failed, "ErrImageNeverPull", 5, "F x3 F", "", "never", "never");
    row("k8s-1.20/never-present", "nginx", Verdict::Good, "", 1, "aCS", "", "present", "runs.local");
    row("k8s-1.20/not-ready", "web", Verdict::Waiting, "NotReady", 1, "aCS", "", "notready.probe", "ready");
    row("k8s-1.20/registry-refused", "nginx", Verdict::Failed, "connection-refused", 3, "PFB x1 PF", "", "backoff",
        "retry");
    row("k8s-1.20/slow-pull", "nginx", Verdict::Good, "", 1, "PpCS", "20.801676362s", "started", "runs.local");
    row("k8s-1.20/tag-not-found", "nginx", Verdict::Failed, "dns", 3, "PFB x1 PFB", "", "backoff", "retry");
    row("k8s-1.20/two-containers-one-bad", "web", Verdict::Good, "", 1, "PpCS", "214.618803ms", "started",
        "runs.local");
    row("k8s-1.20/two-containers-one-bad", "sidecar", Verdict::Failed, "dns", 3, "PFB x1 PF", "", "backoff", "retry");
    row("k8s-1.20/unauthorized", "nginx", Verdict::Failed, "unauthorized", 3, "PFB x1 PF", "", "backoff", "retry");
    row("k8s-1.20/unschedulable", "nginx", Verdict::Waiting, "Unschedulable", 0, "", "", "unschedulable", "schedule");
    row("k8s-1.36/always-present", "nginx", Verdict::Good, "", 1, "PpCS", "29ms", "revalidated", "runs.always");
    row("k8s-1.36/completed", "once", Verdict::Good, "", 1, "aCSE", "", "terminated", "none");
    row("k8s-1.36/crash-loop", "crash", Verdict::Failed, "Error", 4, "PpCS pB pSE PpCSBE", "115ms 41ms 25ms 20ms",
        "terminated", "restart.unknown");
    row("k8s-1.36/default-latest-absent", "nginx", Verdict::Good, "", 1, "PpCS", "348ms", "started", "runs.always");
    row("k8s-1.36/default-latest-present", "nginx", Verdict::Good, "", 1, "PpCS", "28ms", "revalidated", "runs.always");
    row("k8s-1.36/default-tag-absent", "nginx", Verdict::Good, "", 1, "PpCS", "305ms", "started", "runs.local");
    row("k8s-1.36/default-tag-present", "nginx", Verdict::Good, "", 1, "aCS", "", "present", "runs.local");
    row("k8s-1.36/default-untagged", "nginx", Verdict::Good, "", 1, "PpCS", "322ms", "started", "runs.always");
    row("k8s-1.36/ifnotpresent-present", "nginx", Verdict::Good, "", 1, "aCS", "", "present", "runs.local");
    row("k8s-1.36/init-then-main", "prepare", Verdict::Good, "", 1, "PpCSE", "134ms", "terminated", "none");
    row("k8s-1.36/init-then-main", "web", Verdict::Good, "", 1, "aCS", "", "started", "runs.local");
    row("k8s-1.36/invalid-name", "nginx", Verdict::Failed, "InvalidImageName", 3, "F x1 F", "", "badname", "badname");
    row("k8s-1.36/manifest-not-found", "nginx", Verdict::Failed, "not-found", 3, "PFB x1 PFB", "", "failed", "retry");
    row("k8s-1.36/missing-configmap", "web", Verdict::Failed, "CreateContainerConfigError", 4, "aF x2 aF", "",
        "waiting.text", "again");
    row("k8s-1.36/missing-secret-volume", "web", Verdict::Waiting, "FailedMount", 0, "", "", "blocked", "blocked");
    row("k8s-1.36/never-absent", "nginx", Verdict::Failed, "ErrImageNeverPull", 5, "F x3 F", "", "never", "never");
    row("k8s-1.36/never-present", "nginx", Verdict::Good, "", 1, "aCS", "", "present", "runs.local");
    row("k8s-1.36/not-ready", "web", Verdict::Waiting, "NotReady", 1, "aCS", "", "notready.probe", "ready");
    row("k8s-1.36/registry-refused", "nginx", Verdict::Failed, "connection-refused", 3, "PFB x1 PF", "", "backoff",
        "retry");
    row("k8s-1.36/registry-unresolvable", "nginx", Verdict::Failed, "dns", 3, "PFB x1 PF", "", "backoff", "retry");
    row("k8s-1.36/sidecar-init", "proxy", Verdict::Good, "", 1, "PpCS", "98ms", "started", "runs.always");
    row("k8s-1.36/sidecar-init", "prepare", Verdict::Good, "", 1, "aCSE", "", "terminated", "none");
    row("k8s-1.36/sidecar-init", "web", Verdict::Good, "", 1, "aCS", "", "started", "runs.local");
    row("k8s-1.36/slow-pull", "nginx", Verdict::Good, "", 1, "PpCS", "21.372s", "started", "runs.local");
    row("k8s-1.36/tag-not-found", "nginx", Verdict::Failed, "dns", 3, "PFB x1 PFB", "", "backoff", "retry");
    row("k8s-1.36/terminating", "nginx", Verdict::Working, "", 1, "aCS", "", "terminating", "gone");
    row("k8s-1.36/unschedulable", "nginx", Verdict::Waiting, "Unschedulable", 0, "", "", "unschedulable", "schedule");
}

void TestStoryRecorded::ends()
{
    QFETCH(QString, container);
    QFETCH(Verdict, verdict);
    QFETCH(QString, category);
    QFETCH(int, tries);
    QFETCH(QString, sequence);
    QFETCH(QString, times);
    QFETCH(QString, outcome);
    QFETCH(QString, next);
    const auto scenario = support::scenario(QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0));
    const auto stories = pull::tell(*scenario.pod, scenario.events, scenario.node.get(), scenario.now);
    const pull::Story story = storyOf(stories, container);
    QCOMPARE(story.verdict, verdict);
    QCOMPARE(story.failureCategory, category);
    QCOMPARE(story.rawFailure.isEmpty(), category.isEmpty());
    QCOMPARE(letters(story), sequence);
    QCOMPARE(pull::tries(story), tries);
    QCOMPARE(durations(story), times);
    QVERIFY2(says(story, outcome), qPrintable(pull::toText(story)));
    QVERIFY2(says(story, next), qPrintable(pull::toText(story)));
    QCOMPARE(!story.nextTryFrom.isNull(), next == u"next.retry" || next == u"next.restart");
}

void TestStoryRecorded::everyScenarioIsTold()
{
    QFile source(QStringLiteral(SOURCE_ROOT "/tests/story/test_story_recorded.cpp"));
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QString rows = QString::fromUtf8(source.readAll());
    QVERIFY(support::scenarioNames().size() >= 45);
    for (const QString &name : support::scenarioNames())
        QVERIFY2(rows.contains(u"row(\"%1\""_s.arg(name)), qPrintable(name));
}

/** With every version that a watch saw, no try is left without its times. */
void TestStoryRecorded::watchedTriesHaveTheirTimes()
{
    for (const QString &name : support::scenarioNames()) {
        const auto scenario = support::scenario(name);
        const auto last = pull::tell(*scenario.pod, scenario.events, scenario.node.get(), scenario.now);
        const auto watched = pull::tell(*scenario.pod, everyVersion(scenario), scenario.node.get(), scenario.now);
        for (qsizetype i = 0; i < last.size(); ++i) {
            QVERIFY2(!letters(watched.at(i)).contains(u'x'), qPrintable(name + u' ' + letters(watched.at(i))));
            QCOMPARE(pull::tries(watched.at(i)), pull::tries(last.at(i)));
            QCOMPARE(watched.at(i).verdict, last.at(i).verdict);
            QCOMPARE(watched.at(i).failureCategory, last.at(i).failureCategory);
        }
    }
}

void TestStoryRecorded::timesAreThoseOfTheEvents()
{
    const auto scenario = support::scenario(u"k8s-1.20/registry-refused"_s);
    const auto stories = pull::tell(*scenario.pod, scenario.events, scenario.node.get(), scenario.now);
    const QList<pull::Attempt> &attempts = stories.constFirst().attempts;
    QCOMPARE(attempts.size(), 3);
    QCOMPARE(attempts.first().pulling.toRfc3339Micro(), u"2026-11-23T22:32:33.309407Z"_s);
    QCOMPARE(attempts.last().failed.toRfc3339(), u"2026-11-23T22:33:14Z"_s);
    QVERIFY(attempts.last().failure.contains(u"connection refused"_s));
    // The third failure in a row: 40 s, and the sync that tries again is up to 15 s late.
    QCOMPARE(stories.constFirst().nextTryFrom.toRfc3339(), u"2026-11-23T22:33:54Z"_s);
    QVERIFY(stories.constFirst().nextTryUntil <= stories.constFirst().nextTryFrom + std::chrono::seconds(17));
}

void TestStoryRecorded::textNamesVerdictCauseAndTries()
{
    const auto scenario = support::scenario(u"k8s-1.36/manifest-not-found"_s);
    const QString text =
        pull::toText(pull::tell(*scenario.pod, scenario.events, scenario.node.get(), scenario.now).constFirst());
    QVERIFY2(text.startsWith(u"Container nginx: failed, not-found\n"_s), qPrintable(text));
    for (const QString &part :
         {u"  Image:    127.0.0.1:5000/app:v9 is written in full.  [spec.containers{nginx}.image]\n"_s,
          u"  Outcome:  The pull failed: "_s, u"  [event Failed at 23:20:56]\n"_s,
          u"One try in between is only counted; its time is not recorded."_s,
          u"The kubelet tries again between 23:21:36 and 23:21:52 (UTC)."_s, u"  Advice:   "_s,
          u"  Tries:    #1 pulling 23:20:16.522, failed 23:20:16.541, backing off 23:20:17.196\n"_s,
          u"#2 only counted, times not recorded\n"_s, u"  Raw text: rpc error: code = NotFound desc = "_s})
        QVERIFY2(text.contains(part), qPrintable(part + u" is not in\n"_s + text));
}

void TestStoryRecorded::markdownEscapesWhatTheClusterSays()
{
    const auto scenario = support::scenario(u"k8s-1.36/manifest-not-found"_s);
    pull::Story story = pull::tell(*scenario.pod, scenario.events, scenario.node.get(), scenario.now).constFirst();
    story.container = u"a_b*"_s;
    story.rawFailure += u" ```"_s;
    const QString text = pull::toMarkdown(story);
    QVERIFY2(text.startsWith(u"**Container a\\_b\\*: failed**\n\n- **Image:** 127.0.0.1:5000/app:v9 "_s),
             qPrintable(text));
    QVERIFY2(text.contains(u"- **Cause:** "_s) && text.contains(u"- **Advice:** "_s), qPrintable(text));
    QVERIFY2(text.endsWith(u" ```\n~~~~\n"_s), qPrintable(text));
}

/** A pod alone still has a story, and what is missing is said. */
void TestStoryRecorded::nothingButThePod()
{
    for (const QString &name : support::scenarioNames()) {
        const auto scenario = support::scenario(name);
        const auto full = pull::tell(*scenario.pod, scenario.events, scenario.node.get(), scenario.now);
        const auto bare = pull::tell(*scenario.pod, {}, nullptr, scenario.now + std::chrono::hours(3));
        QCOMPARE(bare.size(), full.size());
        for (qsizetype i = 0; i < bare.size(); ++i) {
            const pull::Story &story = bare.at(i);
            QVERIFY(std::ranges::none_of(story.attempts, [](const pull::Attempt &attempt) {
                return !attempt.pulling.isNull() || !attempt.pulled.isNull() || !attempt.failed.isNull();
            }));
            if (full.at(i).verdict == Verdict::Failed || full.at(i).verdict == Verdict::Good)
                QVERIFY2(story.verdict == full.at(i).verdict, qPrintable(name + u'\n' + pull::toText(story)));
            if (story.verdict == Verdict::Good)
                QVERIFY2(std::ranges::any_of(story.statements, &pull::Statement::gap), qPrintable(pull::toText(story)));
        }
    }
}

void TestStoryRecorded::everySentenceIsFilled()
{
    for (const QString &name : support::scenarioNames()) {
        const auto scenario = support::scenario(name);
        for (const auto &story : pull::tell(*scenario.pod, scenario.events, scenario.node.get(), scenario.now))
            for (const pull::Statement &statement : story.statements) {
                const QString pattern = pull::sentence(statement.id);
                QVERIFY2(!pattern.isEmpty(), qPrintable(statement.id));
                for (int number = 1; number < 6; ++number)
                    QVERIFY2(!pattern.contains(u'%' + QString::number(number)) || number <= statement.args.size(),
                             qPrintable(statement.id));
                QVERIFY2(!pull::evidenceInEnglish(statement).isEmpty() || statement.source == pull::Source::Nothing,
                         qPrintable(statement.id));
            }
    }
}

QTEST_APPLESS_MAIN(TestStoryRecorded)
#include "test_story_recorded.moc"
