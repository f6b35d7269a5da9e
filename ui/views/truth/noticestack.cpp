// SPDX-License-Identifier: Apache-2.0
#include "views/truth/noticestack.h"

#include "views/noticebar.h"

#include <QVBoxLayout>

namespace views {

NoticeStack::NoticeStack(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(1);
    hide();
}

void NoticeStack::setNotices(const QList<style::Notice> &notices)
{
    if (notices == m_notices)
        return;
    m_notices = notices;
    while (m_bars.size() < notices.size()) {
        auto *bar = new NoticeBar(this);
        m_column->addWidget(bar);
        connect(bar, &NoticeBar::actionChosen, this,
                [this, at = m_bars.size()] { Q_EMIT chosen(m_notices.value(at).act, at); });
        m_bars.append(bar);
    }
    for (qsizetype i = 0; i < m_bars.size(); ++i) {
        const style::Notice notice = notices.value(i);
        m_bars.at(i)->setNotice(notice.tone, notice.text, style::StateWords::act(notice.act));
    }
    setVisible(!notices.isEmpty());
}

}  // namespace views
