// SPDX-License-Identifier: Apache-2.0
#include "views/deletion/deletionframe.h"

#include "views/deletion/removaloptions.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace views {

DeletionFrame::DeletionFrame(const QString &question, const QString &asIs, const QString &context, bool typed,
                             QDialog *dialog)
    : QWidget(dialog), m_list(new QTreeWidget(this)), m_options(new RemovalOptions(asIs, context, typed, this)),
      m_verdict(new QLabel(this))
{
    auto *what = new QLabel(question, this);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    QFont bold = what->font();
    bold.setBold(true);
    what->setFont(bold);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    auto *buttons = new QDialogButtonBox(this);
    m_remove = buttons->addButton(tr("Delete"), QDialogButtonBox::ActionRole);
    m_keep = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_remove->setAutoDefault(false);
    m_keep->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(24, 24, 24, 16);
    page->setSpacing(12);
    page->addWidget(what);
    page->addWidget(m_list, 1);
    page->addWidget(m_options);
    page->addWidget(m_verdict);
    page->addWidget(buttons);
    auto *whole = new QVBoxLayout(dialog);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(this);
    m_keep->setFocus();
}

}  // namespace views
