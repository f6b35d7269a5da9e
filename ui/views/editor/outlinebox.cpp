// SPDX-License-Identifier: Apache-2.0
#include "views/editor/outlinebox.h"

#include "delegates/toneglyph.h"
#include "report/plaintext.h"
#include "views/editor/sheets/sheet.h"

#include <QEvent>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int GlyphSize = 14;

QString titleOf(const manifest::Document &document)
{
    const QString name = document.name.isEmpty() ? OutlineBox::tr("without a name") : document.name;
    const QString kind = document.kind.isEmpty() ? OutlineBox::tr("without a kind") : document.kind;
    return kind + u"  "_s + (document.ns.isEmpty() ? name : document.ns + u'/' + name);
}

/** What stands before a document of one of several files. */
QString fileTitle(const Sheet &sheet)
{
    return sheet.name + (sheet.isModified() ? u" •"_s : QString());
}

}  // namespace

OutlineBox::OutlineBox(QWidget *parent) : QComboBox(parent)
{
    setAccessibleName(tr("Documents"));
    setToolTip(tr("The documents of what is open"));
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    setMaxVisibleItems(24);
    connect(this, &QComboBox::activated, this, [this](int index) {
        if (index >= 0 && index < m_rows.size())
            Q_EMIT placeChosen(m_rows.at(index).sheet, m_rows.at(index).line);
    });
    hide();
}

void OutlineBox::setSheets(const QList<Sheet *> &sheets)
{
    const QSignalBlocker quiet(this);
    const int current = currentIndex();
    QStringList titles;
    m_rows.clear();
    for (qsizetype i = 0; i < sheets.size(); ++i) {
        const Sheet &sheet = *sheets.at(i);
        const QString file = sheets.size() > 1 ? fileTitle(sheet) : QString();
        bool isWrong = !file.isEmpty() && sheet.parsed.hasErrors();
        for (const manifest::Document &document : sheet.parsed.documents) {
            const QString title = titleOf(document);
            titles.append(report::visibleLine(file.isEmpty() ? title : file + u" › "_s + title));
            m_rows.append({i, document.line, std::exchange(isWrong, false)});
        }
        if (!file.isEmpty() && sheet.parsed.documents.isEmpty()) {
            titles.append(report::visibleLine(file));
            m_rows.append({i, 1, isWrong});
        }
    }
    if (titles != m_titles) {  // what is written in a long text mostly leaves them as they are
        m_titles = titles;
        clear();
        addItems(titles);
        setCurrentIndex(std::min(current, int(titles.size()) - 1));
        setVisible(titles.size() > 1);
    }
    paintIcons(Paint::Missing);
}

void OutlineBox::paintIcons(Paint paint)
{
    for (int i = 0; i < int(m_rows.size()); ++i) {
        const bool isWrong = m_rows.at(i).isWrong;
        if (isWrong == !itemIcon(i).isNull() && (paint == Paint::Missing || !isWrong))
            continue;
        const QIcon wrong = delegates::toneIcon(style::Tone::Failed, GlyphSize, GlyphSize, palette());
        setItemIcon(i, isWrong ? wrong : QIcon());
    }
}

void OutlineBox::changeEvent(QEvent *event)
{
    QComboBox::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcons(Paint::All);
}

void OutlineBox::setPlace(qsizetype sheet, int line)
{
    const auto next = std::ranges::upper_bound(m_rows, std::pair(sheet, line), {},
                                               [](const Row &row) { return std::pair(row.sheet, row.line); });
    qsizetype at = std::max<qsizetype>(0, next - m_rows.begin() - 1);
    if (at + 1 < m_rows.size() && m_rows.at(at).sheet < sheet)  // above the first document
        ++at;
    setCurrentIndex(int(at));
}

}  // namespace views
