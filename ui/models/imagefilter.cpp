// SPDX-License-Identifier: Apache-2.0
#include "models/imagefilter.h"

#include "models/imagematrix.h"

#include <algorithm>

namespace models {

ImageFilter::ImageFilter(ImageMatrix &images, QObject *parent) : QSortFilterProxyModel(parent), m_images(images)
{
    setSortRole(ImageMatrix::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSourceModel(&images);
}

void ImageFilter::setChoice(Choice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    invalidateRowsFilter();
}

void ImageFilter::setText(const QString &text)
{
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    invalidateRowsFilter();
}

bool ImageFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const ImageLine &line = m_images.line(row);
    if (m_choice != Choice::Everything && line.pods == 0)
        return false;
    if (m_choice == Choice::WouldFail && line.count(pull::Presence::AbsentLikely) == 0)
        return false;
    return std::ranges::all_of(m_words, [&line](const QString &word) {
        const bool excludes = word.size() > 1 && word.startsWith(u'-');
        return line.image.contains(excludes ? word.sliced(1) : word, Qt::CaseInsensitive) != excludes;
    });
}

bool ImageFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (QSortFilterProxyModel::lessThan(left, right))
        return true;
    if (QSortFilterProxyModel::lessThan(right, left))
        return false;
    return m_images.line(left.row()).image < m_images.line(right.row()).image;
}

}  // namespace models
