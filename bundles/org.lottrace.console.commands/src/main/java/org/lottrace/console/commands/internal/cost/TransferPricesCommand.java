package org.lottrace.console.commands.internal.cost;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.RecordedTransferPrice;
import org.lottrace.api.id.PartyId;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "transfer-prices",
        description = "Lists at which prices goods go from one company to another, the newest first")
public final class TransferPricesCommand extends LotTraceCommand {
    private static final int MOST = 2_000;

    @Uses
    private Companies companies;

    @Argument(index = 0, name = "SELLER", description = "Company that goods leave", required = true)
    private String seller;

    @Argument(index = 1, name = "BUYER", description = "Company that they go to", required = true)
    private String buyer;

    @Option(name = "--after", description = "Begin behind so many, as many as were shown before")
    private String after;

    @Override
    protected void run() {
        List<RecordedTransferPrice> prices = companies.transferPrices(
                new PartyId(seller),
                new PartyId(buyer),
                Optional.ofNullable(after).map(WholeNumber::parse).orElse(0L).intValue(),
                Math.min(limit(), MOST));
        print(
                prices,
                Table.of("Transfer prices", prices)
                        .column("Item", RecordedTransferPrice::item)
                        .column("Price", RecordedTransferPrice::price)
                        .column("From", RecordedTransferPrice::from)
                        .column("By", RecordedTransferPrice::by)
                        .number("Position", RecordedTransferPrice::position));
    }
}
