package org.lottrace.console.commands.internal.ssh;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.console.commands.internal.output.Json;

/**
 * Tells a script that asked for JSON in JSON, too, what the shell itself could not do with its line: no such command, no such option,
 * a quotation mark that is not closed. What a command says of its own failure it has said already.
 */
final class JsonFailures implements InvocationHandler {
    private static final Pattern ASKS_FOR_JSON = Pattern.compile("(^|\\s)--json(\\s|[;|&)}]|$)");

    /** Where a line is taken apart. What is thrown there has no type of its own, and sometimes no sense: it counts beyond the line. */
    private static final Pattern OF_THE_PARSER = Pattern.compile(
            "org\\.apache\\.karaf\\.shell\\.support\\.parsing\\..*|org\\.apache\\.felix\\.gogo\\.runtime\\.(Base)?(Parser|Tokenizer)");

    private final Session session;
    private final String line;

    private JsonFailures(Session session, String line) {
        this.session = session;
        this.line = line;
    }

    /** @return the session, in which this one line is told so when it asks for JSON */
    static Session in(Session session, String line) {
        return ASKS_FOR_JSON.matcher(line).find()
                ? (Session) Proxy.newProxyInstance(
                        JsonFailures.class.getClassLoader(),
                        new Class<?>[] {Session.class},
                        new JsonFailures(session, line))
                : session;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(session, arguments);
        } catch (InvocationTargetException failed) {
            throw method.getName().equals("execute") && line.contentEquals((CharSequence) arguments[0])
                    ? told(failed.getCause())
                    : failed.getCause();
        }
    }

    private Throwable told(Throwable failure) {
        if (failure instanceof CommandException said && said.getNiceHelp().isEmpty()) {
            return failure;
        }
        String message = sentence(failure);
        session.getConsole().println(Json.of(new Failure(message)));
        return new CommandException("", message, failure);
    }

    private static String sentence(Throwable failure) {
        String said = Optional.ofNullable(failure.getMessage())
                .filter(message -> !message.isBlank())
                .orElseGet(() -> failure.getClass().getSimpleName());
        if (!isOfTheParser(failure)) {
            return said;
        }
        return "the line cannot be read: a quotation mark or a bracket in it is not closed"
                + (failure instanceof IndexOutOfBoundsException ? "" : " (" + said + ")");
    }

    private static boolean isOfTheParser(Throwable failure) {
        return Stream.of(failure.getStackTrace())
                .anyMatch(step -> OF_THE_PARSER.matcher(step.getClassName()).matches());
    }

    /**
     * Why there is no answer, as each command says it.
     *
     * @param error the message
     */
    private record Failure(String error) {}
}
