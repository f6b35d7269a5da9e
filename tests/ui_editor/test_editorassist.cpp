// SPDX-License-Identifier: Apache-2.0
// The editor understands what is written: remarks and the way from one to the next, words that are offered, what a
// field means, what images would do on nodes, and edits.
#include "views/editor/assist/bundledschema.h"
#include "views/editor/assist/editorassist.h"
#include "views/editor/assist/quickfixes.h"
#include "views/editor/assist/remarklist.h"
#include "views/editor/assist/wordlist.h"
#include "views/editor/editorpanel.h"
#include "views/editor/yamleditor.h"

#include <QAbstractItemView>
#include <QAction>
#include <QProcess>
#include <QTemporaryFile>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using manifest::Remark;

namespace {

const QString Pod = uR"(apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwrk: true
  containers:
  - name: a
    image: nginx
    tty: yes
)"_s;

/** A cluster of two nodes and a running pod, that cannot be asked anything more. */
models::Snapshot cluster()
{
    mirror::Batch batch;
    for (const QString &name : {u"node1"_s, u"node2"_s}) {
        auto node = std::make_shared<kube::Node>();
        node->meta.key.name = name;
        node->meta.labels = {{u"zone"_s, name == u"node1" ? u"a"_s : u"b"_s}};
        node->ready = true;
        node->kubeletVersion = u"v1.30.0"_s;
        if (name == u"node1")
            node->images = {{{u"docker.io/library/nginx:1.27"_s}, 1000}};
        else
            node->images = {{{u"docker.io/library/busybox:1.36"_s}, 1000}};
        batch.nodes.upserts << node;
    }
    auto pod = std::make_shared<kube::Pod>();
    pod->meta.key = {u"dev"_s, u"web-0"_s};
    pod->meta.uid = u"u"_s;
    pod->containers = {{u"a"_s, u"nginx:1.27"_s, kube::PullPolicy::IfNotPresent, kube::ContainerKind::Regular}};
    kube::ContainerStatus status;
    status.name = u"a"_s;
    status.imageId = u"docker.io/library/nginx@sha256:0123456789abcdef"_s;
    status.state.phase = kube::ContainerState::Phase::Running;
    pod->statuses = {status};
    batch.pods.upserts << kube::PodRef(kube::PodPtr(pod));
    models::Snapshot snapshot;
    snapshot.apply(batch);
    return snapshot;
}

QStringList rowsOf(const QAbstractItemView &view)
{
    QStringList rows;
    for (int row = 0; row < view.model()->rowCount(); ++row)
        rows << view.model()->index(row, 0).data().toString();
    return rows;
}

/** A client that nobody answers. */
class Silent final : public command::Client {
public:
    QFuture<QList<command::Outcome>> create(QList<command::Document>, QString) override { return {}; }
    QFuture<QList<command::Outcome>> perform(command::Order) override { return {}; }
    QFuture<QList<command::Outcome>> apply(QList<command::Document>, QString, bool) override { return {}; }
    QFuture<QList<command::Outcome>> remove(QList<command::Document>, QString) override { return {}; }
    QFuture<QList<command::Outcome>> rehearse(command::Verb, QList<command::Document>, QString) override { return {}; }
    QFuture<kube::Result<QByteArray>> get(QString path, QUrlQuery, QByteArray) override
    {
        asked << path;
        const auto answer = answers.constFind(path);
        return QtFuture::makeReadyValueFuture(
            answer == answers.cend()
                ? kube::Result<QByteArray>(kube::failure(kube::Error::Kind::Unreachable, u"nobody"_s))
                : kube::Result<QByteArray>(*answer));
    }
    QFuture<kube::Result<kube::SchemaSetPtr>> schemas(command::SchemaCache, QString place) override
    {
        asked << place;
        return QtFuture::makeReadyValueFuture(
            kube::Result<kube::SchemaSetPtr>(kube::failure(kube::Error::Kind::Unreachable, u"nobody"_s)));
    }
    std::unique_ptr<command::LogFeed> log(command::LogWish) override { return {}; }
    QFuture<kube::Result<void>> pour(command::LogWish, std::function<void(QByteArrayView)>) override { return {}; }
    QStringList asked;
    QHash<QString, QByteArray> answers;
};

}  // namespace

class TestEditorAssist : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBundleIsOfTheReleaseThatIsNamed();
    void remarksAreToldInTheirWords();
    void keysLeadFromOneToTheNext();
    void theListLeadsToItsPlaces();
    void wordsAreOfferedAndTaken();
    void nothingIsOfferedInAReadOnlyText();
    void fieldsAreExplained();
    void imagesSayWhatTheyWouldDo();
    void unknownIsSaidAsUnknown();
    void editsAreOneStepOfUndo();
    void secretsAreOfferedByName();
    void whatCannotBeChangedIsTold();
    void theEditorSaysWhatTheCommandLineSays();

private:
    /** The panel with this text, read by the bundled schema. */
    void open(views::EditorPanel &panel, const QString &text);
};

void TestEditorAssist::open(views::EditorPanel &panel, const QString &text)
{
    panel.openText(u"web.yaml"_s, text);
    panel.resize(900, 600);
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    panel.editor().setFocus();
    QTRY_VERIFY(!panel.assist().parsed().documents.isEmpty());
    auto ready = views::bundledSchema();
    ready.waitForFinished();
}

void TestEditorAssist::theBundleIsOfTheReleaseThatIsNamed()
{
    QFile file(u":/schema/kubernetes.json"_s);
    views::bundledSchema().waitForFinished();
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(400).contains("\"version\": \"" + QByteArray(views::BundledRelease) + '.'));
}

void TestEditorAssist::remarksAreToldInTheirWords()
{
    views::EditorPanel panel;
    open(panel, Pod);
    QTRY_COMPARE(panel.editor().marks().remarks().size(), 2);
    QCOMPARE(panel.assist().hoverText({6, 3}, true),
             u"Warning: unknown field \"spec.hostNetwrk\"; perhaps \"hostNetwork\" is meant (by the bundled schema of "
             u"Kubernetes v1.32)"_s);
    QVERIFY(panel.assist().hoverText({10, 1}, true).startsWith(u"Note: yes is the boolean true"_s));
    panel.editor().setPlainText(u"a: [\n"_s);
    QTRY_COMPARE(panel.editor().marks().remarks().size(), 1);
    QVERIFY(panel.assist().worst());
    QCOMPARE(panel.assist().worst()->severity, Remark::Severity::Error);
}

void TestEditorAssist::keysLeadFromOneToTheNext()
{
    views::EditorPanel panel;
    open(panel, Pod);
    QTRY_COMPARE(panel.editor().marks().remarks().size(), 2);
    const auto line = [&] { return panel.editor().textCursor().blockNumber() + 1; };
    QTest::keyClick(&panel.editor(), Qt::Key_F8);
    QCOMPARE(line(), 6);
    QTest::keyClick(&panel.editor(), Qt::Key_F8);
    QCOMPARE(line(), 10);
    QTest::keyClick(&panel.editor(), Qt::Key_F8);
    QCOMPARE(line(), 6);
    QTest::keyClick(&panel.editor(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(line(), 10);
}

void TestEditorAssist::theListLeadsToItsPlaces()
{
    views::EditorPanel panel;
    open(panel, Pod);
    QTRY_COMPARE(panel.editor().marks().remarks().size(), 2);
    views::RemarkList &list = panel.assist().list();
    QVERIFY(!list.isVisible());
    list.show();
    QCOMPARE(list.count(), 2);
    QVERIFY(list.item(0)->text().startsWith(u"Line 6: Warning: unknown field"_s));
    QVERIFY(list.item(1)->text().startsWith(u"Line 10: Note: "_s));
    Q_EMIT list.itemActivated(list.item(1));
    QCOMPARE(panel.editor().textCursor().blockNumber(), 9);
}

void TestEditorAssist::wordsAreOfferedAndTaken()
{
    views::EditorPanel panel;
    open(panel, Pod);
    QTRY_COMPARE(panel.editor().marks().remarks().size(), 2);
    views::YamlEditor &editor = panel.editor();
    QAbstractItemView &list = panel.assist().words().view();
    editor.moveCursor(QTextCursor::End);
    QTest::keyClicks(&editor, u"    imag"_s);
    QVERIFY(list.isVisible());
    QCOMPARE(rowsOf(list), QStringList{u"imagePullPolicy"_s});
    QTest::keyClick(&list, Qt::Key_Return);
    QVERIFY(editor.toPlainText().endsWith(u"\n    imagePullPolicy: "_s));
    QTest::keyClick(&editor, Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(rowsOf(list), (QStringList{u"Always"_s, u"IfNotPresent"_s, u"Never"_s}));
    QTest::keyClick(&list, Qt::Key_Down);
    QTest::keyClick(&list, Qt::Key_Tab);
    QVERIFY(editor.toPlainText().endsWith(u"\n    imagePullPolicy: IfNotPresent"_s));
    editor.undo();
    QVERIFY(editor.toPlainText().endsWith(u"\n    imagePullPolicy: "_s));
    QTest::keyClicks(&editor, u"Never"_s);
    QVERIFY(!list.isVisible());  // it is whole: Enter is a new line
    QTest::keyClick(&editor, Qt::Key_Return);
    QVERIFY(editor.toPlainText().endsWith(u"Never\n    "_s));
    QTest::keyClicks(&editor, u"na"_s);
    QVERIFY(!rowsOf(list).contains(u"name"_s));  // it is there already
    QTest::keyClick(&list, Qt::Key_Escape);
    QVERIFY(!list.isVisible());
}

void TestEditorAssist::nothingIsOfferedInAReadOnlyText()
{
    views::EditorPanel panel;
    open(panel, Pod);
    panel.editor().setReadOnly(true);
    panel.assist().words().offer(true);
    QVERIFY(!panel.assist().words().view().isVisible());
}

void TestEditorAssist::fieldsAreExplained()
{
    views::EditorPanel panel;
    open(panel, Pod);
    QTRY_COMPARE(panel.editor().marks().remarks().size(), 2);
    const QString told = panel.assist().hoverText({9, 7}, false);
    QVERIFY2(told.startsWith(u"KIND:       Pod\nVERSION:    v1\n\nFIELD: image <string>\n\nDESCRIPTION:\n"_s),
             qPrintable(told));
    QVERIFY(told.endsWith(u"Told by the bundled schema of Kubernetes v1.32."_s));
    QVERIFY(panel.assist().hoverText({9, 7}, true).isEmpty() ||
            !panel.assist().hoverText({9, 7}, true).contains(u"FIELD"_s));
}

void TestEditorAssist::imagesSayWhatTheyWouldDo()
{
    const models::Snapshot snapshot = cluster();
    Silent client;
    client.answers.insert(u"/api/v1/namespaces/dev/serviceaccounts/default"_s, R"({"metadata":{"name":"default"}})");
    views::EditorPanel panel;
    panel.assist().setGround([&] { return views::Ground{u"c"_s, &client, &snapshot, u"dev"_s}; }, {});
    open(panel, QString(Pod).replace(u"nginx"_s, u"nginx:1.27"_s));
    const auto hint = [&] {
        const views::LineHint *one = panel.editor().marks().hintAt(9);
        return one ? one->words : QString();
    };
    QTRY_COMPARE(hint(), u"→ pulls on node2; is there already on node1: policy is IfNotPresent by default"_s);
    panel.editor().setPlainText(Pod);
    QTRY_COMPARE(hint(), u"→ pulls on node1, node2: tag is latest"_s);
    QVERIFY(panel.assist().hoverText({9, 18}, true).contains(u"On node1, node2: "_s));
    QVERIFY(!panel.text().contains(u'→'));
}

void TestEditorAssist::unknownIsSaidAsUnknown()
{
    views::EditorPanel panel;
    open(panel, Pod);
    const auto hint = [&] {
        const views::LineHint *one = panel.editor().marks().hintAt(9);
        return one ? one->words : QString();
    };
    QTRY_COMPARE(hint(), u"→ where it would run is not known: tag is latest"_s);
}

void TestEditorAssist::editsAreOneStepOfUndo()
{
    const models::Snapshot snapshot = cluster();
    Silent client;
    views::EditorPanel panel;
    panel.assist().setGround([&] { return views::Ground{u"c"_s, &client, &snapshot, u"dev"_s}; }, {});
    const QString text = QString(Pod).replace(u"nginx"_s, u"nginx:1.27"_s);
    open(panel, text);
    QTRY_VERIFY(panel.editor().marks().hintAt(9));
    panel.editor().goTo({9, 5});
    const QList<views::QuickFix> fixes = panel.assist().fixes(false);
    QCOMPARE(fixes.size(), 4);
    views::QuickFixes::apply(panel.editor(), fixes[0].edit);
    QCOMPARE(panel.text(), QString(text).replace(u"nginx:1.27"_s, u"nginx:1.27@sha256:0123456789abcdef"_s));
    panel.editor().undo();
    QCOMPARE(panel.text(), text);
    QTRY_VERIFY(!panel.assist().fixes(false).isEmpty());
    views::QuickFixes::apply(panel.editor(), panel.assist().fixes(false)[2].edit);
    QCOMPARE(panel.text(), QString(text).replace(u"1.27\n"_s, u"1.27\n    imagePullPolicy: IfNotPresent\n"_s));
    panel.editor().undo();
    panel.editor().goTo({6, 5});
    QTRY_COMPARE(panel.assist().fixes(false).size(), 1);
    views::QuickFixes::apply(panel.editor(), panel.assist().fixes(false)[0].edit);
    QCOMPARE(panel.text(), QString(text).replace(u"hostNetwrk"_s, u"hostNetwork"_s));
}

void TestEditorAssist::secretsAreOfferedByName()
{
    const models::Snapshot snapshot = cluster();
    Silent client;
    client.answers.insert(u"/api/v1/namespaces/dev/secrets"_s,
                          R"({"items":[{"metadata":{"name":"reg"},"data":{"a":"c2VjcmV0"}}]})");
    views::EditorPanel panel;
    panel.assist().setGround([&] { return views::Ground{u"c"_s, &client, &snapshot, u"dev"_s}; }, {});
    open(panel, Pod + u"  imagePullSecrets:\n  - name: "_s);
    QTRY_VERIFY(panel.editor().marks().hintAt(9));
    panel.editor().moveCursor(QTextCursor::End);
    QVERIFY(!client.asked.contains(u"/api/v1/namespaces/dev/secrets"_s));  // nobody has asked for them yet
    QTest::keyClick(&panel.editor(), Qt::Key_Space, Qt::ControlModifier);
    QTRY_COMPARE(rowsOf(panel.assist().words().view()), QStringList{u"reg"_s});
}

void TestEditorAssist::whatCannotBeChangedIsTold()
{
    const models::Snapshot snapshot = cluster();
    Silent client;
    client.answers.insert(u"/apis/apps/v1/namespaces/dev/deployments/shop"_s,
                          R"({"spec":{"replicas":1,"selector":{"matchLabels":{"app":"old"}}}})");
    views::EditorPanel panel;
    panel.assist().setGround([&] { return views::Ground{u"c"_s, &client, &snapshot, u"dev"_s}; }, {});
    open(panel, u"apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: shop}\nspec:\n  replicas: 2\n  selector:\n"
                u"    matchLabels:\n      app: shop\n  template: {spec: {containers: [{name: a}]}}\n---\n"
                u"apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ntype: Opaque\n"_s);
    QTRY_COMPARE(panel.editor().marks().remarksAt(8).size(), 1U);
    QVERIFY(panel.assist()
                .hoverText({8, 1}, true)
                .startsWith(
                    u"Warning: spec.selector.matchLabels.app cannot be changed: this Deployment is there already"_s));
    QVERIFY(!client.asked.contains(u"/api/v1/namespaces/dev/secrets/s"_s));

    // What was written may have made it anew: the object is looked at again at once.
    client.answers[u"/apis/apps/v1/namespaces/dev/deployments/shop"_s] =
        R"({"spec":{"replicas":1,"selector":{"matchLabels":{"app":"shop"}}}})";
    const qsizetype before = client.asked.size();
    panel.showOutcomes({});
    QCOMPARE(client.asked.size(), before + 1);
    QTRY_VERIFY(panel.editor().marks().remarksAt(8).empty());
}

void TestEditorAssist::theEditorSaysWhatTheCommandLineSays()
{
    const QStringList texts{Pod,
                            u"apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec:\n  ports:\n  - port: x\n"_s,
                            u"apiVersion: apps/v1\nkind: Deployment\nspec:\n  replicas: 1e1\n  replicas: 0x10\n"_s,
                            u"a: [\n"_s, u"apiVersion: v1\nkind: Pod\nspec: {restartPolicy: never}\n---\nb\n"_s};
    for (const QString &text : texts) {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(text.toUtf8());
        file.close();
        QProcess command;
        command.start(QStringLiteral(GANTRYCTL),
                      {u"yaml"_s, u"--notes"_s, u"--schema"_s,
                       QStringLiteral(SOURCE_ROOT "/resources/schema/kubernetes.json"), file.fileName()});
        QVERIFY(command.waitForFinished());
        QStringList told = QString::fromUtf8(command.readAllStandardError()).split(u'\n', Qt::SkipEmptyParts);
        told.replaceInStrings(QRegularExpression(u"^.*?:(\\d+:\\d+): (error|warning|note): "_s), u"\\1 "_s);
        told.sort();
        views::EditorPanel panel;
        panel.openText(u"f"_s, text);
        const auto seen = [&] {
            QStringList all;
            for (const Remark &remark : panel.editor().marks().remarks())
                if (remark.basis != Remark::Basis::Rules)
                    all << u"%1:%2 %3%4"_s.arg(QString::number(remark.place.line), QString::number(remark.place.column),
                                               remark.message(),
                                               remark.nearest.isEmpty() || remark.field.isEmpty()
                                                   ? QString()
                                                   : u"; perhaps \"%1\" is meant"_s.arg(remark.nearest));
            all.sort();
            return all;
        };
        QTRY_COMPARE(seen(), told);
    }
}

QTEST_MAIN(TestEditorAssist)
#include "test_editorassist.moc"
