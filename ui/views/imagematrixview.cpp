// SPDX-License-Identifier: Apache-2.0
#include "views/imagematrixview.h"

#include "delegates/presencedelegate.h"
#include "models/imagematrix.h"
#include "views/nodeheader.h"
#include "views/presencelegend.h"
#include "views/statepage.h"
#include "views/table/densetable.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>

#include <iterator>
#include <numeric>

using models::ImageFilter;
using models::ImageMatrix;

namespace views {

namespace {

constexpr int WideColumn = 118;   ///< room for shape and word
constexpr int FewNodes = 8;       ///< so many get a wide column
constexpr int NarrowColumn = 28;  ///< a shape
constexpr int Widths[] = {250, 82, 56, 190, 88};

}  // namespace

ImageMatrixView::ImageMatrixView(models::ImageMatrix &images, QWidget *parent)
    : QWidget(parent), m_images(images), m_filter(new ImageFilter(images, this)), m_text(new QLineEdit(this)),
      m_choice(new QComboBox(this)), m_bar(new QWidget(this)), m_stack(new QStackedWidget(this)),
      m_tables(new QSplitter(Qt::Horizontal, this)), m_left(new DenseTable(this)), m_right(new DenseTable(this)),
      m_facts(new NodeHeader(m_left)), m_nodes(new NodeHeader(m_right)), m_page(new StatePage(this))
{
    makeBar();
    makeTables();
    pairTables();
    m_stack->addWidget(m_tables);
    m_stack->addWidget(m_page);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_left);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &ImageMatrixView::showFitting);
    connect(m_filter, &QAbstractItemModel::modelReset, this, [this] {
        layOutColumns();
        showFitting();
    });
    connect(m_page, &StatePage::firstChosen, this, [this] {
        m_text->clear();
        m_choice->setCurrentIndex(m_choice->findData(int(ImageFilter::Choice::Everything)));
    });
    layOutColumns();
    showFitting();
}

void ImageMatrixView::makeBar()
{
    m_choice->addItem(tr("Used by pods"), int(ImageFilter::Choice::Used));
    m_choice->addItem(tr("Never would fail"), int(ImageFilter::Choice::WouldFail));
    m_choice->addItem(tr("All on nodes too"), int(ImageFilter::Choice::Everything));
    m_choice->setAccessibleName(tr("Images shown"));
    m_text->setPlaceholderText(tr("Filter images, e.g. nginx -alpine"));
    m_text->setAccessibleName(tr("Filter images"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(120);
    m_text->setMaximumWidth(320);
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(8, 2, 8, 2);
    row->setSpacing(8);
    row->addWidget(m_choice);
    row->addWidget(m_text, 1);
    row->addStretch(1);
    row->addWidget(new PresenceLegend(m_bar));
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        showFitting();
    });
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        m_filter->setChoice(ImageFilter::Choice(m_choice->currentData().toInt()));
        showFitting();
    });
}

void ImageMatrixView::makeTables()
{
    m_left->setModel(m_filter);
    m_right->setModel(m_filter);
    m_left->setHorizontalHeader(m_facts);
    m_right->setHorizontalHeader(m_nodes);
    m_right->setItemDelegate(new delegates::PresenceDelegate(m_right));
    m_right->setSelectionModel(m_left->selectionModel());
    m_left->setSortingEnabled(true);
    m_right->setSortingEnabled(true);
    m_left->sortByColumn(ImageMatrix::Image, Qt::AscendingOrder);
    m_left->setAccessibleName(tr("Images"));
    m_right->setAccessibleName(tr("Images on nodes"));
    m_tables->addWidget(m_left);
    m_tables->addWidget(m_right);
    m_tables->setChildrenCollapsible(false);
    m_tables->setHandleWidth(1);
    m_tables->setStretchFactor(0, 0);
    m_tables->setStretchFactor(1, 1);
    m_tables->setSizes({std::accumulate(std::begin(Widths), std::end(Widths), 4), 400});
    m_left->setMinimumWidth(200);
    m_right->setMinimumWidth(120);
    for (DenseTable *table : {m_left, m_right}) {
        table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        connect(table, &DenseTable::rowActivated, this, [this](const QModelIndex &index) {
            if (const QString written = index.data(ImageMatrix::WrittenRole).toString(); !written.isEmpty())
                Q_EMIT imageChosen(written);
        });
    }
}

/** Two tables that move as one: same rows, same place, same height of their headers. */
void ImageMatrixView::pairTables()
{
    m_left->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_left->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_right->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    connect(m_left->verticalScrollBar(), &QScrollBar::valueChanged, m_right->verticalScrollBar(),
            &QScrollBar::setValue);
    connect(m_right->verticalScrollBar(), &QScrollBar::valueChanged, m_left->verticalScrollBar(),
            &QScrollBar::setValue);
}

void ImageMatrixView::layOutColumns()
{
    const bool few = m_images.nodeCount() <= FewNodes;
    m_nodes->setUpright(!few);
    for (int column = 0; column < m_filter->columnCount(); ++column) {
        const bool ofNode = column >= ImageMatrix::FirstNode;
        m_left->setColumnHidden(column, ofNode);
        m_right->setColumnHidden(column, !ofNode);
        if (ofNode)
            m_right->setColumnWidth(column, few ? WideColumn : NarrowColumn);
        else
            m_left->setColumnWidth(column, Widths[column]);
    }
    m_nodes->setFixedHeight(m_nodes->wantedHeight());
    m_facts->setFixedHeight(m_nodes->wantedHeight());
}

void ImageMatrixView::showFitting()
{
    if (m_filter->rowCount() > 0) {
        m_stack->setCurrentWidget(m_tables);
        return;
    }
    if (m_images.rowCount() == 0) {
        m_page->setTexts(style::Tone::Done, tr("No images yet"), {},
                         tr("Each image that a pod uses or a node lists is a row here, each node a column."));
        m_page->setActions({});
    } else {
        const bool none = m_filter->text().isEmpty() && m_choice->currentIndex() == 1;
        m_page->setTexts(style::Tone::Done,
                         none ? tr("No image is surely missing on a node") : tr("No image matches the filter"),
                         m_filter->text(), tr("%n image(s) are hidden.", nullptr, m_images.rowCount()));
        m_page->setActions(tr("Show all images"));
    }
    m_stack->setCurrentWidget(m_page);
}

}  // namespace views
