// SPDX-License-Identifier: Apache-2.0
#include "views/deletion/removaloptions.h"

#include "report/plaintext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int LongestGrace = 86'400;  // a day: more is a slip of the finger

}  // namespace

RemovalOptions::RemovalOptions(const QString &ownGrace, const QString &context, bool typed, QWidget *parent)
    : QWidget(parent), m_context(context), m_typed(typed), m_ownGrace(new QCheckBox(ownGrace, this)),
      m_grace(new QSpinBox(this)), m_propagation(new QComboBox(this)), m_name(new QLineEdit(this))
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    m_ownGrace->setChecked(true);
    m_grace->setRange(0, LongestGrace);
    m_grace->setValue(30);
    m_grace->setSuffix(tr(" s"));
    m_grace->setEnabled(false);
    m_grace->setAccessibleName(tr("Grace period in seconds"));
    auto *grace = new QHBoxLayout;
    grace->addWidget(m_ownGrace);
    grace->addWidget(m_grace);
    grace->addStretch();
    connect(m_ownGrace, &QCheckBox::toggled, m_grace, &QWidget::setDisabled);
    connect(m_ownGrace, &QCheckBox::toggled, this, &RemovalOptions::changed);
    connect(m_grace, &QSpinBox::valueChanged, this, &RemovalOptions::changed);
    m_propagation->addItem(tr("Background: what they own is deleted after them"),
                           int(command::Propagation::Background));
    m_propagation->addItem(tr("Foreground: what they own is deleted before them"),
                           int(command::Propagation::Foreground));
    m_propagation->addItem(tr("Orphan: what they own stays"), int(command::Propagation::Orphan));
    m_propagation->setAccessibleName(tr("Propagation"));
    form->addRow(tr("Grace period:"), grace);
    form->addRow(tr("&Propagation:"), m_propagation);
    askName(form);
}

void RemovalOptions::askName(QFormLayout *form)
{
    m_name->setObjectName(u"contextName"_s);
    m_name->setVisible(m_typed);
    m_name->setAccessibleName(tr("Name of the context"));
    if (!m_typed)
        return;
    auto *ask = new QLabel(tr("Production: type the context's name, %1").arg(report::spelled(m_context)), this);
    ask->setTextFormat(Qt::PlainText);
    ask->setWordWrap(true);
    ask->setBuddy(m_name);
    form->addRow(ask);
    form->addRow(m_name);
    connect(m_name, &QLineEdit::textChanged, this, &RemovalOptions::changed);
}

command::Removal RemovalOptions::removal() const
{
    command::Removal removal;
    if (!m_ownGrace->isChecked())
        removal.grace = std::chrono::seconds(m_grace->value());
    removal.propagation = command::Propagation(m_propagation->currentData().toInt());
    return removal;
}

bool RemovalOptions::isAgreed() const
{
    return !m_typed || m_name->text() == m_context;
}

bool RemovalOptions::isForced() const
{
    return !m_ownGrace->isChecked() && m_grace->value() == 0;
}

}  // namespace views
