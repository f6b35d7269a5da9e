// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/assist/remark.h"

#include <QListWidget>

namespace views {

/** The remarks on a text, each with its line, shape and word; a row leads to its place. The first MostRows of them. */
class RemarkList : public QListWidget {
    Q_OBJECT

public:
    static constexpr qsizetype MostRows = 500;

    explicit RemarkList(QWidget *parent = nullptr);

    void setRemarks(const QList<manifest::Remark> &remarks, const QString &release);
    /** An open list is seen while there is something in it. */
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void placeChosen(manifest::Place place);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fill();

    QList<manifest::Remark> m_remarks;
    QString m_release;
    bool m_isOpen = false;
};

}  // namespace views
