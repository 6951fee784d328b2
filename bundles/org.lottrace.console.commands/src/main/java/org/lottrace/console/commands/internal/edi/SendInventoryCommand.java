package org.lottrace.console.commands.internal.edi;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.edi.InventoryAdvices;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.text.TextForms;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.PartyCompleter;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.ProblemTable;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "edi",
        name = "send-inventory",
        description = "Tells a partner by X12 846 what lies at a site, lot by lot")
public final class SendInventoryCommand extends LotTraceCommand {
    @Uses
    private InventoryAdvices advices;

    @Argument(index = 0, name = "SITE", description = "Whose stock", required = true)
    @Completion(SiteCompleter.class)
    private String site;

    @Argument(index = 1, name = "PARTNER", description = "Who is told", required = true)
    @Completion(PartyCompleter.class)
    private String partner;

    @Argument(index = 2, name = "NUMBER", description = "Number of the advice; the same is sent once", required = true)
    private String number;

    @Override
    protected void run() throws CommandException {
        List<Violation> problems =
                advices.send(TextForms.read(SiteId.class, site), TextForms.read(PartyId.class, partner), number);
        failOn(problems);
        print(problems, ProblemTable.of("Inventory " + number + " is stored for sending", problems));
    }
}
