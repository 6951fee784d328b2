package org.lottrace.console.commands.internal.lot;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.Past;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "held",
        description = "Lists all lots that are recalled or held, as a whole or at a place, with every hold")
public final class HeldLotsCommand extends LotTraceCommand {
    @Uses
    private Holds holds;

    @Option(name = "--at", description = Past.AT)
    private String at;

    @Option(name = "--known-at", description = Past.KNOWN_AT)
    private String knownAt;

    @Override
    protected void run() {
        List<LotDisposition> held = holds.notSellable(Past.asOf(at, knownAt));
        print(
                held,
                Table.of("Not sellable", held)
                        .column("Lot", LotDisposition::lot)
                        .column("Disposition", LotDisposition::disposition)
                        .column("Reason", LotDisposition::reason)
                        .column("Event", LotDisposition::event)
                        .column("Holds", HoldTable::inWords));
    }
}
