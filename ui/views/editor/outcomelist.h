// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "style/wording.h"

#include <QListWidget>
#include <QTextCursor>

namespace views {

/** What became of each document: shape, words, and the line each row leads to. Texts of a cluster are plain text. */
class OutcomeList : public QListWidget {
    Q_OBJECT

public:
    explicit OutcomeList(QWidget *parent = nullptr);

    /** `at`: where a click leads; a null cursor leads nowhere. `detail` rows belong to the row before. */
    void add(style::Tone tone, const QString &text, const QTextCursor &at, bool detail = false);
    void removeAll();
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void jumpRequested(const QTextCursor &at);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void jump(const QListWidgetItem *item);
    void paintIcon(QListWidgetItem *item) const;

    QList<QTextCursor> m_places;
};

}  // namespace views
