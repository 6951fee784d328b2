package org.lottrace.console.commands.internal.lot;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "lot", name = "purchase-orders", description = "Lists the purchase orders line by line")
public final class PurchaseOrdersCommand extends LotTraceCommand {
    @Uses
    private PurchaseOrders orders;

    @Option(name = "--after", description = "Begin behind the order with this number")
    private String after;

    @Override
    protected void run() {
        List<PurchaseOrder> page = orders.after(after == null ? "" : after, limit());
        List<Row> rows = page.stream()
                .flatMap(order -> order.lines().stream().map(line -> new Row(order, line)))
                .toList();
        print(
                page,
                Table.of("Purchase orders", rows)
                        .column("Order", row -> row.order.number())
                        .number("Line", row -> row.line.number())
                        .column("Supplier", row -> row.order.supplier())
                        .column("Site", row -> row.order.site())
                        .column("Item", row -> row.line.item())
                        .number("Quantity", row -> row.line.quantity())
                        .number("Price", row -> price(row.line.price()))
                        .column("Consignment", row -> row.line.consignment() ? "yes" : ""));
    }

    private static String price(UnitPrice price) {
        return price.amount().toPlainString() + " " + price.currency() + "/" + price.per();
    }

    private record Row(PurchaseOrder order, PurchaseOrder.Line line) {}
}
