package org.lottrace.console.commands.internal.alloc;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "alloc", name = "orders", description = "Lists the sales orders line by line")
public final class OrdersCommand extends LotTraceCommand {
    @Uses
    private SalesOrders orders;

    @Option(name = "--after", description = "Begin behind the order with this number")
    private String after;

    @Override
    protected void run() {
        List<SalesOrder> page = orders.after(after == null ? "" : after, limit());
        List<Row> rows = page.stream()
                .flatMap(order -> order.lines().stream().map(line -> new Row(order, line)))
                .toList();
        print(
                page,
                Table.of("Sales orders", rows)
                        .column("Order", row -> row.order.number())
                        .number("Line", row -> row.line.number())
                        .column("Customer", row -> row.order.customer())
                        .column("Customer's order", row -> row.order.customerOrder())
                        .column("Ship from", row -> row.order.shipFrom())
                        .column("Delivery", row -> row.order.deliveryDate())
                        .column("Channel", row -> row.order.channel())
                        .column("Item", row -> row.line.item())
                        .number("Quantity", row -> row.line.quantity())
                        .number("Price", row -> row.line.price().map(OrdersCommand::text)));
    }

    private static String text(UnitPrice price) {
        return price.amount().toPlainString() + " " + price.currency() + "/" + price.per();
    }

    private record Row(SalesOrder order, SalesOrder.Line line) {}
}
