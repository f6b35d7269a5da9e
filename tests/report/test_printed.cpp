// SPDX-License-Identifier: Apache-2.0
// Thousands of generated pods against what the printers of two Kubernetes releases made of them: each line of the data
// is a pod, its events, and the row and description of v1.20.2 and v1.36.2, and the description of kubectl v1.32.3.
// "@-300" is 300 s before that release ran.
#include "decode/poddetail.h"
#include "decode/reader.h"
#include "report/describe.h"
#include "report/tables.h"
#include "support/vectors.h"

using namespace Qt::StringLiterals;

namespace {

struct Release {
    QString name;
    kube::Version version;
};
const QList<Release> Releases{{u"v1.20.2"_s, {20}}, {u"v1.36.2"_s, {36}}};
const QList<Release> Described = Releases + QList<Release>{{u"v1.32.3"_s, {32}}};

QList<QJsonObject> printed(const QString &file)
{
    QList<QJsonObject> lines;
    const QByteArray text = qUncompress(support::read(u"report/"_s + file));
    for (const QByteArray &line : text.split('\n'))
        if (!line.isEmpty())
            lines << QJsonDocument::fromJson(line).object();
    return lines;
}

QStringList cells(const QJsonArray &row)
{
    QStringList texts;
    for (const QJsonValue &cell : row)
        texts << cell.toVariant().toString();
    return texts;
}

}  // namespace

class TestPrinted : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rows();
    void descriptions();
    void eventRows();
};

void TestPrinted::rows()
{
    QList<QJsonObject> all = printed(u"printed-rows.jsonl.z"_s);
    QVERIFY(all.size() >= 4000);
    decode::Reader reader;
    for (const QJsonObject &line : all) {
        const QByteArray json = support::json(support::resolveTimes(line["pod"_L1]));
        const auto pod = reader.object<kube::Pod>(json);
        QVERIFY2(pod, json);
        for (const Release &release : Releases) {
            const kube::Table table = report::podTable({*pod}, support::vectorNow(), release.version);
            QVERIFY2(table.rows.constFirst().cells == cells(line[release.name].toArray()),
                     qPrintable(release.name + u": "_s + table.rows.constFirst().cells.join(u'|') + u" is not "_s +
                                cells(line[release.name].toArray()).join(u'|') + u"\n"_s + QString::fromUtf8(json)));
        }
    }
}

void TestPrinted::descriptions()
{
    const QList<QJsonObject> all = printed(u"printed-pods.jsonl.z"_s);
    QVERIFY(all.size() >= 400);
    decode::Reader reader;
    for (const QJsonObject &line : all)
        for (const Release &release : Described) {
            const QJsonValue answer = line[release.name];
            const auto now = kube::Timestamp::fromUnixSeconds(answer["now"_L1].toInteger());
            const QByteArray json = support::json(support::resolveTimes(line["pod"_L1], now));
            const auto detail = decode::podDetail(json);
            QVERIFY2(detail, json);
            QList<kube::EventPtr> events;
            for (const QJsonValue &event : line["events"_L1].toArray())
                events << reader.object<kube::Event>(support::json(support::resolveTimes(event, now))).value();
            const QString text = report::describePod(*detail, events, now, {.kubectl = release.version});
            const QString theirs = answer["describe"_L1].toString();
            QVERIFY2(text == theirs, qPrintable(release.name + u' ' + support::difference(text, theirs) + u'\n' +
                                                QString::fromUtf8(json)));
        }
}

void TestPrinted::eventRows()
{
    decode::Reader reader;
    int seen = 0;
    for (const QJsonObject &line : printed(u"printed-pods.jsonl.z"_s))
        for (const Release &release : Releases) {
            const QJsonValue answer = line[release.name];
            const auto now = kube::Timestamp::fromUnixSeconds(answer["now"_L1].toInteger());
            const QJsonArray events = line["events"_L1].toArray();
            for (qsizetype i = 0; i < events.size(); ++i) {
                const QByteArray json = support::json(support::resolveTimes(events.at(i), now));
                const auto event = reader.object<kube::Event>(json).value();
                const kube::Table table = report::eventTable({event}, now, release.version);
                const QStringList theirs = cells(answer["events"_L1][i].toArray());
                QVERIFY2(table.rows.constFirst().cells == theirs,
                         qPrintable(release.name + u": "_s + table.rows.constFirst().cells.join(u'|') + u"\nis not "_s +
                                    theirs.join(u'|') + u'\n' + QString::fromUtf8(json)));
                ++seen;
            }
        }
    QVERIFY(seen > 1000);
}

QTEST_APPLESS_MAIN(TestPrinted)
#include "test_printed.moc"
