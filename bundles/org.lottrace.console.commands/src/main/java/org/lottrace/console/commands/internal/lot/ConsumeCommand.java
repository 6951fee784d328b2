package org.lottrace.console.commands.internal.lot;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.console.commands.internal.MovementCommand;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.input.Goods;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "lot", name = "consume", description = "Takes lots from stock into a production order")
public final class ConsumeCommand extends MovementCommand {
    @Argument(index = 1, name = "ORDER", description = "Number of the production order", required = true)
    private String order;

    @Argument(index = 2, name = "GOODS", description = Goods.FORM, required = true, multiValued = true)
    @Completion(LotCompleter.class)
    private List<String> goods;

    @Override
    protected Outcome<RecordedEvent> capture(MovementCapture movements, CaptureContext context) {
        return movements.consume(new Consumption(context, order, Goods.parse(goods)));
    }
}
