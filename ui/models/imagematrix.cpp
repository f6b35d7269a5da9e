// SPDX-License-Identifier: Apache-2.0
#include "models/imagematrix.h"

#include "kube/duration.h"
#include "models/plaintext.h"
#include "models/pullwords.h"
#include "report/plaintext.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr qsizetype MostNames = 20;  ///< in a tool tip

QStringList namesOf(const QList<kube::NodePtr> &nodes)
{
    QStringList names;
    for (const kube::NodePtr &node : nodes)
        names.append(node->meta.key.name);
    return names;
}

bool isFigure(int column)
{
    return column == ImageMatrix::Size || column == ImageMatrix::Pods || column == ImageMatrix::LastPull;
}

}  // namespace

QString ImageMatrix::word(pull::Presence presence)
{
    switch (presence) {
    case pull::Presence::Present: return tr("present");
    case pull::Presence::AbsentLikely: return tr("absent, likely");
    case pull::Presence::Unknown: break;
    }
    return tr("unknown");
}

void ImageMatrix::show(const Snapshot &snapshot, const PullLedger &ledger, const QStringList &namespaces)
{
    m_now = snapshot.now();
    m_snapshot = &snapshot;
    m_namespaces = namespaces;
    m_inventory.take(snapshot.specs(), snapshot.nodes(), ledger, namespaces);
    if (namesOf(m_inventory.nodes()) != namesOf(m_nodes)) {
        beginResetModel();
        m_nodes = m_inventory.nodes();
        m_lines = m_inventory.lines();
        endResetModel();
        return;
    }
    m_nodes = m_inventory.nodes();
    replaceRows();
}

/** Both lists are sorted by image: one walk over both. */
void ImageMatrix::replaceRows()
{
    const QList<ImageLine> &now = m_inventory.lines();
    int row = 0;
    for (qsizetype i = 0; i < now.size() || row < m_lines.size();) {
        if (row < m_lines.size() && (i == now.size() || m_lines.at(row).image < now.at(i).image)) {
            beginRemoveRows({}, row, row);
            m_lines.removeAt(row);
            endRemoveRows();
        } else if (row == m_lines.size() || now.at(i).image < m_lines.at(row).image) {
            qsizetype end = i + 1;
            while (end < now.size() && (row == m_lines.size() || now.at(end).image < m_lines.at(row).image))
                ++end;
            beginInsertRows({}, row, row + int(end - i) - 1);
            for (; i < end; ++i)
                m_lines.insert(row++, now.at(i));
            endInsertRows();
        } else {
            if (m_lines.at(row) != now.at(i)) {
                m_lines[row] = now.at(i);
                Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
            }
            ++row;
            ++i;
        }
    }
}

int ImageMatrix::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}
int ImageMatrix::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstNode + int(m_nodes.size());
}

QString ImageMatrix::neverFails(const ImageLine &line, qsizetype most) const
{
    QStringList names;
    for (qsizetype i = 0; i < line.nodes.size(); ++i)
        if (line.nodes.at(i) == pull::Presence::AbsentLikely)
            names.append(m_nodes.at(i)->meta.key.name);
    const int unknown = int(line.count(pull::Presence::Unknown));
    if (names.isEmpty())
        return unknown > 0 ? tr("unknown on %n node(s)", nullptr, unknown) : tr("none");
    if (names.size() > most)
        names = names.first(most) << u"…"_s;
    const QString list = names.join(u", "_s);
    return unknown > 0 ? tr("%1, unknown on %n", nullptr, unknown).arg(list) : list;
}

QString ImageMatrix::text(const ImageLine &line, int column) const
{
    switch (column) {
    case Image: return line.image;
    case Size: return PullWords::size(line.bytes);
    case Pods: return QString::number(line.pods);
    case NeverFails: {
        const qsizetype absent = line.count(pull::Presence::AbsentLikely);
        return absent > 3 ? tr("%1 of %2 nodes").arg(absent).arg(line.nodes.size()) : neverFails(line, 3);
    }
    case LastPull: return line.lastPull.isNull() ? QString() : tr("%1 ago").arg(kube::age(line.lastPull, m_now));
    default: return word(line.nodes.value(column - FirstNode, pull::Presence::Unknown));
    }
}

QVariant ImageMatrix::sortValue(const ImageLine &line, int column) const
{
    switch (column) {
    case Image: return line.image;
    case Size: return line.bytes;
    case Pods: return line.pods;
    case NeverFails: return line.count(pull::Presence::AbsentLikely);
    case LastPull: return line.lastPull.isNull() ? qlonglong(0) : qlonglong(line.lastPull.unixNanoseconds());
    default: return int(line.nodes.value(column - FirstNode, pull::Presence::Unknown));
    }
}

QString ImageMatrix::toolTip(const ImageLine &line, int column) const
{
    QStringList lines;
    switch (column) {
    case Image: return line.image;
    case Size:
        return line.bytes > 0 ? tr("%1 bytes, as the runtime reports it").arg(line.bytes)
                              : tr("No one reports its size");
    case Pods: {
        const QList<kube::Key> users = m_inventory.usersOf(line.image, m_snapshot->pods(), m_namespaces);
        for (const kube::Key &pod : users.first(std::min(users.size(), MostNames)))
            lines.append(pod.ns + u'/' + pod.name);
        if (users.size() > MostNames)
            lines.append(u"…"_s);
        return lines.isEmpty() ? tr("No pod uses it") : lines.join(u'\n');
    }
    case NeverFails: return tr("With imagePullPolicy Never a pod would fail on: %1").arg(neverFails(line, MostNames));
    case LastPull:
        return line.lastPull.isNull() ? tr("This session saw no pull of it")
                                      : QDateTime::fromMSecsSinceEpoch(line.lastPull.unixMilliseconds())
                                            .toString(u"yyyy-MM-dd HH:mm:ss t"_s);
    default: break;
    }
    const kube::NodePtr node = m_nodes.value(column - FirstNode);
    const pull::PresenceOnNode found = pull::presenceOnNode(pull::parseImageReference(line.image), node.get());
    return tr("%1: %2\n%3\nThe list is up to 40 s old.").arg(node->meta.key.name, word(found.presence), found.evidence);
}

QVariant ImageMatrix::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ImageLine &one = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return report::visibleLine(text(one, index.column()));
    case SortRole: return sortValue(one, index.column());
    case WrittenRole: return one.written;
    case PresenceRole:
        return index.column() < FirstNode ? QVariant() : QVariant(int(one.nodes.value(index.column() - FirstNode)));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isFigure(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                report::visibleLine(text(one, index.column())));
    case Qt::ToolTipRole: return models::toolTip(toolTip(one, index.column()));
    default: return {};
    }
}

QVariant ImageMatrix::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isFigure(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == NeverFails)
        return tr("The nodes on which a pod with imagePullPolicy Never would fail with ErrImageNeverPull");
    if (role == Qt::ToolTipRole && section >= FirstNode && section < columnCount()) {
        const kube::Node &node = *m_nodes.at(section - FirstNode);
        return models::toolTip(tr("%1\n%n image(s) listed", nullptr, int(node.images.size())).arg(node.meta.key.name));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Image: return tr("IMAGE");
    case Size: return tr("SIZE");
    case Pods: return tr("PODS");
    case NeverFails: return tr("NEVER FAILS ON");
    case LastPull: return tr("LAST PULL");
    default:
        return section < columnCount() && section >= 0
                   ? report::visibleLine(m_nodes.at(section - FirstNode)->meta.key.name)
                   : QString();
    }
}

}  // namespace models
