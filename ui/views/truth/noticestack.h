// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "style/statewords.h"

#include <QWidget>

class QVBoxLayout;

namespace views {

class NoticeBar;

/** The lines above rows that are not the whole, live truth; takes no room while there are none. */
class NoticeStack : public QWidget {
    Q_OBJECT

public:
    explicit NoticeStack(QWidget *parent = nullptr);

    void setNotices(const QList<style::Notice> &notices);
    [[nodiscard]] const QList<style::Notice> &notices() const { return m_notices; }

Q_SIGNALS:
    /** `at`: the notice's place in the list. */
    void chosen(style::Act act, qsizetype at);

private:
    QVBoxLayout *m_column;
    QList<NoticeBar *> m_bars;  ///< made once each, hidden while not needed
    QList<style::Notice> m_notices;
};

}  // namespace views
