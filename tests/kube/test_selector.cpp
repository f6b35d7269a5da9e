// SPDX-License-Identifier: Apache-2.0
#include "kube/quantity.h"
#include "kube/selector.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestSelector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labels_data();
    void labels();
    void malformed();
    void fields();
    void quantities();
};

void TestSelector::labels_data()
{
    QTest::addColumn<QString>("selector");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *selector, bool matches) {
        QTest::newRow(*selector ? selector : "nothing") << QString::fromLatin1(selector) << matches;
    };
    row("", true);
    row("app=web", true);
    row("app==web", true);
    row("app=db", false);
    row("app!=db", true);
    row("app!=web", false);
    row("gone!=x", true);
    row("gone=x", false);
    row("a.b/c=", true);
    row("app", true);
    row("gone", false);
    row("!gone", true);
    row("!app", false);
    row("app in (db, web)", true);
    row("app notin (db,web)", false);
    row("gone notin (x)", true);
    row("size>2,size<4", true);
    row("size>3", false);
    row("app>3", false);
    row("app in (db,web),tier=front", true);
    row("app=web,tier=back", false);
}

void TestSelector::labels()
{
    QFETCH(QString, selector);
    QFETCH(bool, matches);
    const auto parsed = kube::LabelSelector::parse(selector);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
    QCOMPARE(parsed->matches({{u"a.b/c"_s, {}}, {u"app"_s, u"web"_s}, {u"size"_s, u"3"_s}, {u"tier"_s, u"front"_s}}),
             matches);
}

void TestSelector::malformed()
{
    for (const auto text : {u"=x", u"a=b=c", u"a(b)", u"a of (b)", u"a b", u"!", u"a in b)"})
        QVERIFY2(!kube::LabelSelector::parse(text), qPrintable(QString(text)));
    QVERIFY(!kube::parseFieldSelector(u"foo"));
}

void TestSelector::fields()
{
    const auto terms = kube::parseFieldSelector(u"status.phase!=Running,spec.nodeName==n1,metadata.name=").value();
    QCOMPARE(terms.size(), 3);
    QVERIFY(!terms.at(0).equal && terms.at(0).field == u"status.phase" && terms.at(0).value == u"Running");
    QVERIFY(terms.at(1).equal && terms.at(1).value == u"n1");
    QVERIFY(terms.at(2).equal && terms.at(2).value.isEmpty());
}

void TestSelector::quantities()
{
    const auto canonical = [](const char *text) { return kube::canonicalQuantity(QString::fromLatin1(text)); };
    QCOMPARE(canonical("1000m"), u"1"_s);
    QCOMPARE(canonical("0.5"), u"500m"_s);
    QCOMPARE(canonical("1024Mi"), u"1Gi"_s);
    QCOMPARE(canonical("1.5Gi"), u"1536Mi"_s);
    QCOMPARE(canonical("512"), u"512"_s);
    QCOMPARE(canonical("100000"), u"100k"_s);
    QCOMPARE(canonical("1e3"), u"1e3"_s);
    QCOMPARE(canonical("0"), u"0"_s);
    QCOMPARE(canonical("-1500m"), u"-1500m"_s);
    QCOMPARE(canonical("0.5Ki"), u"512"_s);
    QCOMPARE(canonical("lots"), u"lots"_s);
    QCOMPARE(kube::quantityMilliValue(u"1.5"), 1500);
    QCOMPARE(kube::quantityValue(u"1500m"), 2);
    QCOMPARE(kube::quantityValue(u"9999999999E"), std::numeric_limits<qint64>::max());
    QVERIFY(kube::compareQuantities(u"1", u"1000m") == 0);
    QVERIFY(kube::compareQuantities(u"250m", u"1") < 0);
    QVERIFY(kube::compareQuantities(u"x", u"1") == std::partial_ordering::unordered);
}

QTEST_APPLESS_MAIN(TestSelector)
#include "test_selector.moc"
