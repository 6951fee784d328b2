package org.lottrace.console.commands.internal.ssh;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whoever sends a line of Karaf that is not for their roles is told so, and the log has a warning. To Karaf that is a defect: an error
 * with a stack trace in the log, which anybody could fill with it.
 */
final class RefusedLines implements InvocationHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedLines.class);
    private static final int MOST_CHARACTERS = 100;

    private final Session session;

    private RefusedLines(Session session) {
        this.session = session;
    }

    static Session in(Session session) {
        return (Session) Proxy.newProxyInstance(
                RefusedLines.class.getClassLoader(), new Class<?>[] {Session.class}, new RefusedLines(session));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(session, arguments);
        } catch (InvocationTargetException failed) {
            if (method.getName().equals("execute") && failed.getCause() instanceof SecurityException refused) {
                LOG.warn("command refused by={} command={}", session.get("USER"), command(arguments[0]));
                throw new CommandException(
                        "Insufficient credentials. Your roles do not allow this line;"
                                + " etc/org.apache.karaf.command.acl.SCOPE.cfg says which do.",
                        refused);
            }
            throw failed.getCause();
        }
    }

    /** The first word: what stands behind it may be secret. */
    private static String command(Object line) {
        String first = String.valueOf(line).strip().split("\\s", 2)[0];
        return first.substring(0, Math.min(first.length(), MOST_CHARACTERS)).replaceAll("[^\\w:.*-]", "?");
    }
}
