// SPDX-License-Identifier: Apache-2.0
// Lists in protobuf: the very pods that JSON gives, and the same care with what is broken.
#include "decode/reader.h"
#include "support/protobuf.h"
#include "support/vectors.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using support::podListBody;
using support::podMessage;

namespace {

struct Recorded {
    QByteArray json;
    QByteArray protobuf;
};

/** Lists that Kubernetes' own types wrote in both encodings: see record.go. */
QList<Recorded> recorded()
{
    const QByteArray before = "{\"json\":";
    const QByteArray between = ",\"protobuf\":\"";
    QList<Recorded> lists;
    for (const QByteArray &line : qUncompress(support::read(u"decode/pods.jsonl.z"_s)).split('\n')) {
        if (line.isEmpty())
            continue;
        const qsizetype at = line.lastIndexOf(between);  // the JSON keeps the order of its members
        lists.append({line.sliced(before.size(), at - before.size()),
                      QByteArray::fromBase64(line.sliced(at + between.size()).chopped(2))});
    }
    return lists;
}

/** What of two pods is not the same; empty where all is. */
QString difference(const kube::Pod &a, const kube::Pod &b)
{
    const auto same = [](QStringView name, bool is) { return is ? QString() : name.toString() + u' '; };
    return same(u"meta", a.meta == b.meta) +
           same(u"placement", a.nodeName == b.nodeName && a.nominatedNodeName == b.nominatedNodeName) +
           same(u"containers", a.allContainers() == b.allContainers()) +
           same(u"volumes", a.imageVolumes == b.imageVolumes) +
           same(u"secrets", a.imagePullSecrets == b.imagePullSecrets) +
           same(u"gates", a.readinessGates == b.readinessGates) +
           same(u"addresses", a.podIp == b.podIp && a.podIps == b.podIps && a.hostIp == b.hostIp) +
           same(u"conditions", a.conditions == b.conditions) +
           same(u"statuses", a.statuses == b.statuses && a.initStatuses == b.initStatuses) +
           same(u"owners of fields", a.fieldOwners == b.fieldOwners) +
           same(u"phase", a.phase == b.phase && a.reason == b.reason && a.message == b.message) +
           same(u"startTime", a.startTime == b.startTime) + same(u"account", a.serviceAccount == b.serviceAccount) +
           same(u"last applied",
                a.hasLastApplied == b.hasLastApplied && a.lastAppliedPolicies == b.lastAppliedPolicies) +
           same(u"ephemeral statuses", a.ephemeralStatuses == b.ephemeralStatuses) + same(u"anything else", a == b);
}

QList<QString> namesOf(const decode::List<kube::SlimPod> &list)
{
    QList<QString> names;
    for (const kube::PodRef &pod : list.items)
        names << pod->meta.key.name;
    return names;
}

}  // namespace

class TestProtobuf : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachPodIsTheOneThatItsJsonGives()
    {
        decode::Reader reader;
        qsizetype pods = 0;
        qsizetype images = 0;
        qsizetype policies = 0;
        const QList<Recorded> all = recorded();
        for (const Recorded &both : all) {
            const auto json = reader.list<kube::Pod>(both.json);
            const auto list = reader.list<kube::Pod>(both.protobuf);
            const auto slim = reader.list<kube::SlimPod>(both.protobuf);
            QVERIFY2(json, both.json);
            QVERIFY2(list && slim, both.json);
            QCOMPARE(list->meta.resourceVersion, json->meta.resourceVersion);
            QCOMPARE(list->items.size(), json->items.size());
            QVERIFY(list->unreadable.isEmpty());
            for (qsizetype i = 0; i < list->items.size(); ++i) {
                const kube::Pod &wanted = *json->items.at(i);
                QVERIFY2(*list->items.at(i) == wanted,
                         qPrintable(wanted.meta.key.name + u": "_s + difference(*list->items.at(i), wanted)));
                QVERIFY2(slim->items.at(i)->unfolded() == wanted, qPrintable(wanted.meta.key.name));
                images += wanted.imageVolumes.size();
                for (const kube::FieldOwner &owner : wanted.fieldOwners)
                    policies += owner.policyContainers.size();
            }
            pods += list->items.size();
        }
        QVERIFY(pods >= 600 && images >= 50 && policies >= 50);  // the comparison has met what is rare
    }

    void itSaysAtItsHeadThatThereIsMore()
    {
        const auto ahead = decode::listMeta(podListBody({podMessage("a", 3)}, 10, "next", 7));
        QVERIFY(ahead);
        QCOMPARE(ahead->continueToken, u"next"_s);
        QCOMPARE(ahead->resourceVersion, u"10"_s);
        QCOMPARE(ahead->remainingItems, std::optional<qint64>(7));
        QVERIFY(!decode::listMeta(R"({"kind":"PodList","metadata":{"continue":"next"},"items":[]})"));
        QVERIFY(!decode::listMeta("k8s"));
        QVERIFY(!decode::listMeta(QByteArray("k8s\0\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", 15)));
    }

    void anAnswerThatIsCutIsAnError()
    {
        decode::Reader reader;
        const QByteArray body = podListBody({podMessage("a", 3), podMessage("b", 4)}, 10, "next");
        const QByteArray envelope = body.chopped(4);  // two empty fields stand behind what it holds
        QCOMPARE(namesOf(reader.list<kube::SlimPod>(body).value()), (QList<QString>{u"a"_s, u"b"_s}));
        for (qsizetype cut = 0; cut < envelope.size(); ++cut) {
            const auto list = reader.list<kube::SlimPod>(envelope.first(cut));
            QVERIFY2(!list, qPrintable(QString::number(cut)));
            QCOMPARE(list.error().kind, kube::Error::Kind::Protocol);
        }
    }

    void refusesWhatIsNoPodList_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing inside") << QByteArray("k8s\0", 4);
        QTest::newRow("a Status") << support::protobufBody("Status", {});
        QTest::newRow("other kind") << support::protobufBody("NodeList", std::string("\x0a\x00", 2));
        QTest::newRow("no metadata") << support::protobufBody("PodList", {});
        QTest::newRow("a number for the metadata") << support::protobufBody("PodList", "\x08\x07");
        QTest::newRow("other bytes") << QByteArray("k8s\0<html>sign in</html>", 24);
        std::string packed = podListBody({}, 10).toStdString();
        protozero::pbf_writer(packed).add_string(3, "gzip");
        QTest::newRow("packed once more") << QByteArray::fromStdString(packed);
    }
    void refusesWhatIsNoPodList()
    {
        QFETCH(QByteArray, body);
        decode::Reader reader;
        const auto list = reader.list<kube::SlimPod>(body);
        QVERIFY(!list);
        QCOMPARE(list.error().kind, kube::Error::Kind::Protocol);
        QVERIFY(!reader.list<kube::Event>(body));
    }

    void oneBrokenPodDoesNotSpoilAList()
    {
        decode::Reader reader;
        const std::string broken = podMessage("b", 4, "\x1a\x05oops!");  // a status that is none
        const std::string nameless = podMessage("", 5);
        const std::string garbage = "\xff\xff";
        const auto list = reader.list<kube::SlimPod>(
            podListBody({podMessage("a", 3), broken, nameless, garbage, podMessage("c", 6)}, 10));
        QVERIFY(list);
        QCOMPARE(namesOf(*list), (QList<QString>{u"a"_s, u"c"_s}));
        QCOMPARE(list->unreadable.size(), 3);
        QCOMPARE(list->unreadable.at(0), (decode::Tag{{u"ns"_s, u"b"_s}, u"uid-b"_s, u"4"_s}));
        QVERIFY(list->unreadable.at(1).key.name.isEmpty());
        QVERIFY(list->unreadable.at(2).key.name.isEmpty());
    }

    void damagedBytesAreNeverMoreThanAnError()
    {
        QRandomGenerator random(7);
        decode::Reader reader;
        for (const Recorded &both : recorded().first(14)) {
            for (int k = 0; k < 40; ++k) {
                QByteArray body = both.protobuf;
                for (int hit = 0; hit < 3; ++hit)
                    body[random.bounded(body.size())] = char(random.bounded(256));
                if (const auto list = reader.list<kube::SlimPod>(body); list)
                    for (const kube::PodRef &pod : list->items)
                        QVERIFY(!pod->meta.key.name.isEmpty());
            }
        }
    }

    void timesOfAnySizeAreTimes()
    {
        const auto startedAt = [](qint64 seconds) {
            std::string time;
            protozero::pbf_writer(time).add_int64(1, seconds);
            std::string status;
            protozero::pbf_writer(status).add_message(7, time);
            std::string rest;
            protozero::pbf_writer(rest).add_message(3, status);
            decode::Reader reader;
            return reader.list<kube::Pod>(podListBody({podMessage("a", 3, rest)}, 10)).value().items.first()->startTime;
        };
        QCOMPARE(startedAt(0), kube::Timestamp::fromUnixSeconds(0));
        QVERIFY(startedAt(-62'135'596'800).isNull());
        QVERIFY(startedAt(std::numeric_limits<qint64>::max()) > kube::Timestamp::fromUnixSeconds(9'000'000'000));
        QVERIFY(startedAt(std::numeric_limits<qint64>::min()) < kube::Timestamp::fromUnixSeconds(-9'000'000'000));
    }

    void statusesAreRead()
    {
        std::string cause;
        protozero::pbf_writer causes(cause);
        causes.add_string(1, "FieldValueInvalid");
        causes.add_string(2, "must be set");
        causes.add_string(3, "spec.nodeName");
        std::string details;
        protozero::pbf_writer detail(details);
        detail.add_message(4, cause);
        detail.add_int32(5, 3);
        std::string message;
        protozero::pbf_writer status(message);
        status.add_string(2, "Failure");
        status.add_string(3, "pods is forbidden");
        status.add_string(4, "Forbidden");
        status.add_message(5, details);
        status.add_int32(6, 403);
        const kube::Error error = decode::status(403, support::protobufBody("Status", message));
        QCOMPARE(error.kind, kube::Error::Kind::Forbidden);
        QCOMPARE(error.reason, u"Forbidden"_s);
        QCOMPARE(error.message, u"pods is forbidden"_s);
        QCOMPARE(error.retryAfter, std::optional(std::chrono::seconds(3)));
        QCOMPARE(error.causes.size(), 1);
        QCOMPARE(error.causes.first().field, u"spec.nodeName"_s);
        const kube::Error other = decode::status(500, support::protobufBody("Secret", "\x0a\x06hidden"));
        QCOMPARE(other.kind, kube::Error::Kind::Server);
        QVERIFY(!other.message.contains(u"hidden"_s));
        QVERIFY(!other.message.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestProtobuf)
#include "test_protobuf.moc"
