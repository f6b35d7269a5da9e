// SPDX-License-Identifier: Apache-2.0
#include "views/filter/savefilterdialog.h"

#include "models/plaintext.h"
#include "report/plaintext.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace views {

SaveFilterDialog::SaveFilterDialog(const QString &text, const QString &context, QWidget *parent)
    : QDialog(parent), m_text(text.trimmed()), m_context(context), m_name(new QLineEdit(this)),
      m_here(new QCheckBox(models::actionText(tr("Only in %1").arg(context)), this))
{
    setWindowTitle(tr("Save Filter"));
    m_name->setAccessibleName(tr("Name"));
    m_name->setMaxLength(80);
    auto *filter = new QLabel(this);
    filter->setTextFormat(Qt::PlainText);
    filter->setWordWrap(true);
    filter->setText(report::visibleLine(m_text));
    filter->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    save->setEnabled(false);
    save->setDefault(true);
    connect(m_name, &QLineEdit::textChanged, save,
            [save](const QString &name) { save->setEnabled(!name.trimmed().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(24, 24, 24, 16);
    form->setSpacing(12);
    form->addRow(tr("Filter:"), filter);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(QString(), m_here);
    form->addRow(buttons);
    setMinimumWidth(420);
}

style::SavedFilter SaveFilterDialog::filter() const
{
    return {m_name->text().trimmed(), m_text, m_here->isChecked() ? m_context : QString()};
}

}  // namespace views
