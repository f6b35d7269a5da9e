// SPDX-License-Identifier: Apache-2.0
#include "windows/tour/changescenes.h"

#include "command/errand.h"
#include "views/deletion/objectdeletion.h"
#include "views/sending/conflictdialog.h"
#include "views/sending/reviewdialog.h"
#include "windows/mainwindow.h"

using namespace Qt::StringLiterals;

namespace windows {

namespace {

const QString Context = u"prod-eu"_s;

QByteArray shop(int replicas, const QByteArray &image, const QByteArray &more)
{
    return R"({"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"shop","namespace":"web"},"spec":{"replicas":)" +
           QByteArray::number(replicas) + R"(,"template":{"spec":{"containers":[{"name":"shop","image":")" + image +
           '"' + more + "}]}}}}";
}

const QByteArray Added = R"(,"imagePullPolicy":"IfNotPresent","terminationMessagePath":"/dev/termination-log")";
const QByteArray Service =
    R"({"apiVersion":"v1","kind":"Service","metadata":{"name":"shop","namespace":"web"},"spec":{"ports":[{"port":80}]}})";
const QByteArray Login =
    R"({"apiVersion":"v1","kind":"Secret","metadata":{"name":"login","namespace":"web"},"data":{"key":"bmV3"}})";
const QByteArray OldLogin =
    R"({"apiVersion":"v1","kind":"Secret","metadata":{"name":"login","namespace":"web"},"data":{"key":"b2xk"}})";

command::Outcome told(int index, const QString &kind, const QString &name, const QByteArray &before,
                      const QByteArray &after)
{
    command::Outcome outcome;
    outcome.index = index;
    outcome.kind = kind;
    outcome.key = {u"web"_s, name};
    outcome.uid = u"5f0c"_s;
    outcome.wasRead = true;
    outcome.before = before;
    outcome.after = after;
    outcome.fate = command::Fate::Done;
    return outcome;
}

command::Outcome clashing(int index)
{
    command::Outcome outcome =
        told(index, u"Deployment"_s, u"shop"_s, shop(9, "shop:1.4", Added), shop(3, "shop:1.5", Added));
    outcome.fate = command::Fate::NotDone;
    outcome.error = kube::failure(kube::Error::Kind::Conflict,
                                  u"Apply failed with 2 conflicts: conflicts with \"autoscaler\":\n- .spec.replicas\n"
                                  "conflicts with \"helm\":\n- .spec.template.spec.containers[name=\"shop\"].image"_s)
                        .error();
    outcome.error->causes = {
        {u"FieldManagerConflict"_s, u".spec.replicas"_s,
         u"conflict with \"autoscaler\" with subresource \"scale\" using apps/v1 at 2026-03-01T12:00:00Z"_s},
        {u"FieldManagerConflict"_s, u".spec.template.spec.containers[name=\"shop\"].image"_s,
         u"conflict with \"helm\""_s}};
    return outcome;
}

template <class T>
T *shown(T *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

QWidget *review(MainWindow &window, const command::Outcome &first)
{
    openLive(window, Context);
    auto *dialog = shown(new views::ReviewDialog({command::Verb::Apply, Context, true, {}}, &window));
    const QList<command::Document> documents{
        {shop(3, "shop:1.5", {}), u"shop.yaml:1"_s, 0}, {Service, u"shop.yaml:24"_s, 1}, {Login, u"login.yaml:1"_s, 2}};
    dialog->showPreview(
        documents,
        {first, told(1, u"Service"_s, u"shop"_s, Service, Service), told(2, u"Secret"_s, u"login"_s, OldLogin, Login)},
        {});
    return dialog;
}

QWidget *changes(MainWindow &window)
{
    command::Outcome first = told(0, u"Deployment"_s, u"shop"_s, shop(3, "shop:1.4", {}), shop(3, "shop:1.5", Added));
    first.warnings = {u"spec.template.spec.containers[0].env[2].name: duplicate name \"MODE\""_s};
    return review(window, first);
}

QWidget *refusedByOwners(MainWindow &window)
{
    return review(window, clashing(0));
}

QWidget *decide(MainWindow &window)
{
    openLive(window, Context);
    auto *dialog =
        shown(new views::ConflictDialog(u"deployment/shop"_s, QString::fromLatin1(command::FieldManager),
                                        command::conflictsOf(clashing(0), shop(3, "shop:1.5", {})), &window));
    dialog->choose(0, views::ConflictDialog::Write);
    dialog->choose(1, views::ConflictDialog::Take);
    return dialog;
}

QWidget *removal(MainWindow &window)
{
    openLive(window, Context);
    auto *dialog = shown(new views::ObjectDeletion({{Service, u"shop.yaml:24"_s, 0}, {Login, u"login.yaml:1"_s, 1}},
                                                   Context, true, &window));
    command::Outcome gone = told(1, u"Secret"_s, u"login"_s, {}, {});
    gone.error = kube::failure(kube::Error::Kind::NotFound, u"secrets \"login\" not found"_s).error();
    dialog->showFound({told(0, u"Service"_s, u"shop"_s, {}, {}), gone});
    return dialog;
}

}  // namespace

QList<Scene> changeScenes()
{
    return {{u"change-review"_s, changes},
            {u"change-conflict"_s, refusedByOwners},
            {u"change-decide"_s, decide},
            {u"change-delete"_s, removal}};
}

}  // namespace windows
