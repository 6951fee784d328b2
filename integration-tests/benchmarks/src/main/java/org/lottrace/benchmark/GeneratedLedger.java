package org.lottrace.benchmark;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.lottrace.api.event.CaptureSource;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/**
 * The ledger of a company with eight levels of production, the same for the same number of days. A day makes one lot on each
 * level: the first is received, each other is made of five or six lots of the level below from the last 30 days. Besides
 *
 * <ul>
 *   <li>200 hubs, such as a tank or a spice: each goes into some 2,000 lots of the following days,
 *   <li>one ingredient goes into every seventh lot of all levels and days,
 *   <li>rework: for 60 days in 600 a lot gets some of a later lot that came from it, so that there are cycles.
 * </ul>
 *
 * <p>The last level is shipped on pallets; what is left of a lot after 100 days is written off, except one in seven.
 */
public final class GeneratedLedger {
    public static final int LEVELS = 8;
    public static final int HUBS = 200;
    private static final int WINDOW = 30;
    private static final int KEPT = 100;
    private static final int LOT_GRAMS = 500_000;
    private static final Instant START = Instant.parse("2016-01-01T06:00:00Z");
    private static final UnitOfMeasure KILOGRAM = new UnitOfMeasure("KGM");
    private static final PartyId COMPANY = new PartyId("COMPANY");
    private static final SiteId SITE = new SiteId("BER");
    private static final Position SHELF = Position.at(Place.location(SITE, new LocationId("A-01")));
    private static final Position TRANSFORMATION = Position.at(Place.transformation(SITE));
    private static final Position DISPOSAL = Position.at(Place.disposal(SITE));

    private final int days;
    private final int until;
    private final long[] grams;
    private final LotKey[] keys;
    private final SplittableRandom random = new SplittableRandom(1);
    private final Consumer<RecordedEvent> ledger;
    private long position;

    private GeneratedLedger(int days, int until, Consumer<RecordedEvent> ledger) {
        this.days = days;
        this.until = until;
        this.ledger = ledger;
        grams = new long[lots(days)];
        keys = new LotKey[lots(days)];
    }

    /**
     * Hands over every event in ledger order.
     *
     * @param days over which hubs and all else are spread
     * @param until only the first of these days
     */
    public static void replay(int days, int until, Consumer<RecordedEvent> ledger) {
        new GeneratedLedger(days, until, ledger).run();
    }

    /** @return number of lots, numbered day by day and level by level from 0 */
    public static int lots(int days) {
        return days * LEVELS;
    }

    /** @return the ingredient in every seventh lot */
    public static int megaHub() {
        return 0;
    }

    /** @return the hub with that number, 0 to 199; they are spread over the days and the first three levels */
    public static int hub(int days, int number) {
        return (1 + (int) ((long) number * (days - 2) / HUBS)) * LEVELS + number % 3;
    }

    public static LotKey key(int lot) {
        int level = lot % LEVELS;
        return new LotKey(
                level == 0 ? supplier(lot) : COMPANY,
                new ItemNumber("ITEM-" + level + "-" + lot / LEVELS % 40),
                new LotNumber(level + padded(lot / LEVELS, 6) + "B"));
    }

    private static String padded(long number, int digits) {
        String text = Long.toString(number);
        return "0".repeat(digits - text.length()) + text;
    }

    private LotKey keyOf(int lot) {
        if (keys[lot] == null) {
            keys[lot] = key(lot);
        }
        return keys[lot];
    }

    private static PartyId supplier(int lot) {
        return new PartyId("SUPPLIER" + lot / LEVELS % 25);
    }

    private void run() {
        for (int day = 0; day < until; day++) {
            receive(day);
            for (int level = 1; level < LEVELS; level++) {
                make(day, level);
            }
            ship(day);
            rework(day);
            writeOff(day - KEPT);
        }
    }

    private void receive(int day) {
        int lot = day * LEVELS;
        boolean isHub = lot == megaHub() || hubAt(day) >= 0;
        Quantity quantity = add(lot, isHub ? 2_000_000_000L : LOT_GRAMS);
        append(
                day,
                EventType.RECEIVE,
                List.of(
                        new DocumentReference(DocumentType.SHIP_NOTICE, "SN" + day),
                        new DocumentReference(DocumentType.PURCHASE_ORDER, "PO" + day / 3)),
                List.of(line(lot, Position.at(Place.party(supplier(lot)), sscc(lot)), SHELF, quantity)),
                List.of());
    }

    private void make(int day, int level) {
        List<Integer> inputs = new ArrayList<>();
        for (int i = 0; i < (level < 6 ? 5 : 6); i++) {
            inputs.add((day - random.nextInt(Math.min(day + 1, WINDOW))) * LEVELS + level - 1);
        }
        for (int back = 0; back < 2; back++) {
            int hub = hubBefore(day, back);
            if (hub >= 0 && hub % LEVELS < level && random.nextInt(100) < 45) {
                inputs.add(hub);
            }
        }
        int lot = day * LEVELS + level;
        if (lot % 7 == 0 && lot != megaHub()) {
            inputs.add(megaHub());
        }
        transform(day, lot, inputs.stream().distinct().toList(), hubAt(day) == lot ? 2_000_000_000L : LOT_GRAMS);
    }

    /** For 60 days in 600 a later lot goes back into one it came from. */
    private void rework(int day) {
        if (day % 600 >= 540) {
            int level = 3 + day % 3;
            transform(day, (day - WINDOW / 2) * LEVELS + level, List.of(day * LEVELS + level + 2), 20_000);
        }
    }

    private void transform(int day, int output, List<Integer> inputs, long made) {
        List<EventLine> lines = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int input : inputs) {
            Quantity used = take(input, 500 + random.nextInt(24_500));
            lines.add(line(input, SHELF, TRANSFORMATION, used));
            boolean inferred = random.nextInt(20) == 0;
            edges.add(new Edge(
                    keyOf(input), keyOf(output), used, inferred ? Edge.Certainty.INFERRED : Edge.Certainty.KNOWN));
        }
        lines.add(line(output, TRANSFORMATION, SHELF, add(output, made)));
        append(
                day,
                EventType.PRODUCE,
                List.of(new DocumentReference(DocumentType.PRODUCTION_ORDER, "P" + output)),
                lines,
                edges);
    }

    private void ship(int day) {
        int lot = (day - 1) * LEVELS + LEVELS - 1;
        if (day > 0) {
            PartyId customer = new PartyId("CUSTOMER" + random.nextInt(400));
            append(
                    day,
                    EventType.SHIP,
                    List.of(
                            new DocumentReference(DocumentType.SHIPMENT, "S" + lot),
                            new DocumentReference(DocumentType.SALES_ORDER, "SO" + lot / 2)),
                    List.of(
                            line(lot, SHELF, Position.at(Place.party(customer), sscc(lot)), take(lot, 200_000)),
                            line(lot, SHELF, Position.at(Place.party(customer), sscc(lot + 1)), take(lot, 150_000))),
                    List.of());
        }
    }

    private void writeOff(int day) {
        List<EventLine> lines = new ArrayList<>();
        for (int level = 0; day >= 0 && level < LEVELS; level++) {
            int lot = day * LEVELS + level;
            if (lot % 7 != 3 && hubAt(day) != lot && lot != megaHub() && grams[lot] > 0) {
                lines.add(line(lot, SHELF, DISPOSAL, take(lot, grams[lot])));
            }
        }
        if (!lines.isEmpty()) {
            DocumentReference order = new DocumentReference(DocumentType.DISPOSAL_ORDER, "D" + day);
            append(day + KEPT, EventType.DISPOSE, List.of(order), lines, List.of());
        }
    }

    /** @return the hub of that day, or -1 */
    private int hubAt(int day) {
        int number = (int) (((long) (day - 1) * HUBS + days - 3) / (days - 2));
        return day > 0 && number < HUBS && hub(days, number) / LEVELS == day ? hub(days, number) : -1;
    }

    /** @return the newest hub, or the one before it, from a day before, or -1 */
    private int hubBefore(int day, int back) {
        int number = (int) ((long) (day - 2) * HUBS / (days - 2)) - back;
        return day > 1 && number >= 0 && number < HUBS && hub(days, number) / LEVELS < day ? hub(days, number) : -1;
    }

    private Quantity add(int lot, long more) {
        grams[lot] += more;
        return kilograms(more);
    }

    private Quantity take(int lot, long wanted) {
        grams[lot] -= wanted;
        return kilograms(wanted);
    }

    private static Quantity kilograms(long grams) {
        return new Quantity(BigDecimal.valueOf(grams, 3), KILOGRAM);
    }

    private static Sscc sscc(int number) {
        String digits = "3" + padded(number, 16);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return new Sscc(digits + (10 - sum % 10) % 10);
    }

    private EventLine line(int lot, Position from, Position to, Quantity quantity) {
        return new EventLine(keyOf(lot), from, to, quantity, quantity, Optional.empty());
    }

    private void append(
            int day, EventType type, List<DocumentReference> documents, List<EventLine> lines, List<Edge> edges) {
        position++;
        Instant at = START.plusSeconds(day * 600L + position % 600);
        EventContext context = new EventContext(
                new EventId("scanner" + padded(position % 20, 2) + ":" + padded(position, 9)),
                at,
                ZoneOffset.UTC,
                LocalDate.EPOCH,
                "worker",
                "",
                SITE,
                CaptureSource.SCANNER);
        ledger.accept(new RecordedEvent(
                new TraceEvent(context, type, documents, Optional.empty(), lines, edges, List.of()),
                position,
                at,
                "0".repeat(64)));
    }
}
