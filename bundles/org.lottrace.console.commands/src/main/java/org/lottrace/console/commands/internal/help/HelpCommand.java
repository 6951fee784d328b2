package org.lottrace.console.commands.internal.help;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

/** Karaf's own help is for administrators: it prints through a pager that reads any file. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "lottrace", name = "help", description = "Lists the commands of LotTrace, or explains one of them")
public final class HelpCommand extends LotTraceCommand {
    private static final Set<String> SCOPES = Set.of("alloc", "cost", "edi", "lot", "lottrace", "recall");
    private static final int MOST_SHOWN = 1_000;

    @Reference
    private Session session;

    @Argument(name = "COMMAND", description = "Such as lot:trace")
    private String command;

    @Override
    protected void run() throws CommandException {
        List<Explained> commands = session.getRegistry().getCommands().stream()
                .filter(known -> SCOPES.contains(known.getScope()))
                .map(known -> new Explained(known.getScope() + ":" + known.getName(), known.getDescription()))
                .sorted(Comparator.comparing(Explained::name))
                .toList();
        if (command != null) {
            explain(commands);
            return;
        }
        limit(MOST_SHOWN);
        print(
                commands,
                Table.of("Commands; COMMAND --help explains one", commands)
                        .column("Command", Explained::name)
                        .column("What it does", Explained::description));
    }

    private void explain(List<Explained> commands) throws CommandException {
        if (commands.stream().noneMatch(known -> known.name.equals(command))) {
            throw new IllegalArgumentException(
                    "LotTrace has no command " + command + ", or not for you; lottrace:help lists them");
        }
        try {
            session.execute(command + " --help");
        } catch (Exception broken) {
            throw new CommandException(broken.getMessage(), broken);
        }
    }

    /**
     * One command, for scripts.
     *
     * @param name with its scope
     * @param description what it does
     */
    private record Explained(String name, String description) {}
}
