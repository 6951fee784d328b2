package org.lottrace.console.commands.internal.edi;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.edi.MappingBench;
import org.lottrace.api.edi.MappingSummary;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "edi",
        name = "mappings",
        description = "Lists the mappings of partners, who uses them, and which have a draft")
public final class MappingsCommand extends LotTraceCommand {
    @Uses
    private MappingBench bench;

    @Override
    protected void run() {
        List<MappingSummary> all = bench.all();
        print(
                all,
                Table.of("Mappings", all)
                        .column("Mapping", MappingSummary::name)
                        .column("Partners", MappingSummary::partners)
                        .column("Draft", mapping -> mapping.isDrafted() ? "draft" : ""));
    }
}
