// SPDX-License-Identifier: Apache-2.0
#include "views/access/suspicionsdialog.h"

#include "delegates/toneglyph.h"
#include "models/plaintext.h"
#include "report/plaintext.h"
#include "style/accesswords.h"
#include "views/proselabel.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace views {

namespace {

constexpr int Glyph = 14;

}  // namespace

SuspicionsDialog::SuspicionsDialog(const QList<config::Suspicion> &suspicions, Purpose purpose, QWidget *parent)
    : QDialog(parent)
{
    const bool isImport = purpose == Purpose::Import;
    setWindowTitle(isImport ? tr("Use This Kubeconfig?") : tr("What This Kubeconfig Can Do"));
    setMinimumSize(640, 320);
    auto *what = new ProseLabel(this);
    QFont bold = what->font();
    bold.setBold(true);
    what->setFont(bold);
    what->setText(tr("This kubeconfig can do more than name clusters"));
    auto *why = new ProseLabel(this);
    why->setText(isImport ? tr("Use it only if you trust who wrote it. Nothing of it has been read into a request or "
                               "run yet; programs are asked for once more before they run.")
                          : tr("Programs are asked for before they run. The rest is as the file says."));
    auto *list = new QListWidget(this);
    list->setWordWrap(true);
    list->setTextElideMode(Qt::ElideNone);
    list->setIconSize({Glyph, Glyph});
    list->setSpacing(2);
    list->setSelectionMode(QAbstractItemView::NoSelection);
    list->setAccessibleName(tr("Findings"));
    for (const config::Suspicion &suspicion : suspicions) {
        const style::Tone tone = style::AccessWords::isGrave(suspicion) ? style::Tone::Failed : style::Tone::Waiting;
        auto *item = new QListWidgetItem(delegates::toneIcon(tone, Glyph, Glyph, palette()),
                                         style::AccessWords::suspicion(suspicion), list);
        item->setToolTip(models::toolTip(suspicion.file));
    }
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *no = buttons->addButton(isImport ? tr("Do Not Use") : tr("Close"), QDialogButtonBox::RejectRole);
    no->setDefault(true);
    if (isImport)
        buttons->addButton(tr("Use It"), QDialogButtonBox::AcceptRole)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(what);
    column->addWidget(why);
    column->addWidget(list, 1);
    column->addSpacing(8);
    column->addWidget(buttons);
    no->setFocus();
}

}  // namespace views
