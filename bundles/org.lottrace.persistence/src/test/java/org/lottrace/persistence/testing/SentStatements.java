package org.lottrace.persistence.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.lottrace.persistence.testing.SentStatement.Parameter;

/**
 * Every statement that this thread sends through a data source, in order; a batch is one, and so is a commit. Other threads
 * are not listened to, and a statement that nobody listens to is the driver's own.
 */
public final class SentStatements {
    public static final String COMMIT = "commit";

    private static final Set<String> SENDING = Set.of(
            "execute", "executeQuery", "executeUpdate", "executeLargeUpdate", "executeBatch", "executeLargeBatch");
    private static final ThreadLocal<List<SentStatement>> HEARD = new ThreadLocal<>();

    private SentStatements() {}

    /** @return the text of what {@code work} sends in this thread */
    public static List<String> of(Runnable work) {
        return heard(work).stream().map(SentStatement::sql).toList();
    }

    /** @return what {@code work} sends in this thread */
    public static List<SentStatement> heard(Runnable work) {
        List<SentStatement> sent = new ArrayList<>();
        HEARD.set(sent);
        try {
            work.run();
            return sent;
        } finally {
            HEARD.remove();
        }
    }

    /** Hands out connections of {@code source} that are listened to. */
    public static DataSource listening(DataSource source) {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = method.invoke(source, arguments);
            return result instanceof Connection connection ? connection(connection) : result;
        });
    }

    private static Connection connection(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = method.invoke(connection, arguments);
            if (method.getName().equals(COMMIT)) {
                hear(new SentStatement(COMMIT, List.of()));
            }
            return HEARD.get() != null && result instanceof PreparedStatement statement
                    ? statement(statement, (String) arguments[0])
                    : result;
        });
    }

    private static PreparedStatement statement(PreparedStatement statement, String sql) {
        List<Parameter> parameters = new ArrayList<>();
        AtomicReference<SentStatement> last = new AtomicReference<>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (isParameter(method)) {
                parameters.add(new Parameter(method, arguments));
            } else if (SENDING.contains(method.getName())) {
                last.set(new SentStatement(sql, parameters));
                hear(last.get());
            }
            Object result = method.invoke(statement, arguments);
            return result instanceof ResultSet rows && last.get() != null ? rows(rows, last.get()) : result;
        });
    }

    private static ResultSet rows(ResultSet rows, SentStatement sent) {
        return proxy(ResultSet.class, (method, arguments) -> {
            Object result = method.invoke(rows, arguments);
            if (method.getName().equals("next") && result.equals(true)) {
                sent.rowIsRead();
            }
            return result;
        });
    }

    private static boolean isParameter(Method method) {
        return method.getDeclaringClass() == PreparedStatement.class
                && method.getName().startsWith("set");
    }

    private static void hear(SentStatement statement) {
        List<SentStatement> sent = HEARD.get();
        if (sent != null) {
            sent.add(statement);
        }
    }

    private interface Call {
        Object answer(Method method, Object... arguments) throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            try {
                return call.answer(method, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
