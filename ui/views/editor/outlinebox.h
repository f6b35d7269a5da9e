// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/documents.h"

#include <QComboBox>

namespace views {

/** The documents of a text as a list: kind, namespace and name of each; shows the one that the cursor is in. */
class OutlineBox : public QComboBox {
    Q_OBJECT

public:
    explicit OutlineBox(QWidget *parent);

    /** Hidden where there is only one: nothing is to be chosen then. */
    void setDocuments(const QList<manifest::Document> &documents);
    /** The cursor is in this line, from 1. */
    void setLine(int line);

Q_SIGNALS:
    /** The user chose a document: the first line of its content. */
    void lineChosen(int line);

private:
    QList<int> m_lines;
    QStringList m_titles;
};

}  // namespace views
