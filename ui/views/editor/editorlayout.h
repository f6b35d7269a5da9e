// SPDX-License-Identifier: Apache-2.0
#pragma once

class QLabel;
class QToolButton;
class QWidget;

namespace views {

class EditorActions;
class FindBar;
class Notices;
class OutcomeList;
class OutlineBox;
class YamlEditor;

/** The parts of an EditorPanel. */
struct EditorLayout {
    EditorActions &actions;
    QLabel *title;
    OutlineBox *outline;
    Notices *notice;
    FindBar *find;
    YamlEditor *editor;
    QToolButton *status;
    QLabel *position;
    OutcomeList *outcomes;
    QWidget *remarks;
};

/** Arranges the parts: title and file buttons above the text, its state, the cluster's buttons and results below. */
void layOutEditor(QWidget *panel, const EditorLayout &parts);

}  // namespace views
