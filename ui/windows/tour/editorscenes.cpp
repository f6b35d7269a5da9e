// SPDX-License-Identifier: Apache-2.0
#include "windows/tour/editorscenes.h"

#include "views/compare/mergedialog.h"
#include "views/editor/assist/editorassist.h"
#include "views/editor/assist/remarklist.h"
#include "views/editor/assist/wordlist.h"
#include "views/editor/editorpanel.h"
#include "views/editor/findbar.h"
#include "views/editor/folding.h"
#include "views/editor/yamleditor.h"
#include "windows/mainwindow.h"

#include <QAbstractItemView>
#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace windows {

namespace {

const QString Text = uR"(# What the shop needs, from front to back.
apiVersion: v1
kind: Service
metadata:
  name: shop
  namespace: web
spec:
  selector:
    app: shop
  ports:
  - port: 80
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
  namespace: web
  labels:
    app: shop
    tier: front
spec:
  replicas: 3
  selector:
    matchLabels:
      app: shop
  template:
    metadata:
      labels:
        app: shop
    spec:
      containers:
      - name: shop
        image: registry.example/team/shop:1.4
        imagePullPolicy: IfNotPresent
        ports:
        - containerPort: 8080
)"_s;

QWidget *findInFolded(MainWindow &window)
{
    openLive(window, u"prod-eu"_s);
    views::EditorPanel &panel = window.editor();
    panel.openText(u"shop.yaml"_s, Text);
    views::YamlEditor &editor = panel.editor();
    editor.goTo({34, 1});
    auto *bar = panel.findChild<views::FindBar *>();
    bar->open(true);
    bar->findChild<QLineEdit *>()->setText(u"shop"_s);
    views::setFolded(editor, editor.document()->findBlockByNumber(14), true);
    return &window;
}

const QString Broken = uR"(apiVersion: v1
kind: Namespace
metadata:
  name: web
  labels:
	team: shop
)"_s;

const QString Unsure = uR"(apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
spec:
  replicas: 0x3
  selector:
    matchLabels:
      app: shop
  template:
    metadata:
      labels:
        app: shop
    spec:
      containers:
      - name: shop
        image: nginx
        imagePullPolcy: Always
        tty: yes
      - name: side
        image: registry.example/team/side:1.4
---
apiVersion: policy/v1beta1
kind: PodDisruptionBudget
metadata:
  name: shop
)"_s;

/** Remarks under the text and listed, and what the images would do. */
QWidget *remarks(MainWindow &window)
{
    openLive(window, u"prod-eu"_s);
    views::EditorPanel &panel = window.editor();
    panel.openText(u"shop.yaml"_s, Unsure);
    panel.editor().goTo({18, 9});
    panel.assist().list().setOpen(true);
    return &window;
}

bool isRead(MainWindow &window)
{
    return window.editor().editor().marks().remarks().size() > 3 && window.editor().editor().marks().hintAt(17);
}

/** What may stand at the cursor. */
QWidget *completion(MainWindow &window)
{
    openLive(window, u"prod-eu"_s);
    views::EditorPanel &panel = window.editor();
    panel.openText(u"shop.yaml"_s, Text);
    panel.editor().goTo({34, 99});
    panel.editor().insertPlainText(u"\n        "_s);
    panel.editor().document()->setModified(false);
    panel.assist().words().offer(true);
    return &panel.assist().words().view();
}

/** Files of a folder, of which one has an error, and what came of sending them. */
QWidget *severalFiles(MainWindow &window)
{
    openLive(window, u"prod-eu"_s);
    const auto folder = std::make_shared<QTemporaryDir>();
    const QStringList parts = Text.split(u"---\n"_s);
    for (const auto &[name, text] : {std::pair(u"deployment.yaml"_s, parts.value(1)),
                                     {u"namespace.yaml"_s, Broken},
                                     {u"service.yaml"_s, parts.value(0)}}) {
        QFile file(folder->filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text.toUtf8());
    }
    views::EditorPanel &panel = window.editor();
    panel.findChild<views::FindBar *>()->close();
    QObject::connect(
        &panel, &views::EditorPanel::filesOpened, &panel, [&panel, folder] { panel.applyAction()->trigger(); },
        Qt::SingleShotConnection);
    panel.openFiles({folder->path(), folder->filePath(u"ingress.yaml"_s)});
    return &window;
}

bool isReadOnce(MainWindow &window)
{
    return window.editor().sheets().current().isRead;
}

bool isOpened(MainWindow &window)
{
    return window.editor().sheets().isSeveral();
}

QWidget *mergeConflict(MainWindow &window)
{
    QString mine = Text;
    mine.replace(u"replicas: 3"_s, u"replicas: 5"_s).replace(u"shop:1.4"_s, u"shop:1.5"_s);
    QString theirs = Text;
    theirs.replace(u"shop:1.4"_s, u"shop:1.4.1"_s)
        .replace(u"    tier: front\n"_s, u"    tier: front\n    team: web\n"_s);
    auto *dialog =
        new views::MergeDialog(u"shop.yaml"_s, views::EditorPanel::tr("on disk"), {Text, mine, theirs}, &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

}  // namespace

QList<Scene> editorScenes()
{
    return {{u"editor-remarks"_s, remarks, isRead},
            {u"editor-completion"_s, completion},
            {u"editor-find"_s, findInFolded, isReadOnce},
            {u"editor-files"_s, severalFiles, isOpened},
            {u"editor-merge"_s, mergeConflict}};
}

}  // namespace windows
