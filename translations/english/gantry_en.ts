<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>models::EventModel</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>events of the same kind</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::ImageMatrix</name>
    <message numerus="yes">
        <source>unknown on %n node(s)</source>
        <translation>
            <numerusform>unknown on %n node</numerusform>
            <numerusform>unknown on %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, unknown on %n</source>
        <translation>
            <numerusform>%1, unknown on %n</numerusform>
            <numerusform>%1, unknown on %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1
%n image(s) listed</source>
        <translation>
            <numerusform>%1
%n image listed</numerusform>
            <numerusform>%1
%n images listed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::QueryChoices</name>
    <message numerus="yes">
        <source>%n pod(s)</source>
        <translation>
            <numerusform>%n pod</numerusform>
            <numerusform>%n pods</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>style::StateWords</name>
    <message numerus="yes">
        <source>%n so far</source>
        <translation>
            <numerusform>%n so far</numerusform>
            <numerusform>%n so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n namespace(s) may not be read: %2</source>
        <translation>
            <numerusform>%1 of %n namespace may not be read: %2</numerusform>
            <numerusform>%1 of %n namespaces may not be read: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n namespace(s) may not be read: %1</source>
        <translation>
            <numerusform>%n namespace may not be read: %1</numerusform>
            <numerusform>%n namespaces may not be read: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) could not be read and are not shown.</source>
        <translation>
            <numerusform>%n object could not be read and is not shown.</numerusform>
            <numerusform>%n objects could not be read and are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::ConflictDialog</name>
    <message numerus="yes">
        <source>%n field(s) of %1 have another owner and another value.</source>
        <translation>
            <numerusform>%n field of %1 has another owner and another value.</numerusform>
            <numerusform>%n fields of %1 have other owners and other values.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) are taken over, of this very version of the object only.</source>
        <translation>
            <numerusform>%n field is taken over, of this very version of the object only.</numerusform>
            <numerusform>%n fields are taken over, of this very version of the object only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::DiffView</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::EditorFile</name>
    <message numerus="yes">
        <source>Not opened, as at most 500 files of 64 MiB together are open at once: %n file(s)</source>
        <translation>
            <numerusform>Not opened, as at most 500 files of 64 MiB together are open at once: %n file</numerusform>
            <numerusform>Not opened, as at most 500 files of 64 MiB together are open at once: %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::EditorPanel</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) of what was not saved are damaged. What can be read of them is under New.</source>
        <translation>
            <numerusform>%n draft of what was not saved is damaged. What can be read of it is under New.</numerusform>
            <numerusform>%n drafts of what was not saved are damaged. What can be read of them is under New.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) have changes that are not saved: %1</source>
        <translation>
            <numerusform>%n file has changes that are not saved: %1</numerusform>
            <numerusform>%n files have changes that are not saved: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::FindBar</name>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replaced so far…</source>
        <translation>
            <numerusform>%n replaced so far…</numerusform>
            <numerusform>%n replaced so far…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::ImageMatrixView</name>
    <message numerus="yes">
        <source>%n image(s) are hidden.</source>
        <translation>
            <numerusform>%n image is hidden.</numerusform>
            <numerusform>%n images are hidden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::LogBar</name>
    <message numerus="yes">
        <source>%n selected pod(s)</source>
        <translation>
            <numerusform>%n selected pod</numerusform>
            <numerusform>%n selected pods</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::LogView</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n more log(s) not shown</source>
        <translation>
            <numerusform>%1 · %n more log not shown</numerusform>
            <numerusform>%1 · %n more logs not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::LogWords</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n older one(s) dropped</source>
        <translation>
            <numerusform>%1; %n older one dropped</numerusform>
            <numerusform>%1; %n older ones dropped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::MergeDialog</name>
    <message numerus="yes">
        <source>%n place(s) were changed on both sides. Choose what to take; on the right is what becomes of your text.</source>
        <translation>
            <numerusform>%n place was changed on both sides. Choose what to take; on the right is what becomes of your text.</numerusform>
            <numerusform>%n places were changed on both sides. Choose what to take; on the right is what becomes of your text.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::NamespacePicker</name>
    <message numerus="yes">
        <source>%n namespace(s)</source>
        <translation>
            <numerusform>%n namespace</numerusform>
            <numerusform>%n namespaces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::Notices</name>
    <message numerus="yes">
        <source>%n more could not be opened</source>
        <translation>
            <numerusform>%n more could not be opened</numerusform>
            <numerusform>%n more could not be opened</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::ObjectDeletion</name>
    <message numerus="yes">
        <source>Delete %n object(s) from %1?</source>
        <translation>
            <numerusform>Delete %n object from %1?</numerusform>
            <numerusform>Delete %n objects from %1?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::PodDeletion</name>
    <message numerus="yes">
        <source>Delete %n pod(s) from %1?</source>
        <translation>
            <numerusform>Delete %n pod from %1?</numerusform>
            <numerusform>Delete %n pods from %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleting %n pod(s)…</source>
        <translation>
            <numerusform>Deleting %n pod…</numerusform>
            <numerusform>Deleting %n pods…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>%n deleted</numerusform>
            <numerusform>%n deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not deleted</source>
        <translation>
            <numerusform>%n not deleted</numerusform>
            <numerusform>%n not deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n it is not known</source>
        <translation>
            <numerusform>of %n it is not known</numerusform>
            <numerusform>of %n it is not known</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::PodTable</name>
    <message numerus="yes">
        <source>%n pod(s) are hidden by it.</source>
        <translation>
            <numerusform>%n pod is hidden by it.</numerusform>
            <numerusform>%n pods are hidden by it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pod(s) are in others.</source>
        <translation>
            <numerusform>%n pod is in others.</numerusform>
            <numerusform>%n pods are in others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::PullHints</name>
    <message numerus="yes">
        <source>all %n nodes</source>
        <translation>
            <numerusform>the one node</numerusform>
            <numerusform>all %n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::QuickFixes</name>
    <message numerus="yes">
        <source>Pin the digest that runs now: %1… (%n container(s))</source>
        <translation>
            <numerusform>Pin the digest that runs now: %1… (one container)</numerusform>
            <numerusform>Pin the digest that runs now: %1… (%n containers)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::RemarkList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and one more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::ReviewDialog</name>
    <message numerus="yes">
        <source>Create %n object(s)</source>
        <translation>
            <numerusform>Create %n Object</numerusform>
            <numerusform>Create %n Objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replace %n object(s)</source>
        <translation>
            <numerusform>Replace %n Object</numerusform>
            <numerusform>Replace %n Objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n object(s)</source>
        <translation>
            <numerusform>Apply %n Object</numerusform>
            <numerusform>Apply %n Objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::ReviewRow</name>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::YamlEditor</name>
    <message numerus="yes">
        <source>… %n line(s)</source>
        <translation>
            <numerusform>… %n line</numerusform>
            <numerusform>… %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>windows::KindWatch</name>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n object</numerusform>
            <numerusform>%n objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>windows::Kubeconfigs</name>
    <message numerus="yes">
        <source>The kubeconfig can do %n thing(s) that you may not want.</source>
        <translation>
            <numerusform>The kubeconfig can do %n thing that you may not want.</numerusform>
            <numerusform>The kubeconfig can do %n things that you may not want.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>windows::PodWork</name>
    <message numerus="yes">
        <source>%n pod(s) are beyond what one copy takes</source>
        <translation>
            <numerusform>%n pod is beyond what one copy takes</numerusform>
            <numerusform>%n pods are beyond what one copy takes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>windows::StateLine</name>
    <message numerus="yes">
        <source>%Ln pod(s)</source>
        <translation>
            <numerusform>%Ln pod</numerusform>
            <numerusform>%Ln pods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln pod(s)</source>
        <translation>
            <numerusform>%L1 of %Ln pod</numerusform>
            <numerusform>%L1 of %Ln pods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with a problem</source>
        <translation>
            <numerusform>%Ln with a problem</numerusform>
            <numerusform>%Ln with a problem</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>windows::TopBar</name>
    <message numerus="yes">
        <source>%n pull problem(s)</source>
        <translation>
            <numerusform>%n pull problem</numerusform>
            <numerusform>%n pull problems</numerusform>
        </translation>
    </message>
</context>
</TS>
