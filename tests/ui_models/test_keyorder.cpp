// SPDX-License-Identifier: Apache-2.0
// Numbers that stand as texts do, and rows that are sorted by such numbers, against sorting them one by one.
#include "models/order/keyedrow.h"
#include "models/order/textranks.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;

class TestKeyOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ranksStandAsTexts_data();
    void ranksStandAsTexts();
    void rowsAreSortedByKey_data();
    void rowsAreSortedByKey();
};

void TestKeyOrder::ranksStandAsTexts_data()
{
    QTest::addColumn<QString>("alphabet");
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("count");
    QTest::newRow("names") << u"abc-01"_s << 30 << 3000;
    QTest::newRow("few") << u"aB"_s << 3 << 2500;
    QTest::newRow("both cases and signs") << u"aAzZ_-.[09"_s << 6 << 3000;
    QTest::newRow("the same beyond what is compared first") << u"aA"_s << 60 << 3000;
    QTest::newRow("any letters") << u"aAöÖßéçZ中"_s << 5 << 3000;
    QTest::newRow("none") << u"a"_s << 1 << 0;
}

void TestKeyOrder::ranksStandAsTexts()
{
    QFETCH(const QString, alphabet);
    QFETCH(const int, length);
    QFETCH(const int, count);
    std::mt19937 random(7);
    QStringList texts;
    for (int i = 0; i < count; ++i) {
        QString text = length > 30 ? QString(25, u'x') : QString();
        for (auto left = random() % uint(length + 1); left > 0; --left)
            text += alphabet[qsizetype(random() % uint(alphabet.size()))];
        texts << (i % 3 == 0 && i > 0 ? texts[qsizetype(random() % uint(i))] : text);
    }
    models::TextRanks ranks(size_t(texts.size()));
    for (qsizetype i = 0; i < texts.size(); ++i)
        if (i % 5 == 0)
            ranks.keep(texts[i] + QString());
        else
            ranks.add(texts[i]);
    const std::vector<quint32> found = ranks.ranks();
    QCOMPARE(found.size(), size_t(texts.size()));
    for (int i = 0; i < 20 * count; ++i) {
        const auto a = qsizetype(random() % uint(count));
        const auto b = qsizetype(random() % uint(count));
        const int by = texts[a].compare(texts[b], Qt::CaseInsensitive);
        const auto isSo = found[size_t(a)] <=> found[size_t(b)];
        QVERIFY2((by < 0) == (isSo < 0) && (by > 0) == (isSo > 0), qPrintable(texts[a] + u" and "_s + texts[b]));
    }
}

void TestKeyOrder::rowsAreSortedByKey_data()
{
    QTest::addColumn<quint64>("high");
    QTest::addColumn<quint64>("low");
    QTest::newRow("small") << quint64(0) << quint64(1000);
    QTest::newRow("large") << ~quint64(0) << ~quint64(0);
    QTest::newRow("half") << quint64(3) << quint64(0);
    QTest::newRow("all the same") << quint64(0) << quint64(0);
}

void TestKeyOrder::rowsAreSortedByKey()
{
    QFETCH(const quint64, high);
    QFETCH(const quint64, low);
    std::mt19937_64 random(11);
    for (const int count : {0, 1, 2, 1000}) {
        std::vector<models::KeyedRow> rows;
        for (int i = 0; i < count; ++i)
            rows.push_back({{random() & high, random() % (low == ~quint64(0) ? low : low + 1)}, i});
        std::vector<models::KeyedRow> expected = rows;
        std::ranges::stable_sort(expected, {}, &models::KeyedRow::key);
        models::sortByKey(rows);
        for (size_t i = 0; i < rows.size(); ++i)
            QCOMPARE(rows[i].row, expected[i].row);
    }
}

QTEST_GUILESS_MAIN(TestKeyOrder)
#include "test_keyorder.moc"
