// SPDX-License-Identifier: Apache-2.0
// Texts against what kubectl printed for the same objects at the same moment.
#include "decode/poddetail.h"
#include "decode/reader.h"
#include "kube/version.h"
#include "report/describe.h"
#include "report/tables.h"
#include "report/tabwriter.h"
#include "support/vectors.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace {

QList<kube::EventPtr> eventList(decode::Reader &reader, const QJsonArray &array)
{
    QList<kube::EventPtr> events;
    for (const QJsonValue &value : array)
        events << reader.object<kube::Event>(support::json(support::resolveTimes(value))).value();
    return events;
}

/** Recorded clusters: `k8s-1.36/never-absent`. */
QStringList scenarios()
{
    QStringList found;
    const QDir top(QStringLiteral(TEST_DATA "/fixtures"));
    for (const QString &version : top.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        for (const QString &name : QDir(top.filePath(version)).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            if (QFile::exists(top.filePath(version + u'/' + name + u"/describe.txt"_s)))
                found << version + u'/' + name;
    return found;
}

QString text(const QString &scenario, const QString &file)
{
    return QString::fromUtf8(support::read(u"fixtures/"_s + scenario + u'/' + file));
}

}  // namespace

class TestReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tabs();
    void rowsOfEachRelease_data();
    void rowsOfEachRelease();
    void tables_data();
    void tables();
    void eventVectors_data();
    void eventVectors();
    void describeVectors_data();
    void describeVectors();
    void theTreeSaysWhatTheTextSays_data() { describeVectors_data(); }
    void theTreeSaysWhatTheTextSays();
    void aSectionIsCopiedAsText();
    void recordedClusters_data();
    void recordedClusters();
};

void TestReport::tabs()
{
    using report::alignTabs;
    QCOMPARE(alignTabs(u"a:\tx\nlong:\ty\n"_s), u"a:     x\nlong:  y\n"_s);
    QCOMPARE(alignTabs(u"a:\tx\nbreak\nlong:\ty\n"_s), u"a:  x\nbreak\nlong:  y\n"_s);
    QCOMPARE(alignTabs(u"a\tb\tc\nd\te\n"_s), u"a  b  c\nd  e\n"_s);
    QCOMPARE(report::alignTable({{u"NAME"_s, u"X"_s}, {u"\u4e2d\u6587\u540d\u5b57"_s, u""_s}}),
             u"NAME   X\n\u4e2d\u6587\u540d\u5b57   \n"_s);
    QCOMPARE(report::escapeTerminal(u"\x1b[31mred\r"_s), u"^[[31mred\\r"_s);
}

void TestReport::rowsOfEachRelease_data()
{
    QTest::addColumn<QJsonValue>("vector");
    for (const QJsonValue &vector : support::vectors(u"kube/pod-row.json"_s))
        QTest::newRow(qPrintable(vector[u"input"][u"id"].toString())) << vector;
}

/** The cells of 1.20, then what each later release changed of them. */
void TestReport::rowsOfEachRelease()
{
    QFETCH(QJsonValue, vector);
    decode::Reader reader;
    const auto pod = reader.object<kube::Pod>(support::json(support::resolveTimes(vector[u"input"][u"pod"]))).value();
    const QJsonObject expected = vector[u"expected"].toObject();
    const QJsonObject changes = expected[u"changes"].toObject();
    QJsonObject cells = (expected.contains(u"both") ? expected[u"both"] : expected[u"v1.20.2"]).toObject();
    QVERIFY(!cells.isEmpty());
    for (int minor = 20; minor <= 36; ++minor) {
        const QJsonObject change = changes.value(u"since v1.%1"_s.arg(minor)).toObject();
        for (auto it = change.begin(); it != change.end(); ++it)
            cells.insert(it.key(), it.value());
        if (minor == 36 && expected.contains(u"v1.36.2"))
            cells = expected[u"v1.36.2"].toObject();
        const kube::Table table = report::podTable({pod}, support::vectorNow(), {minor});
        for (qsizetype i = 0; i < table.columns.size(); ++i)
            QVERIFY2(table.rows.constFirst().cells.at(i) == cells[table.columns.at(i).name].toVariant().toString(),
                     qPrintable(u"1.%1 %2: %3 is not %4"_s.arg(
                         QString::number(minor), table.columns.at(i).name, table.rows.constFirst().cells.at(i),
                         cells[table.columns.at(i).name].toVariant().toString())));
    }
}

void TestReport::tables_data()
{
    QTest::addColumn<QJsonValue>("vector");
    for (const QJsonValue &vector : support::vectors(u"report/pod-table-text.json"_s))
        QTest::newRow(qPrintable(vector[u"input"][u"id"].toString())) << vector;
}

void TestReport::tables()
{
    QFETCH(QJsonValue, vector);
    decode::Reader reader;
    QList<kube::PodPtr> pods;
    for (const QJsonValue &pod : vector[u"input"][u"pods"].toArray())
        pods << reader.object<kube::Pod>(support::json(support::resolveTimes(pod))).value();
    for (const auto &[name, minor] : {std::pair(u"v1.20.2"_s, 20), std::pair(u"v1.36.2"_s, 36)}) {
        report::PrintOptions options;
        const QString id = vector[u"input"][u"id"].toString();
        options.wide = id.contains(u"wide");
        options.labels = id.contains(u"label");
        options.namespaces = id.contains(u"all-namespaces") || id.endsWith(u"-A");
        QJsonValue expected = vector[u"expected"][name];
        if (expected.isUndefined())
            expected = vector[u"expected"][u"both"];
        QVERIFY(expected.isString());
        QCOMPARE(report::print(report::podTable(pods, support::vectorNow(), {minor}), options), expected.toString());
    }
}

void TestReport::eventVectors_data()
{
    QTest::addColumn<QJsonValue>("vector");
    for (const QJsonValue &vector : support::vectors(u"kube/event.json"_s))
        QTest::newRow(qPrintable(vector[u"input"][u"id"].toString())) << vector;
}

void TestReport::eventVectors()
{
    QFETCH(QJsonValue, vector);
    decode::Reader reader;
    const auto events = eventList(reader, vector[u"input"][u"events"].toArray());
    const auto minimal = decode::podDetail("{\"metadata\":{\"name\":\"p\"}}").value();
    for (const auto &[name, minor] : {std::pair(u"v1.20.2"_s, 20), std::pair(u"v1.36.2"_s, 36)}) {
        const QJsonValue expected = vector[u"expected"][name];
        const QString table = expected[u"kubectlEvents"].toString();
        if (!table.isEmpty())  // what goes to stderr is the command line's to say
            QCOMPARE(report::print(report::eventsCommandTable(events, support::vectorNow()), {.cut = false}),
                     table.startsWith(u"stderr:") ? QString() : table);
        const kube::Table made = report::eventTable(events, support::vectorNow(), {minor});
        const QJsonArray rows = expected[u"getEventsRows"].toArray();
        QCOMPARE(made.rows.size(), rows.size());
        for (qsizetype i = 0; i < rows.size(); ++i)
            for (qsizetype c = 0; c < made.columns.size(); ++c)
                QCOMPARE(made.rows.at(i).cells.at(c), rows.at(i)[made.columns.at(c).name].toVariant().toString());
        const QString text = report::describePod(minimal, events, support::vectorNow(), {.kubectl = {minor}});
        const QString theirs = expected[u"describe"].toString();
        QVERIFY(!theirs.isEmpty());
        QString ours = text.sliced(text.indexOf(u"Events:"));
        if (events.isEmpty())  // that line stands in the columns above it
            ours = ours.simplified() == theirs.simplified() ? theirs : ours;
        QVERIFY2(ours == theirs, qPrintable(name + u' ' + support::difference(ours, theirs)));
    }
}

void TestReport::describeVectors_data()
{
    QTest::addColumn<QJsonValue>("vector");
    for (const QJsonValue &vector : support::vectors(u"report/describe-pod.json"_s))
        QTest::newRow(qPrintable(vector[u"input"][u"id"].toString())) << vector;
}

void TestReport::describeVectors()
{
    QFETCH(QJsonValue, vector);
    const auto detail = decode::podDetail(support::json(support::resolveTimes(vector[u"input"][u"pod"])));
    QVERIFY2(detail, detail ? "" : qPrintable(detail.error().message));
    decode::Reader reader;
    const auto events = eventList(reader, vector[u"input"][u"events"].toArray());
    for (const auto &[name, minor] : {std::pair(u"v1.20.2"_s, 20), std::pair(u"v1.36.2"_s, 36)}) {
        QJsonValue expected = vector[u"expected"][name];
        if (expected.isUndefined())
            expected = vector[u"expected"][u"both"];
        QVERIFY(expected.isString());
        const QString text = report::describePod(*detail, events, support::vectorNow(), {.kubectl = {minor}});
        QVERIFY2(text == expected.toString(), qPrintable(name + u' ' + support::difference(text, expected.toString())));
    }
}

/** Word for word, in the same order; and the events are all there. */
void TestReport::theTreeSaysWhatTheTextSays()
{
    QFETCH(QJsonValue, vector);
    const auto detail = decode::podDetail(support::json(support::resolveTimes(vector[u"input"][u"pod"])));
    QVERIFY(detail);
    decode::Reader reader;
    const auto events = eventList(reader, vector[u"input"][u"events"].toArray());
    const auto words = [](const QString &text) {
        QStringList all = text.simplified().split(u' ', Qt::SkipEmptyParts);
        for (QString &word : all)
            if (word.endsWith(u':'))
                word.chop(1);
        return all;
    };
    const report::DescribeOptions noEvents{.showEvents = false};
    QString tree;
    for (const report::DescribeNode &node : report::describePodTree(*detail, events, support::vectorNow(), noEvents))
        tree += report::toText(node);
    QCOMPARE(words(tree), words(report::describePod(*detail, events, support::vectorNow(), noEvents)));
    const auto nodes = report::describePodTree(*detail, events, support::vectorNow());
    QCOMPARE(nodes.constLast().label, u"Events"_s);
    QCOMPARE(nodes.constLast().children.size(), events.size());
    QCOMPARE(nodes.constLast().value.isEmpty(), !events.isEmpty());
}

void TestReport::aSectionIsCopiedAsText()
{
    report::Lines lines;
    lines.add(0, u"Labels:\ta=b"_s);
    lines.add(0, u"\tc=d"_s);
    lines.add(0, u"Conditions:"_s);
    lines.add(1, u"Type\tStatus"_s);
    lines.add(1, u"Ready \tTrue "_s);
    const auto nodes = report::treeOf(lines);
    QCOMPARE(nodes.size(), 2);
    QCOMPARE(report::toText(nodes.at(0)), u"Labels:\n  a=b\n  c=d\n"_s);
    QCOMPARE(report::toText(nodes.at(1)), u"Conditions:\n  Type: Status\n  Ready: True\n"_s);
}

void TestReport::recordedClusters_data()
{
    QTest::addColumn<QString>("scenario");
    QVERIFY(scenarios().size() > 30);
    for (const QString &scenario : scenarios())
        QTest::newRow(qPrintable(scenario)) << scenario;
}

void TestReport::recordedClusters()
{
    QFETCH(QString, scenario);
    decode::Reader reader;
    const QByteArray podsJson = support::read(u"fixtures/"_s + scenario + u"/pods.json"_s);
    const auto pods = reader.list<kube::Pod>(podsJson).value().items;
    const auto events =
        reader.list<kube::Event>(support::read(u"fixtures/"_s + scenario + u"/events.json"_s)).value().items;
    const auto recorded = kube::Timestamp::parse(text(scenario, u"now.txt"_s).trimmed());
    const kube::Version server = *kube::Version::parse(u"v"_s + scenario.section(u'/', 0, 0).section(u'-', 1));
    const QJsonArray items = QJsonDocument::fromJson(podsJson).object()[u"items"_s].toArray();
    const auto detail = decode::podDetail(support::json(items.first()));
    QVERIFY(detail);
    // The texts were taken within the last moments before now.txt was written: one such moment must give each text.
    const auto matches = [&](const QString &file, auto &&print) {
        for (int back = 0; back <= 6'000; back += 250)
            if (print(recorded + std::chrono::milliseconds(1000 - back)) == text(scenario, file))
                return true;
        return print(recorded) == text(scenario, file);
    };
    const auto check = [&](const QString &file, auto &&print) {
        if (!matches(file, print))
            QCOMPARE(print(recorded), text(scenario, file));
    };
    check(u"get.txt"_s, [&](kube::Timestamp now) { return report::print(report::podTable(pods, now, server), {}); });
    check(u"get-wide.txt"_s,
          [&](kube::Timestamp now) { return report::print(report::podTable(pods, now, server), {.wide = true}); });
    // In these recordings an event was counted once more between the list and the text.
    static const QStringList moved{u"k8s-1.20/not-ready"_s, u"k8s-1.36/not-ready"_s, u"k8s-1.20/tag-not-found"_s,
                                   u"k8s-1.36/registry-refused"_s, u"k8s-1.36/registry-unresolvable"_s};
    if (moved.contains(scenario))
        return;
    check(u"events.txt"_s,
          [&](kube::Timestamp now) { return report::print(report::eventTable(events, now, server), {}); });
    check(u"describe.txt"_s,
          [&](kube::Timestamp now) { return report::describePod(*detail, events, now, {.kubectl = {32}}); });
}

QTEST_APPLESS_MAIN(TestReport)
#include "test_report.moc"
