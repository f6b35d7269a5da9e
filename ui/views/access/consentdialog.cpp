// SPDX-License-Identifier: Apache-2.0
#include "views/access/consentdialog.h"

#include "report/plaintext.h"
#include "style/accesswords.h"
#include "style/theme.h"
#include "views/glyphlabel.h"
#include "views/proselabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int Width = 620;

}  // namespace

ConsentDialog::ConsentDialog(const config::PluginUse &use, const QString &context, QWidget *parent)
    : QDialog(parent), m_remember(new QCheckBox(tr("Do not ask again while nothing of this changes"), this))
{
    setWindowTitle(tr("Run a Program?"));
    setMinimumWidth(Width);
    const bool isThere = !use.resolvedPath.isEmpty();
    auto *glyph = new GlyphLabel(32, this);
    glyph->setTone(style::Tone::Waiting);
    auto *what = new ProseLabel(this);
    QFont bold = what->font();
    bold.setBold(true);
    what->setFont(bold);
    what->setText(tr("To log in to %1, the kubeconfig asks to run a program").arg(report::spelled(context)));
    auto *why = new ProseLabel(this);
    why->setText(tr("It runs with all your rights. Nothing has been run yet. Allow it only if you know who wrote this "
                    "kubeconfig."));
    auto *facts = new QGridLayout;
    facts->setHorizontalSpacing(16);
    facts->setVerticalSpacing(8);
    facts->setColumnStretch(1, 1);
    addFact(*facts, tr("Command"), style::AccessWords::commandLine(use.argv));
    addFact(*facts, tr("Program"),
            isThere ? report::spelled(use.resolvedPath)
                    : tr("%1 was not found").arg(report::spelled(use.argv.value(0))));
    addFact(*facts, tr("Sets"),
            use.environmentNames.isEmpty() ? tr("no environment variable")
                                           : report::spelled(use.environmentNames.join(u", "_s)));
    addFact(*facts, tr("Asked by"), report::spelled(use.kubeconfig));
    addFact(*facts, tr("Logs in at"), report::spelled(use.server));

    m_remember->setEnabled(isThere);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *run = buttons->addButton(tr("Run It"), QDialogButtonBox::AcceptRole);
    QPushButton *keep = buttons->addButton(tr("Do Not Run"), QDialogButtonBox::RejectRole);
    run->setEnabled(isThere);
    run->setAutoDefault(false);
    keep->setDefault(true);
    keep->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *text = new QVBoxLayout;
    text->setSpacing(8);
    text->addWidget(what);
    text->addWidget(why);
    text->addSpacing(8);
    text->addLayout(facts);
    text->addSpacing(8);
    text->addWidget(m_remember);
    text->addStretch(1);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(glyph, 0, Qt::AlignTop);
    row->addLayout(text, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addLayout(row, 1);
    column->addWidget(buttons);
    column->setSizeConstraint(QLayout::SetNoConstraint);  // the least width would ask for the greatest height
}

void ConsentDialog::showEvent(QShowEvent *event)
{
    // Only now the texts know their width, and so their height.
    layout()->activate();
    resize(Width, layout()->totalHeightForWidth(Width));
    QDialog::showEvent(event);
}

void ConsentDialog::addFact(QGridLayout &facts, const QString &name, const QString &text)
{
    auto *value = new ProseLabel(this);
    value->setFont(style::monospace(font()));
    value->setText(text);
    auto *label = new QLabel(name, this);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    const int row = facts.rowCount();
    facts.addWidget(label, row, 0, Qt::AlignTop);
    facts.addWidget(value, row, 1);
}

bool ConsentDialog::isRemembered() const
{
    return m_remember->isChecked();
}

}  // namespace views
