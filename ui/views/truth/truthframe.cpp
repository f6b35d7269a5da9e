// SPDX-License-Identifier: Apache-2.0
#include "views/truth/truthframe.h"

#include "views/truth/noticestack.h"

#include <QVBoxLayout>

namespace views {

TruthFrame::TruthFrame(QWidget *content, QWidget *parent)
    : QWidget(parent), m_notices(new NoticeStack(this)), m_content(content)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notices);
    column->addWidget(content, 1);
    setFocusProxy(content);
    connect(m_notices, &NoticeStack::chosen, this, &TruthFrame::chosen);
}

void TruthFrame::setNotices(const QList<style::Notice> &notices)
{
    m_notices->setNotices(notices);
}

}  // namespace views
