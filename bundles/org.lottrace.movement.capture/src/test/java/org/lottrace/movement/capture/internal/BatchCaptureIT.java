package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.codes;
import static org.lottrace.company.WorkingBakery.notice;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.BatchCapture;
import org.lottrace.api.movement.BatchCapture.Request;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.Movement;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

class BatchCaptureIT {
    private static final LotKey UNKNOWN = new LotKey(Bakery.MILL, FLOUR, new LotNumber("NOBODY"));

    private final WorkingBakery bakery = new WorkingBakery().withFlour();

    @Test
    void a_request_may_stand_on_one_before_it() {
        bakery.expect(aShipNotice("N2")
                .announcing("PO1", 1, FLOUR, "L3", "4 BG", Optional.of(NEXT_YEAR), Optional.empty())
                .build());
        LotKey came = new LotKey(Bakery.MILL, FLOUR, new LotNumber("L3"));

        List<Outcome<RecordedEvent>> outcomes = batches()
                .captureEach(List.of(
                        receipt("r", "N2"),
                        transfer("t", DOCK, SHELF, came, "100 KGM"),
                        consumption("c", "P1", came, "60 KGM"),
                        production("p", "P1", "B1")));

        assertEquals(List.of(List.of(), List.of(), List.of(), List.of()), reasons(outcomes));
        assertEquals(List.of("BER/A-01 40 KGM"), bakery.stock(came));
        assertEquals(
                List.of("BER/A-01 24 C62"),
                bakery.stock(recorded(outcomes.get(3)).lines().get(1).lot()));
        assertEquals(Optional.empty(), bakery.ledger().firstBrokenPosition());
    }

    @Test
    void what_is_refused_keeps_no_other_from_being_captured() {
        List<Outcome<RecordedEvent>> outcomes = batches()
                .captureEach(List.of(
                        transfer("t1", SHELF, DOCK, FLOUR_1, "100 KGM"),
                        transfer("t2", SHELF, DOCK, UNKNOWN, "1 KGM"),
                        transfer("t3", SHELF, DOCK, FLOUR_1, "901 KGM"),
                        transfer("t4", SHELF, DOCK, FLOUR_1, "900 KGM")));

        assertEquals(
                List.of(
                        List.of(),
                        List.of("LOT_UNKNOWN lines[1].lot"),
                        List.of("STOCK_INSUFFICIENT lines[1].quantity"),
                        List.of()),
                reasons(outcomes));
        assertEquals(List.of("BER/DOCK 1000 KGM"), bakery.stock(FLOUR_1));
    }

    @Test
    void all_are_captured_or_none() {
        long before = bakery.ledger().head();

        Outcome<List<Outcome<RecordedEvent>>> refused = batches()
                .captureAll(List.of(
                        transfer("t1", SHELF, DOCK, FLOUR_1, "100 KGM"),
                        transfer("t2", SHELF, DOCK, UNKNOWN, "1 KGM"),
                        transfer("t3", SHELF, DOCK, FLOUR_2, "1001 KGM")));

        assertEquals(
                List.of("LOT_UNKNOWN requests[2].lines[1].lot", "STOCK_INSUFFICIENT requests[3].lines[1].quantity"),
                codes(refused.violations()));
        assertEquals(before, bakery.ledger().head());
        assertEquals(List.of("BER/A-01 1000 KGM"), bakery.stock(FLOUR_1));

        List<Request<RecordedEvent>> right = List.of(
                transfer("t1", SHELF, DOCK, FLOUR_1, "100 KGM"), transfer("t3", SHELF, DOCK, FLOUR_2, "1000 KGM"));
        List<Outcome<RecordedEvent>> done =
                batches().captureAll(right).toOptional().orElseThrow();
        assertEquals(
                List.of(before + 1, before + 2),
                done.stream()
                        .map(outcome -> outcome.toOptional().orElseThrow().position())
                        .toList());
        batches()
                .captureAll(right)
                .toOptional()
                .orElseThrow()
                .forEach(again -> assertInstanceOf(Outcome.AlreadyDone.class, again));
    }

    @Test
    void a_request_is_idempotent_also_within_its_batch() {
        List<Request<RecordedEvent>> requests = List.of(
                transfer("t1", SHELF, DOCK, FLOUR_1, "100 KGM"),
                transfer("t1", SHELF, DOCK, FLOUR_1, "100 KGM"),
                transfer("t1", SHELF, DOCK, FLOUR_1, "200 KGM"));

        for (Class<?> first : List.of(Outcome.Done.class, Outcome.AlreadyDone.class)) {
            List<Outcome<RecordedEvent>> outcomes = batches().captureEach(requests);

            assertInstanceOf(first, outcomes.get(0));
            assertInstanceOf(Outcome.AlreadyDone.class, outcomes.get(1));
            assertEquals(List.of("EVENT_ID_REUSED id"), refusals(outcomes.get(2)));
        }
        assertEquals(List.of("BER/A-01 900 KGM", "BER/DOCK 100 KGM"), bakery.stock(FLOUR_1));
    }

    @Test
    void what_is_no_movement_goes_on_its_own_at_its_turn() {
        List<Outcome<RecordedEvent>> outcomes = batches()
                .captureEach(List.of(
                        consumption("c1", "P1", FLOUR_1, "10 KGM"),
                        new Request<>(Optional.empty(), () -> bakery.holds()
                                .hold(aContext("h").request(), List.of(FLOUR_1), "smells")),
                        consumption("c2", "P1", FLOUR_1, "10 KGM")));

        assertEquals(List.of(List.of(), List.of(), List.of("LOT_ON_HOLD lines[1].lot")), reasons(outcomes));
    }

    @Test
    void each_on_its_own_is_not_possible_within_a_unit_of_work() {
        assertThrows(IllegalStateException.class, () -> bakery.unitOfWork()
                .run(() -> batches().captureEach(List.of())));
    }

    /** Some hundred requests with every kind of fault, on a few lots, at times that do not follow each other. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_batch_does_what_its_requests_do_one_after_the_other(long seed) {
        List<String> together = told(batches().captureEach(new Day(seed, bakery).requests()), bakery);
        WorkingBakery other = new WorkingBakery().withFlour();
        List<String> alone = told(
                new Day(seed, other)
                        .requests().stream()
                                .map(request -> request.capture().get())
                                .toList(),
                other);

        assertEquals(String.join("\n", alone), String.join("\n", together));
    }

    /** The outcomes, the ledger and the stock. */
    private static List<String> told(List<Outcome<RecordedEvent>> outcomes, WorkingBakery bakery) {
        List<String> told = new ArrayList<>();
        outcomes.forEach(outcome -> told.add(outcome.getClass().getSimpleName() + refusals(outcome)));
        bakery.ledger()
                .after(0, 1_000)
                .forEach(event -> told.add(event.position() + " " + WorkingBakery.lines(event.event())));
        told.add(bakery.stock(FLOUR_1) + " " + bakery.stock(FLOUR_2));
        told.add("broken " + bakery.ledger().firstBrokenPosition());
        return told;
    }

    private static List<List<String>> reasons(List<Outcome<RecordedEvent>> outcomes) {
        return outcomes.stream().map(WorkingBakery::refusals).toList();
    }

    private BatchCapture batches() {
        return bakery.company().service(BatchCapture.class);
    }

    private Request<RecordedEvent> receipt(String id, String notice) {
        Receipt receipt = new Receipt(aContext(id).request(), notice(notice), DOCK, List.of());
        return request(bakery, receipt);
    }

    private Request<RecordedEvent> transfer(String id, LocationId from, LocationId to, LotKey lot, String quantity) {
        return request(
                bakery,
                new Transfer(
                        aContext(id).request(),
                        BERLIN,
                        to,
                        Optional.empty(),
                        List.of(on(from, LotReference.to(lot), quantity))));
    }

    private Request<RecordedEvent> consumption(String id, String order, LotKey lot, String quantity) {
        return request(bakery, new Consumption(aContext(id).request(), order, List.of(on(SHELF, lot, quantity))));
    }

    private Request<RecordedEvent> production(String id, String order, String number) {
        return request(
                bakery,
                new Production(
                        aContext(id).request(),
                        order,
                        BREAD,
                        WorkingBakery.of("24 C62"),
                        Optional.of(new LotNumber(number)),
                        "",
                        "",
                        SHELF,
                        Optional.empty()));
    }

    private static Request<RecordedEvent> request(WorkingBakery bakery, Movement movement) {
        return new Request<>(Optional.of(movement), () -> {
            if (movement instanceof Receipt receipt) {
                return bakery.capture().receive(receipt);
            } else if (movement instanceof Transfer transfer) {
                return bakery.capture().transfer(EventType.TRANSFER, transfer);
            } else if (movement instanceof Consumption consumption) {
                return bakery.capture().consume(consumption);
            } else if (movement instanceof Production production) {
                return bakery.capture().produce(production);
            } else if (movement instanceof StockCount count) {
                return bakery.capture().count(count);
            }
            return bakery.capture().dispose((Disposal) movement);
        });
    }

    /** Requests by chance, the same for the same seed. */
    private record Day(Random chance, WorkingBakery bakery) {
        private static final List<LocationId> PLACES = List.of(SHELF, SHELF, DOCK, GATE);

        Day(long seed, WorkingBakery bakery) {
            this(new Random(seed), bakery);
        }

        List<Request<RecordedEvent>> requests() {
            List<Request<RecordedEvent>> requests = new ArrayList<>();
            IntStream.range(0, 150).forEach(i -> requests.add(request(bakery, movement(i))));
            return requests;
        }

        private Movement movement(int i) {
            String id = "e" + (chance.nextInt(20) == 0 ? chance.nextInt(i + 1) : i);
            Instant time = Bakery.NOW.minusSeconds(chance.nextInt(3) == 0 ? chance.nextInt(600) : 0);
            CaptureContext context = aContext(id).at(time.toString()).request();
            List<LotQuantity> goods = IntStream.rangeClosed(0, chance.nextInt(2))
                    .mapToObj(line -> goods())
                    .toList();
            return switch (chance.nextInt(8)) {
                case 0 -> new Consumption(context, "P" + chance.nextInt(3), goods);
                case 1 ->
                    new Production(
                            context,
                            "P" + chance.nextInt(3),
                            BREAD,
                            WorkingBakery.of("24 C62"),
                            Optional.of(new LotNumber("B" + chance.nextInt(20))),
                            "",
                            "",
                            SHELF,
                            Optional.empty());
                case 2 -> new Disposal(context, "D" + i, goods);
                case 3 -> new StockCount(context, "C" + i, goods);
                default ->
                    new Transfer(context, BERLIN, PLACES.get(chance.nextInt(PLACES.size())), Optional.empty(), goods);
            };
        }

        private LotQuantity goods() {
            LotKey lot = chance.nextInt(15) == 0 ? UNKNOWN : chance.nextBoolean() ? FLOUR_1 : FLOUR_2;
            return on(
                    PLACES.get(chance.nextInt(PLACES.size())),
                    LotReference.to(lot),
                    chance.nextInt(chance.nextInt(6) == 0 ? 900 : 40) + " KGM");
        }
    }
}
