// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <functional>

class QWidget;

namespace windows {

class MainWindow;

/** What a picture shows that no healthy cluster does: each state of a list, several contexts, questions. Made up. */
struct Scene {
    QString name;
    /** Brings it about; returns what is to be drawn. */
    std::function<QWidget *(MainWindow &)> set;
    /** Whether it has come about; null: at once. */
    std::function<bool(MainWindow &)> isReady = {};
};

/** In the order in which they are played. Each leaves the desks of the others alone. */
[[nodiscard]] QList<Scene> scenes();
/** Opens a context with a few pods in which all is well, but for one. */
void openLive(MainWindow &window, const QString &context);
/** Takes everything away that scenes brought about. */
void clearScenes(MainWindow &window);

}  // namespace windows
