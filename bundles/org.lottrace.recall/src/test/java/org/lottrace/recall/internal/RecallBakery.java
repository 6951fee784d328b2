package org.lottrace.recall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.CONSUME;
import static org.lottrace.api.event.EventType.DISPOSE;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.RETURN;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOUGH;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.RecallFixture.anOpening;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.WithheldInterchanges;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.ConsigneeAnswer;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.RecallOpening;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * Wheat became dough; the dough became two lots of bread: MONDAY, 10 pieces, of which the supermarket got 4 with S1, and
 * TUESDAY, 20 pieces, of which a kiosk gets 5 tomorrow with S2. Of the wheat 35 kg are on the shelf, 5 kg are consumed by
 * order P9. RYE has nothing to do with it.
 */
final class RecallBakery {
    static final Lot WHEAT = aLot("WHEAT").of(FLOUR).build();
    static final Lot RYE = aLot("RYE").of(FLOUR).build();
    static final Lot KNEADED = aLot("KNEADED").of(DOUGH).madeAt(BERLIN).build();
    static final Lot MONDAY = bread("MONDAY", "2026-03-20");
    static final Lot TUESDAY = bread("TUESDAY", "2026-03-21");
    static final Lot LATE = bread("LATE", "2026-03-22");
    static final PartyId KIOSK = new PartyId("KIOSK");
    static final DocumentReference S1 = new DocumentReference(DocumentType.SHIPMENT, "S1");
    static final DocumentReference S2 = new DocumentReference(DocumentType.SHIPMENT, "S2");
    static final Place MADE = Place.transformation(BERLIN);
    static final Place ORDER_P9 = Place.productionOrder(new DocumentReference(DocumentType.PRODUCTION_ORDER, "P9"));

    final TestDatabase database = TestDatabase.h2().withBakery();
    final TestClock clock = new TestClock();
    final TestCompany company = TestCompany.on(database).with(Clock.class, clock);
    final Ledger ledger = company.service(Ledger.class);
    final Holds holds = company.service(Holds.class);
    final Genealogy genealogy = company.service(Genealogy.class);
    final LotMaster lots = company.service(LotMaster.class);
    final ScopeChanges scopes = new ScopeChanges(
            new ScopeFinder(genealogy, database.lots(), database.items()),
            new AnnouncedLots(database.expectedReceipts(), lots),
            new StockBlocking(
                    holds,
                    ledger,
                    database.ledger(),
                    database.dispositions(),
                    company.service(Reservations.class),
                    genealogy,
                    company.service(WithheldInterchanges.class)),
            database.recalls(),
            database.ledger());
    final CaseReading reading = new CaseReading(
            database.ledger(),
            database.parties(),
            new OwnBalances(ledger, database.ledger(), database.stock(), database.items()),
            clock);
    final Preview preview = new Preview(
            new ScopeFinder(genealogy, database.lots(), database.items()),
            new AnnouncedLots(database.expectedReceipts(), lots),
            database.dispositions(),
            company.service(Reservations.class),
            company.service(WithheldInterchanges.class),
            genealogy,
            database.ledger(),
            database.parties());
    final RecallCasesService cases = new RecallCasesService(
            database.unitOfWork(),
            database.recalls(),
            database.sequences(),
            scopes,
            preview,
            reading,
            new CasesUnderway(),
            clock);
    final LedgerFollowers followers = company.service(LedgerFollowers.class);
    final NoticeWriter writer = new NoticeWriter(
            database.ledger(), database.lots(), database.items(), database.sites(), database.salesOrders());
    final RecallReportsService reports = new RecallReportsService(
            database.unitOfWork(), database.recalls(), reading, writer, database.parties(), genealogy);
    final NoticeDispatch dispatch =
            new NoticeDispatch(database.unitOfWork(), database.recalls(), database.parties(), reading, writer, clock);

    RecallBakery() {
        database.unitOfWork().run(() -> {
            List.of(WHEAT, RYE, KNEADED, MONDAY, TUESDAY, LATE).forEach(database.lots()::insert);
            database.parties().save(aParty(KIOSK).as(PartyRole.CUSTOMER).build());
            database.salesOrders()
                    .save(aSalesOrder("O1")
                            .ordering(BREAD, "25 C62")
                            .deliveredOn("2026-03-01")
                            .build());
            database.salesOrders()
                    .save(aSalesOrder("O2")
                            .by(KIOSK)
                            .ordering(BREAD, "5 C62")
                            .deliveredOn("2026-03-03")
                            .build());
        });
        record(anEvent("n1", RECEIVE)
                .moving(WHEAT.key(), "100 KGM", Place.party(MILL), in(SHELF))
                .moving(RYE.key(), "50 KGM", Place.party(MILL), in(SHELF))
                .build());
        record(anEvent("p1", PRODUCE)
                .moving(WHEAT.key(), "60 KGM", in(SHELF), MADE)
                .moving(KNEADED.key(), "60 KGM", MADE, in(SHELF))
                .making(KNEADED.key(), WHEAT.key(), "60 KGM")
                .build());
        record(anEvent("p2", PRODUCE)
                .moving(KNEADED.key(), "20 KGM", in(SHELF), MADE)
                .moving(MONDAY.key(), "10 C62", MADE, in(SHELF))
                .making(MONDAY.key(), KNEADED.key(), "20 KGM")
                .build());
        record(anEvent("p3", PRODUCE)
                .moving(KNEADED.key(), "40 KGM", in(SHELF), MADE)
                .moving(TUESDAY.key(), "20 C62", MADE, in(SHELF))
                .making(TUESDAY.key(), KNEADED.key(), "40 KGM")
                .build());
        record(anEvent("c1", CONSUME)
                .moving(WHEAT.key(), "5 KGM", in(SHELF), ORDER_P9)
                .build());
        record(shipment("s1", "S1", "O1", MONDAY, "4 C62", MARKET));
        record(shipment("s2", "S2", "O2", TUESDAY, "5 C62", KIOSK));
    }

    /** Lets the open cases follow the ledger. */
    void followed() {
        assertEquals(
                Optional.empty(),
                followers.catchUp("recall", Duration.ofSeconds(60)).failure());
    }

    RecallCase opened() {
        return recorded(open("open1", anOpening(RecallMode.REAL)));
    }

    Outcome<RecallCase> open(String event, RecallOpening opening) {
        return cases.open(ANNA, aContext(event).request(), opening, ScopeCriteria.of(List.of(WHEAT.key())));
    }

    /** The supermarket, kiosk: so many pieces on hand, destroyed, used. */
    Outcome<RecallCase> answer(RecallCaseId id, PartyId party, String onHand, String destroyed, String used) {
        return cases.answer(ANNA, id, said(party, onHand, destroyed, used, ""));
    }

    /** In that message; none when it is empty. */
    static ConsigneeAnswer said(PartyId party, String onHand, String destroyed, String used, String message) {
        boolean market = party.equals(MARKET);
        return new ConsigneeAnswer(
                party,
                market ? S1 : S2,
                market ? MONDAY.key() : TUESDAY.key(),
                quantity(onHand + " C62"),
                quantity(destroyed + " C62"),
                quantity(used + " C62"),
                true,
                "",
                "Ms Market",
                message);
    }

    /** Late bread from the wheat that order P9 had consumed before. */
    void bakedLate() {
        record(anEvent("p9", PRODUCE)
                .moving(WHEAT.key(), "5 KGM", ORDER_P9, MADE)
                .moving(LATE.key(), "2 C62", MADE, in(SHELF))
                .making(LATE.key(), WHEAT.key(), "5 KGM")
                .build());
    }

    /** The supermarket buys 2 kg of rye, before anybody suspects it. */
    void shippedRye() {
        record(shipment("s3", "S3", "O1", RYE, "2 KGM", MARKET));
    }

    /** Pieces of the bread of Monday. */
    void shippedNumbered(String event, String number, String order, PartyId customer, String... serials) {
        Quantity pieces = Quantity.of(String.valueOf(serials.length), "C62");
        record(anEvent(event, SHIP)
                .of(DocumentType.SHIPMENT, number)
                .of(DocumentType.SALES_ORDER, order)
                .with(new EventLine(
                        MONDAY.key(),
                        Position.at(in(SHELF)),
                        Position.at(Place.party(customer)),
                        pieces,
                        pieces,
                        Optional.empty(),
                        Optional.empty(),
                        Stream.of(serials)
                                .map(serial -> KeyDataElement.SERIAL.is(new KeyDataValue.Text(serial)))
                                .toList()))
                .build());
    }

    void returned(String event, Lot lot, String quantity, PartyId party, String shipment) {
        record(anEvent(event, RETURN)
                .of(DocumentType.RETURN_ORDER, event)
                .of(DocumentType.SHIPMENT, shipment)
                .moving(lot.key(), quantity, Place.party(party), in(SHELF))
                .build());
    }

    void destroyed(String event, Lot lot, String quantity, Place from) {
        record(destruction(event, lot, quantity, from));
    }

    TraceEvent destruction(String event, Lot lot, String quantity, Place from) {
        return anEvent(event, DISPOSE)
                .of(DocumentType.DISPOSAL_ORDER, event)
                .moving(lot.key(), quantity, from, Place.disposal(BERLIN))
                .build();
    }

    void reserved(Lot lot, LocationId location, String quantity) {
        database.unitOfWork().run(() -> database.reservations()
                .save(new Reservation(
                        new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "O1"), 1),
                        lot.key(),
                        Position.at(in(location)),
                        quantity(quantity))));
    }

    /** The ship notice of that shipping event waits to be written. */
    void announced(String event) {
        announced(event, InterchangeStatus.PENDING);
    }

    void announced(String event, InterchangeStatus status) {
        database.unitOfWork().run(() -> database.interchanges()
                .insert(
                        new InterchangeRecord(
                                0,
                                Direction.OUTBOUND,
                                "ZZ:US",
                                "ZZ:THEM",
                                "1",
                                List.of("856"),
                                event,
                                status,
                                Bakery.NOW,
                                List.of()),
                        Optional.of("out:856:" + event),
                        new byte[0]));
    }

    String notices() {
        return database.unitOfWork().required(() -> database.interchanges().recent(9)).stream()
                .map(record -> record.fileName() + " " + record.status())
                .collect(Collectors.joining(", "));
    }

    /** The lots that are not sellable, as {@code MONDAY RECALLED}. */
    List<String> dispositions() {
        return holds.notSellable().stream()
                .map(lot -> lot.lot().number() + " " + lot.disposition())
                .sorted()
                .toList();
    }

    void record(TraceEvent event) {
        done(ledger.append(event));
    }

    static RecallCase recorded(Outcome<RecallCase> result) {
        return result.fold(recallCase -> recallCase, violations -> {
            throw new AssertionError(violations.toString());
        });
    }

    static List<String> refused(Outcome<RecallCase> result) {
        return result.fold(
                recallCase -> List.of(),
                violations -> violations.stream().map(Violation::code).toList());
    }

    static String numbers(List<LotKey> lots) {
        return lots.stream().map(lot -> lot.number().value()).collect(Collectors.joining(" "));
    }

    private static TraceEvent shipment(
            String event, String number, String order, Lot lot, String quantity, PartyId customer) {
        return anEvent(event, SHIP)
                .of(DocumentType.SHIPMENT, number)
                .of(DocumentType.SALES_ORDER, order)
                .moving(lot.key(), quantity, in(SHELF), Place.party(customer))
                .build();
    }

    private static Lot bread(String number, String expiry) {
        return aLot(number)
                .of(BREAD)
                .madeAt(BERLIN)
                .producedOn("2026-03-01")
                .expiring(expiry)
                .build();
    }

    /** Stands still until it is told to go on. */
    static final class TestClock extends Clock {
        private Instant now = Bakery.NOW;

        void goOn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
