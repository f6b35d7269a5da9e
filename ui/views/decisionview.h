// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pull/story/story.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedLayout;
class QVBoxLayout;

namespace views {

class BackOffClock;
class FailureCard;
class OwnerTrail;
class ProseLabel;
class StepRow;

/**
 * Why a container starts, waits or refuses: the five steps of its pull decision as a rail, a card for a failure, a
 * clock for a back-off. Rows are kept and refilled, so nothing flickers and the scroll position stays.
 */
class DecisionView : public QWidget {
    Q_OBJECT

public:
    explicit DecisionView(QWidget *parent = nullptr);
    ~DecisionView() override;

    /** Shows the stories of a pod; the chosen container stays chosen while the pod is the same. Empty: nothing is
     * selected. */
    void setStories(const QList<pull::Story> &stories, const QString &podName);
    /** Chooses a container by name, if the pod has it. */
    void setContainer(const QString &name);
    [[nodiscard]] QString container() const;

    /** The time that counts as now for the back-off clock: the server's. */
    void setClock(std::function<kube::Timestamp()> clock);

    /** Above all: who made the pod. */
    [[nodiscard]] OwnerTrail &trail() { return *m_trail; }
    /** The shown story as text, as `gantryctl why` prints it; empty without one. */
    [[nodiscard]] QString explanation() const;

public Q_SLOTS:
    /** Puts explanation() on the clipboard. */
    void copyExplanation();

Q_SIGNALS:
    /** The user chose another container. */
    void containerChosen(const QString &name);
    /** The user asks to see the event that a statement rests on. */
    void eventRequested(const QString &eventUid);

private:
    QWidget *makeHeader();
    QWidget *makeEmpty();
    void fillContainers();
    void showStory();
    [[nodiscard]] const pull::Story *story() const;

    QList<pull::Story> m_stories;
    QString m_pod;
    QStackedLayout *m_pages = nullptr;
    OwnerTrail *m_trail = nullptr;
    ProseLabel *m_title = nullptr;
    QComboBox *m_containers = nullptr;
    QPushButton *m_copy = nullptr;
    QScrollArea *m_scroll = nullptr;
    FailureCard *m_failure = nullptr;
    BackOffClock *m_backOff = nullptr;
    QVBoxLayout *m_rail = nullptr;
    QList<StepRow *> m_steps;
};

}  // namespace views
