// SPDX-License-Identifier: Apache-2.0
#include "application.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/** Without a display the platform plugin would abort; say it in a way that helps instead. */
bool hasScreen(int argc, char **argv)
{
#ifdef Q_OS_LINUX
    for (int i = 1; i < argc; ++i)
        if (qstrcmp(argv[i], "-platform") == 0 || qstrncmp(argv[i], "--platform", 10) == 0)
            return true;
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
    Q_UNUSED(argc)
    Q_UNUSED(argv)
    return true;
#endif
}

/** --help, --version and wrong options need no screen. */
bool wantsText(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i)
        if (qstrcmp(argv[i], "--help") == 0 || qstrcmp(argv[i], "-h") == 0 || qstrcmp(argv[i], "--version") == 0 ||
            qstrcmp(argv[i], "-v") == 0)
            return true;
    return false;
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"Shows why a container starts, waits or refuses to start."_s);
    parser.addPositionalArgument(u"files"_s, u"Manifests to open, and folders of them."_s, u"[FILE|DIR...]"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({{u"practice"_s, u"Start the practice cluster and connect to it."_s},
                       {u"speed"_s, u"How fast the practice cluster's clock runs (default 1)."_s, u"factor"_s, u"1"_s},
                       {u"kubeconfig"_s, u"Use this kubeconfig file."_s, u"file"_s},
                       {u"context"_s, u"Connect to this context."_s, u"name"_s},
                       {{u"n"_s, u"namespace"_s}, u"Show this namespace."_s, u"name"_s},
                       {u"tour"_s, u"Play the five stories and write pictures into this folder."_s, u"dir"_s}});
}

}  // namespace

int main(int argc, char **argv)
{
    if (!hasScreen(argc, argv)) {
        if (!wantsText(argc, argv)) {
            std::fputs("gantry: there is no display here. `./dev tour` plays the main job in a virtual display and "
                       "writes pictures.\n",
                       stderr);
            return 1;
        }
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"gantry"_s);
    QApplication::setApplicationDisplayName(u"Gantry"_s);
    QApplication::setApplicationVersion(QStringLiteral(GANTRY_VERSION));
    QApplication::setDesktopFileName(u"gantry"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/gantry.svg"_s));

    QCommandLineParser parser;
    describe(parser);
    parser.process(app);
    Application::Options options;
    options.practice = parser.isSet(u"practice"_s);
    options.speed = parser.value(u"speed"_s).toDouble();
    options.kubeconfig = parser.value(u"kubeconfig"_s);
    options.context = parser.value(u"context"_s);
    if (parser.isSet(u"namespace"_s))
        options.ns = parser.value(u"namespace"_s);
    options.tour = parser.value(u"tour"_s);
    options.files = parser.positionalArguments();

    Application application(app, options);
    return application.run();
}
