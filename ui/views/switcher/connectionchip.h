// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "style/wording.h"

#include <QWidget>

namespace views {

/** The state of the connection, always in sight: shape, word and colour; hover tells all of it. */
class ConnectionChip : public QWidget {
    Q_OBJECT

public:
    explicit ConnectionChip(QWidget *parent = nullptr);

    void setState(const mirror::State &state);
    /** Server, user, version and the like, for hover. Plain text. */
    void setDetail(const QString &detail);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    mirror::State m_state;
    QString m_text;
    QString m_detail;
};

}  // namespace views
