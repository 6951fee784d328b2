package org.lottrace.intake.internal.subject;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.CaptureSource;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.intake.ImportSubject;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.movement.BatchCapture;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.OpeningStock;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.intake.internal.Problems;
import org.lottrace.intake.internal.Tally;
import org.lottrace.intake.internal.field.MappedTable;
import org.lottrace.intake.internal.field.TableShape;
import org.lottrace.intake.internal.field.Thing;

/**
 * Opening stock: an event for each site, count sheet and time of the count, of 500 lines at most. A row whose line is recorded already,
 * by its count sheet and in force, is not written again.
 */
final class Opening implements Subject {
    static final TableShape<OpeningRow> SHAPE = new TableShape<>(
            OpeningRow.class, Set.of("countSheet"), Map.of(), Map.of("countSheet", 50, "supplierLotNumber", 50));

    private static final int MOST_LINES = 500;
    private static final String ITEM = "item";

    /** As the ledger calls them. */
    private static final Set<String> TIMES = Set.of("time", "effective", "accountingDate");

    private final SiteStore sites;
    private final LotMaster lots;
    private final LedgerStore events;
    private final MovementCapture capture;
    private final BatchCapture batches;

    Opening(SiteStore sites, LotMaster lots, LedgerStore events, MovementCapture capture, BatchCapture batches) {
        this.sites = sites;
        this.lots = lots;
        this.events = events;
        this.capture = capture;
        this.batches = batches;
    }

    /** A row with its line and where it was counted. */
    private record Counted(Thing<OpeningRow> thing, Site site, OpeningStock.Line line) {
        OpeningRow row() {
            return thing.value();
        }

        List<Object> sheet() {
            return List.of(row().site(), row().countSheet(), row().countedAt());
        }
    }

    @Override
    public ImportSubject subject() {
        return ImportSubject.OPENING_STOCK;
    }

    @Override
    public String operation() {
        return "movement.open";
    }

    @Override
    public TableShape<OpeningRow> shape() {
        return SHAPE;
    }

    @Override
    public void write(Caller caller, MappedTable table, Problems problems, Tally tally) {
        List<Counted> counted = counted(SHAPE.each(table, problems), problems);
        Set<List<Object>> recorded = recorded(counted);
        Map<List<Object>, List<Counted>> sheets = new LinkedHashMap<>();
        List<Counted> before = new ArrayList<>();
        for (Counted one : counted) {
            if (recorded.contains(recordedAs(one))) {
                before.add(one);
            } else {
                sheets.computeIfAbsent(one.sheet(), none -> new ArrayList<>()).add(one);
            }
        }
        before.forEach(one -> tally.unchanged());
        checkLots(before, problems);
        capture(caller, sheets.values(), problems, tally);
    }

    private List<Counted> counted(List<Thing<OpeningRow>> things, Problems problems) {
        Map<SiteId, Site> known = sites.all().stream().collect(Collectors.toMap(Site::id, Function.identity()));
        List<Counted> counted = new ArrayList<>();
        for (Thing<OpeningRow> thing : things) {
            Site site = known.get(thing.value().site());
            if (site == null) {
                thing.tell(
                        problems,
                        ViolationPath.of("site"),
                        "site",
                        "SITE_UNKNOWN",
                        "there is no site " + thing.value().site() + ": save it first");
            } else {
                counted.add(new Counted(thing, site, thing.value().line(site)));
            }
        }
        return counted;
    }

    /** @return each line that is in force, of the count sheets that are named */
    private Set<List<Object>> recorded(List<Counted> counted) {
        Set<List<Object>> lines = new HashSet<>();
        counted.stream()
                .map(one -> new DocumentReference(
                        DocumentType.COUNT_SHEET, one.row().countSheet()))
                .distinct()
                .flatMap(sheet -> InForce.of(events.byDocument(sheet)).stream()
                        .map(RecordedEvent::event)
                        .filter(event -> event.type() == EventType.OPENING)
                        .flatMap(event -> event.lines().stream().map(line -> recordedAs(sheet, event, line))))
                .forEach(lines::add);
        return lines;
    }

    private static List<Object> recordedAs(DocumentReference sheet, TraceEvent event, EventLine line) {
        return List.of(
                sheet.number(),
                event.context().effective(),
                line.lot(),
                line.to(),
                line.entered(),
                line.price().map(LinePrice::price));
    }

    private static List<Object> recordedAs(Counted one) {
        return List.of(
                one.row().countSheet(),
                one.row().countedAt().atZone(one.site().zone()).toInstant(),
                one.line().lot().key(),
                new Position(
                        Place.location(one.site().id(), one.line().location()),
                        one.line().container()),
                one.line().quantity(),
                Optional.of(one.line().cost()));
    }

    /** What was recorded stands; whether the file says the same of its lots is still to be seen. */
    private void checkLots(List<Counted> before, Problems problems) {
        Map<Lot, Counted> rows = new LinkedHashMap<>();
        before.forEach(one -> rows.putIfAbsent(one.line().lot(), one));
        lots.checkAll(rows.keySet())
                .forEach((lot, violations) -> violations.forEach(violation -> rows.get(lot)
                        .thing()
                        .tell(
                                problems,
                                new ViolationPath(violation.path().steps().stream()
                                        .filter(step -> !step.name().equals("key"))
                                        .toList()),
                                "lot",
                                violation.code(),
                                violation.message())));
    }

    private void capture(Caller caller, Iterable<List<Counted>> sheets, Problems problems, Tally tally) {
        List<List<Counted>> parts = new ArrayList<>();
        for (List<Counted> sheet : sheets) {
            for (int from = 0; from < sheet.size(); from += MOST_LINES) {
                parts.add(sheet.subList(from, Math.min(sheet.size(), from + MOST_LINES)));
            }
        }
        if (parts.isEmpty()) {
            return;
        }
        Map<EventId, RecordedEvent> taken =
                events.find(parts.stream().map(Opening::id).toList());
        List<OpeningStock> openings = parts.stream()
                .map(part -> opening(caller, part, free(id(part), taken)))
                .toList();
        batches.captureAll(openings.stream()
                        .map(opening -> new BatchCapture.Request<>(Optional.of(opening), () -> capture.open(opening)))
                        .toList())
                .fold(
                        done -> {
                            parts.forEach(part -> tally.added(part.size()));
                            return null;
                        },
                        refused -> {
                            parts.forEach(part -> tally.added(part.size()));
                            refused.forEach(violation -> tell(parts, violation, problems));
                            return null;
                        });
    }

    /** What has the id already is no longer in force, or its lines would have been found. */
    private EventId free(EventId id, Map<EventId, RecordedEvent> taken) {
        return taken.containsKey(id)
                ? id.numbered()
                        .filter(next -> events.find(next).isEmpty())
                        .findFirst()
                        .orElseThrow()
                : id;
    }

    private static OpeningStock opening(Caller caller, List<Counted> part, EventId id) {
        Counted first = part.get(0);
        CaptureContext context = new CaptureContext(
                id,
                first.row().countedAt().atZone(first.site().zone()).toInstant(),
                Optional.empty(),
                caller.name(),
                "",
                "import",
                first.site().id(),
                CaptureSource.ERP,
                Optional.of(Basis.REPORTED));
        return new OpeningStock(
                context,
                first.row().countSheet(),
                part.stream().map(Counted::line).toList());
    }

    /** @return {@code import:} and a hash of what the event says */
    private static EventId id(List<Counted> part) {
        String said = part.stream().map(one -> one.sheet() + " " + one.line()).collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return new EventId("import:" + HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void tell(List<List<Counted>> parts, Violation violation, Problems problems) {
        List<PathStep> steps = violation.path().steps();
        List<Counted> part = parts.get(steps.get(0).number() - 1);
        Optional<PathStep> line = steps.stream()
                .filter(step -> step.name().equals("lines") && step.number() > 0)
                .findFirst();
        Thing<OpeningRow> thing =
                part.get(line.map(step -> step.number() - 1).orElse(0)).thing();
        List<PathStep> within =
                steps.subList(line.map(step -> steps.indexOf(step) + 1).orElse(1), steps.size());
        thing.tell(problems, column(within), ITEM, violation.code(), violation.message());
    }

    /** @return the column that says what the request has there: the time of an event is that of the count */
    private static ViolationPath column(List<PathStep> steps) {
        if (!steps.isEmpty() && TIMES.contains(steps.get(0).name())) {
            return ViolationPath.of("countedAt");
        }
        return new ViolationPath(steps.stream()
                .filter(step -> !step.name().equals("key"))
                .filter(step -> steps.size() == 1 || !step.name().equals("lot"))
                .toList());
    }
}
