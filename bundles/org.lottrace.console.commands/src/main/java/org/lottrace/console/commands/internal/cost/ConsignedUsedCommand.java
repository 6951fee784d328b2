package org.lottrace.console.commands.internal.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.cost.ConsignmentUse;
import org.lottrace.api.cost.Consignments;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.BooksCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "consigned-used",
        description = "Lists what of goods on consignment became ours in a range of days, and what is owed for it")
public final class ConsignedUsedCommand extends BooksCommand {
    private static final int MOST = 2_000;

    @Uses
    private Consignments consignments;

    @Argument(index = 0, name = "SUPPLIER", description = "Only of this one. Default: of all")
    private String supplier;

    @Option(name = "--from", description = "First accounting date, 2026-03-01", required = true)
    private String from;

    @Option(name = "--to", description = "Last accounting date", required = true)
    private String to;

    @Option(name = "--after", description = "Begin behind so many, as many as were shown before")
    private String after;

    @Override
    protected void ofBooks() {
        List<ConsignmentUse> uses = consignments.used(
                TextForms.read(LocalDate.class, from),
                TextForms.read(LocalDate.class, to),
                Optional.ofNullable(supplier).map(PartyId::new),
                Optional.ofNullable(after).map(WholeNumber::parse).orElse(0L).intValue(),
                Math.min(limit(), MOST));
        print(
                uses,
                Table.of("Used of goods on consignment", uses)
                        .column("Day", ConsignmentUse::day)
                        .column("By", use -> use.type().code())
                        .column("Document", use -> use.document().toString())
                        .column(
                                "Supplier",
                                use -> use.supplier().map(PartyId::value).orElse(""))
                        .column(
                                "Order line",
                                use -> use.orderLine().map(Object::toString).orElse(""))
                        .column("Lot", ConsignmentUse::lot)
                        .number("Quantity", ConsignmentUse::quantity)
                        .number("Owed", ConsignmentUse::value));
    }
}
