package org.lottrace.console.commands.internal.cost;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.TransferPrices;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.CaptureCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.ServerFiles;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "record-transfer-prices",
        description = "Records at which prices goods go from one company to another, and from which day on")
public final class RecordTransferPricesCommand extends CaptureCommand {
    private static final String FORM = "2026-01-01;2.50:EUR/KGM;RM-1005";

    @Uses
    private CostEntries entries;

    @Argument(index = 0, name = "SELLER", description = "Company that goods leave", required = true)
    private String seller;

    @Argument(index = 1, name = "BUYER", description = "Company that they go to", required = true)
    private String buyer;

    @Argument(
            index = 2,
            name = "PRICE",
            description = "First day, price and item, such as " + FORM + "; quote it",
            multiValued = true)
    private List<String> prices = List.of();

    @Option(
            name = "--file",
            description =
                    "File in the folder of the server with such a price on each line, in UTF-8; the first line may be"
                            + " headings")
    private String file;

    @Option(name = "--site", description = "Where it is recorded. Default: the company's only site")
    @Completion(SiteCompleter.class)
    private String site;

    @Override
    protected void run() throws CommandException {
        List<String> lines = new ArrayList<>(prices);
        if (file != null) {
            lines.addAll(RecordRatesCommand.linesOf(new String(ServerFiles.content(file), StandardCharsets.UTF_8)));
        }
        report(entries.recordTransferPrices(new TransferPrices(
                contextAt(Optional.ofNullable(site).map(SiteId::new).orElseGet(this::onlySite)),
                new PartyId(seller),
                new PartyId(buyer),
                lines.stream().map(RecordTransferPricesCommand::price).toList())));
    }

    /** The item comes last: its number may have any sign. */
    private static TransferPrices.Agreed price(String text) {
        String[] cells = text.split("[,;]", 3);
        try {
            if (cells.length == 3) {
                return new TransferPrices.Agreed(
                        new ItemNumber(cells[2].trim()),
                        TextForms.read(UnitPrice.class, cells[1].trim()),
                        TextForms.read(LocalDate.class, cells[0].trim()));
            }
        } catch (IllegalArgumentException e) { // a price that is none is one, too
            throw wrong(text, e);
        }
        throw wrong(text, null);
    }

    private static IllegalArgumentException wrong(String text, Throwable why) {
        return new IllegalArgumentException(
                "write a price as " + FORM + "; not \"" + text + "\". Nothing was recorded", why);
    }
}
