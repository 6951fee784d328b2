package org.lottrace.console.commands.internal.edi;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.edi.MappingBench;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "edi", name = "activate", description = "Puts the draft of a mapping into use, after it was tried")
public final class ActivateMappingCommand extends LotTraceCommand {
    @Uses
    private MappingBench bench;

    @Argument(index = 0, name = "NAME", description = "Name of the mapping, such as standard", required = true)
    private String name;

    @Option(name = "--reason", description = "Why, for whoever looks at it later", required = true)
    private String reason;

    @Override
    protected void run() throws CommandException {
        failOn(bench.activate(caller(), name, reason));
        printLines(bench.find(name), List.of("the draft of " + name + " is in use"));
    }
}
