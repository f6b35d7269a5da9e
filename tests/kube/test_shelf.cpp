// SPDX-License-Identifier: Apache-2.0
// Objects found by their key: random histories against a QHash.
#include "kube/shelf.h"

#include <QTest>

#include <memory>
#include <random>

using namespace Qt::StringLiterals;

namespace {

struct Thing {
    struct {
        kube::Key key;
    } meta;
    int state = 0;
};
using Pointer = std::shared_ptr<const Thing>;

Pointer thing(int number, int state)
{
    return std::make_shared<const Thing>(Thing{{{u"ns-%1"_s.arg(number % 3), u"thing-%1"_s.arg(number)}}, state});
}

const kube::Key &keyOf(const Pointer &pointer)
{
    return pointer->meta.key;
}

}  // namespace

class TestShelf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isEmptyAtFirst()
    {
        kube::Shelf<Pointer> shelf;
        QCOMPARE(shelf.size(), 0);
        QVERIFY(!shelf.find({u"a"_s, u"b"_s}));
        QVERIFY(!shelf.value({u"a"_s, u"b"_s}));
        shelf.remove({u"a"_s, u"b"_s});
        QVERIFY(!(shelf.begin() != shelf.end()));
    }

    void followsAnyHistory_data()
    {
        QTest::addColumn<uint>("seed");
        QTest::addColumn<int>("things");
        for (uint seed = 1; seed <= 4; ++seed)
            QTest::addRow("seed %u", seed) << seed << int(seed * seed * 40);
    }

    void followsAnyHistory()
    {
        QFETCH(const uint, seed);
        QFETCH(const int, things);
        std::mt19937 random(seed);
        kube::Shelf<Pointer> shelf;
        QHash<kube::Key, Pointer> naive;
        for (int step = 0; step < 4000; ++step) {
            const Pointer one = thing(int(random() % uint(things)), step);
            if (random() % 5 < (step / 1000 % 2 == 0 ? 1U : 3U)) {  // they grow many, then few, then many
                shelf.remove(keyOf(one));
                naive.remove(keyOf(one));
            } else {
                shelf.put(one);
                naive.insert(keyOf(one), one);
            }
            QCOMPARE(shelf.size(), naive.size());
            QCOMPARE(shelf.value(keyOf(one)), naive.value(keyOf(one)));
            if (step % 100 != 0)
                continue;
            for (int number = 0; number < things; ++number)
                QCOMPARE(shelf.value(keyOf(thing(number, 0))), naive.value(keyOf(thing(number, 0))));
            qsizetype seen = 0;
            for (const Pointer &pointer : shelf) {
                QCOMPARE(pointer, naive.value(keyOf(pointer)));
                ++seen;
            }
            QCOMPARE(seen, naive.size());
        }
        shelf = {};
        QCOMPARE(shelf.size(), 0);
        QVERIFY(!shelf.find(keyOf(thing(1, 0))));
    }

    void letsGoOfWhatIsRemoved()
    {
        kube::Shelf<Pointer> shelf;
        const Pointer old = thing(1, 0);
        shelf.put(old);
        shelf.put(thing(1, 1));
        QCOMPARE(old.use_count(), 1);
        const std::weak_ptr<const Thing> now = shelf.value(keyOf(old));
        shelf.remove(keyOf(*shelf.find(keyOf(old))));  // by the very key that stands in it
        QVERIFY(now.expired());
    }
};

QTEST_GUILESS_MAIN(TestShelf)
#include "test_shelf.moc"
