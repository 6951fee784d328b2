package org.lottrace.console.commands.internal.lot;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.MovementCommand;
import org.lottrace.console.commands.internal.completion.SalesOrderCompleter;
import org.lottrace.console.commands.internal.input.Goods;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.Said;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "lot", name = "ship", description = "Hands reserved goods to the customer of a sales order")
public final class ShipCommand extends MovementCommand {
    @Option(
            name = "--shipped-in",
            description = "SSCC in which the customer gets the goods. Default: the one they are in")
    private String shippedIn;

    @Option(
            name = "--customer",
            description = "Who got the goods, when it is not the customer of the order, or the order is not known")
    private String customer;

    @Option(
            name = "--said",
            description = "What else there is to say of the shipment, such as carrierCode=SCAC or billOfLading=NUMBER: "
                    + Said.FORM + ". May be repeated",
            multiValued = true)
    private List<String> said = List.of();

    @Argument(index = 1, name = "SHIPMENT", description = "Number of the shipment", required = true)
    private String shipment;

    @Argument(
            index = 2,
            name = "ORDER",
            description = "Number of the sales order; - when it is not known",
            required = true)
    @Completion(SalesOrderCompleter.class)
    private String order;

    @Argument(
            index = 3,
            name = "GOODS",
            description = Goods.SHIPPED_FORM + ". Default: everything that is reserved for the order",
            multiValued = true)
    private List<String> goods = List.of();

    @Override
    protected Outcome<RecordedEvent> capture(MovementCapture movements, CaptureContext context) {
        if (shippedIn != null && goods.isEmpty()) {
            throw new IllegalArgumentException("--shipped-in needs GOODS: name what is in that logistic unit");
        }
        Optional<Sscc> container = Optional.ofNullable(shippedIn).map(TextForms.of(Sscc.class)::read);
        List<Shipment.Line> lines =
                goods.stream().map(text -> Goods.shipped(text, container)).toList();
        return movements.ship(new Shipment(
                context,
                shipment,
                order.equals("-") ? "" : order,
                Optional.ofNullable(customer).map(text -> TextForms.read(PartyId.class, text)),
                lines,
                Said.parse(said)));
    }
}
