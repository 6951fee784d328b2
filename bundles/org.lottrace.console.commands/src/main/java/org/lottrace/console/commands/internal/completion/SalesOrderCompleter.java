package org.lottrace.console.commands.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;

/** Numbers of the sales orders. */
@Service
public final class SalesOrderCompleter extends NameCompleter {
    @Override
    protected Stream<String> names(String typed, Allowed allowed) {
        SalesOrders orders = allowed.service(SalesOrders.class);
        return Stream.concat(orders.find(typed).stream(), orders.after(typed, MOST_OFFERED).stream())
                .map(SalesOrder::number);
    }
}
