package org.lottrace.console.commands.internal.lot;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.Corrections;
import org.lottrace.api.movement.Restatement;
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
        name = "restate",
        description = "Says of a report which party, shipment number or lot it meant, and records it so")
public final class RestateCommand extends CaptureCommand {
    @Uses
    private Corrections corrections;

    @Uses
    private Ledger ledger;

    @Option(name = "--reason", description = "How it was found out, for people", required = true)
    private String reason;

    @Option(name = "--party", description = "Which party it was")
    private String party;

    @Option(name = "--number", description = "Which number the shipment has")
    private String number;

    @Option(name = "--recorded-lot", description = "The lot on which it is recorded: ISSUER/ITEM/NUMBER; with --lot")
    private String recordedLot;

    @Option(name = "--lot", description = "Which lot it was: ISSUER/ITEM/NUMBER; with --recorded-lot")
    private String lot;

    @Option(name = "--site", description = "Where it was decided. Default: the site of the event")
    @Completion(SiteCompleter.class)
    private String site;

    @Argument(index = 0, name = "EVENT", description = "Identity of the event; lot:events lists them", required = true)
    private String event;

    @Override
    protected void run() throws CommandException {
        EventId corrects = TextForms.read(EventId.class, event);
        Outcome<RecordedEvent> result = corrections.restate(new Restatement(
                contextAt(decidedAt(corrects)),
                corrects,
                Optional.ofNullable(party).map(PartyId::new),
                Optional.ofNullable(number),
                lots(),
                reason));
        result.toOptional()
                .ifPresent(recorded -> print(
                        recorded,
                        Table.details("Recorded", recorded)
                                .column("Event", r -> r.event().id())
                                .column("instead of", r -> corrects)
                                .column("Ledger position", RecordedEvent::position)
                                .column("Found wrong", r -> r.event().findings())));
        failOn(result.violations());
    }

    private List<Restatement.NamedLot> lots() {
        if ((lot == null) != (recordedLot == null)) {
            throw new IllegalArgumentException("--recorded-lot and --lot belong together: give both or neither");
        }
        return lot == null
                ? List.of()
                : List.of(new Restatement.NamedLot(LotKey.parse(recordedLot), LotKey.parse(lot)));
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
