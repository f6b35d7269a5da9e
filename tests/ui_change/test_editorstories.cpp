// SPDX-License-Identifier: Apache-2.0
// The five pull stories from the editor: text, review, write, what the pod comes to, deleted again. On the practice
// cluster, or on the real one that GANTRY_E2E_KUBECONFIG names, where they create and delete a namespace `dev`.
#include "kube/podsummary.h"
#include "ui_objects/stage.h"
#include "views/deletion/objectdeletion.h"
#include "views/editor/editorpanel.h"
#include "views/editor/outcomelist.h"
#include "views/sending/reviewdialog.h"

#include <QFile>
#include <QPlainTextEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience =
    300'000;  // a real cluster takes up to two minutes to delete a namespace, the practice cluster a second
const kube::Key Pod{u"dev"_s, u"pod-image-pull-policy"_s};

QString textOf(int story)
{
    QFile file(QStringLiteral(SOURCE_ROOT "/resources/templates/story-%1.yaml").arg(story));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

template <class T>
T *dialogOf(const windows::MainWindow &window)
{
    T *found = nullptr;
    (void)QTest::qWaitFor(
        [&] {
            const auto all = window.findChildren<T *>();
            const auto at = std::ranges::find_if(all, &T::isReady);
            found = at == all.end() ? nullptr : *at;
            return found != nullptr;
        },
        30'000);
    return found;
}

}  // namespace

class TestEditorStories : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString real = qEnvironmentVariable("GANTRY_E2E_KUBECONFIG");
        if (real.isEmpty()) {
            QVERIFY(m_stage.begin());
            return;
        }
        const config::KubeConfig loaded = config::KubeConfig::load(real);
        const auto connection = loaded.connection(loaded.currentContext());
        QVERIFY(connection);
        m_stage.settings = std::make_unique<style::Settings>(m_stage.folder.filePath(u"settings"_s));
        m_stage.window = std::make_unique<windows::MainWindow>(*m_stage.settings);
        m_stage.desk = &m_stage.window->desks().open({loaded.currentContext(), real});
        m_stage.window->desks().show(m_stage.desk);
        m_stage.desk->attach(std::make_unique<mirror::Cluster>(*connection), {});
        m_stage.window->show();
    }

    void story_data()
    {
        QTest::addColumn<int>("number");
        for (int number = 1; number <= 5; ++number)
            QTest::addRow("story %d", number) << number;
    }

    void story()
    {
        QFETCH(int, number);
        windows::MainWindow &window = *m_stage.window;
        views::EditorPanel &editor = window.editor();
        QVERIFY(editor.openText(u"story.yaml"_s, {}));
        editor.changeText(textOf(number));
        editor.applyAction()->trigger();
        auto *review = dialogOf<views::ReviewDialog>(window);
        QVERIFY(review);
        QCOMPARE(review->chosen().size(), 2);
        review->confirm();
        const auto *results = editor.findChild<views::OutcomeList *>();
        QTRY_COMPARE_WITH_TIMEOUT(results->count(), 2, 30'000);
        QCOMPARE(results->item(0)->text(), u"namespace/dev created"_s);
        QCOMPARE(results->item(1)->text(), u"pod/pod-image-pull-policy created"_s);
        QVERIFY2(QTest::qWaitFor([&] { return isAtItsEnd(number); }, Patience), qPrintable(situation()));

        editor.deleteAction()->trigger();
        auto *question = dialogOf<views::ObjectDeletion>(window);
        QVERIFY(question);
        question->begin();
        QTRY_VERIFY_WITH_TIMEOUT(
            !m_stage.desk->snapshot().pod(Pod) && !m_stage.desk->snapshot().namespaces().contains(u"dev"_s), Patience);
        editor.changeText({});
        QVERIFY(window.findChild<views::EditorPanel *>());
    }

    void cleanup()
    {
        // A story that failed leaves nothing in the way of the next, whose text does not ask whether this one is kept.
        const auto isThere = [this] { return m_stage.desk->snapshot().namespaces().contains(u"dev"_s); };
        if (QTest::currentTestFailed() && isThere()) {
            const QByteArray dev = R"({"apiVersion":"v1","kind":"Namespace","metadata":{"name":"dev"}})";
            (void)m_stage.desk->cluster()->client().remove({{dev, u"dev"_s, 0}}, {});
            (void)QTest::qWaitFor([&isThere] { return !isThere(); }, Patience);
        }
        m_stage.window->editor().findChild<QPlainTextEdit *>()->document()->setModified(false);
    }

private:
    [[nodiscard]] bool isAtItsEnd(int number) const
    {
        const kube::PodRef pod = m_stage.desk->snapshot().pod(Pod);
        if (!pod)
            return false;
        const QList<kube::EventPtr> events = m_stage.desk->snapshot().eventsOf(*pod);
        const auto happened = [&events](const QString &reason, const QString &words = {}) {
            return std::ranges::any_of(events, [&](const kube::EventPtr &event) {
                return event->reason == reason && event->message.contains(words);
            });
        };
        const QString status = kube::summarize(*pod).status;
        if (number == 5)
            return status == "ErrImageNeverPull"_L1 && !happened(u"Pulling"_s);
        const bool pulls = number == 1 || number == 3;
        return status == "Running"_L1 && happened(u"Started"_s) && happened(u"Pulling"_s) == pulls &&
               happened(u"Pulled"_s, pulls ? u"Successfully pulled"_s : u"already present on machine"_s);
    }

    /** What a reader of a failure asks first: how the pod stood, and what was said of it. */
    [[nodiscard]] QString situation() const
    {
        const kube::PodRef pod = m_stage.desk->snapshot().pod(Pod);
        if (!pod)
            return u"there is no pod"_s;
        QStringList lines{kube::summarize(*pod).status};
        for (const kube::EventPtr &event : m_stage.desk->snapshot().eventsOf(*pod))
            lines << event->reason + u": "_s + event->message;
        return lines.join(u'\n');
    }

    Stage m_stage;
};

QTEST_MAIN(TestEditorStories)
#include "test_editorstories.moc"
