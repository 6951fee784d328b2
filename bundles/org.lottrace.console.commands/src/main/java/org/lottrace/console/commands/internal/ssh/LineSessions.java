package org.lottrace.console.commands.internal.ssh;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.karaf.shell.api.console.Registry;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.shell.api.console.Terminal;

/** Makes the sessions of the shell in which one line is run, and closes them. */
final class LineSessions implements SessionFactory, AutoCloseable {
    private final SessionFactory shell;
    private final String line;
    private final List<Session> open = new CopyOnWriteArrayList<>();

    LineSessions(SessionFactory shell, String line) {
        this.shell = shell;
        this.line = line;
    }

    @Override
    public Registry getRegistry() {
        return shell.getRegistry();
    }

    @Override
    public Session create(
            InputStream in, PrintStream out, PrintStream err, Terminal term, String encoding, Runnable closeCallback) {
        return kept(shell.create(in, out, err, term, encoding, closeCallback));
    }

    @Override
    public Session create(InputStream in, PrintStream out, PrintStream err) {
        return kept(shell.create(in, out, err));
    }

    @Override
    public Session create(InputStream in, PrintStream out, PrintStream err, Session parent) {
        return kept(shell.create(in, out, err, parent));
    }

    private Session kept(Session session) {
        open.add(session);
        return JsonFailures.in(RefusedLines.in(session), line);
    }

    @Override
    public void close() {
        open.forEach(Session::close);
        open.clear();
    }
}
