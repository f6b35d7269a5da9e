// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "report/describe.h"

#include <QJsonObject>

namespace report {

/** A read that a description needs beside its object. */
struct Beside {
    kube::Resource resource;
    QString ns = {};    ///< empty: every namespace, or a kind that has none
    QString name = {};  ///< empty: a list
    QString labels = {}, fields = {};
    bool isOfEvents = false;
};

/** What was read: of a name one object, of a list all. */
using Answer = kube::Result<QList<QJsonObject>>;

/**
 * The versions (`autoscaling/v2`) in which kubectl reads an object of that kind to describe it: the first that the
 * server answers is the one. Empty for a kind that it describes as it comes, without knowing it.
 */
[[nodiscard]] QStringList describedVersions(const QString &group, const QString &kind);

/** What kubectl reads beside the object, in its order; events last. */
[[nodiscard]] QList<Beside> besides(const QJsonObject &object, const DescribeOptions &options = {});

/**
 * `kubectl describe` of an object of any kind, to the letter of 1.32, pods included; `answers` are those to besides().
 * An answer that kubectl cannot do without, and that failed, is the error. Values of Secrets are never told: also where
 * kubectl prints a service account's token, there is its size. Source: kubectl pkg/describe.
 */
[[nodiscard]] kube::Result<QString> describe(const QJsonObject &object, const QList<Answer> &answers,
                                             kube::Timestamp now, const DescribeOptions &options = {});
/** The same parts as a tree. */
[[nodiscard]] kube::Result<QList<DescribeNode>> describeTree(const QJsonObject &object, const QList<Answer> &answers,
                                                             kube::Timestamp now, const DescribeOptions &options = {});

}  // namespace report
