// SPDX-License-Identifier: Apache-2.0
#include "windows/tour/editorscenes.h"

#include "views/editor/editorpanel.h"
#include "views/editor/findbar.h"
#include "views/editor/folding.h"
#include "views/editor/yamleditor.h"
#include "windows/mainwindow.h"

#include <QLineEdit>
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

}  // namespace

QList<Scene> editorScenes()
{
    return {{u"editor-find"_s, findInFolded}};
}

}  // namespace windows
