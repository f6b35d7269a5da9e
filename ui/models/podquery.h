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
 * place; a leading `-` excludes. A text before a colon that is none of these belongs to the word, as in `nginx:latest`.
 */
class PodQuery {
public:
    [[nodiscard]] static PodQuery parse(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }
    [[nodiscard]] bool matches(const kube::Pod &pod, const kube::PodSummary &summary) const;

private:
    enum class Field { Any, Name, Namespace, Status, Node, Image, Policy, Label };
    struct Term {
        Field field = Field::Any;
        QString text;
        bool excludes = false;
    };
    [[nodiscard]] static bool found(const Term &term, const kube::Pod &pod, const kube::PodSummary &summary);

    QList<Term> m_terms;
};

}  // namespace models
