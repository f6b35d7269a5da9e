// SPDX-License-Identifier: Apache-2.0
// From the editor into a cluster: reviewed, decided on, sent for what was seen, merged where it moved on; over a
// socket.
#include "ui_objects/stage.h"
#include "views/compare/diffview.h"
#include "views/compare/mergedialog.h"
#include "views/deletion/objectdeletion.h"
#include "views/editor/editorpanel.h"
#include "views/editor/outcomelist.h"
#include "views/editor/yamleditor.h"
#include "views/kinds/kindview.h"
#include "views/sending/conflictdialog.h"
#include "views/sending/reviewdialog.h"
#include "windows/desks/kindwatch.h"
#include "windows/work/editorwork.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const QByteArray Settings =
    R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"shop","namespace":"default"},"data":{"a":"1","b":"1"}})";
const QString SettingsPath = u"/api/v1/namespaces/default/configmaps/shop"_s;
const QByteArray Secret = R"({"apiVersion":"v1","kind":"Secret","metadata":{"name":"s","namespace":"default"},)"
                          R"("data":{"a":"c2VjcmV0","b":"b2xk"}})";
const QString SecretPath = u"/api/v1/namespaces/default/secrets/s"_s;

QString settingsText(const QString &a, const QString &b)
{
    return u"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n  namespace: default\ndata:\n  a: \"%1\"\n"
           "  b: \"%2\"\n"_s.arg(a, b);
}

/** The window, its editor, and another writer of the same cluster. */
struct Scene : Stage {
    views::EditorPanel *editor = nullptr;

    bool open()
    {
        if (!begin())
            return false;
        editor = &window->editor();
        return true;
    }

    [[nodiscard]] QJsonObject object(const QString &path) const
    {
        const auto answer = desk->cluster()->client().get(path, {}, "application/json");
        if (!QTest::qWaitFor([&answer] { return answer.isFinished(); }, 10'000) || !answer.result())
            return {};
        return QJsonDocument::fromJson(*answer.result()).object();
    }

    [[nodiscard]] QString value(const QString &key) const { return object(SettingsPath)["data"_L1][key].toString(); }

    /** Somebody else's change, over a connection of its own. */
    [[nodiscard]] bool changeElsewhere(const QString &key, const QString &value) const
    {
        QJsonObject now = object(SettingsPath);
        QJsonObject values = now.value("data"_L1).toObject();
        values.insert(key, value);
        now.insert("data"_L1, values);
        command::Order order;
        order.verb = command::Verb::Replace;
        order.documents = {{QJsonDocument(now).toJson(), u"other"_s, 0}};
        const auto answer = desk->cluster()->client().perform(order);
        return QTest::qWaitFor([&answer] { return answer.isFinished(); }, 10'000) && !answer.result().at(0).error;
    }

    /** The review that follows an action, once the server has tried it. */
    views::ReviewDialog *review(QAction *action) const
    {
        action->trigger();
        return review();
    }
    [[nodiscard]] views::ReviewDialog *review() const
    {
        views::ReviewDialog *dialog = nullptr;
        const bool isThere = QTest::qWaitFor(
            [&] {
                const auto all = window->findChildren<views::ReviewDialog *>();
                const auto at = std::ranges::find_if(all, [](const auto *one) {
                    return one->isVisible() && one->template findChild<QTreeWidget *>()->topLevelItemCount() > 0;
                });
                dialog = at == all.end() ? nullptr : *at;
                return dialog != nullptr;
            },
            10'000);
        return isThere ? dialog : nullptr;
    }

    [[nodiscard]] QStringList results(int count) const
    {
        auto *list = editor->findChild<views::OutcomeList *>();
        (void)QTest::qWaitFor([&] { return list->count() >= count; }, 10'000);
        QStringList lines;
        for (int row = 0; row < list->count(); ++row)
            lines.append(list->item(row)->text());
        return lines;
    }

    /** Opens the object and waits until it is in the editor. */
    [[nodiscard]] bool openSettings() const { return openObject(SettingsPath, u"shop"_s); }
    [[nodiscard]] bool openObject(const QString &path, const QString &name) const
    {
        window->editing().open(*desk, path, name);
        return QTest::qWaitFor([this] { return window->editing().origin().has_value(); }, 10'000);
    }
};

QString wordsOf(const views::ReviewDialog &review, int row)
{
    return review.findChild<QTreeWidget *>()->topLevelItem(row)->text(1);
}

/** Both sides of what is shown. */
QString diffOf(const views::ReviewDialog &review)
{
    QString text;
    const auto sides = review.findChild<views::DiffView *>()->findChildren<QPlainTextEdit *>();
    for (const QPlainTextEdit *side : sides)
        text += side->toPlainText() + u"\n=====\n"_s;
    return text;
}

QPushButton *button(const QDialog &dialog, const QString &text)
{
    const auto all = dialog.findChildren<QPushButton *>();
    const auto at = std::ranges::find_if(all, [&text](const QPushButton *one) { return one->text() == text; });
    return at == all.end() ? nullptr : *at;
}

}  // namespace

class TestSending : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsStoredBeforeTheUserSaysSo()
    {
        Scene scene;
        QVERIFY(scene.open());
        scene.editor->openText(u"shop.yaml"_s, settingsText(u"1"_s, u"1"_s));
        views::ReviewDialog *review = scene.review(scene.editor->applyAction());
        QVERIFY(review);
        QCOMPARE(wordsOf(*review, 0), u"new"_s);
        QVERIFY(review->isReady());
        review->reject();
        QVERIFY(scene.object(SettingsPath).isEmpty());

        review = scene.review(scene.editor->applyAction());
        QVERIFY(review);
        review->confirm();
        QCOMPARE(scene.results(1), QStringList{u"configmap/shop created"_s});
        QCOMPARE(scene.value(u"a"_s), u"1"_s);
    }

    void inProductionReturnSendsNothing()
    {
        Scene scene;
        QVERIFY(scene.open());
        scene.window->actions().production->trigger();
        scene.editor->openText(u"shop.yaml"_s, settingsText(u"1"_s, u"1"_s));
        views::ReviewDialog *review = scene.review(scene.editor->applyAction());
        QVERIFY(review);
        QVERIFY(review->isReady());
        QTest::keyClick(review, Qt::Key_Return);
        QVERIFY(scene.object(SettingsPath).isEmpty());
    }

    void aReviewShowsWhatChangesAndWhatDoesNot()
    {
        Scene scene;
        QVERIFY(scene.open());
        scene.editor->openText(u"shop.yaml"_s, settingsText(u"1"_s, u"1"_s));
        scene.review(scene.editor->applyAction())->confirm();
        QCOMPARE(scene.results(1), QStringList{u"configmap/shop created"_s});

        views::ReviewDialog *review = scene.review(scene.editor->applyAction());
        QVERIFY(review);
        QCOMPARE(wordsOf(*review, 0), u"unchanged"_s);
        review->confirm();
        QTRY_COMPARE(scene.results(1), QStringList{u"configmap/shop unchanged"_s});

        scene.editor->openText(u"shop.yaml"_s, settingsText(u"2"_s, u"1"_s));
        review = scene.review(scene.editor->applyAction());
        QVERIFY(review);
        QCOMPARE(wordsOf(*review, 0), u"changes"_s);
        QVERIFY(diffOf(*review).contains(u"−   a: \"1\""_s));
        QVERIFY(diffOf(*review).contains(u"+   a: \"2\""_s));
        QVERIFY(!diffOf(*review).contains(u"managedFields"_s));
        review->confirm();
        QTRY_COMPARE(scene.results(1), QStringList{u"configmap/shop configured"_s});
    }

    void whatTheServerAddsIsMarked()
    {
        Scene scene;
        QVERIFY(scene.open());
        scene.editor->openText(u"pod.yaml"_s,
                               u"apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n"
                               "  - name: a\n    image: nginx:1.27\n"_s);
        views::ReviewDialog *review = scene.review(scene.editor->createAction());
        QVERIFY(review);
        const QString text = diffOf(*review);
        QVERIFY(text.contains(u"+   - image: nginx:1.27"_s) || text.contains(u"+ - image: nginx:1.27"_s) ||
                text.contains(u"image: nginx:1.27"_s));
        QVERIFY2(text.contains(u"*   restartPolicy: Always"_s), qPrintable(text));
        QVERIFY2(!text.contains(u"*   containers:"_s), qPrintable(text));
    }

    void aNamespaceAndWhatIsInItAreOneStep()
    {
        Scene scene;
        QVERIFY(scene.open());
        scene.editor->openText(u"all.yaml"_s,
                               u"apiVersion: v1\nkind: Namespace\nmetadata:\n  name: team\n---\napiVersion: v1\nkind: "
                               "ConfigMap\nmetadata:\n  name: c\n  namespace: team\n"_s);
        views::ReviewDialog *review = scene.review(scene.editor->createAction());
        QVERIFY(review);
        QCOMPARE(wordsOf(*review, 0), u"new"_s);
        QVERIFY(wordsOf(*review, 1).startsWith(u"not tried"_s));
        QVERIFY(review->findChild<views::DiffView *>()->isHidden());
        QCOMPARE(review->chosen(), (QList<int>{0, 1}));
        review->confirm();
        QCOMPARE(scene.results(2), (QStringList{u"namespace/team created"_s, u"configmap/c created"_s}));
    }

    void aRefusedDocumentStaysAndTheOthersGo()
    {
        Scene scene;
        QVERIFY(scene.open());
        scene.editor->openText(u"all.yaml"_s, settingsText(u"1"_s, u"1"_s) +
                                                  u"---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: wrong\n"
                                                  "datum: {}\n"_s);
        views::ReviewDialog *review = scene.review(scene.editor->applyAction());
        QVERIFY(review);
        QCOMPARE(wordsOf(*review, 1), u"refused"_s);
        QCOMPARE(review->chosen(), QList<int>{0});
        review->confirm();
        const QStringList results = scene.results(2);
        QCOMPARE(results.at(0), u"configmap/shop created"_s);
        QVERIFY2(results.at(1).contains(u"unknown field"_s), qPrintable(results.at(1)));
        QVERIFY(scene.object(u"/api/v1/namespaces/default/configmaps/wrong"_s).isEmpty());
    }

    void aFieldIsLeftToItsOwnerUnlessItIsTakenOver()
    {
        Scene scene;
        QVERIFY(scene.open());
        QVERIFY(scene.create({Settings}));  // by another way of writing: its fields have an owner
        const QString text = settingsText(u"2"_s, u"2"_s);
        scene.editor->openText(u"shop.yaml"_s, text);
        views::ReviewDialog *review = scene.review(scene.editor->applyAction());
        QVERIFY(review);
        QCOMPARE(wordsOf(*review, 0), u"2 conflict(s)"_s);
        QVERIFY(!review->isReady());
        QVERIFY(button(*review, u"Conflicts…"_s));
        button(*review, u"Conflicts…"_s)->click();
        auto *conflicts = review->findChild<views::ConflictDialog *>();
        QVERIFY(conflicts);
        conflicts->choose(0, views::ConflictDialog::Leave);
        conflicts->choose(1, views::ConflictDialog::Take);
        QCOMPARE(conflicts->left(), QStringList{u".data.a"_s});
        QCOMPARE(conflicts->taken(), QStringList{u".data.b"_s});
        conflicts->accept();
        QTRY_VERIFY_WITH_TIMEOUT(review->isReady(), 10'000);
        QCOMPARE(wordsOf(*review, 0), u"changes"_s);
        review->confirm();
        QCOMPARE(scene.results(1), QStringList{u"configmap/shop configured"_s});
        QCOMPARE(scene.value(u"a"_s), u"1"_s);
        QCOMPARE(scene.value(u"b"_s), u"2"_s);
        QCOMPARE(scene.editor->text(), text);
    }

    void theirValueIsWrittenIntoTheText()
    {
        Scene scene;
        QVERIFY(scene.open());
        QVERIFY(scene.create({Settings}));
        const QString text = settingsText(u"2"_s, u"1"_s).replace(u"a: \"2\""_s, u"a: \"2\"  # ours"_s);
        scene.editor->openText(u"shop.yaml"_s, text);
        views::ReviewDialog *review = scene.review(scene.editor->applyAction());
        QVERIFY(review);
        button(*review, u"Conflicts…"_s)->click();
        auto *conflicts = review->findChild<views::ConflictDialog *>();
        conflicts->choose(0, views::ConflictDialog::Write);
        QVERIFY(conflicts->left().isEmpty() && conflicts->taken().isEmpty());
        conflicts->accept();
        QTRY_VERIFY_WITH_TIMEOUT(review->isReady(), 10'000);
        const QString after = QString(text).replace(u"\"2\"  # ours"_s, u"\"1\"  # ours"_s);
        QCOMPARE(scene.editor->text(), after);
        review->confirm();
        QCOMPARE(scene.results(1).size(), 1);
        QCOMPARE(scene.value(u"a"_s), u"1"_s);
        scene.editor->editor().undo();
        QCOMPARE(scene.editor->text(), text);
    }

    void takingOverHoldsOnlyForWhatWasSeen()
    {
        Scene scene;
        QVERIFY(scene.open());
        QVERIFY(scene.create({Settings}));
        scene.editor->openText(u"shop.yaml"_s, settingsText(u"2"_s, u"1"_s));
        views::ReviewDialog *review = scene.review(scene.editor->applyAction());
        QVERIFY(review);
        button(*review, u"Conflicts…"_s)->click();
        auto *conflicts = review->findChild<views::ConflictDialog *>();
        conflicts->choose(0, views::ConflictDialog::Take);
        conflicts->accept();
        QTRY_VERIFY_WITH_TIMEOUT(review->isReady(), 10'000);
        QVERIFY(scene.changeElsewhere(u"a"_s, u"9"_s));
        review->confirm();
        // The write found another object than the user saw: nothing was overwritten, the user is asked anew.
        QVERIFY(QTest::qWaitFor([&] { return scene.results(1).join(QString()).contains(u"modified"_s); }, 10'000));
        QCOMPARE(scene.value(u"a"_s), u"9"_s);
        views::ReviewDialog *again = scene.review();
        QVERIFY(again);
        QVERIFY(wordsOf(*again, 0).contains(u"conflict"_s));
    }

    void anOpenedObjectIsWithoutTheServersFields()
    {
        Scene scene;
        QVERIFY(scene.open());
        QVERIFY(scene.create({Settings}));
        QVERIFY(scene.openSettings());
        for (const QString &field : {u"uid"_s, u"resourceVersion"_s, u"managedFields"_s, u"creationTimestamp"_s})
            QVERIFY2(!scene.editor->text().contains(field), qPrintable(field));
        QVERIFY(scene.editor->text().contains(u"name: shop"_s));
        QVERIFY(!scene.editor->isModified());
    }

    void aReplaceSendsWhatWasOpenedAndEdited()
    {
        Scene scene;
        QVERIFY(scene.open());
        QVERIFY(scene.create({Settings}));
        QVERIFY(scene.openSettings());
        scene.editor->changeText(scene.editor->text().replace(u"a: \"1\""_s, u"a: \"7\""_s));
        views::ReviewDialog *review = scene.review(scene.editor->replaceAction());
        QVERIFY(review);
        QCOMPARE(wordsOf(*review, 0), u"changes"_s);
        review->confirm();
        QCOMPARE(scene.results(1), QStringList{u"configmap/shop replaced"_s});
        QCOMPARE(scene.value(u"a"_s), u"7"_s);
        // Once more: the text stands for the object as it is now.
        scene.editor->changeText(scene.editor->text().replace(u"a: \"7\""_s, u"a: \"8\""_s));
        review = scene.review(scene.editor->replaceAction());
        QVERIFY(review);
        QCOMPARE(wordsOf(*review, 0), u"changes"_s);
    }

    void anObjectThatMovedOnIsMerged()
    {
        Scene scene;
        QVERIFY(scene.open());
        QVERIFY(scene.create({Settings}));
        QVERIFY(scene.openSettings());
        QVERIFY(scene.changeElsewhere(u"c"_s, u"theirs"_s));
        scene.editor->changeText(scene.editor->text().replace(u"a: \"1\""_s, u"a: \"7\""_s));
        const QString mine = scene.editor->text();
        views::ReviewDialog *review = scene.review(scene.editor->replaceAction());
        QVERIFY(review);
        QVERIFY(!review->isReady());
        QVERIFY(wordsOf(*review, 0).startsWith(u"changed in the cluster"_s));
        QVERIFY(button(*review, u"Merge…"_s));
        button(*review, u"Merge…"_s)->click();
        auto *merge = scene.window->findChild<views::MergeDialog *>();
        QVERIFY(merge);
        QCOMPARE(scene.editor->text(), mine);
        QVERIFY(merge->result().contains(u"a: \"7\""_s));
        QVERIFY(merge->result().contains(u"c: theirs"_s));
        merge->accept();
        QVERIFY(scene.editor->text().contains(u"c: theirs"_s));
        review = scene.review(scene.editor->replaceAction());
        QVERIFY(review);
        QCOMPARE(wordsOf(*review, 0), u"changes"_s);
        review->confirm();
        QTRY_COMPARE(scene.value(u"a"_s), u"7"_s);
        QCOMPARE(scene.value(u"c"_s), u"theirs"_s);
    }

    void aChangeBetweenReviewAndWriteEndsInAMerge()
    {
        Scene scene;
        QVERIFY(scene.open());
        QVERIFY(scene.create({Settings}));
        QVERIFY(scene.openSettings());
        scene.editor->changeText(scene.editor->text().replace(u"a: \"1\""_s, u"a: \"7\""_s));
        views::ReviewDialog *review = scene.review(scene.editor->replaceAction());
        QVERIFY(review);
        QVERIFY(scene.changeElsewhere(u"b"_s, u"5"_s));
        review->confirm();
        QTRY_VERIFY_WITH_TIMEOUT(
            (review = scene.review()) && wordsOf(*review, 0).startsWith(u"changed in the cluster"_s), 10'000);
        QCOMPARE(scene.value(u"a"_s), u"1"_s);
        QCOMPARE(scene.value(u"b"_s), u"5"_s);
    }

    void aContextThatWasClosedIsNotWrittenTo()
    {
        Scene scene;
        QVERIFY(scene.open());
        scene.editor->openText(u"shop.yaml"_s, settingsText(u"1"_s, u"1"_s));
        views::ReviewDialog *review = scene.review(scene.editor->applyAction());
        QVERIFY(review);
        scene.window->desks().close(*scene.desk);
        review->confirm();
        QVERIFY(scene.results(1).at(0).contains(u"closed"_s));
    }

    void valuesOfASecretStayAsideAndComeBack()
    {
        Scene scene;
        QVERIFY(scene.open());
        QVERIFY(scene.create({Secret}));
        QVERIFY(scene.openObject(SecretPath, u"s"_s));
        QVERIFY(!scene.editor->text().contains(u"c2VjcmV0"_s));
        scene.editor->changeText(scene.editor->text().replace(u"b: '(kept: 3 bytes)'"_s, u"b: bmV3"_s));
        QVERIFY(scene.editor->text().contains(u"bmV3"_s));
        views::ReviewDialog *review = scene.review(scene.editor->replaceAction());
        QVERIFY(review);
        QVERIFY(!diffOf(*review).contains(u"c2VjcmV0"_s));
        QVERIFY(!diffOf(*review).contains(u"bmV3"_s));
        QVERIFY(diffOf(*review).contains(u"b: '*** (after)'"_s));
        review->confirm();
        QTRY_COMPARE(scene.object(SecretPath)["data"_L1]["b"_L1].toString(), u"bmV3"_s);
        QCOMPARE(scene.object(SecretPath)["data"_L1]["a"_L1].toString(), u"c2VjcmV0"_s);
    }

    void afterACrashASecretIsReadAgain()
    {
        Scene scene;
        QVERIFY(scene.open());
        QVERIFY(scene.create({Secret}));
        QVERIFY(scene.openObject(SecretPath, u"s"_s));
        const QJsonObject keepsake = scene.window->editing().origin()->keepsake();
        const QString text = scene.editor->text();
        QVERIFY(!QJsonDocument(keepsake).toJson().contains("c2VjcmV0"));
        QVERIFY(scene.editor->openText(u"s.yaml"_s, text));
        QVERIFY(!scene.window->editing().origin());
        Q_EMIT scene.editor->resumed(keepsake, text);
        QVERIFY(scene.window->editing().origin()->isPartial);
        scene.editor->changeText(QString(text).replace(u"b: '(kept: 3 bytes)'"_s, u"b: bmV3"_s));
        views::ReviewDialog *review = scene.review(scene.editor->replaceAction());
        QVERIFY(review);
        review->confirm();
        QTRY_COMPARE(scene.object(SecretPath)["data"_L1]["b"_L1].toString(), u"bmV3"_s);
        QCOMPARE(scene.object(SecretPath)["data"_L1]["a"_L1].toString(), u"c2VjcmV0"_s);
    }

    void afterACrashAnObjectThatMovedOnIsMerged()
    {
        Scene scene;
        QVERIFY(scene.open());
        QVERIFY(scene.create({Settings}));
        QVERIFY(scene.openSettings());
        const QJsonObject keepsake = scene.window->editing().origin()->keepsake();
        const QString text = scene.editor->text();
        QVERIFY(scene.changeElsewhere(u"c"_s, u"theirs"_s));
        QVERIFY(scene.editor->openText(u"shop.yaml"_s, text));
        Q_EMIT scene.editor->resumed(keepsake, text);
        scene.editor->changeText(QString(text).replace(u"a: \"1\""_s, u"a: \"7\""_s));
        views::ReviewDialog *review = scene.review(scene.editor->replaceAction());
        QVERIFY(review);
        QVERIFY(!review->isReady());
        QVERIFY(wordsOf(*review, 0).startsWith(u"changed in the cluster"_s));
        QVERIFY(button(*review, u"Merge…"_s));
        button(*review, u"Merge…"_s)->click();
        auto *merge = scene.window->findChild<views::MergeDialog *>();
        QVERIFY(merge);
        QVERIFY(merge->result().contains(u"a: \"7\""_s));
        QVERIFY(merge->result().contains(u"c: theirs"_s));
    }

    void aReadOnlyContextCannotBeWrittenTo()
    {
        Scene scene;
        QVERIFY(scene.open());
        scene.editor->openText(u"shop.yaml"_s, settingsText(u"1"_s, u"1"_s));
        scene.window->actions().readOnly->trigger();
        for (QAction *action : {scene.editor->createAction(), scene.editor->applyAction(),
                                scene.editor->replaceAction(), scene.editor->deleteAction()}) {
            QTRY_VERIFY(!action->isEnabled());
            QVERIFY(action->toolTip().contains(u"read-only"_s));
        }
    }

    void deletingNamesWhatItHitsAndSparesWhatIsNotThere()
    {
        Scene scene;
        QVERIFY(scene.open());
        QVERIFY(scene.create({Settings}));
        scene.window->actions().production->trigger();
        scene.editor->openText(u"all.yaml"_s, settingsText(u"1"_s, u"1"_s) +
                                                  u"---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: none\n"_s);
        scene.editor->deleteAction()->trigger();
        auto *dialog = scene.window->findChild<views::ObjectDeletion *>();
        QVERIFY(dialog);
        const auto *list = dialog->findChild<QTreeWidget *>();
        QTRY_COMPARE(list->topLevelItem(0)->text(2), u"is there"_s);
        QCOMPARE(list->topLevelItem(1)->text(2), u"is not there"_s);
        QCOMPARE(list->topLevelItem(0)->text(1), u"default"_s);
        QVERIFY(!dialog->isReady());
        dialog->findChild<QLineEdit *>(u"contextName"_s)->setText(scene.desk->place().context);
        QVERIFY(dialog->isReady());
        const QList<command::Document> documents = dialog->documents();
        QCOMPARE(documents.size(), 1);
        QVERIFY(documents.at(0).json.contains("\"uid\""));
        dialog->begin();
        QCOMPARE(scene.results(1), QStringList{u"configmap \"shop\" deleted"_s});
        QVERIFY(scene.object(SettingsPath).isEmpty());
    }

    void thePodOfTheTableIsOpened()
    {
        Scene scene;
        QVERIFY(scene.open());
        QVERIFY(scene.create({podNamed("web", R"({"name":"a","image":"nginx:1.27"})")}));
        QTRY_VERIFY_WITH_TIMEOUT(scene.desk->snapshot().pod({u"default"_s, u"web"_s}), 10'000);
        scene.desk->select({u"default"_s, u"web"_s});
        scene.window->actions().edit->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(scene.editor->text().contains(u"name: web"_s), 10'000);
        QVERIFY(!scene.editor->text().contains(u"status:"_s));
        QCOMPARE(scene.editor->name(), u"web.yaml"_s);
        // What the user writes into it is not lost when the key is pressed once more.
        scene.editor->changeText(scene.editor->text() + u"# mine\n"_s);
        scene.window->actions().edit->trigger();
        QVERIFY(scene.object(SettingsPath).isEmpty());  // an answer later
        QVERIFY(scene.editor->text().endsWith(u"# mine\n"_s));
    }
};

QTEST_MAIN(TestSending)
#include "test_sending.moc"
