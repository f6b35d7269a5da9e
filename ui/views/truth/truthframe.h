// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "style/statewords.h"

#include <QWidget>

namespace views {

class NoticeStack;

/** Any view under the lines that say how true it is. */
class TruthFrame : public QWidget {
    Q_OBJECT

public:
    /** Takes `content` as its child. */
    explicit TruthFrame(QWidget *content, QWidget *parent = nullptr);

    void setNotices(const QList<style::Notice> &notices);
    [[nodiscard]] QWidget *content() const { return m_content; }

Q_SIGNALS:
    void chosen(style::Act act);

private:
    NoticeStack *m_notices;
    QWidget *m_content;
};

}  // namespace views
