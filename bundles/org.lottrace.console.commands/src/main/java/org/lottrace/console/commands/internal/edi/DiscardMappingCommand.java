package org.lottrace.console.commands.internal.edi;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.edi.MappingBench;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "edi", name = "discard", description = "Throws the draft of a mapping away")
public final class DiscardMappingCommand extends LotTraceCommand {
    @Uses
    private MappingBench bench;

    @Argument(index = 0, name = "NAME", description = "Name of the mapping, such as standard", required = true)
    private String name;

    @Override
    protected void run() throws CommandException {
        failOn(bench.discard(name));
        printLines(bench.find(name), List.of("the draft of " + name + " is gone"));
    }
}
