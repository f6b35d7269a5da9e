// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/describe/fields.h"
#include "report/describe/lines.h"
#include "report/describe/pairs.h"
#include "report/kinds.h"

namespace report {

/** What one description is made of, and its lines. */
struct Page {
    const QJsonObject &object;
    const QList<Answer> &answers;  ///< to the reads of its kind, in order
    kube::Timestamp now;
    kube::Version kubectl;
    Lines out = {};

    [[nodiscard]] QJsonValue meta() const { return object[QLatin1StringView("metadata")]; }
    [[nodiscard]] QJsonValue spec() const { return object[QLatin1StringView("spec")]; }
    [[nodiscard]] QJsonValue status() const { return object[QLatin1StringView("status")]; }
    /** What was read; nothing where that failed. */
    [[nodiscard]] QList<QJsonObject> read(qsizetype index) const
    {
        return index < answers.size() ? answers.at(index).value_or(QList<QJsonObject>()) : QList<QJsonObject>();
    }
    /** Why it failed; null where it did not. */
    [[nodiscard]] const kube::Error *failure(qsizetype index) const
    {
        return index < answers.size() && !answers.at(index) ? &answers.at(index).error() : nullptr;
    }

    void name() { out.add(0, QStringLiteral("Name:\t") + meta()[QLatin1StringView("name")].toString()); }
    void nameAndNamespace()
    {
        name();
        out.add(0, QStringLiteral("Namespace:\t") + meta()[QLatin1StringView("namespace")].toString());
    }
    void labels() { addLabels(out, 0, QStringLiteral("Labels"), pairsOf(meta()[QLatin1StringView("labels")])); }
    void annotations() { addAnnotations(out, 0, pairsOf(meta()[QLatin1StringView("annotations")])); }
    void created()
    {
        out.add(0, QStringLiteral("CreationTimestamp:\t") + moment(meta()[QLatin1StringView("creationTimestamp")]));
    }
};

/** Writes the lines of one kind, without its events. */
using Describer = kube::Result<void> (*)(Page &page);
/** What it needs beside the object, without its events. */
using Reads = QList<Beside> (*)(const QJsonObject &object);

/** A column of the table of conditions: what heads it, what its rule is, and what ends a cell of it. */
struct ConditionColumn {
    QLatin1StringView title;
    QLatin1StringView field;
    QLatin1StringView behind = QLatin1StringView("\t");
    int rule = int(title.size());
};
/** `Conditions:` in such columns; nothing where there are none. Fields whose name ends in `Time` are moments. */
void describeConditions(Page &page, const QList<ConditionColumn> &columns);
/** In the columns of workloads: Type, Status, Reason. */
void describeConditions(Page &page);
/** In those of newer kinds: Type, Status, LastTransitionTime, Reason, Message. */
void describeDatedConditions(Page &page);
/** `Pod Template:` and what belongs to it. */
void describeTemplate(Page &page, const QJsonValue &podTemplate);

}  // namespace report
