// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>

namespace views {

class Sheet;

/** The documents of what is open as a list: kind, namespace and name of each, and the file where there are several;
 * shows the one that the cursor is in. */
class OutlineBox : public QComboBox {
    Q_OBJECT

public:
    explicit OutlineBox(QWidget *parent);

    /** Hidden where there is only one: nothing is to be chosen then. A file without documents has a row too. */
    void setSheets(const QList<Sheet *> &sheets);
    /** The cursor is in this line, from 1, of this sheet, by its index. */
    void setPlace(qsizetype sheet, int line);

Q_SIGNALS:
    /** The user chose a document: its sheet, and the first line of its content. */
    void placeChosen(qsizetype sheet, int line);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row {
        qsizetype sheet;
        int line;
        bool isWrong;  ///< the first of a file that has an error
    };
    enum class Paint { Missing, All };
    void paintIcons(Paint paint);

    QList<Row> m_rows;
    QStringList m_titles;
};

}  // namespace views
