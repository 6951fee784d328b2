package org.lottrace.persistence.plan;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Stands between the stores and a database and remembers each statement with its parameters. */
final class RecordedStatements {
    private final List<Sent> sent = new CopyOnWriteArrayList<>();

    /** Hands out connections of {@code source} that tell what they are sent. */
    DataSource of(DataSource source) {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = method.invoke(source, arguments);
            return result instanceof Connection connection ? told(connection) : result;
        });
    }

    /** @return what was sent since this was asked last */
    List<Sent> taken() {
        List<Sent> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    private Connection told(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = method.invoke(connection, arguments);
            return result instanceof PreparedStatement statement ? told(statement, (String) arguments[0]) : result;
        });
    }

    private PreparedStatement told(PreparedStatement statement, String sql) {
        List<Parameter> parameters = new ArrayList<>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (isParameter(method)) {
                parameters.add(new Parameter(method, arguments));
            } else if (method.getName().startsWith("execute")
                    || method.getName().equals("addBatch")) {
                sent.add(new Sent(sql, List.copyOf(parameters)));
            }
            return method.invoke(statement, arguments);
        });
    }

    private static boolean isParameter(Method method) {
        return method.getDeclaringClass() == PreparedStatement.class
                && method.getName().startsWith("set");
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

    private interface Call {
        Object answer(Method method, Object... arguments) throws ReflectiveOperationException;
    }

    /** @param arguments number and value, as they were given to the driver */
    private record Parameter(Method setter, Object... arguments) {}

    record Sent(String sql, List<Parameter> parameters) {
        void fill(PreparedStatement statement) {
            for (Parameter parameter : parameters) {
                try {
                    parameter.setter().invoke(statement, parameter.arguments());
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(sql, e);
                }
            }
        }
    }
}
