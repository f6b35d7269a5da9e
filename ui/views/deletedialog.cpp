// SPDX-License-Identifier: Apache-2.0
#include "views/deletedialog.h"

#include "report/plaintext.h"
#include "style/theme.h"
#include "views/glyphlabel.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace views {

namespace {

QLabel *plain(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(text);
    return label;
}

}  // namespace

DeleteDialog::DeleteDialog(const QStringList &objects, const QString &consequence, const QString &context,
                           QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Delete"));
    auto *glyph = new GlyphLabel(32, this);
    glyph->setTone(style::Tone::Waiting);
    auto *what =
        plain(tr("Delete %n object(s) from %1?", nullptr, int(objects.size())).arg(report::spelled(context)), this);
    QFont bold = what->font();
    bold.setBold(true);
    what->setFont(bold);
    auto *list = new QPlainTextEdit(report::visible(objects.join(u'\n')), this);
    list->setReadOnly(true);
    list->setFont(style::monospace(font()));
    list->setFixedHeight(list->fontMetrics().lineSpacing() * int(qBound(qsizetype(2), objects.size(), qsizetype(12))) +
                         16);
    list->setAccessibleName(tr("Objects to delete"));
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *remove = buttons->addButton(tr("Delete"), QDialogButtonBox::AcceptRole);
    QPushButton *keep = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    remove->setAutoDefault(false);
    keep->setDefault(true);
    keep->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *text = new QVBoxLayout;
    text->setSpacing(8);
    text->addWidget(what);
    text->addWidget(list);
    if (!consequence.isEmpty())
        text->addWidget(plain(report::visible(consequence), this));
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(glyph, 0, Qt::AlignTop);
    row->addLayout(text, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addLayout(row);
    column->addWidget(buttons);
    setMinimumWidth(460);
}

}  // namespace views
