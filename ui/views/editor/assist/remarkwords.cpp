// SPDX-License-Identifier: Apache-2.0
#include "views/editor/assist/remarkwords.h"

#include "report/plaintext.h"

using namespace Qt::StringLiterals;

namespace views {

using manifest::Remark;

QString RemarkWords::word(Remark::Severity severity)
{
    switch (severity) {
    case Remark::Severity::Error: return tr("Error");
    case Remark::Severity::Warning: return tr("Warning");
    case Remark::Severity::Note: break;
    }
    return tr("Note");
}

QString RemarkWords::sentence(const Remark &remark, const QString &release)
{
    const QString pattern = QCoreApplication::translate("manifest", remark.pattern.toUtf8().constData());
    QString words = manifest::filled(pattern, remark.arguments);
    if (!remark.nearest.isEmpty())
        words = tr("%1; perhaps \"%2\" is meant").arg(words, remark.nearest);
    if (const QString by = basis(remark.basis, release); !by.isEmpty())
        words = tr("%1 (%2)").arg(words, by);
    return report::visibleLine(words);
}

QString RemarkWords::whole(const Remark &remark, const QString &release)
{
    return tr("%1: %2").arg(word(remark.severity), sentence(remark, release));
}

QString RemarkWords::basis(Remark::Basis basis, const QString &release)
{
    if (basis == Remark::Basis::Cluster)
        return tr("by the cluster's schema");
    return basis == Remark::Basis::Bundled ? tr("by the bundled schema of Kubernetes %1").arg(release) : QString();
}

QString RemarkWords::explanation(const manifest::Explanation &told, const QString &release, bool brief)
{
    QString words = report::visible(told.text(brief));
    if (!told.immutable.isEmpty())
        words += u'\n' + tr("Cannot be changed once the object is there (%1).").arg(told.immutable);
    return words + u'\n' + tr("Told %1.").arg(basis(told.basis, release));
}

}  // namespace views
