// SPDX-License-Identifier: Apache-2.0
// Writes a growing text without end, and says after each writing how many lines are surely kept; test_drafts kills it.
#include "views/editor/drafts.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    views::Drafts drafts(QCoreApplication::arguments().value(1));
    views::Draft draft;
    draft.name = QStringLiteral("growing.yaml");
    for (int line = 1;; ++line) {
        draft.text += QStringLiteral("line-%1: %2\n").arg(line).arg(QString(200, u'x'));
        if (!drafts.keep(draft))
            return 1;
        std::printf("%d\n", line);
        std::fflush(stdout);
    }
}
