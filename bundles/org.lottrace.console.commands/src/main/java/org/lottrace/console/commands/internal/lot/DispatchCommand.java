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
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.MovementCommand;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.Goods;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "dispatch",
        description = "Sends goods to another own site: they are in transit until lot:arrive takes them in")
public final class DispatchCommand extends MovementCommand {
    @Option(name = "--container", description = "SSCC the goods travel in. Default: the one each of them is in")
    private String container;

    @Option(name = "--order", description = "Number of the transfer order they serve. Default: nobody ordered them")
    private String order;

    @Argument(index = 1, name = "TO_SITE", description = "Own site they are going to", required = true)
    @Completion(SiteCompleter.class)
    private String toSite;

    @Argument(index = 2, name = "GOODS", description = Goods.FORM, required = true, multiValued = true)
    @Completion(LotCompleter.class)
    private List<String> goods;

    @Override
    protected Outcome<RecordedEvent> capture(MovementCapture movements, CaptureContext context) {
        return movements.dispatch(new Dispatch(
                context,
                TextForms.read(SiteId.class, toSite),
                Optional.ofNullable(container).map(TextForms.of(Sscc.class)::read),
                Optional.ofNullable(order),
                Goods.parse(goods)));
    }
}
