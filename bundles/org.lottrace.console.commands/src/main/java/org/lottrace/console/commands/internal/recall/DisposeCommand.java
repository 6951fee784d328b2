package org.lottrace.console.commands.internal.recall;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallDisposal;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.input.Choice;
import org.lottrace.console.commands.internal.input.LotArgument;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "recall",
        name = "dispose",
        description = "Records what was decided for recalled goods in own stock; lot:dispose takes destroyed goods out")
public final class DisposeCommand extends RecallCommand {
    @Uses
    private RecallCases cases;

    @Uses
    private LotMaster lots;

    @Argument(index = 1, name = "LOT", description = LotArgument.FORM, required = true)
    @Completion(LotCompleter.class)
    private String lot;

    @Argument(index = 2, name = "QUANTITY", description = "How much, such as 12:C62", required = true)
    private String quantity;

    @Argument(index = 3, name = "KIND", description = "DESTROYED, REWORKED or RETURNED_TO_SUPPLIER", required = true)
    private String kind;

    @Option(name = "--witness", description = "Who saw it")
    private String witness = "";

    @Option(name = "--certificate", description = "Number of the certificate or record")
    private String certificate = "";

    @Override
    protected void run() throws CommandException {
        report(cases.dispose(
                caller(),
                id(),
                new RecallDisposal(
                        LotArgument.find(lots, lot).key(),
                        Choice.of(RecallDisposal.Kind.class, kind),
                        TextForms.read(Quantity.class, quantity),
                        witness,
                        certificate)));
    }
}
