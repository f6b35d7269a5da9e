// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace bench {

/** A long manifest, and where somebody writes in it. */
struct Text {
    QString name;  ///< in figures and of its file
    QString text;
    int line = 0;  ///< from 1: a value in the middle that may be changed
};

/**
 * Manifests of about so many lines: many documents, a List of as many Deployments, one custom resource definition, a
 * ConfigMap of many short values, and one whose values are long texts.
 */
[[nodiscard]] QList<Text> texts(int lines);

}  // namespace bench
