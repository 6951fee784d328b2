package org.lottrace.console.commands.internal.ssh;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.shell.ssh.ShellCommand;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.command.CommandFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Runs the lines that come to Karaf's SSH server, where Karaf would. What else it does with a line, such as scp where that is switched
 * on, it goes on doing. A server comes anew when its configuration changes.
 */
@Component(service = {})
public final class RemoteLines {
    private final SessionFactory shell;
    private final Map<SshServer, CommandFactory> replaced = new ConcurrentHashMap<>();

    @Activate
    public RemoteLines(@Reference SessionFactory shell) {
        this.shell = shell;
    }

    @Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE, policy = ReferencePolicy.DYNAMIC)
    void add(SshServer server) {
        CommandFactory karaf = server.getCommandFactory();
        replaced.put(server, karaf);
        server.setCommandFactory((channel, line) -> {
            Command command = karaf.createCommand(channel, line);
            return command instanceof ShellCommand ? OneLine.of(shell, line) : command;
        });
    }

    void remove(SshServer server) {
        server.setCommandFactory(replaced.remove(server));
    }
}
