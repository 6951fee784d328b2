package org.lottrace.console.commands.internal.lot;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.console.commands.internal.MovementCommand;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.input.Goods;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "lot", name = "return", description = "Takes goods back that left with a shipment")
public final class ReturnCommand extends MovementCommand {
    @Argument(index = 1, name = "RETURN", description = "Number of the return", required = true)
    private String number;

    @Argument(index = 2, name = "SHIPMENT", description = "Number of the shipment they left with", required = true)
    private String shipment;

    @Argument(index = 3, name = "GOODS", description = Goods.FORM, required = true, multiValued = true)
    @Completion(LotCompleter.class)
    private List<String> goods;

    @Override
    protected Outcome<RecordedEvent> capture(MovementCapture movements, CaptureContext context) {
        return movements.takeBack(new CustomerReturn(context, number, shipment, Goods.parse(goods)));
    }
}
