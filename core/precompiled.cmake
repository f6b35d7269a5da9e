# SPDX-License-Identifier: Apache-2.0
# precompiled(NAME LINKS... HEADERS headers...) makes headers that others include first, once for all of them;
# uses_precompiled(TARGET NAME) is for such a target. Nothing happens without GANTRY_PCH. A target must have the options
# that NAME was made with; more definitions do no harm as long as no header of NAME asks for them: those of
# QtTest do (QT_GUI_LIB, QT_NETWORK_LIB), and are not among them.
set(precompiled_core <algorithm> <array> <chrono> <expected> <functional> <map> <memory> <optional> <span> <utility> <vector>
    <QByteArray> <QDateTime> <QDir> <QElapsedTimer> <QFile> <QFuture> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject>
    <QList> <QObject> <QPointer> <QPromise> <QRegularExpression> <QSet> <QString> <QStringList> <QTimer> <QUrlQuery>)
set(precompiled_ui ${precompiled_core} <QAbstractItemModel> <QAction> <QApplication> <QComboBox> <QDialog> <QHeaderView> <QKeyEvent>
    <QLabel> <QLineEdit> <QListWidget> <QMenu> <QPainter> <QPlainTextEdit> <QPushButton> <QScrollBar> <QStackedWidget>
    <QTableView> <QTextBlock> <QToolButton> <QTreeView> <QVBoxLayout> <QWidget>)

function(precompiled name)
    cmake_parse_arguments(PARSE_ARGV 1 with "" "" "LINKS;HEADERS")
    if(NOT GANTRY_PCH)
        return()
    endif()
    file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp CONTENT "")
    add_library(${name} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    target_link_libraries(${name} PRIVATE ${with_LINKS})
    target_precompile_headers(${name} PRIVATE ${with_HEADERS})
endfunction()

function(uses_precompiled target name)
    if(GANTRY_PCH)
        target_precompile_headers(${target} REUSE_FROM ${name})
    endif()
endfunction()
