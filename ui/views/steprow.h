// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pull/story/story.h"

#include <QWidget>

class QLabel;

namespace views {

class ProseLabel;

/** One statement on the rail: its verdict as shape, word and colour, then title, sentence and evidence. */
class StepRow : public QWidget {
    Q_OBJECT

public:
    /** Where the row stands: the rail starts at the first, ends at the last; `leads` shows the step's name. */
    struct Place {
        bool first = false;
        bool last = false;
        bool leads = true;
        bool operator==(const Place &) const = default;
    };

    explicit StepRow(QWidget *parent = nullptr);

    void setStatement(const pull::Statement &statement, Place place);

Q_SIGNALS:
    /** Double click on a statement that rests on an event. */
    void eventRequested(const QString &eventUid);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tint();

    pull::Statement m_statement;
    Place m_place;
    QWidget *m_head;
    QLabel *m_step;
    QLabel *m_verdict;
    ProseLabel *m_title;
    ProseLabel *m_sentence;
    ProseLabel *m_evidence;
};

}  // namespace views
