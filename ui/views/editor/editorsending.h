// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/client.h"
#include "style/wording.h"
#include "views/editor/sheets/sheets.h"

namespace views {

class OutcomeList;
class YamlEditor;

/** What of the editor is sent, and what came of it, each at the line that it is about. */
class EditorSending : public QObject {
    Q_OBJECT

public:
    /** All outlive this. */
    EditorSending(Sheets &sheets, YamlEditor &editor, OutcomeList &outcomes, QObject *parent);
    ~EditorSending() override;

    using Request = std::function<void(const QList<command::Document> &)>;
    /** Reads these texts and asks for their documents to be sent, if nothing is wrong and nothing changes meanwhile. */
    void send(const QList<Sheet *> &sheets, const Request &request);
    /** What became of the documents sent last, by their index. */
    void showOutcomes(const QList<command::Outcome> &outcomes);
    /** One more row, which leads nowhere. */
    void add(style::Tone tone, const QString &words);
    /** What is being read is not sent, and what came of the last is not shown. */
    void forget();

    /** Gives a field of a document that was sent last another value in its text, as a change that can be undone. Its
     * JSON then; nothing where the text cannot say it so plainly. */
    std::optional<QByteArray> writeValue(int index, const QString &field, const QJsonValue &value);

Q_SIGNALS:
    void wasRead();  ///< sheets were read anew

private:
    void tell(style::Tone tone, const QString &words);
    void stop();
    void clear();
    void take(const QList<SheetReading> &readings, const Request &request);
    void showProblems(const QList<SheetReading> &readings);
    /** The sheet's name, and the line where there are several sheets. */
    [[nodiscard]] QString sourceOf(const Sheet &sheet, int line) const;

    struct Sent {
        QPointer<Sheet> sheet;
        manifest::Document document;
        int revision = 0;  ///< of the sheet
    };
    Sheets &m_sheets;
    YamlEditor &m_editor;
    OutcomeList &m_outcomes;
    QList<Sent> m_sent;           ///< by the index that they were sent with
    QList<SheetReading> m_asked;  ///< what is to be sent, without what it says
    Sheets::Stop m_reading;       ///< true once it is read, or not wanted any more
};

}  // namespace views
