// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <expected>

namespace cli {

/** What the command line asks for; flags as kubectl names them. */
struct Arguments {
    QString verb;          ///< get, describe, events, create, apply, delete, why, forecast, mirror
    QStringList operands;  ///< `pods`, `web-0`
    QStringList files;     ///< -f, in order
    QString kubeconfig;
    QString context;
    QString kubelet;    ///< --kubelet: a version, where there is no node to ask
    QString ns;         ///< -n; empty: the context's
    QString container;  ///< -c
    QString output;     ///< -o: empty, wide or json
    QString from;       ///< --from: a folder with a recording instead of a cluster
    QString dryRun;     ///< --dry-run: empty, none or server
    QString duration;   ///< --for: Go's form, `60s`, `1m30s`
    QString dump;       ///< --dump: the file that the mirror is written to
    QString resources;  ///< --resource: `pods,events,nodes,namespaces` or some of them
    bool allNamespaces = false;
    bool help = false;
};

/** Reads the command line without the program's name; the error is one sentence for people. */
[[nodiscard]] std::expected<Arguments, QString> parseArguments(QStringList words);

/** What `gantryctl --help` prints. */
[[nodiscard]] QString usage();

}  // namespace cli
