package org.lottrace.console.commands.internal.lot;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.MovementFilter;
import org.lottrace.api.event.MovementLine;
import org.lottrace.api.event.MovementList;
import org.lottrace.api.event.MovementPage;
import org.lottrace.api.event.MovementPlace;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.DocumentCompleter;
import org.lottrace.console.commands.internal.completion.ItemCompleter;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.completion.PartyCompleter;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.Choice;
import org.lottrace.console.commands.internal.input.LotArgument;
import org.lottrace.console.commands.internal.input.Moment;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "movements",
        description = "Lists what moved, line by line, the newest first, with what took it back or corrected it")
public final class MovementsCommand extends LotTraceCommand {
    private static final int MOST_SHOWN = 50;
    private static final String TIME = "; ISO 8601, UTC unless an offset is given";

    @Uses
    private MovementList movements;

    @Uses
    private LotMaster lots;

    @Option(name = "--lot", description = "Only this lot: " + LotArgument.FORM)
    @Completion(LotCompleter.class)
    private String lot;

    @Option(name = "--item", description = "Only lots of this item")
    @Completion(ItemCompleter.class)
    private String item;

    @Option(name = "--unit", description = "Only into, in or out of this logistic unit: the 18 digits of its SSCC")
    private String unit;

    @Option(name = "--site", description = "Only what was recorded at this site")
    @Completion(SiteCompleter.class)
    private String site;

    @Option(name = "--party", description = "Only from this party or to it")
    @Completion(PartyCompleter.class)
    private String party;

    @Option(
            name = "--document",
            description = "Only of events that name this document: TYPE:NUMBER, such as SHIPMENT:S-1001")
    @Completion(DocumentCompleter.class)
    private String document;

    @Option(name = "--type", description = "Only of events of this type, such as receive or ship")
    private String type;

    @Option(name = "--actor", description = "Only what this one did, by the whole name")
    private String actor = "";

    @Option(name = "--from", description = "Only what happened then or later" + TIME)
    private String from;

    @Option(name = "--until", description = "Only what happened earlier" + TIME)
    private String until;

    @Option(name = "--recorded-from", description = "Only what was recorded then or later" + TIME)
    private String recordedFrom;

    @Option(name = "--recorded-until", description = "Only what was recorded earlier" + TIME)
    private String recordedUntil;

    @Option(name = "--after", description = "Go on after this movement, as the answer before says")
    private String after;

    @Override
    protected void run() {
        MovementPage page = movements.list(
                filter(),
                Optional.ofNullable(after).map(MovementPlace::parse),
                Math.min(limit(MOST_SHOWN), MovementList.LONGEST_PAGE));
        print(
                page,
                Table.of("Movements", page.lines())
                        .column("Place", MovementLine::place)
                        .column("When", line -> line.effective().atOffset(line.offset()))
                        .column("Type", MovementLine::type)
                        .column("Lot", MovementLine::lot)
                        .number("Quantity", MovementLine::quantity)
                        .column("From", MovementLine::from)
                        .column("To", MovementLine::to)
                        .column("Who", MovementLine::actor)
                        .column("Documents", MovementLine::documents)
                        .column("Event", MovementLine::event)
                        .column("Corrects", MovementLine::corrects)
                        .column("Taken back by", MovementLine::reversedBy),
                Table.details("More", page)
                        .column("Go on with --after", shown -> shown.next().map(MovementPlace::toString)));
    }

    private MovementFilter filter() {
        return new MovementFilter(
                Optional.ofNullable(lot)
                        .map(typed -> LotArgument.find(lots, typed).key()),
                value(item, ItemNumber.class),
                value(unit, Sscc.class),
                value(site, SiteId.class),
                value(party, PartyId.class),
                Optional.ofNullable(document).map(Choice::document),
                Optional.ofNullable(type).map(text -> Choice.of(EventType.class, text)),
                actor,
                moment(from),
                moment(until),
                moment(recordedFrom),
                moment(recordedUntil));
    }

    private static <T> Optional<T> value(String typed, Class<T> form) {
        return Optional.ofNullable(typed).map(text -> TextForms.read(form, text));
    }

    private static Optional<Instant> moment(String typed) {
        return Optional.ofNullable(typed).map(text -> Moment.parse(text, ZoneOffset.UTC));
    }
}
