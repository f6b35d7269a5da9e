// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"

#include <QWidget>

class QAction;
class QPlainTextEdit;
class QStackedWidget;
class QToolBar;

namespace views {

class DescribeTree;
class OwnerTrail;
class StatePage;

/** What `kubectl describe` prints, as its text or as a tree of its sections, kept where it was scrolled to while it
 * changes. */
class DescribeView : public QWidget {
    Q_OBJECT

public:
    /** Whether it is about a pod, with who made it above, or about any object. */
    enum class Subject { Pod, Object };

    explicit DescribeView(QWidget *parent = nullptr, Subject subject = Subject::Pod);

    /** Nothing is selected. */
    void clear();
    /** What is to be described is on its way. */
    void setReading();
    void setText(const QString &text);
    [[nodiscard]] DescribeTree &tree() { return *m_tree; }
    /** Above all: who made the pod; hidden where it is about any object. */
    [[nodiscard]] OwnerTrail &trail() { return *m_trail; }
    /** Shows the tree, or the text. */
    void setStructured(bool on);
    void setError(const kube::Error &error);
    [[nodiscard]] QString text() const;
    /** Shows the last lines: the events. */
    void scrollToEnd();

Q_SIGNALS:
    void retryRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeBar(QToolBar *bar);
    void showFitting();

    Subject m_subject;
    OwnerTrail *m_trail;
    QStackedWidget *m_stack;
    QPlainTextEdit *m_text;
    DescribeTree *m_tree;
    QAction *m_structured;
    QList<QAction *> m_ofTree;  ///< what can be done with the tree only
    StatePage *m_page = nullptr;
};

}  // namespace views
