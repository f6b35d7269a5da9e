// SPDX-License-Identifier: Apache-2.0
// The decision view as its user meets it: the right words for a story, the chosen container kept, failures explained.
#include "pull/failure/failure.h"
#include "views/backoffclock.h"
#include "views/decisionview.h"
#include "views/failurecard.h"
#include "views/proselabel.h"
#include "views/steprow.h"
#include "views/storywords.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

pull::Statement statement(pull::Step step, pull::Verdict verdict, const QString &title)
{
    pull::Statement one;
    one.step = step;
    one.verdict = verdict;
    one.title = title;
    one.evidence = u"evidence of "_s + title;
    return one;
}

pull::Story story(const QString &container, pull::Verdict verdict)
{
    pull::Story one;
    one.container = container;
    one.verdict = verdict;
    one.statements = {statement(pull::Step::Image, pull::Verdict::Good, u"docker.io/library/nginx:1.17.5"_s),
                      statement(pull::Step::Policy, pull::Verdict::Good, u"Never"_s),
                      statement(pull::Step::Node, pull::Verdict::Unknown, u"node2"_s),
                      statement(pull::Step::Decision, verdict, u"Refuse"_s),
                      statement(pull::Step::Outcome, verdict, u"ErrImageNeverPull"_s)};
    return one;
}

pull::Story refused(const QString &container)
{
    pull::Story one = story(container, pull::Verdict::Failed);
    one.failureCategory = u"ErrImageNeverPull"_s;
    one.rawFailure = u"Container image \"nginx:1.17.5\" is not present with pull policy of <b>Never</b>"_s;
    return one;
}

QStringList shownTexts(const views::DecisionView &view)
{
    QStringList texts;
    for (const auto *prose : view.findChildren<views::ProseLabel *>())
        if (prose->isVisibleTo(&view))
            texts << prose->text();
    for (const auto *label : view.findChildren<QLabel *>())
        if (label->isVisibleTo(&view))
            texts << label->text();
    return texts;
}

}  // namespace

class TestDecision : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingSelectedSaysSo();
    void fiveStepsInWords();
    void furtherStatementsHaveNoStepName();
    void failureIsExplained();
    void registryFailuresAreExplained();
    void noFailureNoCard();
    void containerStaysChosen();
    void troubleIsShownFirst();
    void rowsAreKept();
    void backOffCountsDown();
    void explanationIsCopied();
    void placeholdersAreFilledAtOnce();
    void longNamesNeverWiden();
};

void TestDecision::nothingSelectedSaysSo()
{
    views::DecisionView view;
    view.setStories({}, {});
    QVERIFY(shownTexts(view).contains(u"Select a pod"_s));
    QVERIFY(view.explanation().isEmpty());
}

void TestDecision::fiveStepsInWords()
{
    views::DecisionView view;
    view.setStories({story(u"nginx"_s, pull::Verdict::Good)}, u"web-0"_s);
    const QStringList texts = shownTexts(view);
    for (const QString &word : {u"web-0"_s, u"Image"_s, u"Policy"_s, u"Node"_s, u"Decision"_s, u"Outcome"_s, u"OK"_s,
                                u"unknown"_s, u"Never"_s, u"docker.io/library/nginx:1.17.5"_s, u"evidence of Never"_s})
        QVERIFY2(texts.contains(word), qPrintable(word + u" is not in "_s + texts.join(u" | "_s)));
    QVERIFY(!view.findChild<QComboBox *>()->isVisibleTo(&view));
}

void TestDecision::furtherStatementsHaveNoStepName()
{
    pull::Story one = story(u"nginx"_s, pull::Verdict::Good);
    one.statements.append(statement(pull::Step::Outcome, pull::Verdict::Good, u"Started"_s));
    views::DecisionView view;
    view.setStories({one}, u"web-0"_s);
    QCOMPARE(shownTexts(view).count(u"Outcome"_s), 1);
    QVERIFY(shownTexts(view).contains(u"Started"_s));
}

void TestDecision::failureIsExplained()
{
    views::DecisionView view;
    view.setStories({refused(u"nginx"_s)}, u"web-0"_s);
    const auto *card = view.findChild<views::FailureCard *>();
    QVERIFY(card->isVisibleTo(&view));
    QVERIFY(card->cause().contains(u"Never"_s));
    QVERIFY(card->advice().contains(u"IfNotPresent"_s));
    QCOMPARE(card->raw(), refused(u"nginx"_s).rawFailure);
}

void TestDecision::registryFailuresAreExplained()
{
    pull::Story one = refused(u"nginx"_s);
    one.failureCategory = u"rate-limited"_s;
    views::DecisionView view;
    view.setStories({one}, u"web-0"_s);
    const auto *card = view.findChild<views::FailureCard *>();
    QCOMPARE(card->cause(), QString::fromUtf8(pull::adviceFor(u"rate-limited"_s).meaning));
    QCOMPARE(card->advice(), QString::fromUtf8(pull::adviceFor(u"rate-limited"_s).advice));
    QVERIFY(!card->advice().isEmpty());
}

void TestDecision::noFailureNoCard()
{
    views::DecisionView view;
    view.setStories({refused(u"nginx"_s)}, u"web-0"_s);
    view.setStories({story(u"nginx"_s, pull::Verdict::Good)}, u"web-0"_s);
    QVERIFY(!view.findChild<views::FailureCard *>()->isVisibleTo(&view));
    pull::Story overcome = refused(u"nginx"_s);
    overcome.verdict = pull::Verdict::Good;
    view.setStories({overcome}, u"web-0"_s);
    QVERIFY(!view.findChild<views::FailureCard *>()->isVisibleTo(&view));
}

void TestDecision::containerStaysChosen()
{
    const QList<pull::Story> stories = {refused(u"nginx"_s), story(u"sidecar"_s, pull::Verdict::Good)};
    views::DecisionView view;
    view.setStories(stories, u"web-0"_s);
    view.setContainer(u"sidecar"_s);
    view.setStories(stories, u"web-0"_s);
    QCOMPARE(view.container(), u"sidecar"_s);
    view.setStories(stories, u"web-1"_s);
    QCOMPARE(view.container(), u"nginx"_s);
}

void TestDecision::troubleIsShownFirst()
{
    views::DecisionView view;
    view.setStories({story(u"setup"_s, pull::Verdict::Good), refused(u"nginx"_s)}, u"web-0"_s);
    QCOMPARE(view.container(), u"nginx"_s);
    QVERIFY(view.findChild<QComboBox *>()->isVisibleTo(&view));
}

void TestDecision::rowsAreKept()
{
    views::DecisionView view;
    view.setStories({story(u"nginx"_s, pull::Verdict::Waiting)}, u"web-0"_s);
    const auto before = view.findChildren<views::StepRow *>();
    view.setStories({story(u"nginx"_s, pull::Verdict::Good)}, u"web-0"_s);
    QCOMPARE(view.findChildren<views::StepRow *>(), before);
}

void TestDecision::backOffCountsDown()
{
    kube::Timestamp now = kube::Timestamp::fromUnixSeconds(1'700'000'000);
    pull::Story one = refused(u"nginx"_s);
    one.nextTryFrom = now + std::chrono::seconds(14);
    one.nextTryUntil = now + std::chrono::seconds(30);
    views::DecisionView view;
    view.setClock([&now] { return now; });
    view.setStories({one}, u"web-0"_s);
    const auto *clock = view.findChild<views::BackOffClock *>();
    QVERIFY(clock->isVisibleTo(&view));
    QVERIFY2(clock->text().contains(u"in 14s or later"_s), qPrintable(clock->text()));
    now = now + std::chrono::seconds(20);
    view.setStories({one}, u"web-0"_s);
    QVERIFY2(clock->text().contains(u"due since 22:13:34"_s), qPrintable(clock->text()));
    now = now + std::chrono::seconds(20);
    view.setStories({one}, u"web-0"_s);
    QVERIFY2(clock->text().contains(u"expected by 22:13:50"_s), qPrintable(clock->text()));
    view.setStories({story(u"nginx"_s, pull::Verdict::Good)}, u"web-0"_s);
    QVERIFY(!clock->isVisibleTo(&view));
}

void TestDecision::explanationIsCopied()
{
    views::DecisionView view;
    const pull::Story one = story(u"nginx"_s, pull::Verdict::Good);
    view.setStories({one}, u"web-0"_s);
    view.copyExplanation();
    QCOMPARE(QGuiApplication::clipboard()->text(), pull::toText(one));
    QVERIFY(!view.explanation().isEmpty());
}

void TestDecision::placeholdersAreFilledAtOnce()
{
    QCOMPARE(views::StoryWords::filled(u"%1 is %2, 100%"_s, {u"%2"_s, u"x"_s}), u"%2 is x, 100%"_s);
    QCOMPARE(views::StoryWords::filled(u"%1 %3"_s, {u"a"_s}), u"a %3"_s);
}

void TestDecision::longNamesNeverWiden()
{
    pull::Story one = story(u"nginx"_s, pull::Verdict::Good);
    one.statements.first().title = u"registry.example.com/"_s + QString(400, u'a');
    views::DecisionView view;
    view.setStories({one}, u"web-0-"_s + QString(200, u'b'));
    QVERIFY(view.minimumSizeHint().width() < 400);
    const auto *row = view.findChild<views::StepRow *>();
    QVERIFY(row->heightForWidth(300) > row->heightForWidth(3000));
}

QTEST_MAIN(TestDecision)
#include "test_decision.moc"
