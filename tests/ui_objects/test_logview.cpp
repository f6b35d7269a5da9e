// SPDX-License-Identifier: Apache-2.0
#include "models/podfilter.h"
#include "report/terminal.h"
#include "stage.h"
#include "views/logs/logbar.h"
#include "views/logs/logtext.h"
#include "views/logs/logview.h"
#include "views/table/densetable.h"
#include "windows/desks/logwatch.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>

using namespace Qt::StringLiterals;
using command::LogLine;
using Phase = command::LogState::Phase;

namespace {

QList<LogLine> lines(int count, int from = 0)
{
    QList<LogLine> all;
    for (int i = from; i < from + count; ++i)
        all.append({kube::Timestamp::fromUnixSeconds(1'764'000'000 + i), "line " + QByteArray::number(i), false});
    return all;
}

/** Of the metadata of a pod: it belongs to a Job. */
const QByteArray Owned = R"(,"ownerReferences":[{"apiVersion":"batch/v1","kind":"Job","name":"j","uid":"j",)"
                         R"("controller":true}])";

}  // namespace

/** The log view: what it keeps, finds and says; at the end on a practice cluster. */
class TestLogView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sequencesOfATerminalAreGone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("shown");
        QTest::newRow("colour") << QByteArray("\x1b[1;31merror\x1b[0m: x") << u"error: x"_s;
        QTest::newRow("title") << QByteArray("\x1b]0;evil\x07ok") << u"ok"_s;
        QTest::newRow("link") << QByteArray("\x1b]8;;http://x\x1b\\text\x1b]8;;\x1b\\") << u"text"_s;
        QTest::newRow("half a sequence") << QByteArray("a\x1b[31") << u"a␛[31"_s;
        QTest::newRow("carriage return") << QByteArray("done\r") << u"done"_s;
        QTest::newRow("progress") << QByteArray("1%\r2%") << u"1%␍2%"_s;
        QTest::newRow("not UTF-8") << QByteArray("a\xff") << u"a\ufffd"_s;
        QTest::newRow("direction") << QByteArray("a\xe2\x80\xae") << u"a‹U+202E›"_s;
    }
    void sequencesOfATerminalAreGone()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, shown);
        QCOMPARE(report::logLine(bytes), shown);
    }

    void theOldestGoFirst()
    {
        models::LogBuffer log;
        QCOMPARE(log.append(lines(models::LogBuffer::LineLimit), 5), 0);
        QCOMPARE(log.dropped(), 5);
        QCOMPARE(log.append(lines(3, 100'000), 0), 3);
        QCOMPARE(log.size(), models::LogBuffer::LineLimit);
        QCOMPARE(log.at(0).text, "line 3");
        QCOMPARE(log.first(), 3);
        QCOMPARE(log.dropped(), 8);
        const LogLine big{{}, QByteArray(models::LogBuffer::ByteLimit, 'x'), false};
        log.append({big}, 0);
        QCOMPARE(log.size(), 1);
    }

    void whatIsSavedIsWhatWasWritten()
    {
        models::LogBuffer log;
        log.append({{kube::Timestamp::fromUnixSeconds(0), "a\x1b[31m\r", false},
                    {{}, "long", false},
                    {{}, "er", true},
                    {{}, "\xff", false}},
                   0);
        QCOMPARE(log.bytes(false), "a\x1b[31m\r\nlonger\n\xff\n");
        QVERIFY(log.bytes(true).startsWith("1970-01-01T00:00:00.000000Z a"));
    }

    void searchFindsLinesAndGoesAround()
    {
        models::LogBuffer log;
        log.append(lines(1000), 0);
        models::LogSearch search;
        search.setPattern(u"LINE [0-9]*7$"_s);
        QVERIFY(!search.look(log, false, 10'000));
        QCOMPARE(search.hits().size(), 0U);  // a capital letter: case counts
        search.setPattern(u"line [0-9]*7$"_s);
        QVERIFY(search.look(log, false, 500));
        QCOMPARE(search.hits().size(), 50U);
        QVERIFY(!search.look(log, false, 500));
        QCOMPARE(search.hits().size(), 100U);
        QCOMPARE(search.after(7), 17);
        QCOMPARE(search.after(997), 7);
        QCOMPARE(search.before(7), 997);
        QCOMPARE(search.before(8), 7);
        search.setPattern(u"("_s);
        QVERIFY(!search.isOn());
        QVERIFY(!search.look(log, false, 500));
    }

    void readingIsNotDisturbedByNewLines()
    {
        views::LogText text;
        text.resize(400, 200);
        text.show();
        text.append(lines(500), 0);
        QVERIFY(text.isAtEnd());
        text.append(lines(10, 500), 0);
        QVERIFY(text.isAtEnd());
        text.verticalScrollBar()->setValue(100);
        text.append(lines(10, 510), 0);
        QCOMPARE(text.verticalScrollBar()->value(), 100);
        QCOMPARE(text.document()->blockCount(), 520);
        text.setTimes(true);
        QTRY_VERIFY_WITH_TIMEOUT(text.isFilled(), 60'000);
        QCOMPARE(text.verticalScrollBar()->value(), 100);
        QVERIFY(text.document()->firstBlock().text().endsWith("  line 0"_L1));
        text.setTimes(false);
        QCOMPARE(text.document()->firstBlock().text(), u"line 0"_s);
        text.clearLog();
        QCOMPARE(text.log().size(), 0);
        QVERIFY(text.isFilled());
        text.append(lines(3), 0);
        QCOMPARE(text.toPlainText(), u"line 0\nline 1\nline 2"_s);
    }

    void theDocumentHoldsWhatTheBufferHolds()
    {
        views::LogText text;
        const QSignalSpy filled(&text, &views::LogText::filled);
        text.append(lines(models::LogBuffer::LineLimit), 0);
        QVERIFY(!text.isFilled());  // the window goes on in between
        text.append(lines(50, 100'000), 0);
        QTRY_COMPARE_WITH_TIMEOUT(filled.size(), 1, 60'000);
        QCOMPARE(text.document()->blockCount(), int(models::LogBuffer::LineLimit));
        QCOMPARE(text.document()->firstBlock().text(), u"line 50"_s);
        QCOMPARE(text.document()->lastBlock().text(), u"line 100049"_s);
        text.search(u"^line 100049$"_s);
        QTRY_COMPARE_WITH_TIMEOUT(text.found().hits().size(), 1U, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(text.place(), 1, 60'000);
        QCOMPARE(text.textCursor().block().text(), u"line 100049"_s);
        // Now by bytes: each line as long as one can be.
        const QList<LogLine> big(models::LogBuffer::ByteLimit / 65'536, {{}, QByteArray(65'536, 'x'), false});
        text.append(big, 0);
        QCOMPARE(text.log().size(), big.size());
        text.append(lines(1, 7), 0);
        QCOMPARE(text.log().size(), big.size());
        QTRY_VERIFY_WITH_TIMEOUT(text.isFilled(), 60'000);
        QCOMPARE(text.document()->blockCount(), int(text.log().size()));
        QCOMPARE(text.document()->firstBlock().text(), QString::fromLatin1(text.log().at(0).text));
    }

    void aSearchWaitsForTheText()
    {
        views::LogText text;
        text.append(lines(20'000), 0);
        QVERIFY(!text.isFilled());
        text.search(u"^line 19999$"_s);
        QTRY_COMPARE_WITH_TIMEOUT(text.place(), 1, 60'000);
        QCOMPARE(text.textCursor().block().text(), u"line 19999"_s);
        text.setTimes(true);
        text.setTimes(false);  // before the first is done
        QTRY_VERIFY_WITH_TIMEOUT(text.isFilled(), 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(text.found().hits().size(), 1U, 60'000);
        QCOMPARE(text.document()->blockCount(), 20'000);
        QCOMPARE(text.document()->lastBlock().text(), u"line 19999"_s);
    }

    /** What is said between the lines is shown apart, and is no part of the log that is saved. */
    void notesAreNotTheContainers()
    {
        views::LogText text;
        text.resize(400, 200);
        text.show();
        text.append({{{}, "one", false}, {{}, "[pod/a/c] joins", false, true}, {{}, "two", false}}, 0);
        QCOMPARE(text.document()->blockCount(), 3);
        QCOMPARE(text.extraSelections().size(), 1);
        QCOMPARE(text.extraSelections().constFirst().cursor.block().text(), u"[pod/a/c] joins"_s);
        QCOMPARE(text.log().bytes(false), "one\ntwo\n");
    }

    void emptyLinesAreLines()
    {
        views::LogText text;
        const LogLine empty{};
        for (int count = 1; count <= 4; ++count) {
            text.append({empty}, 0);
            QCOMPARE(text.document()->blockCount(), count);
        }
        text.append({{{}, "last", false}}, 0);
        text.search(u"last"_s);
        QTRY_COMPARE(text.place(), 1);
        QCOMPARE(text.textCursor().blockNumber(), 4);
    }

    void failuresAreSaidInWords()
    {
        views::LogView view;
        view.resize(900, 300);
        view.show();
        kube::Pod pod;
        pod.meta = {{u"dev"_s, u"web"_s}, u"u"_s, {}, {}, {}, {}, {}, {}, {}};
        pod.containers = {{u"c"_s, u"i"_s, kube::PullPolicy::Always, kube::ContainerKind::Regular}};
        view.setPod(std::make_shared<const kube::Pod>(pod));
        view.begin(view.wish());
        command::LogPart part;
        part.state.phase = Phase::Failed;
        part.state.error.kind = kube::Error::Kind::Forbidden;
        part.state.error.httpStatus = 403;
        part.state.error.message = u"pods \"web\" is forbidden"_s;
        view.take(part);
        QStringList texts;
        for (const QLabel *label : view.findChildren<QLabel *>())
            texts << label->text();
        QVERIFY(texts.contains(u"Ask for the verb get on pods/log in namespace dev."_s));
        QVERIFY(texts.contains(u"Logs may not be read here"_s));
    }

    void aPodsLogOnThePracticeCluster()
    {
        Stage stage;
        QVERIFY(stage.begin());
        QVERIFY(stage.create({podNamed("web", R"({"name":"c","image":"nginx:1.27","args":["seq 300"]},)"
                                              R"({"name":"side","image":"nginx:1.27"})")}));
        QVERIFY(stage.runs({u"default"_s, u"web"_s}));
        stage.desk->select({u"default"_s, u"web"_s});
        views::LogView &view = stage.desk->logs().view();
        QCOMPARE(view.text().log().size(), 0);  // nobody looks yet
        stage.window->actions().logs->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(view.text().log().size() > 301, 10'000);
        QCOMPARE(view.bar().container(), u"c"_s);
        QVERIFY(view.text().toPlainText().startsWith("c: the practice cluster started this container"_L1));
        QVERIFY(view.stateLine().startsWith("Following"_L1));
        const qsizetype before = view.text().log().size();
        QTRY_VERIFY_WITH_TIMEOUT(view.text().log().size() > before, 10'000);

        view.bar().choose(u"side"_s);
        Q_EMIT view.bar().wishChanged();
        QTRY_VERIFY_WITH_TIMEOUT(view.text().toPlainText().startsWith("side: "_L1), 10'000);
        view.bar().previous->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(view.state().phase, Phase::Failed, 10'000);
        QCOMPARE(view.text().log().size(), 0);
        QVERIFY(!view.bar().follow->isEnabled());

        view.bar().choose(u"c"_s);
        view.bar().previous->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(view.text().log().size() > 301, 10'000);
        const QString path = stage.folder.filePath(u"log"_s);
        QVERIFY(view.saveTo(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("\n300\nc: running"));
        QVERIFY(!view.saveTo(stage.folder.filePath(u"no/such/folder"_s)));
    }

    void ephemeralContainersHaveLogsToo()
    {
        views::LogView view;
        kube::Pod pod;
        pod.meta.key = {u"dev"_s, u"web"_s};
        pod.meta.uid = u"u"_s;
        pod.containers = {{u"c"_s, u"i"_s, kube::PullPolicy::Always, kube::ContainerKind::Regular}};
        pod.ephemeralContainers = {{u"debugger"_s, u"i"_s, kube::PullPolicy::Always, kube::ContainerKind::Ephemeral}};
        view.setPod(std::make_shared<const kube::Pod>(pod));
        view.bar().choose(u"debugger"_s);
        QCOMPARE(view.wishes({}).size(), 1);
        QCOMPARE(view.wishes({}).constFirst().container, u"debugger"_s);
        view.bar().choose(views::LogBar::Scope::Pod);
        QCOMPARE(view.wishes({}).size(), 2);
        QCOMPARE(view.wishes({}).constLast().container, u"debugger"_s);
        view.setPod(nullptr);
        QVERIFY(view.wishes({}).isEmpty());
    }

    /** All containers, and all pods of a workload: each line says whose it is. */
    void severalLogsAreOne()
    {
        Stage stage;
        QVERIFY(stage.begin());
        const QByteArray two =
            R"({"name":"c","image":"nginx:1.27","args":["seq 3"]},{"name":"side","image":"nginx:1.27"})";
        QVERIFY(stage.create({podNamed("web-1", two, Owned), podNamed("web-2", two, Owned), podNamed("other", two)}));
        for (const QString &name : {u"web-1"_s, u"web-2"_s, u"other"_s})
            QVERIFY(stage.runs({u"default"_s, name}));
        stage.desk->select({u"default"_s, u"web-1"_s});
        stage.window->actions().logs->trigger();
        views::LogView &view = stage.desk->logs().view();
        const auto has = [&view](const QString &text) { return view.text().toPlainText().contains(text); };
        view.bar().choose(views::LogBar::Scope::Pod);
        Q_EMIT view.bar().wishChanged();
        QTRY_VERIFY_WITH_TIMEOUT(has(u"[pod/web-1/c] 3\n"_s) && has(u"[pod/web-1/side] side: "_s), 10'000);
        QVERIFY(!has(u"web-2"_s));
        QVERIFY(view.stateLine().startsWith("Following"_L1));
        view.bar().choose(views::LogBar::Scope::Workload);
        Q_EMIT view.bar().wishChanged();
        QTRY_VERIFY_WITH_TIMEOUT(has(u"[pod/web-1/c] 3\n"_s) && has(u"[pod/web-2/c] 3\n"_s), 10'000);
        QVERIFY(!has(u"/side]"_s));
        QVERIFY(!has(u"pod/other"_s));
        view.bar().previous->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(view.state().phase, Phase::Failed, 10'000);
        QVERIFY(has(u"[pod/web-2/c] error: previous terminated container \"c\" in pod \"web-2\" not found"_s));
        stage.desk->select({u"default"_s, u"other"_s});
        QCOMPARE(view.bar().scope(), views::LogBar::Scope::Container);
        QCOMPARE(view.bar().container(), u"c"_s);
    }

    /** A rollout, or the next pod of a Job: it joins when it starts, and what it replaces stays readable. */
    void whatStartsLaterJoins()
    {
        Stage stage;
        QVERIFY(stage.begin());
        const QByteArray one = R"({"name":"c","image":"nginx:1.27","args":["seq 3"]})";
        QVERIFY(stage.create({podNamed("web-1", one, Owned)}));
        QVERIFY(stage.runs({u"default"_s, u"web-1"_s}));
        stage.desk->select({u"default"_s, u"web-1"_s});
        stage.window->actions().logs->trigger();
        views::LogView &view = stage.desk->logs().view();
        const auto has = [&view](const QString &text) { return view.text().toPlainText().contains(text); };
        view.bar().choose(views::LogBar::Scope::Workload);
        Q_EMIT view.bar().wishChanged();
        QTRY_VERIFY_WITH_TIMEOUT(has(u"[pod/web-1/c] 3\n"_s), 10'000);
        QVERIFY(!has(u"joins"_s));

        QVERIFY(stage.create({podNamed("web-2", one, Owned), podNamed("other", one)}));
        QTRY_VERIFY_WITH_TIMEOUT(has(u"[pod/web-2/c] joins\n"_s) && has(u"[pod/web-2/c] 3\n"_s), 30'000);
        QVERIFY(stage.runs({u"default"_s, u"other"_s}));
        QVERIFY(!has(u"other"_s));
        QVERIFY(stage.remove(u"web-1"_s));
        QTRY_VERIFY2_WITH_TIMEOUT(has(u"[pod/web-1/c] ends: "_s), qPrintable(view.text().toPlainText()), 15'000);
        QVERIFY(has(u"[pod/web-1/c] 3\n"_s));
        QVERIFY(view.stateLine().startsWith("Following"_L1));
        QVERIFY(stage.create({podNamed("web-1", one, Owned)}));  // as a StatefulSet's
        QTRY_VERIFY_WITH_TIMEOUT(has(u"[pod/web-1/c] joins\n"_s), 30'000);
        QCOMPARE(view.text().toPlainText().count(u"[pod/web-2/c] joins"_s), 1);
    }

    /** No more than ten at once, as --max-log-requests has it; where one ends, the next one joins. */
    void tooManyLogsWait()
    {
        Stage stage;
        QVERIFY(stage.begin());
        const QByteArray one = R"({"name":"c","image":"nginx:1.27","args":["seq 3"]})";
        QList<QByteArray> pods;
        for (int i = 0; i < 11; ++i)
            pods << podNamed("web-" + QByteArray::number(i), one, Owned);
        QVERIFY(stage.create(pods));
        for (int i = 0; i < 11; ++i)
            QVERIFY(stage.runs({u"default"_s, u"web-%1"_s.arg(i)}));
        stage.desk->select({u"default"_s, u"web-0"_s});
        stage.window->actions().logs->trigger();
        views::LogView &view = stage.desk->logs().view();
        const auto has = [&view](const QString &text) { return view.text().toPlainText().contains(text); };
        view.bar().choose(views::LogBar::Scope::Workload);
        Q_EMIT view.bar().wishChanged();
        QTRY_VERIFY_WITH_TIMEOUT(has(u"[pod/web-8/c] 3\n"_s), 10'000);
        QTRY_VERIFY(view.stateLine().contains(u"1 more log"_s));
        QVERIFY(!has(u"pod/web-9/"_s));
        QVERIFY(stage.create({podNamed("web-x", one, Owned)}));
        QTRY_VERIFY_WITH_TIMEOUT(has(u"[pod/web-x/c] joins when another log ends"_s), 30'000);
        QVERIFY(stage.remove(u"web-3"_s));
        QTRY_VERIFY_WITH_TIMEOUT(has(u"[pod/web-9/c] joins\n"_s) && has(u"[pod/web-9/c] 3\n"_s), 30'000);
        QVERIFY(!has(u"[pod/web-x/c] 3"_s));
        QVERIFY(has(u"[pod/web-3/c] 3\n"_s));
    }

    void selectedPodsAreReadTogether()
    {
        Stage stage;
        QVERIFY(stage.begin());
        const QByteArray one = R"({"name":"c","image":"nginx:1.27","args":["seq 3"]})";
        QVERIFY(stage.create({podNamed("a", one), podNamed("b", one), podNamed("other", one)}));
        for (const QString &name : {u"a"_s, u"b"_s, u"other"_s})
            QVERIFY(stage.runs({u"default"_s, name}));
        stage.desk->select({u"default"_s, u"a"_s});
        views::PodTable &table = stage.desk->pods();
        table.grid().selectionModel()->select(table.filter().find({u"default"_s, u"b"_s}),
                                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QCOMPARE(stage.desk->pods().selection().size(), 2);
        stage.window->actions().logs->trigger();
        views::LogView &view = stage.desk->logs().view();
        const auto has = [&view](const QString &text) { return view.text().toPlainText().contains(text); };
        QCOMPARE(view.bar().scope(), views::LogBar::Scope::Selected);
        QTRY_VERIFY_WITH_TIMEOUT(has(u"[pod/a/c] 3\n"_s) && has(u"[pod/b/c] 3\n"_s), 10'000);
        QVERIFY(!has(u"pod/other"_s));
        stage.desk->select({u"default"_s, u"other"_s});
        QCOMPARE(view.bar().scope(), views::LogBar::Scope::Container);
        QTRY_VERIFY_WITH_TIMEOUT(view.text().toPlainText().startsWith("other: "_L1) || has(u"3\n"_s), 10'000);
        QVERIFY(!has(u"pod/a"_s));
    }

    /** What the table shows when they are asked for: the filter goes on choosing, whatever is typed or selected then.
     */
    void podsThatMatchLaterJoin()
    {
        Stage stage;
        QVERIFY(stage.begin());
        const QByteArray one = R"({"name":"c","image":"nginx:1.27","args":["seq 3"]})";
        QVERIFY(stage.create({podNamed("web-1", one), podNamed("db-1", one)}));
        QVERIFY(stage.runs({u"default"_s, u"web-1"_s}) && stage.runs({u"default"_s, u"db-1"_s}));
        stage.desk->setFilter(u"selector:\"app notin (db-1,db-2)\" ns=default"_s);
        stage.window->actions().shownLogs->trigger();  // no pod is selected
        views::LogView &view = stage.desk->logs().view();
        const auto has = [&view](const QString &text) { return view.text().toPlainText().contains(text); };
        QTRY_VERIFY_WITH_TIMEOUT(has(u"[pod/web-1/c] 3\n"_s), 10'000);
        QCOMPARE(view.bar().scope(), views::LogBar::Scope::Shown);
        QVERIFY(view.bar().isEnabled());
        QVERIFY(std::ranges::any_of(view.findChildren<QLabel *>(), [](const QLabel *label) {
            return label->toolTip().contains(u"app notin (db-1,db-2)"_s);
        }));

        stage.desk->setFilter(u"db"_s);  // the box is free for something else
        stage.desk->select({u"default"_s, u"db-1"_s});
        QVERIFY(stage.create({podNamed("web-2", one), podNamed("db-2", one)}));
        QTRY_VERIFY_WITH_TIMEOUT(has(u"[pod/web-2/c] joins\n"_s) && has(u"[pod/web-2/c] 3\n"_s), 30'000);
        QVERIFY(stage.runs({u"default"_s, u"db-2"_s}));
        QVERIFY2(!has(u"pod/db"_s), qPrintable(view.text().toPlainText()));
        QVERIFY(stage.remove(u"web-1"_s));
        QTRY_VERIFY_WITH_TIMEOUT(has(u"[pod/web-1/c] ends: "_s), 15'000);
        QVERIFY(has(u"[pod/web-1/c] 3\n"_s));
        QVERIFY(view.stateLine().startsWith("Following"_L1));

        stage.window->actions().logs->trigger();
        QCOMPARE(view.bar().scope(), views::LogBar::Scope::Container);
        QTRY_VERIFY_WITH_TIMEOUT(view.text().toPlainText().startsWith("c: the practice cluster started"_L1), 10'000);
    }

    /** Without words the chosen namespaces say which pods; there may be none yet. */
    void theFirstPodOfANamespaceJoins()
    {
        Stage stage;
        QVERIFY(stage.begin());
        const QByteArray one = R"({"name":"c","image":"nginx:1.27","args":["seq 3"]})";
        stage.desk->watch({u"default"_s});
        stage.window->actions().shownLogs->trigger();
        views::LogView &view = stage.desk->logs().view();
        const auto has = [&view](const QString &text) { return view.text().toPlainText().contains(text); };
        QTRY_VERIFY_WITH_TIMEOUT(view.stateLine().startsWith("No log is open"_L1), 10'000);
        QVERIFY(stage.create({podNamed("web-1", one)}));
        QTRY_VERIFY_WITH_TIMEOUT(has(u"[pod/web-1/c] joins\n"_s) && has(u"[pod/web-1/c] 3\n"_s), 30'000);
        QVERIFY(view.stateLine().startsWith("Following"_L1));
        stage.desk->watch({u"kube-system"_s});  // nothing is heard of the others any more
        QVERIFY(view.bar().scope() != views::LogBar::Scope::Shown);
        QVERIFY(!has(u"pod/web-1"_s));
    }

    /** The filter asks for what a start ends, and for what only time brings. */
    void aPodThatMatchedStaysWanted()
    {
        Stage stage;
        QVERIFY(stage.begin());
        const QByteArray one = R"({"name":"c","image":"nginx:1.27","args":["seq 3"]})";
        stage.desk->setFilter(u"name:web -status=Running"_s);
        stage.window->actions().shownLogs->trigger();
        views::LogView &view = stage.desk->logs().view();
        const auto has = [&view](const QString &text) { return view.text().toPlainText().contains(text); };
        QVERIFY(stage.create({podNamed("web-1", one)}));
        QTRY_VERIFY_WITH_TIMEOUT(has(u"[pod/web-1/c] joins\n"_s) && has(u"[pod/web-1/c] 3\n"_s), 30'000);

        stage.desk->setFilter(u"name:web age>4s"_s);
        stage.window->actions().shownLogs->trigger();
        QVERIFY(stage.create({podNamed("web-2", one)}));
        QTRY_VERIFY_WITH_TIMEOUT(has(u"[pod/web-2/c] joins\n"_s) && has(u"[pod/web-2/c] 3\n"_s), 30'000);
    }

    /** A container that crashes again and again beside another one: each run once. */
    void eachRunOfAContainerJoins()
    {
        Stage stage;
        QVERIFY(stage.begin());
        QVERIFY(stage.create({podNamed("two", R"({"name":"bad","image":"nginx:1.27","command":["sh","-c","exit 3"]},)"
                                              R"({"name":"good","image":"nginx:1.27"})")}));
        QTRY_VERIFY(stage.desk->snapshot().pod({u"default"_s, u"two"_s}));
        stage.desk->select({u"default"_s, u"two"_s});
        stage.window->actions().logs->trigger();
        views::LogView &view = stage.desk->logs().view();
        view.bar().choose(views::LogBar::Scope::Pod);
        Q_EMIT view.bar().wishChanged();
        const auto count = [&view](const QString &text) { return view.text().toPlainText().count(text); };
        QTRY_VERIFY_WITH_TIMEOUT(count(u"[pod/two/bad] ends: The container"_s) >= 3, 60'000);
        const qsizetype ends = count(u"ended with code 3"_s);
        const qsizetype starts = count(u"[pod/two/bad] bad: the practice cluster started this container"_s);
        QVERIFY2(starts - ends == 0 || starts - ends == 1, qPrintable(view.text().toPlainText()));
        QVERIFY(count(u"[pod/two/bad] joins"_s) >= ends - 1);
        QCOMPARE(count(u"[pod/two/good] good: the practice cluster started this container"_s), 1);
    }

    void theNextRunIsFollowed()
    {
        Stage stage;
        QVERIFY(stage.begin());
        QVERIFY(
            stage.create({podNamed("crash", R"({"name":"c","image":"nginx:1.27","command":["sh","-c","exit 3"]})")}));
        stage.desk->select({u"default"_s, u"crash"_s});
        stage.window->actions().logs->trigger();
        views::LogView &view = stage.desk->logs().view();
        const auto ends = [&view] { return view.text().toPlainText().count(u"ended with code 3"_s); };
        QTRY_VERIFY_WITH_TIMEOUT(ends() >= 3, 30'000);
        const qsizetype starts = view.text().toPlainText().count(u"started this container"_s);
        QVERIFY2(starts - ends() == 0 || starts - ends() == 1, qPrintable(view.text().toPlainText()));
    }
};

QTEST_MAIN(TestLogView)
#include "test_logview.moc"
