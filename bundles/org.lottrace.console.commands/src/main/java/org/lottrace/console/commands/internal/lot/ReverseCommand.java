package org.lottrace.console.commands.internal.lot;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.movement.Corrections;
import org.lottrace.api.movement.Reversal;
import org.lottrace.api.movement.Reversed;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.CaptureCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "reverse",
        description = "Reverses an event that did not happen, or not so: a new event names it and undoes what it did")
public final class ReverseCommand extends CaptureCommand {
    @Uses
    private Corrections corrections;

    @Uses
    private Ledger ledger;

    @Option(name = "--reason", description = "Why, for people", required = true)
    private String reason;

    @Option(name = "--with-following", description = "Reverse the later events that stand on it, too, all or nothing")
    private boolean withFollowing;

    @Option(name = "--site", description = "Where it was decided. Default: the site of the event")
    @Completion(SiteCompleter.class)
    private String site;

    @Argument(index = 0, name = "EVENT", description = "Identity of the event; lot:events lists them", required = true)
    private String event;

    @Override
    protected void run() throws CommandException {
        EventId corrects = TextForms.read(EventId.class, event);
        Outcome<Reversed> result =
                corrections.reverse(new Reversal(contextAt(decidedAt(corrects)), corrects, reason, withFollowing));
        result.toOptional()
                .ifPresent(reversed -> print(
                        reversed,
                        Table.of("Reversed", reversed.following())
                                .column("Event", r -> r.event().corrects())
                                .column("by", r -> r.event().id())
                                .number("Ledger position", RecordedEvent::position),
                        Table.details("Reversed at last", reversed.event())
                                .column("Event", r -> r.event().corrects())
                                .column("by", r -> r.event().id())
                                .column("Ledger position", RecordedEvent::position)
                                .column(
                                        "Disposition kept (changed since or inherited)",
                                        r -> reversed.dispositionsKept()),
                        Table.of("Reservations given up", reversed.cancelled())
                                .column("Order line", Reservation::orderLine)
                                .column("Lot", Reservation::lot)
                                .column("Position", Reservation::position)
                                .number("Quantity", Reservation::quantity)));
        failOn(result.violations());
    }

    private SiteId decidedAt(EventId corrects) {
        return site != null
                ? TextForms.read(SiteId.class, site)
                : ledger.find(corrects)
                        .map(recorded -> recorded.event().context().site())
                        .orElseThrow(
                                () -> new IllegalArgumentException("there is no event " + event + "; see lot:events"));
    }
}
