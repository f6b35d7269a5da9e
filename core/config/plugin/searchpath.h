// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QProcess>
#include <QString>
#include <QTimer>

#include <chrono>

namespace config {

/** Where a command was found, or why there is none to run. */
struct FoundProgram {
    QString path;           ///< absolute; empty: there is nothing that can be run
    QString notExecutable;  ///< a file of that name that may not be run; empty: none
};

/** Looks `command` up as execvp does: as it is if it holds a slash, else in the folders of `searchPath`. */
[[nodiscard]] FoundProgram findProgram(const QString &command, const QString &searchPath);

/** The PATH that bare commands are looked for in: `chosen`, or ours where that is empty. */
[[nodiscard]] QString effectivePath(const QString &chosen);

/**
 * Asks the user's login shell for its PATH, since a program that a desktop starts often has a poorer one than a
 * terminal gives. Runs the shell once, without a terminal, and gives up after `limit`. One thread.
 */
class LoginPath : public QObject {
    Q_OBJECT
public:
    /** `shell`: absolute path; empty: $SHELL, else /bin/sh. */
    explicit LoginPath(const QString &shell = {}, std::chrono::milliseconds limit = std::chrono::seconds(5),
                       QObject *parent = nullptr);
    ~LoginPath() override;

    void start();

Q_SIGNALS:
    /** Once: the shell's folders, then those of our own PATH that it lacks; our own alone where the shell said nothing.
     */
    void found(const QString &searchPath);

private:
    void conclude();

    QString m_shell;
    QProcess m_process;
    QTimer m_limit;
    bool m_done = false;
};

}  // namespace config
