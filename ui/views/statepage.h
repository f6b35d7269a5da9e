// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "style/statewords.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace views {

class GlyphLabel;

/** A whole page instead of a list: empty, loading or failed. Says what is, why, and what to do, with its buttons. */
class StatePage : public QWidget {
    Q_OBJECT

public:
    explicit StatePage(QWidget *parent = nullptr);

    /** What is shown; empty texts take no room. `why` is selectable plain text. */
    void setTexts(style::Tone tone, const QString &what, const QString &why, const QString &advice);
    /** Progress under the title: hidden below 0, of unknown length where `total` is 0. */
    void setProgress(int done, int total);
    /** Shows what stands for a list without rows; false, and nothing done, where the list is live and thus empty. */
    bool showTruth(const style::Truth &truth);
    /** Names the buttons; an empty name hides one. */
    void setActions(const QString &first, const QString &second = {});

Q_SIGNALS:
    void firstChosen();
    void secondChosen();
    /** A button of showTruth. */
    void actChosen(style::Act act);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void choose(qsizetype button);

    QList<style::Act> m_acts;  ///< of the buttons, while a truth is shown
    GlyphLabel *m_glyph;
    QLabel *m_what;
    QLabel *m_why;
    QLabel *m_advice;
    QProgressBar *m_progress;
    QPushButton *m_first;
    QPushButton *m_second;
};

}  // namespace views
