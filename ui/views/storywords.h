// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pull/story/story.h"

#include <QCoreApplication>
#include <QString>

namespace views {

/** What the decision view says in words. Text from the cluster is put in as it is and shown as plain text. */
class StoryWords {
    Q_DECLARE_TR_FUNCTIONS(views::StoryWords)

public:
    /** `Image`, `Policy`, `Node`, `Decision`, `Outcome`, `Next`. */
    [[nodiscard]] static QString word(pull::Step step);
    /** `OK`, `in progress`, `waiting`, `failed`, `unknown`. */
    [[nodiscard]] static QString word(pull::Verdict verdict);
    /** The sentence of a statement in the user's language with its place holders filled; empty for an unknown id. */
    /** What a statement rests on, and how sure it is where it is not. */
    [[nodiscard]] static QString evidence(const pull::Statement &statement);
    [[nodiscard]] static QString sentence(const pull::Statement &statement);
    /** `English` in the user's language as core/pull's sentences are translated. */
    [[nodiscard]] static QString translated(const QString &english);
    /** Puts args for %1.. all at once, so that a `%2` inside an argument stays what it is. */
    [[nodiscard]] static QString filled(const QString &pattern, const QList<QString> &args);
    /** What a failure category or waiting reason means, and what to do about it; empty where nothing is known. */
    [[nodiscard]] static QString cause(const QString &category);
    [[nodiscard]] static QString advice(const QString &category);
    /** `nginx` or `setup (init)`. */
    [[nodiscard]] static QString container(const pull::Story &story);
};

}  // namespace views
