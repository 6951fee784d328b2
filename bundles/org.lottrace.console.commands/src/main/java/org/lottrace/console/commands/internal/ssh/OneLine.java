package org.lottrace.console.commands.internal.ssh;

import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.shell.ssh.ShellCommand;
import org.apache.sshd.server.channel.ChannelSession;

/**
 * One line that came with {@code ssh … COMMAND}. Karaf's own way of running it leaves the session of the shell open, with its
 * threads, which stay for a minute; this one closes it when the line has ended or whoever sent it is gone.
 */
final class OneLine extends ShellCommand {
    private final LineSessions sessions;

    private OneLine(LineSessions sessions, String line) {
        super(sessions, line);
        this.sessions = sessions;
    }

    static OneLine of(SessionFactory shell, String line) {
        return new OneLine(new LineSessions(shell, line), line);
    }

    @Override
    public void run() {
        try {
            super.run();
        } finally {
            sessions.close();
        }
    }

    @Override
    public void destroy(ChannelSession channel) throws Exception {
        sessions.close();
        super.destroy(channel);
    }
}
