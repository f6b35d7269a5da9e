// SPDX-License-Identifier: Apache-2.0
// Reads fields of YAML as kubectl does: YAML 1.1 to JSON, then JSON to typed fields. Source: sigs.k8s.io/yaml, whose
// rules for plain scalars are go-yaml's. All of it throws Wrong (and YAML::Exception); nothing of it leaves this
// folder.
#pragma once

#include "kube/error.h"

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <yaml-cpp/yaml.h>

#include <utility>

namespace config {

/** What a reader found wrong, and where; caught before it leaves the room. Never holds a value of the file. */
struct Wrong {
    YAML::Mark mark;
    QString message;
};

/** What a scalar is in JSON: quoted and tagged texts are strings, `yes` is true, `0777` is 511, `~` is null. */
[[nodiscard]] QJsonValue scalarValue(const YAML::Node &node);

/** The value of a key: the last one where it is written twice, else one that `<<` merges in; undefined if there is
 * none. */
[[nodiscard]] YAML::Node field(const YAML::Node &map, const char *name);

/** Absent and null are empty; a number or a boolean is wrong, as it is for kubectl. */
[[nodiscard]] QString text(const YAML::Node &node, const QString &name);
[[nodiscard]] QString text(const YAML::Node &map, const char *name);
[[nodiscard]] bool flag(const YAML::Node &map, const char *name);
[[nodiscard]] YAML::Node list(const YAML::Node &map, const char *name);
[[nodiscard]] YAML::Node map(const YAML::Node &map, const char *name);
[[nodiscard]] QList<QString> texts(const YAML::Node &map, const char *name);

/** The whole node as JSON, at most 64 levels deep. */
[[nodiscard]] QJsonValue json(const YAML::Node &node, int depth = 0);

/**
 * The root of the first document of a kubeconfig or kuberc, after its encoding and its shape were checked: valid UTF-8,
 * no control characters, bounded depth and number of nodes with every alias counted as what it stands for, so that
 * nothing is built of a YAML bomb. Null for an empty text.
 */
[[nodiscard]] YAML::Node checkedRoot(const QByteArray &text);

/** Runs `read` and turns what it throws into an Input error with `where` = `path:line:column`. */
template <class Read>
auto catching(const QString &path, Read read) -> kube::Result<decltype(read())>
{
    const auto wrong = [&](const YAML::Mark &mark, const QString &message) {
        const QString where = mark.is_null()
                                  ? path
                                  : QStringLiteral("%1:%2:%3")
                                        .arg(path, QString::number(mark.line + 1), QString::number(mark.column + 1));
        return kube::failure(kube::Error::Kind::Input,
                             QStringLiteral("error loading config file \"%1\": %2").arg(path, message), where);
    };
    try {
        return read();
    } catch (const YAML::Exception &e) {
        return wrong(e.mark, QString::fromStdString(e.msg));
    } catch (const Wrong &found) {
        return wrong(found.mark, found.message);
    }
}

}  // namespace config
