// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/selector.h"
#include "models/query/podtraits.h"
#include "models/query/queryword.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringMatcher>

#include <expected>

namespace models {

/** Why a filter cannot be read, and where. */
struct QueryProblem {
    qsizetype at = 0;      ///< of the first character of the bad word, from 0
    qsizetype length = 0;  ///< in characters
    QString words;         ///< in the user's language, without the place
    bool operator==(const QueryProblem &) const = default;
};

/**
 * The filter box's text. Words separated by spaces, all must match, without regard to case; quotes keep spaces
 * together, a leading `-` or `!` excludes. A bare word is looked for in name, namespace, status, node and images.
 *
 * `name:` `ns:` `status:` `node:` `image:` `policy:` `owner:` `ip:` have the text somewhere, with `=` are it.
 * `label:key` has a label whose key has the text, `label:key=value` has exactly that label; `selector:` is a whole
 * label selector as kubectl's -l takes it: `selector:"tier in (back,front),!old"`. `is:` takes a trait; half of its
 * word means all that it begins: typing narrows the list, it does not blank it. `age`, `restarts` and `ready`
 * (containers that are ready) compare: `age>1h`, `restarts>=3`, `ready<1`. A text before a colon that is none of these
 * belongs to the word, as in `nginx:latest`. A field without a value yet hides nothing.
 */
class PodQuery {
    Q_DECLARE_TR_FUNCTIONS(models::PodQuery)

public:
    [[nodiscard]] static std::expected<PodQuery, QueryProblem> parse(const QString &text);

    /** The keys that a word may begin with, each with the sign that follows it: `status:`, `age>`. */
    [[nodiscard]] static const QStringList &keys();

    /** `text` with the word in it or without it; all other words stay. */
    [[nodiscard]] static QString withWord(const QString &text, const QString &word, bool in);
    [[nodiscard]] static bool hasWord(const QString &text, const QString &word);

    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }
    /** Whether the answer for a pod that does not change may be another one later. */
    [[nodiscard]] bool dependsOnTime() const;
    /** `now` as the cluster's clock has it. Allocates only for a status or an image that it has not seen yet. */
    [[nodiscard]] bool matches(const PodFacts &facts, kube::Timestamp now) const;

private:
    enum class Field {
        Any,
        Name,
        Namespace,
        Status,
        Node,
        Image,
        Policy,
        Label,
        Selector,
        Owner,
        Ip,
        Is,
        Age,
        Restarts,
        Ready
    };
    /** A text that many pods have, known by where it stands in memory. */
    struct SameText {
        QString text;
        friend bool operator==(const SameText &a, const SameText &b)
        {
            return a.text.constData() == b.text.constData() && a.text.size() == b.text.size();
        }
        friend size_t qHash(const SameText &a, size_t seed) noexcept { return ::qHash(a.text.constData(), seed); }
    };
    struct Term {
        Field field = Field::Any;
        Compare compare = Compare::Has;
        bool excludes = false;
        QString text;   ///< of a label its key; lower case where Kubernetes allows nothing else
        QString value;  ///< of a label; of a bare word the text in lower case
        kube::LabelSelector selector = {};
        qint64 number = 0;                          ///< of Age nanoseconds, of Is the traits
        QStringMatcher matcher = {};                ///< of a bare word
        mutable QHash<QString, bool> seen = {};     ///< of Status and Any: whether a status has it
        mutable QHash<SameText, bool> places = {};  ///< of Any: whether a namespace or node has it
        /** Of Image and Any: whether an image of it has it; those that nobody else has any more are held until then. */
        mutable QHash<kube::Shapes::Pointer<kube::SpecShape>, bool> specs = {};
    };
    [[nodiscard]] static std::expected<Term, QString> termOf(const QueryWord &word);
    [[nodiscard]] static std::expected<Term, QString> comparison(Term term, const QueryWord &word);
    [[nodiscard]] static bool hasPlace(const Term &term, const QString &place);
    [[nodiscard]] static bool hasStatus(const Term &term, const QString &status);
    [[nodiscard]] static bool hasLabel(const Term &term, const kube::SlimPod &pod);
    [[nodiscard]] static bool hasImage(const Term &term, const kube::SlimPod &pod);
    [[nodiscard]] static bool found(const Term &term, const PodFacts &facts, kube::Timestamp now);

    QList<Term> m_terms;
};

}  // namespace models
