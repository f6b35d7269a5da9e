// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/pod.h"
#include "kube/podsummary.h"

#include <QList>
#include <QString>

namespace models {

/**
 * The filter box's text. Words separated by spaces, all must match, without regard to case: a bare word matches name,
 * namespace, status, node or image; `status:`, `node:`, `image:`, `name:`, `ns:`, `policy:`, `label:` look in one
 * place; `is:pull-problem` are the pods that wait because of an image; a leading `-` excludes. A text before a colon
 * that is none of these belongs to the word, as in `nginx:latest`.
 */
class PodQuery {
public:
    [[nodiscard]] static PodQuery parse(const QString &text);

    /** The word that chooses pods with a pull problem. */
    static constexpr QLatin1StringView PullProblem{"is:pull-problem"};
    /** `text` with the word in it or without it; all other words stay. */
    [[nodiscard]] static QString withWord(const QString &text, QLatin1StringView word, bool in);
    [[nodiscard]] static bool hasWord(const QString &text, QLatin1StringView word);

    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }
    [[nodiscard]] bool matches(const kube::Pod &pod, const kube::PodSummary &summary) const;

private:
    enum class Field { Any, Name, Namespace, Status, Node, Image, Policy, Label, Is };
    struct Term {
        Field field = Field::Any;
        QString text;
        bool excludes = false;
    };
    [[nodiscard]] static bool found(const Term &term, const kube::Pod &pod, const kube::PodSummary &summary);

    QList<Term> m_terms;
};

}  // namespace models
