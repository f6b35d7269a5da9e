// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "kube/object.h"

#include <QStringList>

namespace kube {

/** What `-l` asks for: `app=web,tier!=back,env in (a,b),!old`. Source: apimachinery pkg/labels. */
class LabelSelector {
public:
    /** Empty text selects everything; what is no selector is an error of kind Input. */
    [[nodiscard]] static Result<LabelSelector> parse(QStringView text);
    [[nodiscard]] bool matches(const StringPairs &labels) const;

private:
    struct Requirement {
        enum class Operator { Exists, Absent, In, NotIn, Greater, Less };
        QString key;
        Operator op = Operator::Exists;
        QStringList values;
    };
    static Result<Requirement> requirement(QStringView text);
    static bool isMet(const Requirement &requirement, const QString *value);

    QList<Requirement> m_requirements;
};

/**
 * An entry of a LabelSelector's matchExpressions as `-l` reads it: `tier in (back,front)`, `!old`; values sorted. `op`
 * is In, NotIn, Exists or DoesNotExist. Source: apimachinery pkg/labels Requirement.String.
 */
[[nodiscard]] QString expressionText(const QString &key, const QString &op, QStringList values);

/** One term of `--field-selector`: `status.phase!=Running`. */
struct FieldTerm {
    QString field;
    QString value;
    bool equal = true;
};
/** Source: apimachinery pkg/fields ParseSelector, without its backslash escapes. */
[[nodiscard]] Result<QList<FieldTerm>> parseFieldSelector(QStringView text);

}  // namespace kube
