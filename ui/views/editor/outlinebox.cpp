// SPDX-License-Identifier: Apache-2.0
#include "views/editor/outlinebox.h"

#include "report/plaintext.h"

#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

QString titleOf(const manifest::Document &document)
{
    const QString name = document.name.isEmpty() ? OutlineBox::tr("without a name") : document.name;
    const QString kind = document.kind.isEmpty() ? OutlineBox::tr("without a kind") : document.kind;
    return report::visibleLine(kind + u"  "_s + (document.ns.isEmpty() ? name : document.ns + u'/' + name));
}

}  // namespace

OutlineBox::OutlineBox(QWidget *parent) : QComboBox(parent)
{
    setAccessibleName(tr("Documents"));
    setToolTip(tr("The documents of this text"));
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    connect(this, &QComboBox::activated, this, [this](int index) { Q_EMIT lineChosen(m_lines.value(index)); });
    hide();
}

void OutlineBox::setDocuments(const QList<manifest::Document> &documents)
{
    const QSignalBlocker quiet(this);
    const int current = currentIndex();
    QStringList titles;
    m_lines.clear();
    for (const manifest::Document &document : documents) {
        titles.append(titleOf(document));
        m_lines.append(document.line);
    }
    if (titles == m_titles)
        return;  // what is written in a long text mostly leaves them as they are
    m_titles = titles;
    clear();
    addItems(titles);
    setCurrentIndex(std::min(current, int(titles.size()) - 1));
    setVisible(titles.size() > 1);
}

void OutlineBox::setLine(int line)
{
    const auto next = std::ranges::upper_bound(m_lines, line);
    setCurrentIndex(std::max(0, int(next - m_lines.begin()) - 1));
}

}  // namespace views
