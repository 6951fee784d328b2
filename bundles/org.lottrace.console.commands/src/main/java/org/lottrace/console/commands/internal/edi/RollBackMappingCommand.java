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
import org.lottrace.console.commands.internal.input.WholeNumber;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "edi", name = "roll-back", description = "Puts an earlier version of a mapping into use again")
public final class RollBackMappingCommand extends LotTraceCommand {
    @Uses
    private MappingBench bench;

    @Argument(index = 0, name = "NAME", description = "Name of the mapping, such as standard", required = true)
    private String name;

    @Argument(index = 1, name = "VERSION", description = "Its number; edi:mapping NAME lists them", required = true)
    private String version;

    @Option(name = "--reason", description = "Why, for whoever looks at it later", required = true)
    private String reason;

    @Override
    protected void run() throws CommandException {
        failOn(bench.rollBack(caller(), name, Math.toIntExact(WholeNumber.parse(version)), reason));
        printLines(bench.find(name), List.of("version " + version + " of " + name + " is in use again"));
    }
}
