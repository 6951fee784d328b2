package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.on;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.certificate.Certification;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.exceptioncase.ExceptionFilter;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.intake.ImportFormat;
import org.lottrace.api.intake.ImportSource;
import org.lottrace.api.intake.ImportSubject;
import org.lottrace.api.intake.Imports;
import org.lottrace.api.intake.TextEncoding;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.overview.Search;
import org.lottrace.api.overview.SearchHit;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/** A lot number is kept as a partner writes it, whichever way it comes in, and found again by it, blanks and slashes included. */
class LotNumberAsMarkedTest {
    private static final String BLANK = "LOT_NUMBER_WITH_BLANK";

    private WorkingBakery bakery;

    enum On {
        H2(TestDatabase::h2),
        POSTGRESQL(TestDatabase::postgresql);

        private final Supplier<TestDatabase> database;

        On(Supplier<TestDatabase> database) {
            this.database = database;
        }
    }

    @AfterEach
    void end() {
        bakery.company().close();
    }

    @ParameterizedTest
    @CsvSource({
        "H2,         RECEIPT, L 12",
        "H2,         NOTICE,  L 12",
        "H2,         IMPORT,  L 12",
        "H2,         COUNT,   L 12",
        "H2,         COUNT,   'A  B/C, D'",
        "H2,         RECEIPT, 2026/08 1",
        "H2,         IMPORT,  2026/081",
        "POSTGRESQL, RECEIPT, L 12",
        "POSTGRESQL, COUNT,   'A  B/C, D'",
    })
    void it_comes_in_and_is_found_and_traced_and_counted(On on, Way way, String number) {
        open(on);
        LotKey lot = new LotKey(MILL, FLOUR, new LotNumber(number));

        through(way, lot);

        assertEquals(List.of(lot), found(LotReference.parse("MILL/FLOUR/" + number)));
        assertEquals(List.of(lot), found(LotReference.parse("//" + number)));
        assertEquals(List.of(lot), found(LotReference.parse(number)));
        assertEquals(
                List.of(lot.toString()),
                bakery.company().service(Search.class).find(number).kinds().stream()
                        .flatMap(kind -> kind.hits().stream())
                        .filter(SearchHit::exact)
                        .map(SearchHit::key)
                        .toList());
        assertEquals(
                List.of(lot),
                bakery.company()
                        .service(Genealogy.class)
                        .trace(TraceRequest.of(Direction.FORWARD, lot))
                        .lotKeys());
        assertEquals(1, bakery.company().service(StockOnHand.class).ofLot(lot).size());
        assertEquals(
                List.of(),
                bakery.company().service(Certification.class).certifyAll().findings());
    }

    /** Once, when the lot is new: by then somebody can still ask the partner for other numbers. */
    @ParameterizedTest
    @EnumSource(names = {"RECEIPT", "IMPORT", "COUNT"})
    void a_blank_is_noted_when_the_lot_is_new(Way way) {
        open(On.H2);
        LotKey lot = new LotKey(MILL, FLOUR, new LotNumber("L 12"));

        through(way, lot);

        assertEquals(1, cases().stream().filter(BLANK::equals).count(), cases().toString());
        done(bakery.capture()
                .count(new StockCount(
                        aContext("again").request(), "C2", List.of(on(DOCK, LotReference.to(lot), "5 KGM")))));
        assertEquals(1, cases().stream().filter(BLANK::equals).count(), cases().toString());
    }

    @ParameterizedTest
    @CsvSource({"B 1, true", "B1, false", "B/1, false"})
    void a_number_that_is_given_here_has_none(String number, boolean isWrong) {
        open(On.H2);
        through(Way.RECEIPT, new LotKey(MILL, FLOUR, new LotNumber("L1")));
        done(bakery.consume("mix", "P1", on(DOCK, LotReference.parse("MILL/FLOUR/L1"), "1 KGM")));

        assertEquals(
                isWrong,
                codes(bakery.capture().produce(baked("asked", number, true))).contains(BLANK));
        if (isWrong) {
            done(bakery.capture().produce(baked("said", number, false)));
            assertTrue(cases().contains(BLANK), cases().toString());
        }
    }

    private enum Way {
        RECEIPT,
        NOTICE,
        IMPORT,
        COUNT
    }

    private void through(Way way, LotKey lot) {
        switch (way) {
            case RECEIPT -> done(bakery.capture().receive(receipt(lot)));
            case NOTICE -> {
                bakery.order();
                bakery.expect(aShipNotice("N1")
                        .announcing(
                                "PO1", 1, FLOUR, lot.number().value(), "1 BG", Optional.of(NEXT_YEAR), Optional.empty())
                        .build());
                done(bakery.capture()
                        .receive(new Receipt(aContext("way").request(), WorkingBakery.notice("N1"), DOCK, List.of())));
            }
            case IMPORT ->
                done(bakery.company()
                        .service(Imports.class)
                        .run(
                                new Caller("clerk", Set.of(Role.CONTROLLER)),
                                new ImportSource(
                                        ImportSubject.OPENING_STOCK,
                                        Optional.empty(),
                                        ImportFormat.CSV,
                                        TextEncoding.UTF_8),
                                opening(lot).getBytes(StandardCharsets.UTF_8)));
            case COUNT ->
                done(bakery.capture()
                        .count(new StockCount(
                                aContext("way").request(), "C1", List.of(on(DOCK, LotReference.to(lot), "25 KGM")))));
        }
    }

    private static Receipt receipt(LotKey lot) {
        return new Receipt(
                aContext("way").request(),
                Optional.of(MILL),
                Optional.empty(),
                Optional.empty(),
                DOCK,
                List.of(WorkingBakery.came(lot.toString(), "25 KGM")));
    }

    private static String opening(LotKey lot) {
        return """
                site,countSheet,countedAt,location,item,issuer,lot,expiry,quantity.amount,quantity.unit,cost.amount,cost.currency,cost.per
                %s,INV-1,2026-03-01 18:00,DOCK,FLOUR,MILL,"%s",2026-12-31,25,KGM,0.80,EUR,KGM
                """.formatted(BERLIN, lot.number());
    }

    private static Production baked(String id, String number, boolean asked) {
        return new Production(
                asked ? aContext(id).requested().request() : aContext(id).request(),
                "P1",
                Bakery.BREAD,
                WorkingBakery.of("24 C62"),
                Optional.of(new LotNumber(number)),
                "",
                "",
                DOCK,
                Optional.empty());
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.violations().stream().map(Violation::code).toList();
    }

    private List<LotKey> found(LotReference reference) {
        return bakery.lots().find(reference).stream().map(Lot::key).toList();
    }

    private List<String> cases() {
        return bakery.company().service(ExceptionCases.class).list(ExceptionFilter.NONE, Optional.empty(), 100).stream()
                .map(ExceptionCase::code)
                .toList();
    }

    private void open(On on) {
        bakery =
                new WorkingBakery(TestCompany.on(on.database.get().withBakery()).with(Clock.class, Bakery.CLOCK));
        bakery.database().unitOfWork().run(() -> bakery.database()
                .items()
                .save(anItem(FLOUR).in("KGM").packed("BG", "25").build()));
    }
}
