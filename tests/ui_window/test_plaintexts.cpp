// SPDX-License-Identifier: Apache-2.0
#include "mirror/cluster.h"
#include "models/imagematrix.h"
#include "models/registryboard.h"
#include "views/deletion/poddeletion.h"
#include "views/describeview.h"
#include "views/editor/editorpanel.h"
#include "views/eventtable.h"
#include "views/table/densetable.h"
#include "views/table/podtable.h"
#include "views/timelinepanel.h"
#include "views/timelineview.h"
#include "windows/actions.h"
#include "windows/mainwindow.h"
#include "windows/switcher.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDirIterator>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace {

const kube::Timestamp Then = kube::Timestamp::fromUnixSeconds(1'800'000'000);

/** Everything at once that a hostile cluster could put into a name or a message. */
const QString Evil =
    u"=<img src='file:///etc/passwd'><a href='javascript:x'>&%1%2\x1b]52;c;aGk=\x07\u202Eevil\u200B\u2028"_s;

/** Whether a text would be obeyed by a terminal, or hides or turns something. */
bool isVisible(const QString &text)
{
    return std::ranges::none_of(text, [](QChar c) {
        return (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t') ||
               c.category() == QChar::Other_Format || c.category() == QChar::Separator_Line;
    });
}

/** A tool tip is markup for Qt: ours is one paragraph in which nothing else is a tag. */
bool isPlainTip(const QString &tip)
{
    return isVisible(tip) && !tip.contains(u"<img") && !tip.contains(u"<a ") &&
           (!Qt::mightBeRichText(tip) || tip.startsWith(u"<p style=\"white-space:pre-wrap\">"));
}

kube::PodPtr evilPod()
{
    kube::Pod pod;
    pod.meta.key = {Evil, Evil};
    pod.meta.uid = u"uid"_s;
    pod.meta.creationTimestamp = Then;
    pod.nodeName = Evil;
    pod.phase = u"Pending"_s;
    pod.containers = {{Evil, Evil, kube::PullPolicy::Always, kube::ContainerKind::Regular}};
    kube::ContainerStatus status;
    status.name = status.image = Evil;
    status.state.phase = kube::ContainerState::Phase::Waiting;
    status.state.reason = Evil;
    status.state.message = Evil;
    pod.statuses = {status};
    return std::make_shared<const kube::Pod>(pod);
}

kube::EventPtr evilEvent(const QString &reason, const QString &message)
{
    kube::Event event;
    event.meta.key = {Evil, u"e."_s + reason};
    event.meta.uid = u"e"_s + reason;
    event.involved = {u"Pod"_s, Evil, Evil, u"uid"_s, u"spec.containers{%1}"_s.arg(Evil)};
    event.type = u"Warning"_s;
    event.reason = reason;
    event.message = message;
    event.host = Evil;
    event.component = Evil;
    return std::make_shared<const kube::Event>(event);
}

mirror::Batch evil()
{
    mirror::Batch batch;
    batch.reset = true;
    for (mirror::State *state : {&batch.states.pods, &batch.states.events, &batch.states.nodes}) {
        state->phase = mirror::State::Phase::Denied;
        state->verb = u"list"_s;
        state->error.message = Evil;
        state->error.kind = kube::Error::Kind::Forbidden;
        state->missing = {Evil};
    }
    batch.serverGitVersion = Evil;
    batch.pods.upserts = {evilPod()};
    batch.events.upserts = {evilEvent(Evil, Evil),
                            evilEvent(u"Failed"_s, u"Failed to pull image \"%1\": %1"_s.arg(Evil)),
                            evilEvent(u"Pulled"_s, u"Successfully pulled image \"%1\" in 2s"_s.arg(Evil))};
    kube::Node node;
    node.meta.key.name = Evil;
    node.images = {{{Evil, u"docker.io/library/nginx:1"_s}, 10}};
    batch.nodes.upserts = {std::make_shared<const kube::Node>(node)};
    kube::Namespace ns;
    ns.meta.key.name = Evil;
    batch.namespaces.upserts = {std::make_shared<const kube::Namespace>(ns)};
    return batch;
}

}  // namespace

/** Section 9.4: everything that comes from a cluster is plain text, wherever the window shows it. */
class TestPlainTexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_settings = std::make_unique<style::Settings>(m_dir.filePath(QString::number(++m_count)));
        m_window = std::make_unique<windows::MainWindow>(*m_settings);
        m_desk = &m_window->desks().open({Evil, Evil});
        m_window->desks().show(m_desk);
        m_window->show();
    }
    void cleanup() { m_window.reset(); }

    void P12_P14_noCellIsObeyed()
    {
        m_desk->apply(evil());
        for (auto *model : m_desk->findChildren<QAbstractItemModel *>())
            check(*model);
        models::ImageMatrix images;
        QAbstractItemModelTester testImages(&images);
        models::PullLedger ledger;
        ledger.take(evil());
        ledger.digest(100, [](const kube::Key &) { return Evil; });
        images.show(m_desk->snapshot(), ledger);
        QVERIFY(images.rowCount() > 0);
        check(images);
        models::RegistryBoard board;
        QAbstractItemModelTester testBoard(&board);
        board.show(ledger);
        check(board);
        board.setGroup(models::RegistryBoard::Group::Node);
        QVERIFY(board.rowCount() > 0);
        check(board);
    }

    void P13_noWidgetReadsMarkup()
    {
        m_desk->apply(evil());
        m_desk->select({Evil, Evil});
        m_window->setNotices({{style::Tone::Failed, Evil, style::Act::Dismiss}});
        int labels = 0;
        for (const QLabel *label : m_window->findChildren<QLabel *>()) {
            ++labels;
            const bool safe = label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text());
            QVERIFY2(safe, qPrintable(label->text()));
            QVERIFY2(isVisible(label->text()), qPrintable(label->text()));
            QVERIFY(!label->openExternalLinks());
        }
        QVERIFY(labels > 20);
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            QVERIFY2(isPlainTip(widget->toolTip()), qPrintable(widget->toolTip()));
            QVERIFY2(isVisible(widget->windowTitle()), qPrintable(widget->windowTitle()));
        }
        QVERIFY(isVisible(m_window->windowTitle()));
    }

    void P13_theTimelineIsPlain()
    {
        mirror::Batch batch = evil();
        timeline::PodLanes lanes;
        lanes.pod = {Evil, Evil};
        timeline::Lane lane;
        lane.name = Evil;
        timeline::Span span;
        span.begin = Then;
        span.end = Then + std::chrono::seconds(60);
        span.text = span.evidence = Evil;
        lane.spans = {span};
        lanes.lanes = {lane};
        batch.lanes = {std::make_shared<const timeline::PodLanes>(lanes)};
        m_desk->apply(batch);
        QVERIFY(!m_desk->timeline().view().grab().isNull());
    }

    void P12_descriptionsKeepTheirLines()
    {
        m_desk->description().setText(u"Name:  web\n"_s + Evil);
        QVERIFY(isVisible(m_desk->description().text()));
        QVERIFY(m_desk->description().text().startsWith(u"Name:  web\n"));
    }

    void P14_deleteSpellsLookAlikes()
    {
        const kube::Key pod{u"dev"_s, u"pr\u043Ed"_s};  // a Cyrillic o
        config::Connection connection;
        connection.server = QUrl(u"http://127.0.0.1:9"_s);
        m_desk->attach(std::make_unique<mirror::Cluster>(connection), {});
        mirror::Batch batch;
        batch.reset = true;
        kube::Pod made;
        made.meta.key = pod;
        batch.pods.upserts = {std::make_shared<const kube::Pod>(made)};
        m_desk->apply(batch);
        m_desk->select(pod);
        m_window->actions().remove->trigger();
        const auto *dialog = m_window->findChild<views::PodDeletion *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QTreeWidget *>()->topLevelItem(0)->text(0), u"dev/pr\u043E‹U+043E›d"_s);
    }

    void P15_longNamesMoveNothing()
    {
        const QSize before = m_window->minimumSizeHint();
        mirror::Batch batch = evil();
        kube::Pod pod = *evilPod();
        pod.meta.key = {u"\u5bbd"_s.repeated(63), u"W"_s.repeated(253)};
        pod.nodeName = u"\u5bbd"_s.repeated(253);
        batch.pods.upserts = {std::make_shared<const kube::Pod>(pod)};
        kube::Namespace ns;
        ns.meta.key.name = pod.meta.key.ns;
        batch.namespaces.upserts = {std::make_shared<const kube::Namespace>(ns)};
        windows::Desk &other = m_window->desks().open({u"\u5bbd"_s.repeated(253), u"/c"_s});
        m_window->desks().show(&other);
        other.apply(batch);
        other.select(pod.meta.key);
        other.watch(QStringList{pod.meta.key.ns});
        QTest::qWait(10);
        QVERIFY2(m_window->minimumSizeHint().width() <= std::max(before.width(), 1100),
                 qPrintable(QString::number(m_window->minimumSizeHint().width())));
        QVERIFY(!m_window->grab().isNull());
        for (const QWidget *part : m_window->findChild<QToolBar *>(u"topBar"_s)->findChildren<QWidget *>())
            QVERIFY(part->width() <= m_window->width());
    }

    void P16_namesAreNoMnemonicsOrFormats()
    {
        QMenu menu;
        m_window->setContexts({{u"a&b %1"_s, u"/c"_s}});
        m_window->findChild<windows::Switcher *>()->fill(menu);
        QVERIFY(std::ranges::any_of(menu.actions(), [](const QAction *a) { return a->text() == u"a&&b %1"; }));
        mirror::Batch batch = evil();
        batch.states.pods.phase = mirror::State::Phase::Failed;
        batch.states.pods.error.message = u"%1 & %2"_s;
        m_desk->apply(batch);
        QStringList texts;
        for (const QLabel *label : m_desk->pods().findChildren<QLabel *>())
            texts << label->text();
        QVERIFY(texts.join(u' ').contains(u"%1 & %2"));
    }

    void P19_aCopiedRowIsNoFormula()
    {
        m_desk->apply(evil());
        m_desk->pods().grid().selectRow(0);
        m_desk->pods().grid().copyRows();
        const QStringList cells = QGuiApplication::clipboard()->text().split(u'\t');
        QVERIFY(cells.size() > 5);
        QVERIFY2(cells.first().startsWith(u"'="), qPrintable(cells.first()));
        for (const QString &cell : cells)
            QVERIFY2(!cell.startsWith(u'='), qPrintable(cell));
        QVERIFY(isVisible(QGuiApplication::clipboard()->text()));
    }

    void P23_nothingOpensLinks()
    {
        static const QRegularExpression opener(
            u"QDesktopServices|openUrl|setOpenExternalLinks\\(true|LinksAccessibleBy|TextBrowserInteraction|"
            "QTextBrowser|Qt::RichText|Qt::AutoText|setHtml|MarkdownText"_s);
        int read = 0;
        QDirIterator sources(QStringLiteral(SOURCE_ROOT "/ui"), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                             QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            QFile file(sources.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            const auto found = opener.match(text);
            QVERIFY2(!found.hasMatch(), qPrintable(file.fileName() + u": "_s + found.captured()));
            ++read;
        }
        QVERIFY(read > 100);
    }

private:
    static void check(const QAbstractItemModel &model)
    {
        for (int column = 0; column < model.columnCount(); ++column) {
            QVERIFY(isVisible(model.headerData(column, Qt::Horizontal).toString()));
            QVERIFY(isPlainTip(model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString()));
            for (int row = 0; row < model.rowCount(); ++row) {
                const QModelIndex index = model.index(row, column);
                for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole)}) {
                    const QString text = index.data(role).toString();
                    QVERIFY2(isVisible(text), qPrintable(u"%1 %2: %3"_s.arg(column).arg(role).arg(text)));
                    QVERIFY2(!text.contains(u'\n'), qPrintable(text));
                }
                const QString tip = index.data(Qt::ToolTipRole).toString();
                QVERIFY2(isPlainTip(tip), qPrintable(u"%1: %2"_s.arg(column).arg(tip)));
            }
        }
    }

    QTemporaryDir m_dir;
    std::unique_ptr<style::Settings> m_settings;
    std::unique_ptr<windows::MainWindow> m_window;
    windows::Desk *m_desk = nullptr;
    int m_count = 0;
};

QTEST_MAIN(TestPlainTexts)
#include "test_plaintexts.moc"
