// SPDX-License-Identifier: Apache-2.0
// What a text means while it is written: remarks, the place of the cursor, what may follow there, what it means, and
// the edits that are offered. Against the schema that comes with Gantry.
#include "bundledshelf.h"
#include "manifest/assist/completion.h"
#include "manifest/assist/explain.h"
#include "manifest/assist/fixes.h"
#include "manifest/assist/review.h"
#include "manifest/assist/rules.h"
#include "manifest/assist/setvalue.h"
#include "manifest/schema/check.h"

#include <QFile>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using manifest::Remark;

namespace {

const QString Deployment = uR"(apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
spec:
  replicas: 2
  selector:
    matchLabels: {app: shop}
  template:
    metadata:
      labels:
        app: shop
    spec:
      containers:
      - name: web
        image: nginx:1.27 # the shop
        ports:
        - containerPort: 80
      - name: side
        image: "busybox"
        imagePullPolicy: Never
)"_s;

/** The text without its mark `^`, and where that stood. */
struct Marked {
    QStringList lines;
    int line = 0;
    int column = 0;
};

Marked marked(const QString &text)
{
    Marked result{text.split(u'\n'), 0, 0};
    for (qsizetype i = 0; i < result.lines.size(); ++i)
        if (const qsizetype at = result.lines[i].indexOf(u'^'); at >= 0) {
            result.line = int(i);
            result.column = int(at);
            result.lines[i].remove(at, 1);
        }
    return result;
}

std::optional<manifest::Spot> spotIn(const QString &text)
{
    const Marked mark = marked(text);
    return manifest::spotAt({int(mark.lines.size()), [&](int i) { return mark.lines[i]; }}, mark.line, mark.column);
}

QStringList wordsIn(const QString &text)
{
    QStringList words;
    if (const auto spot = spotIn(text))
        for (const manifest::Choice &choice : manifest::completionAt(*spot, bundled()).choices)
            words << choice.word;
    return words;
}

QString inserted(const QString &text, const QString &word)
{
    const auto spot = spotIn(text);
    if (!spot)
        return u"no spot"_s;
    for (const manifest::Choice &choice : manifest::completionAt(*spot, bundled()).choices)
        if (choice.word == word)
            return choice.insert;
    return u"not offered"_s;
}

QStringList messages(const QList<Remark> &remarks)
{
    QStringList all;
    for (const Remark &remark : remarks)
        all << u"%1:%2 %3"_s.arg(remark.place.line).arg(remark.place.column).arg(remark.message());
    return all;
}

manifest::Document documentOf(const QString &text)
{
    return manifest::parse(text, u"f"_s).documents.value(0);
}

QString edited(const QString &text, const std::optional<manifest::Edit> &edit)
{
    if (!edit)
        return u"no edit"_s;
    QStringList lines = text.split(u'\n');
    QString &line = lines[edit->at.line - 1];
    line.replace(edit->at.column - 1, edit->length, edit->text);
    return lines.join(u'\n');
}

}  // namespace

class TestAssist : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesAreWrittenInPlace_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");  // empty: it cannot be
        const auto row = [](const char *name, const char *field, const QJsonValue &value, const char *from,
                            const char *to) {
            QTest::newRow(name) << QString::fromUtf8(field) << value << QString::fromUtf8(from)
                                << QString::fromUtf8(to);
        };
        row("number", ".spec.replicas", 5, "replicas: 3", "replicas: 5");
        row("in a list", ".spec.list[name=\"b\"].image", u"y:2"_s, "image: 'x:1'   # why # not",
            "image: y:2   # why # not");
        row("a word that is none", ".spec.plain", u"no"_s, "plain: a b", "plain: \"no\"");
        row("key with dots", ".metadata.labels.a.b/c", u"w"_s, "a.b/c: \"v # v\"", "a.b/c: w");
        row("block", ".spec.block", u"x"_s, "", "");
        row("flow", ".spec.flow.a", 2, "", "");
        row("anchor", ".spec.anchor", 2, "", "");
        row("alias", ".spec.alias", 2, "", "");
        row("several lines", ".spec.long", u"x"_s, "", "");
        row("an object", ".spec.flow", 2, "", "");
        row("not there", ".spec.none", 2, "", "");
        row("to several lines", ".spec.plain", u"a\nb"_s, "", "");
        row("to an object", ".spec.plain", QJsonObject(), "", "");
    }
    void valuesAreWrittenInPlace()
    {
        QFETCH(const QString, field);
        QFETCH(const QJsonValue, value);
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        const QString text =
            u"a: 1\n---\nmetadata:\n  labels:\n    a.b/c: \"v # v\"\nspec:\n  replicas: 3\n  plain: a b\n  list:\n"
            "  - name: a\n    image: 'x:1'\n  - name: b\n    image: 'x:1'   # why # not\n  block: |\n    x\n"
            "  flow: {a: 1}\n  anchor: &x 1\n  alias: *x\n  long: a\n    b\n"_s;
        const manifest::Parsed parsed = manifest::parse(text, {});
        QVERIFY(!parsed.hasErrors());
        const auto written = manifest::setValue(text, parsed.documents.at(1), field, value);
        QCOMPARE(written.has_value(), !to.isEmpty());
        if (!written)
            return;
        QStringList lines = text.split(u'\n');
        const manifest::Edit &edit = written->edit;
        lines[edit.at.line - 1].replace(edit.at.column - 1, edit.length, edit.text);
        QCOMPARE(lines.join(u'\n'), QString(text).replace(from, to));
    }

    void theBundledSchemaIsWhole();
    void remarksAreOfEverySource();
    void aKindWithoutASchemaIsNoError();
    void theClusterGoesBeforeTheBundle();
    void readingAgainEqualsReadingOnce();
    void readingStopsWhenTold();
    void spots_data();
    void spots();
    void nothingIsOfferedWithinText_data();
    void nothingIsOfferedWithinText();
    void keysOfThePlace();
    void valuesOfThePlace();
    void whatIsInsertedKeepsTheForm();
    void liveNamesAreAskedFor();
    void fieldsAreExplained();
    void removedVersionsAreTold();
    void whatCannotBeChanged();
    void imagesAreFound();
    void editsTouchOnlyWhatTheyMust();
};

void TestAssist::theBundledSchemaIsWhole()
{
    QVERIFY(bundled().bundled->kinds.size() > 50);
    QCOMPARE(messages(manifest::remarksOn(manifest::parse(Deployment, u"f"_s), bundled())), QStringList());
    for (auto it = bundled().bundled->kinds.cbegin(); it != bundled().bundled->kinds.cend(); ++it)
        QVERIFY2(bundled().bundled->named.contains(it.value()), qPrintable(it.key()));
}

void TestAssist::remarksAreOfEverySource()
{
    const QString text = u"apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n  - name: c\n"
                         u"    imagee: b\n    tty: yes\n    tty: no\n---\napiVersion: policy/v1beta1\n"
                         u"kind: PodDisruptionBudget\nmetadata: {name: p}\n"_s;
    const QList<Remark> remarks = manifest::remarksOn(manifest::parse(text, u"f"_s), bundled());
    QCOMPARE(messages(remarks),
             (QStringList{u"8:5 unknown field \"spec.containers[0].imagee\""_s,
                          u"9:10 yes is the boolean true; quote it if it is meant as text"_s,
                          u"10:5 the key \"tty\" stands twice in this mapping; the last one counts"_s,
                          u"10:10 no is the boolean false; quote it if it is meant as text"_s,
                          u"12:1 policy/v1beta1 PodDisruptionBudget was removed in Kubernetes v1.25; use policy/v1 "
                          u"(kubernetes.io: Deprecated API Migration Guide)"_s,
                          u"13:1 no schema for PodDisruptionBudget of policy/v1beta1: its fields are not checked"_s}));
    QCOMPARE(remarks[0].severity, Remark::Severity::Warning);  // another release may know the field
    QCOMPARE(remarks[0].basis, Remark::Basis::Bundled);
    QCOMPARE(remarks[0].nearest, u"image"_s);
    QCOMPARE(remarks[0].length, 6);
    QCOMPARE(remarks[1].severity, Remark::Severity::Note);
    QCOMPARE(remarks[4].document, 1);
}

void TestAssist::aKindWithoutASchemaIsNoError()
{
    const QString text = u"apiVersion: example.io/v1\nkind: Shop\nmetadata: {name: a}\nspec: {anything: 1}\n"_s;
    const QList<Remark> remarks = manifest::remarksOn(manifest::parse(text, u"f"_s), bundled());
    QCOMPARE(remarks.size(), 1);
    QCOMPARE(remarks[0].severity, Remark::Severity::Note);
    QCOMPARE(manifest::remarksOn(manifest::parse(text, u"f"_s), {}), QList<Remark>());
}

void TestAssist::theClusterGoesBeforeTheBundle()
{
    auto set = std::make_shared<kube::SchemaSet>();
    auto pod = std::make_shared<kube::Schema>();
    pod->type = kube::Schema::Type::Object;
    pod->properties.insert(u"apiVersion"_s, std::make_shared<kube::Schema>());
    pod->properties.insert(u"kind"_s, std::make_shared<kube::Schema>());
    set->named.insert(u"Pod"_s, pod);
    set->kinds.insert(u"v1 Pod"_s, u"Pod"_s);
    manifest::Shelf shelf = bundled();
    shelf.cluster.insert(u"v1"_s, set);
    const QString text = u"apiVersion: v1\nkind: Pod\nspec: {containers: [{name: a}]}\n"_s;
    const QList<Remark> remarks = manifest::remarksOn(manifest::parse(text, u"f"_s), shelf);
    QCOMPARE(messages(remarks), QStringList{u"3:1 unknown field \"spec\""_s});
    QCOMPARE(remarks[0].severity, Remark::Severity::Error);
    QCOMPARE(remarks[0].basis, Remark::Basis::Cluster);
}

void TestAssist::readingAgainEqualsReadingOnce()
{
    const QString pod = u"apiVersion: v1\nkind: Pod\nmetadata: {name: a%1}\nspec:\n  containers:\n  - name: yes\n"_s;
    QStringList parts{pod.arg(1), pod.arg(2), Deployment, pod.arg(2), u"# nothing\n"_s, pod.arg(3)};
    manifest::Reviewer reviewer;
    const auto compare = [&](const QString &text) {
        const manifest::Reviewed again = reviewer.review(text, u"f"_s, bundled());
        const manifest::Parsed once = manifest::parse(text, u"f"_s);
        QCOMPARE(again.parsed.problems, once.problems);
        QCOMPARE(again.parsed.notes, once.notes);
        QCOMPARE(again.remarks, manifest::remarksOn(once, bundled()));
        QCOMPARE(again.parsed.documents.size(), once.documents.size());
        for (qsizetype i = 0; i < once.documents.size(); ++i) {
            const manifest::Document &a = again.parsed.documents[i];
            const manifest::Document &b = once.documents[i];
            QCOMPARE(std::tuple(a.json, a.index, a.line, a.lastLine, a.name, a.places.all()),
                     std::tuple(b.json, b.index, b.line, b.lastLine, b.name, b.places.all()));
        }
    };
    compare(parts.join(u"---\n"_s));
    parts[1] = u"# one line more\n"_s + parts[1];
    compare(parts.join(u"---\n"_s));
    parts.swapItemsAt(0, 2);
    compare(parts.join(u"---\n"_s));
    parts[3] += u"  oops: [\n"_s;  // what stands behind the error is not read
    compare(parts.join(u"---\n"_s));
    parts[3] = u"--- no\n"_s;
    compare(parts.join(u"---\n"_s));
    compare(u"{\"kind\": \"A\", \"apiVersion\": \"v1\"}\n\n{\"kind\": \"B\", \"apiVersion\": \"v1\"}\n"_s);
    compare({});
}

void TestAssist::readingStopsWhenTold()
{
    manifest::Reviewer reviewer;
    int asked = 0;
    const auto stop = [&] { return ++asked == 2; };
    QVERIFY(reviewer.review(Deployment + u"---\n"_s + Deployment, u"f"_s, bundled(), stop).isBroken);
    QCOMPARE(asked, 2);
    QVERIFY(!reviewer.review(Deployment, u"f"_s, bundled(), [] { return false; }).isBroken);
}

void TestAssist::spots_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("present");
    const auto row = [](const char *name, const char *text, const char *path, const char *key, const char *word,
                        const char *present) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(path) << QString::fromLatin1(key)
                            << QString::fromLatin1(word) << QString::fromLatin1(present);
    };
    row("root", "apiVersion: v1\n^\nkind: Pod", "", "", "", "apiVersion kind");
    row("root word", "kind: Pod\nmet^a", "", "", "met", "kind");
    row("in a mapping", "kind: Pod\nmetadata:\n  name: a\n  ^", "metadata", "", "", "name");
    row("between", "kind: Pod\nmetadata:\n  na^\n  labels: {}\nspec:", "metadata", "", "na", "labels");
    row("a value", "kind: Pod\nmetadata:\n  name: a^b", "metadata", "name", "a", "");
    row("an item", "spec:\n  containers:\n  - name: a\n    im^", "spec containers [0]", "", "im", "name");
    row("a second item", "spec:\n  containers:\n  - name: a\n    env: []\n  - na^", "spec containers [1]", "", "na",
        "");
    row("first of an item", "spec:\n  containers:\n  - ^name: a\n    image: b", "spec containers [0]", "name", "",
        "image");
    row("deep list", "spec:\n  containers:\n    - name: a\n      ^", "spec containers [0]", "", "", "name");
    row("list in a list", "a:\n- b:\n  - c: 1\n    ^\n  - d: 2", "a [0] b [0]", "", "", "c");
    row("past inner lines",
        "spec:\n  containers:\n  - name: a\n    ports:\n    - containerPort: 1\n      name: x\n    ^",
        "spec containers [0]", "", "", "name ports");
    row("not of the document before", "kind: A\nx: 1\n---\nkind: B\n^", "", "", "", "kind");
    row("commented", "kind: A\n# was: 1\n^", "", "", "", "kind");
    row("below a block scalar", "data:\n  a: |\n    x: 1\n    y: 2\n  ^", "data", "", "", "a");
    row("quoted key", "\"data\":\n  ^", "data", "", "", "");
    row("behind the colon", "spec:\n  hostNetwork:^", "spec", "hostNetwork", "", "");
    row("anchored", "spec: &s\n  ^", "spec", "", "", "");
}

void TestAssist::spots()
{
    QFETCH(QString, text);
    const auto spot = spotIn(text);
    QVERIFY(spot);
    QTEST(spot->path.join(u' '), "path");
    QTEST(spot->key, "key");
    QTEST(spot->word, "word");
    QStringList present = spot->present;
    present.sort();
    QTEST(present.join(u' '), "present");
}

void TestAssist::nothingIsOfferedWithinText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("comment") << u"kind: Pod\n# he^re"_s;
    QTest::newRow("comment behind") << u"kind: Pod # he^re"_s;
    QTest::newRow("separator") << u"kind: Pod\n---^"_s;
    QTest::newRow("block scalar") << u"data:\n  a: |\n    te^"_s;
    QTest::newRow("flow") << u"metadata: {name: ^"_s;
    QTest::newRow("text in two lines") << u"data:\n  a: one\n    two ^"_s;
    QTest::newRow("before the key") << u"data:\n ^   a: one"_s;
}

void TestAssist::nothingIsOfferedWithinText()
{
    QFETCH(QString, text);
    QVERIFY(!spotIn(text));
}

void TestAssist::keysOfThePlace()
{
    const QString head = u"apiVersion: v1\nkind: Pod\nspec:\n  containers:\n"_s;
    const QStringList keys = wordsIn(head + u"  - image: a\n    ^"_s);
    QCOMPARE(keys.value(0), u"name"_s);  // required
    QVERIFY(keys.contains(u"imagePullPolicy"_s));
    QVERIFY(!keys.contains(u"image"_s));
    QVERIFY(!keys.contains(u"hostNetwork"_s));
    QCOMPARE(wordsIn(u"^"_s), (QStringList{u"apiVersion"_s, u"kind"_s, u"metadata"_s}));
    QVERIFY(!wordsIn(u"apiVersion: v1\nkind: Pod\n^"_s).contains(u"status"_s));
    QVERIFY(!wordsIn(u"apiVersion: v1\nkind: Pod\nmetadata:\n  ^"_s).contains(u"uid"_s));
    QVERIFY(wordsIn(u"apiVersion: example.io/v1\nkind: Shop\nspec:\n  ^"_s).isEmpty());
}

void TestAssist::valuesOfThePlace()
{
    const QString pod = u"apiVersion: v1\nkind: Pod\nspec:\n"_s;
    QCOMPARE(wordsIn(pod + u"  containers:\n  - imagePullPolicy: ^"_s),
             (QStringList{u"Always"_s, u"IfNotPresent"_s, u"Never"_s}));
    QCOMPARE(wordsIn(pod + u"  hostNetwork: ^"_s), (QStringList{u"true"_s, u"false"_s}));
    QVERIFY(wordsIn(u"apiVersion: apps/v1\nkind: ^"_s).contains(u"Deployment"_s));
    QVERIFY(!wordsIn(u"apiVersion: apps/v1\nkind: ^"_s).contains(u"Pod"_s));
    QCOMPARE(wordsIn(u"apiVersion: ^\nkind: Deployment"_s), QStringList{u"apps/v1"_s});
}

void TestAssist::whatIsInsertedKeepsTheForm()
{
    const QString pod = u"apiVersion: v1\nkind: Pod\nspec:\n"_s;
    QCOMPARE(inserted(pod + u"  ^"_s, u"hostNetwork"_s), u"hostNetwork: "_s);
    QCOMPARE(inserted(pod + u"  ^"_s, u"securityContext"_s), u"securityContext:\n    "_s);
    QCOMPARE(inserted(pod + u"  ^"_s, u"containers"_s), u"containers:\n  - "_s);
    QCOMPARE(inserted(pod + u"  containers:\n    - name: a\n      ^"_s, u"ports"_s), u"ports:\n        - "_s);
    QCOMPARE(inserted(pod + u"  containers:\n  ^"_s, u"hostNetwork"_s), u"hostNetwork: "_s);
    QCOMPARE(inserted(pod + u"  containers:\n    ^"_s, u"name"_s), u"- name: "_s);
    QCOMPARE(inserted(pod + u"  host^Network: true"_s, u"hostPID"_s), u"hostPID"_s);
    QCOMPARE(inserted(pod + u"  hostNetwork:^"_s, u"true"_s), u" true"_s);
    QCOMPARE(manifest::valueText(u"yes"_s), u"\"yes\""_s);
    QCOMPARE(manifest::valueText(u"app.kubernetes.io/name"_s), u"app.kubernetes.io/name"_s);
}

void TestAssist::liveNamesAreAskedFor()
{
    using manifest::Live;
    const auto live = [](const QString &text) {
        const auto spot = spotIn(text);
        return spot ? manifest::completionAt(*spot, bundled()).live : Live::Nothing;
    };
    const QString pod = u"apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n"_s;
    QCOMPARE(live(u"apiVersion: v1\nkind: Pod\nmetadata:\n  namespace: ^"_s), Live::Namespaces);
    QCOMPARE(live(pod + u"  serviceAccountName: ^"_s), Live::ServiceAccounts);
    QCOMPARE(live(pod + u"  imagePullSecrets:\n  - name: ^"_s), Live::Secrets);
    QCOMPARE(live(pod + u"  volumes:\n  - secret:\n      secretName: ^"_s), Live::Secrets);
    QCOMPARE(live(pod + u"  volumes:\n  - configMap:\n      name: ^"_s), Live::ConfigMaps);
    QCOMPARE(live(pod + u"  containers:\n  - image: ^"_s), Live::Images);
    QCOMPARE(live(pod + u"  nodeSelector:\n    ^"_s), Live::NodeLabels);
    QCOMPARE(live(pod + u"  nodeSelector:\n    zone: ^"_s), Live::NodeLabelValues);
    QCOMPARE(live(pod + u"  containers:\n  - name: ^"_s), Live::Nothing);
}

void TestAssist::fieldsAreExplained()
{
    const auto spot = spotIn(u"apiVersion: apps/v1\nkind: Deployment\nspec:\n  sel^ector:\n    matchLabels: {}"_s);
    QVERIFY(spot);
    const auto told = manifest::explain(*spot, bundled());
    QVERIFY(told);
    QCOMPARE(told->field, u"spec.selector"_s);
    QVERIFY(told->isRequired);
    QCOMPARE(told->immutable, u"pkg/apis/apps/validation, ValidateDeploymentUpdate"_s);
    QVERIFY2(told->text(true).startsWith(u"GROUP:      apps\nKIND:       Deployment\nVERSION:    v1\n\n"
                                         u"FIELD: selector <LabelSelector> -required-\n\nDESCRIPTION:\n    Label "
                                         u"selector for pods."_s),
             qPrintable(told->text(true)));
    QVERIFY(told->text(false).contains(u"\nFIELDS:\n  matchExpressions\t<[]LabelSelectorRequirement>\n"_s));
    QVERIFY(!manifest::explain(*spotIn(u"apiVersion: v1\nkind: Pod\nspec:\n  unk^nown: 1"_s), bundled()));
    const auto policy = manifest::explain(
        *spotIn(u"apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - imagePullPolicy: Al^"_s), bundled());
    const auto containers =
        manifest::explain(*spotIn(u"apiVersion: v1\nkind: Pod\nspec:\n  cont^ainers: []"_s), bundled());
    QVERIFY2(containers->text(false).contains(
                 u"Cannot be\n    updated.\n    A single application container that you want to run within a pod.\n"_s),
             qPrintable(containers->text(false)));
    QVERIFY(!containers->text(true).contains(u"A single application container"_s));
    QCOMPARE(policy->values, (QStringList{u"Always"_s, u"IfNotPresent"_s, u"Never"_s}));
}

void TestAssist::removedVersionsAreTold()
{
    QCOMPARE(manifest::removalOf(u"extensions/v1beta1"_s, u"Ingress"_s)->removedIn, u"v1.22"_s);
    QCOMPARE(manifest::removalOf(u"extensions/v1beta1"_s, u"Deployment"_s)->replacement, u"apps/v1"_s);
    QVERIFY(!manifest::removalOf(u"coordination.k8s.io/v1beta1"_s, u"LeaseCandidate"_s));
    QVERIFY(!manifest::removalOf(u"apps/v1"_s, u"Deployment"_s));
}

void TestAssist::whatCannotBeChanged()
{
    QVERIFY(manifest::immutableBy(u"apps/v1"_s, u"StatefulSet"_s, u"spec.replicas"_s).isEmpty());
    QVERIFY(!manifest::immutableBy(u"apps/v1"_s, u"StatefulSet"_s, u"spec.serviceName"_s).isEmpty());
    QVERIFY(manifest::immutableBy(u"v1"_s, u"Pod"_s, u"spec.containers[0].image"_s).isEmpty());
    const manifest::Document now = documentOf(Deployment);
    QByteArray live = now.json;
    QCOMPARE(messages(manifest::immutableChanges(now, live)), QStringList());
    live.replace("\"matchLabels\":{\"app\":\"shop\"}", "\"matchLabels\":{\"app\":\"old\"}");
    live.replace("\"replicas\":2", "\"replicas\":7");
    QCOMPARE(messages(manifest::immutableChanges(now, live)),
             QStringList{u"8:19 spec.selector.matchLabels.app cannot be changed: this Deployment is there already "
                         u"(pkg/apis/apps/validation, ValidateDeploymentUpdate)"_s});
    const manifest::Document pod =
        documentOf(u"apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: a\n    image: new\n    tty: true\n"_s);
    QCOMPARE(messages(manifest::immutableChanges(
                 pod, R"({"spec":{"nodeName":"n","containers":[{"name":"a","image":"old","tty":false}]}})")),
             QStringList{u"7:5 spec.containers[0].tty cannot be changed: this Pod is there already "
                         u"(pkg/apis/core/validation, ValidatePodUpdate)"_s});
}

void TestAssist::imagesAreFound()
{
    const QList<manifest::ImagePlace> images = manifest::imagesOf(documentOf(Deployment));
    QCOMPARE(images.size(), 2);
    QCOMPARE(images[0].container, u"web"_s);
    QCOMPARE(images[0].imageAt, (manifest::Place{16, 9}));
    QCOMPARE(images[0].policyAt.line, 0);
    QCOMPARE(images[1].policyAt, (manifest::Place{21, 9}));
    QVERIFY(manifest::imagesOf(documentOf(u"apiVersion: v1\nkind: Service\nspec: {ports: []}\n"_s)).isEmpty());
}

void TestAssist::editsTouchOnlyWhatTheyMust()
{
    const manifest::Document document = documentOf(Deployment);
    const QList<manifest::ImagePlace> images = manifest::imagesOf(document);
    const QStringList lines = Deployment.split(u'\n');
    const auto lineAt = [&](int number) { return lines.value(number - 1); };
    const auto change = [&](const QString &from, const QString &to) { return QString(Deployment).replace(from, to); };
    QCOMPARE(
        edited(Deployment, manifest::setImage(images[0], lineAt(16), manifest::pinned(images[0].image, u"sha256:1"_s))),
        change(u"nginx:1.27 #"_s, u"nginx:1.27@sha256:1 #"_s));
    QCOMPARE(edited(Deployment, manifest::setPolicy(images[0], lineAt(16), u"Always"_s)),
             change(u"# the shop\n"_s, u"# the shop\n        imagePullPolicy: Always\n"_s));
    QCOMPARE(edited(Deployment, manifest::setPolicy(images[1], lineAt(21), u"Always"_s)),
             change(u"Never"_s, u"Always"_s));
    const auto secret = manifest::addPullSecret(document, images[0], u"reg"_s, lineAt);
    const QString with = edited(Deployment, secret);
    QCOMPARE(with,
             change(u"      containers:\n"_s, u"      imagePullSecrets:\n      - name: reg\n      containers:\n"_s));
    const manifest::Document changed = documentOf(with);
    const QStringList now = with.split(u'\n');
    const auto nowAt = [&](int number) { return now.value(number - 1); };
    QVERIFY(!manifest::addPullSecret(changed, images[0], u"reg"_s, nowAt));
    QCOMPARE(edited(with, manifest::addPullSecret(changed, images[0], u"two"_s, nowAt)),
             QString(with).replace(u"      - name: reg\n"_s, u"      - name: two\n      - name: reg\n"_s));
}

QTEST_GUILESS_MAIN(TestAssist)
#include "test_assist.moc"
