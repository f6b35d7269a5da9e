// SPDX-License-Identifier: Apache-2.0
#include "config/plugin.h"

using namespace Qt::StringLiterals;
using config::Connection;
using config::Credentials;

class TestCredentials : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendsTokenAndBasic()
    {
        Connection connection;
        connection.token = u"abc"_s;
        Credentials token(connection);
        QCOMPARE(plugin::ask(token)->authorization, "Bearer abc");
        QVERIFY(!token.isRenewable());
        connection.token.clear();
        connection.userName = u"n"_s;
        connection.password = u"p"_s;
        Credentials basic(connection);
        QCOMPARE(plugin::ask(basic)->authorization, "Basic bjpw");
        connection.userName.clear();
        Credentials nameless(connection);
        QCOMPARE(plugin::ask(nameless)->authorization, "Basic OnA=");
    }

    void aStaticTokenIsAllThereIs()
    {
        Connection connection;
        connection.token = u"abc"_s;
        Credentials credentials(connection);
        const auto first = plugin::ask(credentials);
        credentials.reject(first->serial);
        QVERIFY(!credentials.isRenewable());
        QCOMPARE(plugin::ask(credentials), first);
    }

    void aPluginsTokenAndItsVariables()
    {
        Connection connection =
            plugin::running(u"echo '%1'"_s.arg(plugin::credential(u"{\"token\":\"'$PLUGIN_WORD'\"}"_s)));
        connection.exec.environment = {{u"PLUGIN_WORD"_s, u"from-env"_s}};
        Credentials credentials(connection);
        QCOMPARE(plugin::ask(credentials)->authorization, "Bearer from-env");
    }

    void aPluginSeesWhatItIsToldOfTheCluster()
    {
        Connection connection = plugin::running(u"[ \"$KUBERNETES_EXEC_INFO\" = '{\"kind\":\"x\"}' ] && "_s +
                                                plugin::printing(u"{\"token\":\"t\"}"_s));
        connection.exec.execInfo = R"({"kind":"x"})";
        Credentials credentials(connection);
        QVERIFY(plugin::ask(credentials));
    }
};

QTEST_GUILESS_MAIN(TestCredentials)
#include "test_credentials.moc"
