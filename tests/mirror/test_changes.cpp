// SPDX-License-Identifier: Apache-2.0
#include "manualtiming.h"
#include "mirror/inside/mailbox.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

kube::PodPtr pod(const QString &name, const QString &uid, const QString &version)
{
    kube::Pod pod;
    pod.meta.key = {u"dev"_s, name};
    pod.meta.uid = uid;
    pod.meta.resourceVersion = version;
    return std::make_shared<const kube::Pod>(pod);
}

/** A store that notes into a change log, as the worker wires them. */
struct Copy {
    mirror::Changes<kube::SlimPod> changes;
    mirror::Store<kube::SlimPod> store{[this](const mirror::Change<kube::SlimPod> &change) { changes.note(change); }};

    void end(const QString &name, const QString &uid, const QString &version)
    {
        store.remove({u"dev"_s, name}, uid, version);
    }

    /** `+name/uid/version` and `-name`, in order. */
    QString taken()
    {
        const mirror::ChangeSet<kube::PodRef> set = changes.take();
        QList<QString> words;
        for (const kube::Key &key : set.removals)
            words << u'-' + key.name;
        for (const kube::PodRef &one : set.upserts)
            words << u"+%1/%2/%3"_s.arg(one->meta.key.name, one->meta.uid, one->meta.resourceVersion);
        return words.join(u' ');
    }
};

}  // namespace

class TestChanges : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void coalesces()
    {
        Copy copy;
        copy.store.upsert(pod(u"a"_s, u"1"_s, u"10"_s));
        copy.store.upsert(pod(u"a"_s, u"1"_s, u"11"_s));
        QCOMPARE(copy.taken(), u"+a/1/11"_s);  // add + modify
        copy.store.upsert(pod(u"b"_s, u"2"_s, u"12"_s));
        copy.end(u"b"_s, u"2"_s, u"13"_s);
        QCOMPARE(copy.taken(), QString());  // add + delete
        copy.store.upsert(pod(u"a"_s, u"1"_s, u"14"_s));
        copy.store.upsert(pod(u"a"_s, u"1"_s, u"15"_s));
        QCOMPARE(copy.taken(), u"+a/1/15"_s);  // modify + modify
        copy.store.upsert(pod(u"a"_s, u"1"_s, u"16"_s));
        copy.end(u"a"_s, u"1"_s, u"17"_s);
        copy.store.upsert(pod(u"a"_s, u"1"_s, u"18"_s));
        QCOMPARE(copy.taken(), u"+a/1/18"_s);  // delete + add of the same uid
        copy.end(u"a"_s, u"1"_s, u"19"_s);
        copy.store.upsert(pod(u"a"_s, u"9"_s, u"20"_s));
        QCOMPARE(copy.taken(), u"-a +a/9/20"_s);  // delete + add of another
        copy.store.upsert(pod(u"a"_s, u"9"_s, u"21"_s));
        copy.end(u"a"_s, u"9"_s, u"22"_s);
        QCOMPARE(copy.taken(), u"-a"_s);  // modify + delete
    }

    void replacesByDifference()
    {
        Copy copy;
        copy.store.replace({pod(u"a"_s, u"1"_s, u"1"_s), pod(u"b"_s, u"2"_s, u"2"_s), pod(u"c"_s, u"3"_s, u"3"_s)},
                           u"3"_s);
        QCOMPARE(copy.taken(), u"+a/1/1 +b/2/2 +c/3/3"_s);
        copy.store.replace({pod(u"a"_s, u"1"_s, u"1"_s), pod(u"c"_s, u"4"_s, u"9"_s), pod(u"d"_s, u"5"_s, u"5"_s)},
                           u"9"_s);
        QCOMPARE(copy.taken(), u"-b -c +c/4/9 +d/5/5"_s);
        QCOMPARE(copy.store.size(), 3);
        copy.store.replace({pod(u"a"_s, u"1"_s, u"0"_s)}, u"1"_s);  // a rolled back cluster: the list is the truth
        QCOMPARE(copy.taken(), u"-c -d +a/1/0"_s);
        QCOMPARE(copy.store.value({u"dev"_s, u"a"_s})->meta.resourceVersion, u"0"_s);
    }

    void neverGoesBack()
    {
        Copy copy;
        copy.store.upsert(pod(u"a"_s, u"1"_s, u"100"_s));
        copy.store.upsert(pod(u"a"_s, u"1"_s, u"99"_s));
        QCOMPARE(copy.taken(), u"+a/1/100"_s);
        copy.end(u"a"_s, u"0"_s, u"50"_s);  // the late end of an earlier pod of that name
        copy.end(u"x"_s, u"7"_s, u"51"_s);
        QCOMPARE(copy.taken(), QString());
        copy.store.upsert(pod(u"a"_s, u"2"_s, u"101"_s));
        QCOMPARE(copy.taken(), u"-a +a/2/101"_s);
    }

    void sendsOneBatchAtATime()
    {
        support::ManualTiming timing;
        QList<mirror::Batch> sent;
        mirror::Mailbox mailbox(timing, [](mirror::Batch &) {}, [&](const mirror::Batch &batch) { sent << batch; });
        mailbox.reset();
        timing.fire();
        QCOMPARE(sent.size(), 1);
        QVERIFY(sent.last().reset);
        for (int i = 0; i < 1000; ++i) {
            const QString version = QString::number(i + 1);
            mailbox.pods.note({{u"dev"_s, u"a"_s}, nullptr, pod(u"a"_s, u"1"_s, version)});
            mailbox.touch();
        }
        QVERIFY(timing.isIdle());  // in flight
        mailbox.acknowledge();
        QCOMPARE(timing.fire(), std::chrono::milliseconds(50));
        QCOMPARE(sent.size(), 2);
        QVERIFY(!sent.last().reset);
        QCOMPARE(sent.last().pods.upserts.size(), 1);
        QCOMPARE(sent.last().pods.upserts.first()->meta.resourceVersion, u"1000"_s);
        mailbox.acknowledge();
        QVERIFY(timing.isIdle());
    }
};

QTEST_GUILESS_MAIN(TestChanges)
#include "test_changes.moc"
