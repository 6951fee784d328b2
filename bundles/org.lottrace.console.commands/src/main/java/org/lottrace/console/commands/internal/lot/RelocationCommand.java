package org.lottrace.console.commands.internal.lot;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.MovementCommand;
import org.lottrace.console.commands.internal.completion.LocationCompleter;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.Goods;

/** A movement within or between own sites. */
public abstract class RelocationCommand extends MovementCommand {
    @Option(name = "--to-site", description = "Site where the goods are now. Default: the same site")
    @Completion(SiteCompleter.class)
    private String toSite;

    @Option(name = "--to-container", description = "SSCC the goods are in now. Default: loose")
    private String toContainer;

    @Argument(index = 1, name = "TO", description = "Location where the goods are now", required = true)
    @Completion(LocationCompleter.class)
    private String toLocation;

    @Argument(index = 2, name = "GOODS", description = Goods.FORM, required = true, multiValued = true)
    @Completion(LotCompleter.class)
    private List<String> goods;

    /** @return what kind of movement it is */
    protected abstract EventType type();

    @Override
    protected final Outcome<RecordedEvent> capture(MovementCapture movements, CaptureContext context) {
        Transfer transfer = new Transfer(
                context,
                toSite == null ? context.site() : TextForms.read(SiteId.class, toSite),
                TextForms.read(LocationId.class, toLocation),
                Optional.ofNullable(toContainer).map(TextForms.of(Sscc.class)::read),
                Goods.parse(goods));
        return movements.transfer(type(), transfer);
    }
}
