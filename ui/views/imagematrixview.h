// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/imagefilter.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace models {
class ImageMatrix;
}

namespace views {

class DenseTable;
class NodeHeader;
class StatePage;

/** Which image is on which node. What is known of an image stays at the left, the nodes scroll beside it. */
class ImageMatrixView : public QWidget {
    Q_OBJECT

public:
    explicit ImageMatrixView(models::ImageMatrix &images, QWidget *parent = nullptr);

    [[nodiscard]] models::ImageFilter &filter() { return *m_filter; }

Q_SIGNALS:
    /** Enter or a double click: the image as a pod writes it. */
    void imageChosen(const QString &written);

private:
    void makeBar();
    void makeTables();
    void pairTables();
    void layOutColumns();
    void showFitting();

    models::ImageMatrix &m_images;
    models::ImageFilter *m_filter;
    QLineEdit *m_text;
    QComboBox *m_choice;
    QWidget *m_bar;
    QStackedWidget *m_stack;
    QSplitter *m_tables;
    DenseTable *m_left;   ///< the images
    DenseTable *m_right;  ///< the nodes
    NodeHeader *m_nodes;
    StatePage *m_page;
};

}  // namespace views
