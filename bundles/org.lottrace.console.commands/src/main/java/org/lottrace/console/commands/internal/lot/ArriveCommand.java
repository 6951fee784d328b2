package org.lottrace.console.commands.internal.lot;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.MovementCommand;
import org.lottrace.console.commands.internal.completion.LocationCompleter;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.Goods;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "arrive",
        description = "Takes goods in that lot:dispatch sent; what did not come stays in transit (lot:stock shows it)")
public final class ArriveCommand extends MovementCommand {
    private static final Pattern SSCC = Pattern.compile("\\d{18}");

    @Option(
            name = "--dispatched-to",
            description = "Site they were going to, when they were called back or went astray. Default: SITE")
    @Completion(SiteCompleter.class)
    private String dispatchedTo;

    @Argument(index = 1, name = "LOCATION", description = "Where the goods were put down", required = true)
    @Completion(LocationCompleter.class)
    private String location;

    @Argument(
            index = 2,
            name = "SSCC|GOODS",
            description = "18 digits of a logistic unit that came with everything in it, or " + Goods.ARRIVED_FORM,
            required = true,
            multiValued = true)
    private List<String> goods;

    @Override
    protected Outcome<RecordedEvent> capture(MovementCapture movements, CaptureContext context) {
        Map<Boolean, List<String>> isUnit = goods.stream()
                .collect(Collectors.partitioningBy(text -> SSCC.matcher(text).matches()));
        return movements.arrive(new Arrival(
                context,
                dispatchedTo == null ? context.site() : TextForms.read(SiteId.class, dispatchedTo),
                TextForms.read(LocationId.class, location),
                isUnit.get(true).stream().map(TextForms.of(Sscc.class)::read).toList(),
                isUnit.get(false).stream().map(Goods::arrived).toList()));
    }
}
