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
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.MovementCommand;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.input.Goods;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "lot", name = "return", description = "Takes goods back from a customer")
public final class ReturnCommand extends MovementCommand {
    @Argument(index = 1, name = "RETURN", description = "Number of the return", required = true)
    private String number;

    @Argument(
            index = 2,
            name = "SHIPMENT",
            description = "Number of the shipment they left with; - when nobody knows it",
            required = true)
    private String shipment;

    @Option(
            name = "--customer",
            description = "Who sent them back. Default: the customer of the shipment",
            required = false)
    private String customer;

    @Argument(index = 3, name = "GOODS", description = Goods.FORM, required = true, multiValued = true)
    @Completion(LotCompleter.class)
    private List<String> goods;

    @Override
    protected Outcome<RecordedEvent> capture(MovementCapture movements, CaptureContext context) {
        return movements.takeBack(new CustomerReturn(
                context,
                number,
                Optional.of(shipment).filter(text -> !text.equals("-")),
                Optional.ofNullable(customer).map(text -> TextForms.read(PartyId.class, text)),
                Goods.parse(goods)));
    }
}
