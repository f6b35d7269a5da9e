// SPDX-License-Identifier: Apache-2.0
#include "pull/image/imagereference.h"
#include "rows.h"

using namespace Qt::StringLiterals;

class TestPullReference : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void references_data();
    void references();
    void longNames();
    void emptyText();
    void errorsInTheWordsOfTheVersion();
};

namespace {

/** What a vector says of a reference, from ours. */
QJsonObject told(const QString &image, kube::Version version)
{
    const pull::ImageReference ref = pull::parseImageReference(image, version);
    QJsonObject object{{u"valid"_s, ref.isValid()},
                       {u"defaultPolicy"_s, kube::toString(pull::defaultPolicy(image, version))}};
    if (!ref.isValid()) {
        object[u"libraryError"_s] = ref.error;
        object[u"error"_s] = pull::imageReferenceError(ref, version);
        object[u"waitingReason"_s] = u"InvalidImageName"_s;
        return object;
    }
    object[u"repository"_s] = ref.repository();
    object[u"registry"_s] = ref.registry;
    object[u"path"_s] = ref.path;
    object[u"tag"_s] = rows::orNull(ref.tag);
    object[u"digest"_s] = rows::orNull(ref.digest);
    object[u"familiar"_s] = ref.familiar();
    object[u"runtimeLookupName"_s] = ref.normalized();
    object[u"kubeletImageSpec"_s] = ref.imageSpec();
    return object;
}

}  // namespace

void TestPullReference::references_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<int>("minor");
    QTest::addColumn<QJsonObject>("expected");
    int older = 0;
    for (const QJsonValue &vector : rows::ofArea(u"image-ref"_s, 80)) {
        const QString image = vector[u"input"][u"image"].toString();
        const QString id = vector[u"id"].toString();
        const auto row = [&](int minor, const QJsonObject &expected) {
            QTest::addRow("%s in 1.%d", qPrintable(id), minor) << image << minor << expected;
        };
        row(36, vector[u"expected"].toObject());
        if (vector[u"versions"].toString().contains(u"all three parser generations"))
            for (const int minor : {28, 30})  // the wording before 1.28 differs, see below
                row(minor, vector[u"expected"].toObject());
        const QJsonObject before = vector[u"olderVersions"].toObject();
        for (auto it = before.begin(); it != before.end(); ++it, ++older) {
            QVERIFY2(it.key().startsWith(u"<=1.28"), qPrintable(it.key()));
            for (const int minor : {20, 28})
                row(minor, it.value().toObject());
        }
    }
    QCOMPARE(older, 11);
}

void TestPullReference::references()
{
    QFETCH(QString, image);
    QFETCH(int, minor);
    QFETCH(QJsonObject, expected);
    const QJsonObject actual = told(image, kube::Version{minor});
    for (auto it = expected.begin(); it != expected.end(); ++it)
        QCOMPARE(actual[it.key()], it.value());
    if (expected.contains(u"path"_s))
        QCOMPARE(actual.keys(), expected.keys());
}

void TestPullReference::longNames()
{
    const QString path(255, u'a');
    QVERIFY(pull::parseImageReference(u"r.io/"_s + path).isValid());
    QVERIFY(!pull::parseImageReference(u"r.io/a"_s + path).isValid());
    // Up to 1.31 the host counts.
    QCOMPARE(pull::parseImageReference(u"r.io/"_s + path, kube::Version{31}).error,
             u"repository name must not be more than 255 characters"_s);
    QVERIFY(pull::parseImageReference(u"r.io/"_s + path.first(250), kube::Version{31}).isValid());
    QVERIFY(!pull::parseImageReference(QString(100'000, u'a')).isValid());
}

void TestPullReference::emptyText()
{
    QCOMPARE(pull::parseImageReference({}).error, u"invalid reference format"_s);
    QVERIFY(pull::defaultPolicy({}) == kube::PullPolicy::IfNotPresent);
}

void TestPullReference::errorsInTheWordsOfTheVersion()
{
    const auto words = [](int minor) {
        const kube::Version version{minor};
        return pull::imageReferenceError(pull::parseImageReference(u"a b"_s, version), version);
    };
    QCOMPARE(words(27), u"couldn't parse image reference \"a b\": invalid reference format"_s);
    QCOMPARE(words(28), u"couldn't parse image name \"a b\": invalid reference format"_s);
    QCOMPARE(pull::imageReferenceError(pull::parseImageReference(u"a"_s)), QString());
}

QTEST_APPLESS_MAIN(TestPullReference)
#include "test_pull_reference.moc"
