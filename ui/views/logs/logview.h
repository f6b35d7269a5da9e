// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/logs/logpart.h"
#include "command/logs/logwish.h"
#include "kube/slim/podref.h"
#include "pull/story/story.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace views {

class GlyphLabel;
class LogBar;
class LogText;
class StatePage;

/** The log of one container or of several, with what can be done with it; its pull story, or whose it is, above it. */
class LogView : public QWidget {
    Q_OBJECT

public:
    explicit LogView(QWidget *parent = nullptr);

    /** The pod that logs are of; null: none is selected. The chosen container stays while the pod has it. */
    void setPod(const kube::PodPtr &pod);
    /** So many pods are selected, and their logs are meant together; 0: only the one. */
    void setSelected(qsizetype count);
    /** The pods that the table showed are meant together, these; empty: nobody asked for their logs. */
    void setShown(const QString &pods);
    void setStories(const QList<pull::Story> &stories);
    /** What is wanted now. Without a pod, or where not one container is meant, its container is empty. */
    [[nodiscard]] command::LogWish wish() const;
    /** The logs that are wanted now; `company`: all pods that are meant together, of each the first container. */
    [[nodiscard]] QList<command::LogWish> wishes(const QList<kube::PodRef> &company) const;
    /** Another log begins; `keep`: it goes on where the one that is shown ended. */
    void begin(const command::LogWish &wish, bool keep = false);
    /** Several begin as one; `wish` is that of the first, or of no pod where there is none yet. */
    void beginSeveral(const command::LogWish &wish);
    /** `left` of several logs are not open. */
    void take(const command::LogPart &part, qsizetype left = 0);
    [[nodiscard]] const command::LogState &state() const { return m_state; }
    [[nodiscard]] LogBar &bar() { return *m_bar; }
    [[nodiscard]] LogText &text() { return *m_text; }
    /** The line above the log: how it stands. */
    [[nodiscard]] QString stateLine() const;
    /** Writes all lines into a file, whole or not at all. */
    [[nodiscard]] kube::Result<void> saveTo(const QString &path) const;

Q_SIGNALS:
    /** Another log, or the same anew, is wanted. */
    void wanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void wire();
    void showState();
    void showStory();
    void showFound();
    void copyLines();
    void chooseFile();
    [[nodiscard]] bool isOfShown() const;
    [[nodiscard]] const pull::Story *story() const;
    [[nodiscard]] kube::ContainerState containerNow() const;

    LogBar *m_bar;
    GlyphLabel *m_storyGlyph, *m_stateGlyph;
    QLabel *m_storyLine, *m_stateLine;
    QStackedWidget *m_stack;
    LogText *m_text;
    StatePage *m_page;
    kube::PodPtr m_pod;
    QList<pull::Story> m_stories;
    command::LogWish m_wish;
    bool m_isSeveral = false;
    qsizetype m_left = 0;
    qsizetype m_selected = 0;
    QString m_shown;
    command::LogState m_state;
};

}  // namespace views
