// SPDX-License-Identifier: Apache-2.0
#include "models/podmodel.h"
#include "views/filter/filterfield.h"
#include "views/filter/filtermenu.h"

#include <QAbstractItemView>
#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using views::FilterField;

namespace {

mirror::Batch pods()
{
    mirror::Batch batch;
    for (const auto &[ns, name, node] :
         {std::tuple(u"dev"_s, u"web"_s, u"node1"_s), {u"prod"_s, u"db"_s, u"node2"_s}}) {
        kube::Pod pod;
        pod.meta.key = {ns, name};
        pod.meta.uid = name;
        pod.nodeName = node;
        pod.phase = u"Pending"_s;
        batch.pods.upserts.append(std::make_shared<const kube::Pod>(pod));
    }
    return batch;
}

/** A window with a filter box over two pods. */
struct Stage {
    models::PodModel model;
    QWidget window;
    FilterField *field = new FilterField(&window);

    Stage()
    {
        model.apply(pods());
        field->setChoices(
            [this](const QString &text, qsizetype cursor) { return models::queryChoices(text, cursor, model); });
        auto *column = new QVBoxLayout(&window);
        column->addWidget(field);
        column->addStretch();
        window.resize(600, 300);
        window.show();
        window.activateWindow();
        std::ignore = QTest::qWaitForWindowActive(&window);
        field->setFocus();
    }
    QStringList offered() const
    {
        QStringList texts;
        if (field->list().isVisible())
            for (int row = 0; row < field->list().model()->rowCount(); ++row)
                texts.append(field->list().model()->index(row, 0).data().toString());
        return texts;
    }
    /** Keys go where a person's would: to the list while it is open. */
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) const
    {
        QTest::keyClick(field->list().isVisible() ? static_cast<QWidget *>(&field->list()) : field, key, with);
    }
    void write(const QString &text) const
    {
        for (const QChar c : text)
            QTest::keyClick(field->list().isVisible() ? static_cast<QWidget *>(&field->list()) : field, c.toLatin1());
    }
};

}  // namespace

class TestFilterField : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_dir.isValid()); }

    void aWholeFilterByKeys()
    {
        const Stage stage;
        stage.write(u"no"_s);
        QCOMPARE(stage.offered(), QStringList{u"node:"_s});
        stage.press(Qt::Key_Down);
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.field->text(), u"node:"_s);
        QTRY_COMPARE(stage.offered(), (QStringList{u"node:node1"_s, u"node:node2"_s}));
        stage.press(Qt::Key_Down);
        stage.press(Qt::Key_Down);
        stage.press(Qt::Key_Tab);
        QCOMPARE(stage.field->text(), u"node:node2 "_s);
        QVERIFY(stage.offered().isEmpty());
        stage.write(u"d"_s);
        QCOMPARE(stage.field->text(), u"node:node2 d"_s);
    }

    void theListComesWhenAskedAndGoes()
    {
        const Stage stage;
        QVERIFY(stage.offered().isEmpty());
        stage.press(Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(stage.offered(), models::PodQuery::keys());
        stage.press(Qt::Key_Escape);
        QVERIFY(stage.offered().isEmpty());
        stage.press(Qt::Key_Down);
        QVERIFY(!stage.offered().isEmpty());
        stage.write(u"web"_s);
        QVERIFY(stage.offered().isEmpty());
        QCOMPARE(stage.field->text(), u"web"_s);
        stage.press(Qt::Key_Escape);
        QVERIFY(stage.field->text().isEmpty());
    }

    void enterWithoutAChoiceKeepsTheText()
    {
        const Stage stage;
        stage.write(u"ns:"_s);
        QCOMPARE(stage.offered(), (QStringList{u"ns:dev"_s, u"ns:prod"_s}));
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.field->text(), u"ns:"_s);
    }

    void theWordInTheMiddleIsReplaced()
    {
        const Stage stage;
        stage.field->setText(u"web ns:d -db"_s);
        stage.field->setCursorPosition(8);
        stage.press(Qt::Key_Space, Qt::ControlModifier);
        stage.press(Qt::Key_Down);
        stage.press(Qt::Key_Return);
        QCOMPARE(stage.field->text(), u"web ns:dev -db"_s);
    }

    void problemsAreToldUnderTheBox()
    {
        const Stage stage;
        const auto query = models::PodQuery::parse(u"web age>x"_s);
        QVERIFY(!query);
        stage.field->setProblem(query.error());
        QVERIFY(stage.field->problemText().startsWith(u"Character 5: \"x\" is no time span"_s));
        QCOMPARE(stage.field->accessibleDescription(), stage.field->problemText());
        stage.field->setProblem({});
        QVERIFY(stage.field->problemText().isEmpty());
    }

    void savedFiltersComeBack()
    {
        const QString file = m_dir.filePath(u"saved.ini"_s);
        {
            style::Settings settings(file);
            views::FilterMenu menu(settings);
            menu.setCurrent(u"prod"_s, u"status:crash"_s);
            menu.keep({u"crashes"_s, u"status:crash"_s, {}});
            menu.keep({u"Alpha, \"quoted\" = 1"_s, u"label:tier=\"front end\" -x"_s, u"prod"_s});
            menu.keep({u"crashes"_s, u"status:crashloop"_s, {}});
        }
        style::Settings settings(file);
        QCOMPARE(settings.filters(),
                 (QList<style::SavedFilter>{{u"Alpha, \"quoted\" = 1"_s, u"label:tier=\"front end\" -x"_s, u"prod"_s},
                                            {u"crashes"_s, u"status:crashloop"_s, {}}}));
        settings.setFilters({});
        QVERIFY(settings.filters().isEmpty());
    }

    void theMenuKnowsItsContext()
    {
        style::Settings settings(m_dir.filePath(u"menu.ini"_s));
        views::FilterMenu menu(settings);
        menu.keep({u"everywhere"_s, u"a"_s, {}});
        menu.keep({u"here"_s, u"b"_s, u"dev"_s});
        QSignalSpy chosen(&menu, &views::FilterMenu::filterChosen);
        const auto names = [&menu] {
            Q_EMIT menu.menu()->aboutToShow();
            QStringList found;
            for (const QAction *action : menu.menu()->actions())
                if (action->isCheckable())
                    found.append(action->text());
            return found;
        };
        menu.setCurrent(u"prod"_s, {});
        QCOMPARE(names(), QStringList{u"everywhere"_s});
        menu.setCurrent(u"dev"_s, u"b"_s);
        QCOMPARE(names(), (QStringList{u"everywhere"_s, u"here"_s}));
        for (QAction *action : menu.menu()->actions())
            if (action->text() == u"here"_s) {
                QVERIFY(action->isChecked());
                action->trigger();
            }
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), u"b"_s);
    }

private:
    QTemporaryDir m_dir;
};

QTEST_MAIN(TestFilterField)
#include "test_filterfield.moc"
