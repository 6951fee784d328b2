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
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.PartyId;
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
        description = "Receives what a supplier sent, against a ship notice, a purchase order or neither")
public final class ReceiveCommand extends MovementCommand {
    @Argument(
            index = 1,
            name = "NOTICE",
            description =
                    "Ship notice as SENDER/NUMBER, lot:expected lists them; the SUPPLIER alone when there is none",
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

    @Option(
            name = "--order",
            description = "Number of the purchase order for goods of which no ship notice tells",
            required = false)
    private String order;

    @Override
    protected Outcome<RecordedEvent> capture(MovementCapture movements, CaptureContext context) {
        List<Receipt.Line> lines = goods.stream().map(Goods::received).toList();
        Optional<ShipNoticeId> announced = Optional.of(notice)
                .filter(text -> text.contains("/"))
                .map(text -> TextForms.read(ShipNoticeId.class, text));
        return movements.receive(new Receipt(
                context,
                Optional.of(announced.map(ShipNoticeId::sender).orElseGet(() -> TextForms.read(PartyId.class, notice))),
                announced,
                Optional.ofNullable(order),
                TextForms.read(LocationId.class, location),
                lines));
    }
}
