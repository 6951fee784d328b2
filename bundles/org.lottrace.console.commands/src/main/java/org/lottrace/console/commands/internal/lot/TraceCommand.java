package org.lottrace.console.commands.internal.lot;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.genealogy.Seed;
import org.lottrace.api.genealogy.SuspectContent;
import org.lottrace.api.genealogy.SuspectQuantity;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceFilter;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TraceStops;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.input.LotArgument;
import org.lottrace.console.commands.internal.input.Moment;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.Past;
import org.lottrace.console.commands.internal.input.WholeNumber;
import org.lottrace.console.commands.internal.output.HandoverTable;
import org.lottrace.console.commands.internal.output.StockTable;
import org.lottrace.console.commands.internal.output.Table;
import org.lottrace.console.commands.internal.output.WhereaboutsTable;

/** Longer than most: every narrowing of a trace is an option. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "trace",
        description =
                "Follows lots to everything that contains them and to who received it; backward, to everything they contain and to who delivered it")
public final class TraceCommand extends LotTraceCommand {
    @Uses
    private LotMaster lots;

    @Uses
    private Genealogy genealogy;

    @Option(name = "--backward", description = "From a lot to its ingredients and suppliers")
    private boolean backward;

    @Option(name = "--both", description = "Forward and backward in one answer")
    private boolean both;

    @Option(name = "--position", description = "As of this ledger position")
    private String position;

    @Option(name = "--known-at", description = Past.KNOWN_AT)
    private String knownAt;

    @Option(name = "--at", aliases = "--happened-by", description = Past.AT)
    private String at;

    @Option(name = "--item", description = "Show lots of this item only", multiValued = true)
    private List<String> item = List.of();

    @Option(name = "--site", description = "Show what happened or is at this site only", multiValued = true)
    private List<String> site = List.of();

    @Option(name = "--party", description = "Show what passed to or from this party only", multiValued = true)
    private List<String> party = List.of();

    @Option(name = "--from", description = "Show what happened at this time or later; ISO 8601")
    private String from;

    @Option(name = "--to", description = "Show what happened before this time; ISO 8601")
    private String to;

    @Option(name = "--minimum", description = "Show quantities of at least AMOUNT:UNIT")
    private String minimum;

    @Option(name = "--stop-lot", description = "Do not go beyond this lot", multiValued = true)
    private List<String> stopLot = List.of();

    @Option(name = "--stop-item", description = "Do not go beyond lots of this item", multiValued = true)
    private List<String> stopItem = List.of();

    @Option(name = "--stop-issuer", description = "Do not go beyond lots numbered by this party", multiValued = true)
    private List<String> stopIssuer = List.of();

    @Option(name = "--levels", description = "Do not go further than this many levels")
    private String levels;

    @Option(name = "--known-only", description = "Do not follow edges that were inferred")
    private boolean knownOnly;

    @Option(name = "--suspect", description = "AMOUNT:UNIT of the lot that is suspect: shows how much is where")
    private String suspect;

    @Option(name = "--all-suspect", description = "As --suspect, when all of the lots is suspect")
    private boolean allSuspect;

    @Argument(index = 0, name = "LOT", description = LotArgument.FORM, required = true, multiValued = true)
    @Completion(LotCompleter.class)
    private List<String> lot;

    @Override
    protected void run() {
        Trace trace = genealogy.trace(request());
        List<Whereabouts> goods = isWhole(trace)
                ? genealogy.whereabouts(trace.lotKeys(), trace.request().asOf())
                : List.of();
        print(
                new Located(
                        trace.request(),
                        trace.lots(),
                        trace.edges(),
                        trace.handovers(),
                        trace.onHand(),
                        goods,
                        trace.ledgerPosition()),
                Table.details("Trace", trace)
                        .column(
                                "Lots",
                                t -> t.request().seeds().stream().map(Seed::lot).toList())
                        .column("Direction", t -> t.request().direction())
                        .column("Lots reached", t -> t.lots().size())
                        .column("Complete up to ledger position", Trace::ledgerPosition),
                lotTable(trace),
                Table.of("Contained in", trace.edges())
                        .column("Lot", traced -> traced.edge().input())
                        .number("Quantity", traced -> traced.edge().quantity())
                        .number("of it", TracedEdge::shareOfInput)
                        .column("went into", traced -> traced.edge().output())
                        .number("of that", TracedEdge::shareOfOutput)
                        .column("Certainty", traced -> traced.edge().certainty())
                        .column("Event", TracedEdge::event),
                isWhole(trace)
                        ? WhereaboutsTable.of(
                                trace.request().asOf().isLatest() ? "Where they are now" : "Where they were then",
                                goods)
                        : StockTable.of("In own stock", trace.onHand()),
                HandoverTable.of("Received, shipped, returned", trace.handovers()));
    }

    /** What is netted needs every shipment and every return. */
    private static boolean isWhole(Trace trace) {
        return trace.request().filter().equals(TraceFilter.ALL);
    }

    /** The trace, and where its goods are, or were, when it is whole, for scripts. */
    private record Located(
            TraceRequest request,
            List<TracedLot> lots,
            List<TracedEdge> edges,
            List<Handover> handovers,
            List<StockBalance> onHand,
            List<Whereabouts> goods,
            long ledgerPosition) {}

    private TraceRequest request() {
        if (suspect != null && lot.size() > 1) {
            throw new IllegalArgumentException("--suspect is a quantity of one lot; name one, or say --all-suspect");
        }
        List<Seed> seeds = LotArgument.keys(lots, lot).stream()
                .map(key -> new Seed(key, Optional.ofNullable(suspect).map(TextForms.of(Quantity.class)::read)))
                .toList();
        TraceRequest request = TraceRequest.ofSeeds(direction(), seeds)
                .asOf(new AsOf(
                        Optional.ofNullable(position).map(WholeNumber::parse),
                        Optional.ofNullable(knownAt).map(text -> Moment.parse(text, ZoneOffset.UTC)),
                        Optional.ofNullable(at).map(text -> Moment.parse(text, ZoneOffset.UTC))))
                .showing(new TraceFilter(
                        set(item, ItemNumber.class),
                        set(site, SiteId.class),
                        set(party, PartyId.class),
                        Optional.ofNullable(from).map(text -> Moment.parse(text, ZoneOffset.UTC)),
                        Optional.ofNullable(to).map(text -> Moment.parse(text, ZoneOffset.UTC)),
                        Optional.ofNullable(minimum).map(TextForms.of(Quantity.class)::read)))
                .stopping(new TraceStops(
                        Set.copyOf(LotArgument.keys(lots, stopLot)),
                        set(stopItem, ItemNumber.class),
                        set(stopIssuer, PartyId.class),
                        Optional.ofNullable(levels).map(WholeNumber::limit),
                        knownOnly));
        return showsSuspect() ? request.withSuspectQuantities() : request;
    }

    private Direction direction() {
        if (both) {
            return Direction.BOTH;
        }
        return backward ? Direction.BACKWARD : Direction.FORWARD;
    }

    private Table<TracedLot> lotTable(Trace trace) {
        Table<TracedLot> table =
                Table.of("Lots", trace.lots()).number("Level", TracedLot::level).column("Lot", TracedLot::lot);
        return showsSuspect()
                ? table.column("Suspect in it", suspectIn(SuspectContent::contained))
                        .column("on hand", suspectIn(SuspectContent::onHand))
                        .column("outside", suspectIn(SuspectContent::outside))
                : table;
    }

    private boolean showsSuspect() {
        return allSuspect || suspect != null;
    }

    private static Function<TracedLot, List<String>> suspectIn(Function<SuspectContent, SuspectQuantity> part) {
        return traced ->
                traced.suspect().stream().map(part).map(TraceCommand::text).toList();
    }

    private static String text(SuspectQuantity quantity) {
        return quantity.minimum().amount().toPlainString() + " / "
                + quantity.proportional().amount().toPlainString() + " / " + quantity.maximum();
    }

    private static <T> Set<T> set(List<String> texts, Class<T> type) {
        return texts.stream().map(TextForms.of(type)::read).collect(Collectors.toSet());
    }
}
