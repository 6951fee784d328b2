package org.lottrace.console.commands.internal.lot;

import java.util.regex.Pattern;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.ChainOfCustody;
import org.lottrace.api.genealogy.CustodyStep;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.input.LotArgument;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.Past;
import org.lottrace.console.commands.internal.output.Table;
import org.lottrace.console.commands.internal.output.WhereaboutsTable;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "custody",
        description =
                "Shows who had a lot or a pallet, where and when, from its origin to its consignees, and where it is now")
public final class CustodyCommand extends LotTraceCommand {
    private static final Pattern SSCC = Pattern.compile("\\d{18}");

    @Uses
    private LotMaster lots;

    @Uses
    private Genealogy genealogy;

    @Option(name = "--at", description = Past.AT)
    private String at;

    @Option(name = "--known-at", description = Past.KNOWN_AT)
    private String knownAt;

    @Argument(
            index = 0,
            name = "LOT|SSCC",
            description = LotArgument.FORM + ", or the 18 digits of a logistic unit",
            required = true)
    @Completion(LotCompleter.class)
    private String subject;

    @Override
    protected void run() {
        AsOf asOf = Past.asOf(at, knownAt);
        ChainOfCustody chain = SSCC.matcher(subject).matches()
                ? genealogy.custody(TextForms.read(Sscc.class, subject), asOf)
                : genealogy.custody(LotArgument.find(lots, subject).key(), asOf);
        print(
                chain,
                Table.details("Chain of custody", chain)
                        .column("Lots", ChainOfCustody::lots)
                        .column("Complete up to ledger position", ChainOfCustody::ledgerPosition),
                Table.of("Steps", chain.steps())
                        .column("When", CustodyStep::at)
                        .column("What", CustodyStep::type)
                        .column("Lot", CustodyStep::lot)
                        .number("Quantity", CustodyStep::quantity)
                        .column("From", CustodyStep::from)
                        .column("To", CustodyStep::to)
                        .column("Who", CustodyStep::actor)
                        .column("Documents", CustodyStep::documents),
                WhereaboutsTable.of(asOf.isLatest() ? "Where it is now" : "Where it was then", chain.now()));
    }
}
