package org.lottrace.console.commands.internal.cost;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.cost.ConsignedGoods;
import org.lottrace.api.cost.Consignments;
import org.lottrace.api.id.PartyId;
import org.lottrace.console.commands.internal.BooksCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "consigned",
        description =
                "Lists goods of suppliers that lie here on consignment, with what will be owed when they are used")
public final class ConsignedCommand extends BooksCommand {
    private static final int MOST = 2_000;

    @Uses
    private Consignments consignments;

    @Argument(index = 0, name = "SUPPLIER", description = "Only of this one. Default: of all")
    private String supplier;

    @Option(name = "--after", description = "Begin behind so many, as many as were shown before")
    private String after;

    @Override
    protected void ofBooks() {
        List<ConsignedGoods> goods = consignments.here(
                Optional.ofNullable(supplier).map(PartyId::new),
                Optional.ofNullable(after).map(WholeNumber::parse).orElse(0L).intValue(),
                Math.min(limit(), MOST));
        print(
                goods,
                Table.of("Goods on consignment", goods)
                        .column(
                                "Supplier",
                                one -> one.supplier().map(PartyId::value).orElse(""))
                        .column(
                                "Order line",
                                one -> one.orderLine().map(Object::toString).orElse(""))
                        .column("Lot", ConsignedGoods::lot)
                        .column("Since", ConsignedGoods::since)
                        .number("Quantity", ConsignedGoods::quantity)
                        .number("Value", ConsignedGoods::value));
    }
}
