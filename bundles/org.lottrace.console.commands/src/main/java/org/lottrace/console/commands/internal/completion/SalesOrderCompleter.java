package org.lottrace.console.commands.internal.completion;

import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;

/** Numbers of the sales orders. */
@Service
public final class SalesOrderCompleter extends NameCompleter {
    @Reference(optional = true)
    private SalesOrders orders;

    @Override
    protected Stream<String> names(String typed) {
        return orders == null ? Stream.empty() : orders.all().stream().map(SalesOrder::number);
    }
}
