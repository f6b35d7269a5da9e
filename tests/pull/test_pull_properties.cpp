// SPDX-License-Identifier: Apache-2.0
// What holds for every input: seeded random texts, so that a failure comes again.
#include "kube/duration.h"
#include "pull/events/message.h"
#include "pull/failure/failure.h"
#include "pull/failure/waiting.h"
#include "pull/image/imagereference.h"
#include "pull/image/keyring.h"
#include "pull/image/quoting.h"
#include "pull/kubelet/decision.h"
#include "rows.h"

#include <QDir>
#include <QRandomGenerator>
#include <QSet>

using namespace Qt::StringLiterals;

class TestPullProperties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyVectorHasATest();
    void renderedReferencesParseToThemselves();
    void quotingIsUndone();
    void durationsAreUndone();
    void categoriesDoNotDependOnNames();
    void randomTextNeverBreaks();
    void kubeletTextsAreRead();

private:
    QRandomGenerator m_random{20260301};

    template <class T>
    T any(const QList<T> &of)
    {
        return of.at(m_random.bounded(of.size()));
    }
    QString word(const QString &alphabet, int least, int most)
    {
        QString text;
        for (int i = m_random.bounded(least, most + 1); i > 0; --i)
            text += alphabet.at(m_random.bounded(alphabet.size()));
        return text;
    }
    QString reference();
    QString mutated(QString text);
};

QString TestPullProperties::reference()
{
    const QString lower = u"abcxyz019"_s;
    QString text;
    if (m_random.bounded(2))
        text = any(QStringList{u"docker.io/"_s, u"localhost/"_s, u"r:5000/"_s, u"a.b-c.io/"_s, u"[::1]:5000/"_s,
                               u"UP/"_s, u"index.docker.io/"_s});
    for (int i = m_random.bounded(3); i >= 0; --i)
        text += word(lower, 1, 5) + any(QStringList{u"."_s, u"_"_s, u"__"_s, u"--"_s}) + word(lower, 1, 4) +
                (i > 0 ? u"/"_s : QString());
    if (m_random.bounded(2))
        text += u':' + word(u"aZ09_"_s, 1, 1) + word(u"aZ09_.-"_s, 0, 12);
    if (m_random.bounded(3) == 0)
        text += u"@sha256:"_s + word(u"0123456789abcdef"_s, 64, 64);
    return text;
}

/** A few characters changed, moved or doubled. */
QString TestPullProperties::mutated(QString text)
{
    for (int i = m_random.bounded(1, 5); i > 0; --i) {
        const qsizetype at = m_random.bounded(text.size() + 1);
        switch (m_random.bounded(4)) {
        case 0: text.remove(at, m_random.bounded(1, 4)); break;
        case 1: text.insert(at, QChar(char16_t(m_random.bounded(0x10000)))); break;
        case 2:
            text.insert(at, any(QStringList{u"\""_s, u"\\"_s, u"/"_s, u":"_s, u"@"_s, u"\n"_s, u" "_s, u"("_s}));
            break;
        default: text.insert(at, text.first(at / 2)); break;
        }
    }
    return text;
}

void TestPullProperties::everyVectorHasATest()
{
    const QHash<QString, int> counts = {
        {u"allowlist"_s, 11},        {u"always-pull-admission"_s, 5}, {u"credential-verification"_s, 14},
        {u"default-policy"_s, 14},   {u"event-correlation"_s, 3},     {u"event-duration"_s, 1},
        {u"event-kind"_s, 5},        {u"event-message"_s, 29},        {u"event-name-time"_s, 2},
        {u"event-time"_s, 3},        {u"failure-text"_s, 58},         {u"field-path"_s, 4},
        {u"go-duration"_s, 6},       {u"image-backoff"_s, 7},         {u"image-locality"_s, 7},
        {u"image-ref"_s, 80},        {u"kubelet-decision"_s, 25},     {u"log-api-error"_s, 1},
        {u"node-images"_s, 2},       {u"node-presence"_s, 5},         {u"pod-status-text"_s, 4},
        {u"policy-validation"_s, 3}, {u"pull-secret-match"_s, 11},    {u"waiting-message"_s, 4}};
    QSet<QString> ids;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        for (const QJsonValue &vector : rows::ofArea(it.key(), it.value())) {
            QCOMPARE(vector[u"area"].toString(), it.key());
            ids.insert(vector[u"id"].toString());
        }
    QCOMPARE(ids.size(), 304);
    QByteArray tests;
    QDir folder(QStringLiteral(SOURCE_ROOT "/tests/pull"));
    for (const QString &name : folder.entryList({u"test_pull_*.cpp"_s})) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        if (name != u"test_pull_properties.cpp")
            tests += file.readAll();
    }
    for (auto it = counts.begin(); it != counts.end(); ++it)
        QVERIFY2(tests.contains("u\"" + it.key().toUtf8() + "\"_s, " + QByteArray::number(it.value()) + ')'),
                 qPrintable(it.key()));
}

void TestPullProperties::renderedReferencesParseToThemselves()
{
    for (int i = 0; i < 5000; ++i) {
        const QString text = reference();
        const auto first = pull::parseImageReference(text);
        QVERIFY2(first.isValid(), qPrintable(text + u": "_s + first.error));
        const auto again = pull::parseImageReference(first.normalized());
        QCOMPARE(again.normalized(), first.normalized());
        QCOMPARE(again.repository(), first.repository());
        if (!first.isOnDockerHub() || !first.path.section(u'/', 0, 0).contains(u'.')) {  // else read as a host
            const auto familiar = pull::parseImageReference(first.familiar());
            QCOMPARE(familiar.repository(), first.repository());
            QCOMPARE(familiar.tag, first.tag);
            QCOMPARE(familiar.digest, first.digest);
        }
        const auto spec = pull::parseImageReference(first.imageSpec());
        QCOMPARE(spec.normalized(), first.normalized());
        QVERIFY(!spec.tagDefaulted);
    }
}

void TestPullProperties::quotingIsUndone()
{
    QCOMPARE(pull::goQuoted(u"a\"\\\n\x01\u00e9\u2028\u00a0"), u"\"a\\\"\\\\\\n\\x01\u00e9\\u2028\\u00a0\""_s);
    for (int i = 0; i < 2000; ++i) {
        QString text;
        for (int n = m_random.bounded(12); n > 0; --n) {
            const char32_t c = m_random.bounded(3) ? m_random.bounded(0x80) : m_random.bounded(0x20000);
            if (!QChar::isSurrogate(c))
                text += QString::fromUcs4(&c, 1);
        }
        const QString quoted = pull::goQuoted(text);
        QCOMPARE(pull::goUnquoted(QStringView(quoted).sliced(1).chopped(1)), text);
    }
}

void TestPullProperties::durationsAreUndone()
{
    for (int i = 0; i < 5000; ++i) {
        const auto ns = std::chrono::nanoseconds(qint64(m_random.generate64() >> m_random.bounded(1, 63)));
        QCOMPARE(kube::parseGoDuration(kube::goDuration(ns)), ns);
    }
}

void TestPullProperties::categoriesDoNotDependOnNames()
{
    const QStringList hostile = {
        u"acme/eof:x509"_s,          u"docker.io/denied/unauthorized:forbidden"_s,
        u"r.io/not/found:timeout"_s, u"a:1"_s,
        u"toomanyrequests:429"_s,    u"127.0.0.1:5000/no-such-host/connection-refused:5.0.3"_s};
    static const QRegularExpression named(u"image \"([^\"]+)\""_s);
    int tried = 0;
    for (const QJsonValue &vector : rows::ofArea(u"failure-text"_s, 58)) {
        const QString text = vector[u"input"][u"text"].toString();
        const QString image = named.match(text).captured(1);
        const auto ours = pull::parseImageReference(image);
        if (image.isEmpty() || !ours.isValid())
            continue;
        for (const QString &other : hostile) {
            const auto theirs = pull::parseImageReference(other);
            QString swapped = text;
            swapped.replace(image, theirs.normalized())
                .replace(u"/v2/"_s + ours.path, u"/v2/"_s + theirs.path)
                .replace(u"/manifests/"_s + ours.tag, u"/manifests/"_s + theirs.tag);
            QCOMPARE(pull::classifyFailure(swapped, other).category, vector[u"expected"][u"category"].toString());
            QCOMPARE(pull::classifyFailure(swapped, theirs.normalized()).category,
                     vector[u"expected"][u"category"].toString());
            ++tried;
        }
    }
    QVERIFY(tried > 100);
}

void TestPullProperties::randomTextNeverBreaks()
{
    QStringList seeds;
    for (const QJsonValue &vector : rows::ofArea(u"event-message"_s, 29))
        seeds << vector[u"input"][u"message"].toString();
    for (const QJsonValue &vector : rows::ofArea(u"failure-text"_s, 58))
        seeds << vector[u"input"][u"text"].toString();
    QSet<QString> categories;
    for (const pull::FailureAdvice &advice : pull::FailureAdvices)
        categories.insert(QString::fromLatin1(advice.category));
    for (int i = 0; i < 5000; ++i) {
        kube::Event event;
        event.message = mutated(any(seeds));
        event.reason = any(QStringList{{}, u"Failed"_s, u"Pulled"_s, u"BackOff"_s});
        const auto message = pull::readMessage(event);
        QVERIFY(!pull::messageWord(message).isEmpty() && !pull::eventWord(message).isEmpty());
        const QString image = mutated(reference());
        const auto failure = pull::classifyFailure(event.message, image);
        QVERIFY2(categories.contains(failure.category), qPrintable(failure.category));
        (void)pull::readWaiting(any(QStringList{u"ErrImagePull"_s, u"CrashLoopBackOff"_s}), event.message, image);
        (void)pull::matchingKeys({mutated(u"https://*.io:5000/v2/"_s), image}, image);
        const auto ref = pull::parseImageReference(image, kube::Version{int(m_random.bounded(18, 38))});
        QCOMPARE(ref.isValid(), !ref.normalized().isEmpty());
        (void)kube::parseGoDuration(event.message);
    }
}

/** What decide and afterPull write, readMessage reads, in every version. */
void TestPullProperties::kubeletTextsAreRead()
{
    using pull::Lookup;
    for (int minor = 18; minor <= 36; ++minor)
        for (const auto policy : {kube::PullPolicy::Always, kube::PullPolicy::IfNotPresent, kube::PullPolicy::Never})
            for (const auto lookup : {Lookup::Present, Lookup::Absent, Lookup::Failed})
                for (const auto backOff : {pull::BackOff::Idle, pull::BackOff::Active}) {
                    pull::Circumstances c{kube::Version{minor}, u"a \"b"_s, policy, lookup, u"boom"_s};
                    if (m_random.bounded(4) > 0)
                        c.image = reference();
                    c.backOff = backOff;
                    const auto decision = pull::decide(c);
                    auto events = decision.visible.events;
                    if (decision.action == pull::Action::Pull)
                        events = pull::afterPull(c, {m_random.bounded(2) ? QString() : u"x\ny"_s}).events;
                    for (const pull::EventText &text : std::as_const(events)) {
                        kube::Event event;
                        event.type = text.type;
                        event.reason = text.reason;
                        event.message = text.message;
                        const auto message = pull::readMessage(event);
                        QVERIFY2(message.kind != pull::Message::Kind::Other, qPrintable(text.message));
                        if (!text.message.startsWith(u"Error: ") && !text.message.contains(u"inspect image \"\""_s))
                            QCOMPARE(message.image, c.image);
                        event.reason.clear();
                        event.type.clear();
                        QCOMPARE(pull::readMessage(event).kind, message.kind);
                    }
                }
}

QTEST_APPLESS_MAIN(TestPullProperties)
#include "test_pull_properties.moc"
