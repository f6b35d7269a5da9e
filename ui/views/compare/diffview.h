// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QSplitter;
class QToolButton;

namespace views {

/** Two texts, line beside line: what is gone on the left, what is new on the right; or one below the other. */
class DiffView : public QWidget {
    Q_OBJECT

public:
    explicit DiffView(QWidget *parent = nullptr);

    /** `leftName` and `rightName` are plain text above the sides. `byServer`: lines of the right text, from 0, that are
     * marked as nobody's but the server's where they are new. */
    void setTexts(const QString &leftName, const QString &left, const QString &rightName, const QString &right,
                  const QList<int> &byServer = {});
    /** How many stretches differ. */
    [[nodiscard]] int count() const { return int(m_places.size()); }

public Q_SLOTS:
    void goToNext();
    void goToPrevious();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Mark { Same, Removed, Added, ByServer, Filler };
    struct Row {
        Mark mark;
        QString text;
    };

    QPlainTextEdit *makeSide(QLabel *title, const QString &name);
    QToolButton *makeButton(const QString &text, const QString &name, void (DiffView::*act)());
    void fill();
    void show(QPlainTextEdit *side, const QList<Row> &rows);
    void go(int step);

    QSplitter *m_sides;
    QPlainTextEdit *m_left;
    QPlainTextEdit *m_right;
    QLabel *m_leftTitle;
    QLabel *m_rightTitle;
    QLabel *m_count;
    QToolButton *m_unified;
    QString m_leftText, m_rightText, m_leftName, m_rightName;
    QList<int> m_byServer;
    QList<int> m_places;  ///< the first row of each difference
};

}  // namespace views
