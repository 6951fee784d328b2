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
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Production;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.MovementCommand;
import org.lottrace.console.commands.internal.completion.ItemCompleter;
import org.lottrace.console.commands.internal.completion.LocationCompleter;
import org.lottrace.console.commands.internal.input.Goods;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.Said;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "produce",
        description = "Makes output lots of everything that the production order consumed since its last output")
public final class ProduceCommand extends MovementCommand {
    @Option(
            name = "--number",
            description = "Lot number that is already on the goods. Default: the next one of the site")
    private String number;

    @Option(name = "--line", description = "Production line, when the site numbers lots with it")
    private String line = "";

    @Option(name = "--shift", description = "Shift, when the site numbers lots with it")
    private String shift = "";

    @Option(name = "--container", description = "SSCC the output is in. Default: loose")
    private String container;

    @Option(
            name = "--also",
            description =
                    "What came out besides: another pallet of the lot, a co-product, a by-product, scrap that is kept. "
                            + Goods.OUTPUT_FORM + ". May be repeated",
            multiValued = true)
    private List<String> others = List.of();

    @Option(
            name = "--said",
            description = "What else there is to say of the output: " + Said.FORM + ". May be repeated",
            multiValued = true)
    private List<String> said = List.of();

    @Argument(index = 1, name = "ORDER", description = "Number of the production order", required = true)
    private String order;

    @Argument(index = 2, name = "ITEM", description = "What was made", required = true)
    @Completion(ItemCompleter.class)
    private String item;

    @Argument(index = 3, name = "QUANTITY", description = "How much, AMOUNT:UNIT such as 480:KGM", required = true)
    private String quantity;

    @Argument(index = 4, name = "LOCATION", description = "Where it was put down", required = true)
    @Completion(LocationCompleter.class)
    private String location;

    @Override
    protected Outcome<RecordedEvent> capture(MovementCapture movements, CaptureContext context) {
        return movements.produce(new Production(
                context,
                order,
                TextForms.read(ItemNumber.class, item),
                TextForms.read(Quantity.class, quantity),
                Optional.ofNullable(number).map(TextForms.of(LotNumber.class)::read),
                line,
                shift,
                TextForms.read(LocationId.class, location),
                Optional.ofNullable(container).map(TextForms.of(Sscc.class)::read),
                others.stream().map(Goods::output).toList(),
                Said.parse(said)));
    }
}
