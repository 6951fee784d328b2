package org.lottrace.persistence.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Every statement that this thread sends through a data source, in order; a batch is one, and so is a commit. Other threads
 * are not listened to.
 */
public final class SentStatements {
    private static final Set<String> SENDING = Set.of(
            "execute", "executeQuery", "executeUpdate", "executeLargeUpdate", "executeBatch", "executeLargeBatch");
    private static final ThreadLocal<List<String>> HEARD = new ThreadLocal<>();
    public static final String COMMIT = "commit";

    private SentStatements() {}

    /** @return what {@code work} sends in this thread */
    public static List<String> of(Runnable work) {
        List<String> sent = new ArrayList<>();
        HEARD.set(sent);
        try {
            work.run();
            return sent;
        } finally {
            HEARD.remove();
        }
    }

    static DataSource listening(DataSource source) {
        return proxy(
                DataSource.class,
                source,
                (call, result) -> result instanceof Connection connection ? connection(connection) : result);
    }

    private static Connection connection(Connection connection) {
        return proxy(Connection.class, connection, (call, result) -> {
            if (call.name().equals(COMMIT)) {
                heard(COMMIT);
            }
            return result instanceof PreparedStatement statement && call.arguments() != null
                    ? statement(statement, (String) call.arguments()[0])
                    : result;
        });
    }

    private static PreparedStatement statement(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, statement, (call, result) -> {
            if (SENDING.contains(call.name())) {
                heard(sql);
            }
            return result;
        });
    }

    private static void heard(String sql) {
        List<String> sent = HEARD.get();
        if (sent != null) {
            sent.add(sql);
        }
    }

    private record Call(String name, Object[] arguments) {}

    private interface After {
        Object come(Call call, Object result);
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return after.come(new Call(method.getName(), arguments), method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
