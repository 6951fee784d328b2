package org.lottrace.console.commands.internal.lot;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.MovementCommand;
import org.lottrace.console.commands.internal.completion.LocationCompleter;
import org.lottrace.console.commands.internal.completion.NoticeCompleter;
import org.lottrace.console.commands.internal.input.Goods;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "receive",
        description = "Receives what a ship notice announced: registers its lots and puts them into stock")
public final class ReceiveCommand extends MovementCommand {
    @Argument(
            index = 1,
            name = "NOTICE",
            description = "Ship notice as SENDER/NUMBER; lot:expected lists them",
            required = true)
    @Completion(NoticeCompleter.class)
    private String notice;

    @Argument(index = 2, name = "LOCATION", description = "Where the goods were put down", required = true)
    @Completion(LocationCompleter.class)
    private String location;

    @Argument(
            index = 3,
            name = "GOODS",
            description = Goods.RECEIVED_FORM + ". Default: everything that is still open, as announced",
            multiValued = true)
    private List<String> goods = List.of();

    @Override
    protected Outcome<RecordedEvent> capture(MovementCapture movements, CaptureContext context) {
        List<Receipt.Line> lines = goods.stream().map(Goods::received).toList();
        return movements.receive(new Receipt(
                context,
                TextForms.read(ShipNoticeId.class, notice),
                TextForms.read(LocationId.class, location),
                lines));
    }
}
