// SPDX-License-Identifier: Apache-2.0
// Words of enumerations against the schema that comes with Gantry: a wrong one is told at its line with those that are
// allowed, and nothing else is; good manifests are left alone. Over every enumeration of every kind, and over manifests
// as people write them.
#include "bundledshelf.h"
#include "manifest/assist/review.h"
#include "manifest/text/yamltext.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::Schema;
using kube::SchemaPtr;

namespace {

const QString Wrong = u"Bogus"_s;

const kube::SchemaSet &schemas()
{
    return *bundled().bundled;
}

/** The least that fits a schema. */
QJsonValue least(const SchemaPtr &given)
{
    const SchemaPtr schema = schemas().resolved(given);
    if (!schema)
        return u"x"_s;
    switch (schema->type) {
    case Schema::Type::Array: return QJsonArray();
    case Schema::Type::Integer:
    case Schema::Type::Number: return 1;
    case Schema::Type::Boolean: return true;
    case Schema::Type::String: return schema->values.isEmpty() ? u"x"_s : schema->values.constLast();
    default: break;
    }
    QJsonObject object;
    for (const QString &name : schema->required)
        object.insert(name, least(schema->properties.value(name)));
    return object;
}

/** A word that a kind may have, and a document around another one in its place. */
struct Place {
    QString kind;
    QStringList words;
    std::function<QJsonValue(const QString &)> document;
};

/** Finds each enumeration that a kind leads to, once for each schema on the way. */
class Search {
public:
    explicit Search(QString kind) : m_kind(std::move(kind)) {}

    QList<Place> places;

    using Around = std::function<QJsonValue(const QJsonValue &)>;
    void search(const SchemaPtr &given, const Around &around)
    {
        if (given && !given->reference.isEmpty()) {
            if (m_seen.contains(given->reference))
                return;
            m_seen.insert(given->reference);
        }
        const SchemaPtr schema = schemas().resolved(given);
        if (!schema)
            return;
        if (!schema->values.isEmpty())
            places.append({m_kind, schema->values, [around](const QString &word) { return around(word); }});
        search(schema->items, [around](const QJsonValue &item) { return around(QJsonArray{item}); });
        search(schema->others, [around](const QJsonValue &value) { return around(QJsonObject{{u"k"_s, value}}); });
        for (auto it = schema->properties.cbegin(); it != schema->properties.cend(); ++it)
            search(it.value(), [around, given, name = it.key()](const QJsonValue &value) {
                QJsonObject object = least(given).toObject();
                object.insert(name, value);
                return around(object);
            });
    }

private:
    QString m_kind;
    QSet<QString> m_seen;
};

QList<Place> everyPlace()
{
    QList<Place> all;
    QStringList kinds = schemas().kinds.keys();
    kinds.sort();
    for (const QString &kind : std::as_const(kinds)) {
        Search search(kind);
        search.search(schemas().named.value(schemas().kinds.value(kind)), [kind](const QJsonValue &value) {
            QJsonObject object = value.toObject();
            object.insert(u"apiVersion"_s, kind.section(u' ', 0, 0));
            object.insert(u"kind"_s, kind.section(u' ', 1));
            return object;
        });
        all += search.places;
    }
    return all;
}

/** What the schema and the text itself say against it; notes are no faults. */
QList<manifest::Remark> faults(const QString &text)
{
    QList<manifest::Remark> remarks = manifest::Reviewer().review(text, u"f"_s, bundled()).remarks;
    remarks.removeIf([](const manifest::Remark &remark) {
        return remark.severity == manifest::Remark::Severity::Note || remark.basis == manifest::Remark::Basis::Rules;
    });
    return remarks;
}

/** What is wrong with what is said of a text whose one fault is `Wrong`; empty: nothing. */
QString missed(const QString &text, const QStringList &words)
{
    const QList<manifest::Remark> said = faults(text);
    if (said.size() != 1)
        return u"%1 are said\n%2"_s.arg(said.size()).arg(text);
    const int line = int(text.first(text.indexOf(Wrong)).count(u'\n')) + 1;
    const bool namesAll =
        std::ranges::all_of(words, [&](const QString &word) { return said[0].message().contains(u'"' + word + u'"'); });
    return said[0].place.line == line && namesAll
               ? QString()
               : u"line %1: %2\n%3"_s.arg(said[0].place.line).arg(said[0].message(), text);
}

/** The manifests that come with Gantry, and of many kinds as people write them. */
QStringList goodManifests()
{
    QStringList texts;
    QDirIterator templates(QStringLiteral(SOURCE_ROOT "/resources/templates"), {u"*.yaml"_s});
    while (templates.hasNext()) {
        QFile file(templates.next());
        if (file.open(QIODevice::ReadOnly))
            texts << QString::fromUtf8(file.readAll());
    }
    QDirIterator data(QStringLiteral(TEST_DATA), {u"*.yaml"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (data.hasNext()) {
        QFile file(data.next());
        if (file.fileName().contains("/manifest"_L1) && file.open(QIODevice::ReadOnly))
            texts << QString::fromUtf8(file.readAll());
    }
    return texts;
}

/** The places of the words of enumerations in a document, and the enumerations. */
void addWords(QList<std::pair<manifest::Place, QStringList>> &words, const manifest::Document &document,
              const QJsonValue &value, const SchemaPtr &given, const QString &path)
{
    const SchemaPtr schema = schemas().resolved(given);
    if (!schema)
        return;
    if (value.isString() && !schema->values.isEmpty())
        words.append({document.places.value(path), schema->values});
    const QJsonArray items = value.toArray();
    for (qsizetype i = 0; i < items.size(); ++i)
        addWords(words, document, items[i], schema->items, path + u'[' + QString::number(i) + u']');
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        addWords(words, document, it.value(), schema->properties.value(it.key(), schema->others),
                 path.isEmpty() ? it.key() : path + u'.' + it.key());
}

}  // namespace

class TestEnumWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEnumerationIsChecked();
    void goodManifestsAreLeftAlone();
    void wrongWordsInGoodManifestsAreFound();
    void anEmptyWordMayBeNone();
};

void TestEnumWords::everyEnumerationIsChecked()
{
    const QList<Place> places = everyPlace();
    QVERIFY2(places.size() > 300, qPrintable(QString::number(places.size())));
    QStringList falseAlarms, misses;
    for (const Place &place : places) {
        for (const QString &word : place.words) {
            const QString text = manifest::toYaml(place.document(word));
            for (const manifest::Remark &remark : faults(text))
                falseAlarms << place.kind + u": "_s + remark.message();
        }
        const QString text = manifest::toYaml(place.document(Wrong));
        if (const QString wrong = missed(text, place.words); !wrong.isEmpty())
            misses << place.kind + u": "_s + wrong;
    }
    QVERIFY2(falseAlarms.isEmpty(), qPrintable(falseAlarms.value(0)));
    QVERIFY2(misses.isEmpty(), qPrintable(misses.value(0)));
    QCOMPARE(falseAlarms.size(), 0);
    QCOMPARE(misses.size(), 0);
}

void TestEnumWords::goodManifestsAreLeftAlone()
{
    QStringList falseAlarms;
    int documents = 0;
    for (const QString &text : goodManifests()) {
        documents += int(manifest::parse(text, u"f"_s).documents.size());
        for (const manifest::Remark &remark : faults(text))
            falseAlarms << remark.message() + u'\n' + text.section(u'\n', 0, 3);
    }
    QVERIFY2(documents > 20, qPrintable(QString::number(documents)));
    QVERIFY2(falseAlarms.isEmpty(), qPrintable(falseAlarms.value(0)));
}

void TestEnumWords::wrongWordsInGoodManifestsAreFound()
{
    QStringList misses;
    int cases = 0;
    for (const QString &text : goodManifests()) {
        QList<std::pair<manifest::Place, QStringList>> words;
        for (const manifest::Document &document : manifest::parse(text, u"f"_s).documents)
            addWords(words, document, QJsonDocument::fromJson(document.json).object(),
                     schemas().ofKind(document.apiVersion, document.kind), {});
        for (const auto &[place, allowed] : std::as_const(words)) {
            QStringList lines = text.split(u'\n');
            QString &line = lines[place.line - 1];
            const auto word = std::ranges::find_if(allowed, [&](const QString &one) {
                return !one.isEmpty() && (line.endsWith(u' ' + one) || line.contains(u' ' + one + u',') ||
                                          line.endsWith(u'"' + one + u'"'));
            });
            QVERIFY2(word != allowed.end(), qPrintable(line));
            line.replace(line.lastIndexOf(*word), word->size(), Wrong);
            ++cases;
            if (const QString wrong = missed(lines.join(u'\n'), allowed); !wrong.isEmpty())
                misses << wrong;
        }
    }
    QVERIFY2(cases > 40, qPrintable(QString::number(cases)));
    QVERIFY2(misses.isEmpty(), qPrintable(misses.value(0)));
}

/** Go reads an empty word as one that was not written, and then has its default: of the built-in kinds nothing is said.
 */
void TestEnumWords::anEmptyWordMayBeNone()
{
    const QString pod = u"apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  restartPolicy: %1\n  containers:\n"
                        "  - name: c\n    image: nginx\n"_s;
    QVERIFY(faults(pod.arg(u"\"\""_s)).isEmpty());
    QCOMPARE(faults(pod.arg(u"always"_s)).size(), 1);
    QCOMPARE(faults(pod.arg(u"always"_s))[0].nearest, u"Always"_s);
}

QTEST_APPLESS_MAIN(TestEnumWords)
#include "test_enumwords.moc"
