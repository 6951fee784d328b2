package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.services.race.Lock.HEAD;
import static org.lottrace.services.race.Lock.INTERCHANGE;
import static org.lottrace.services.race.RacedBakery.BREAD_1;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.edi.CheckedFile;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.FilePreview;
import org.lottrace.api.edi.InterchangeFilter;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.InterchangeText;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.lottrace.api.edi.SentInterchanges;
import org.lottrace.api.edi.WithheldInterchanges;
import org.lottrace.api.edi.store.InterchangeStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.services.race.Race.Requests;

/** A recall comes while a ship notice is on its way out. */
class InterchangeRaceTest extends RaceTest {
    private static final String KEY = OutboundTransactionSet.logKey(OutboundTransactionSet.SHIP_NOTICE, "s1");

    /** The outbox takes what it writes by one statement that looks and changes. */
    @TestFactory
    Stream<DynamicTest> a_notice_that_is_withheld_is_not_written() {
        return race().firstHolds(INTERCHANGE.in("WithheldInterchangesService.change"))
                .secondWaitsAt(Site.of(InterchangeStore.class, "replaceStatus", "the test"))
                .tests(bakery -> {
                    InterchangeStore store = bakery.service(InterchangeStore.class);
                    UnitOfWork work = bakery.service(UnitOfWork.class);
                    long id = work.required(() -> stored(store, InterchangeStatus.PENDING));
                    List<String> moved = new CopyOnWriteArrayList<>();
                    return new Requests(
                            () -> work.required(() -> bakery.service(WithheldInterchanges.class)
                                            .withhold(OutboundTransactionSet.SHIP_NOTICE, "s1"))
                                    && moved.add("withheld"),
                            () -> work.required(() -> store.replaceStatus(
                                            id, InterchangeStatus.PENDING, InterchangeStatus.SENDING))
                                    && moved.add("written"),
                            () -> assertEquals(List.of("withheld"), moved));
                });
    }

    @TestFactory
    Stream<DynamicTest> the_notice_of_a_lot_that_is_just_recalled_is_withheld() {
        return race().firstHolds(HEAD.in("CustomerDispatch.send"))
                .untilBefore(InterchangeStore.class, "insert")
                .secondWaitsAt(HEAD.in("LedgerService.appendUnderLock"))
                .tests(bakery -> {
                    InterchangeStore store = Watched.store(InterchangeStore.class, bakery.database.interchanges());
                    bakery.configured("org.lottrace.edi.asn856", Map.of("mappings", "../../edi-mappings"))
                            .with(Interchanges.class, new StoredOnly(store))
                            .withStock(BREAD_1, "48 C62")
                            .withOrder(
                                    aSalesOrder("SO1").ordering(BREAD, "2 CS").build());
                    shipped(bakery);
                    RacedBakery again = bakery.restarted();
                    return new Requests(
                            () -> again.service(LedgerFollowers.class).catchUp("asn856", Duration.ofSeconds(20)),
                            () -> again.recall("open1", BREAD_1),
                            () -> assertEquals(
                                    Optional.of(InterchangeStatus.WITHHELD),
                                    store.find(KEY).map(InterchangeRecord::status)));
                });
    }

    /** Without a lock: whoever changes the record first has its row, and all else of an answer is written after that. */
    @TestFactory
    Stream<DynamicTest> of_two_answers_to_one_interchange_the_last_counts_and_all_of_it() {
        return race().firstStopsAt(Site.of(InterchangeStore.class, "pending", "the test"))
                .secondWaitsAt(Site.of(InterchangeStore.class, "answer", "the test"))
                .tests(bakery -> {
                    InterchangeStore store = bakery.service(InterchangeStore.class);
                    UnitOfWork work = bakery.service(UnitOfWork.class);
                    long id = work.required(() -> stored(store, InterchangeStatus.SENT));
                    return new Requests(
                            () -> work.required(() -> {
                                answered(store, id, "FIRST", "FIRST TOO");
                                return store.pending();
                            }),
                            () -> work.required(() -> answered(store, id, "SECOND")),
                            () -> assertEquals(
                                    List.of("SECOND"),
                                    store.find(KEY).orElseThrow().problems().stream()
                                            .map(Violation::code)
                                            .toList()));
                });
    }

    /** The notes that are there are read under the lock: else the second would put its own in their place. */
    @TestFactory
    Stream<DynamicTest> what_two_advices_say_of_one_shipment_is_both_kept() {
        return race().firstHolds(INTERCHANGE.in("SentInterchangesService.note"))
                .untilBefore(InterchangeStore.class, "answer")
                .secondWaitsAt(INTERCHANGE.in("SentInterchangesService.note"))
                .tests(bakery -> {
                    InterchangeStore store = bakery.service(InterchangeStore.class);
                    bakery.service(UnitOfWork.class).required(() -> stored(store, InterchangeStatus.SENT));
                    SentInterchanges sent = bakery.service(SentInterchanges.class);
                    return new Requests(
                            () -> sent.note(OutboundTransactionSet.SHIP_NOTICE, "s1", List.of(note("FIRST"))),
                            () -> sent.note(OutboundTransactionSet.SHIP_NOTICE, "s1", List.of(note("SECOND"))),
                            () -> assertEquals(
                                    List.of("RECEIPT_FIRST", "RECEIPT_SECOND"),
                                    store.find(KEY).orElseThrow().problems().stream()
                                            .map(Violation::code)
                                            .toList()));
                });
    }

    private static Violation note(String word) {
        return new Violation(SentInterchanges.RECEIPT + word, ViolationPath.WHOLE, word);
    }

    private static boolean answered(InterchangeStore store, long id, String... problems) {
        store.answer(
                id,
                InterchangeStatus.ACKNOWLEDGED_WITH_ERRORS,
                Stream.of(problems)
                        .map(code -> new Violation(code, ViolationPath.WHOLE, "refused"))
                        .toList());
        return true;
    }

    private static void shipped(RacedBakery bakery) {
        DocumentReference order = new DocumentReference(DocumentType.SALES_ORDER, "SO1");
        done(bakery.append(anEvent("s1", SHIP)
                .of(DocumentType.SHIPMENT, "S1")
                .of(DocumentType.SALES_ORDER, "SO1")
                .moving(
                        BREAD_1.key(),
                        "24 C62",
                        Position.at(in(SHELF)),
                        new Position(Place.party(MARKET), Optional.of(Bakery.pallet(1))),
                        new OrderLineReference(order, 1))
                .build()));
    }

    private static long stored(InterchangeStore store, InterchangeStatus status) {
        InterchangeRecord record = new InterchangeRecord(
                0, Direction.OUTBOUND, "ZZ:US", "ZZ:THEM", "1", List.of("856"), "s1", status, Bakery.NOW, List.of());
        return store.insert(record, Optional.of(KEY), new byte[0]).orElseThrow();
    }

    /** Stores what is to be sent, as the outbox does; the folders and the writing need the container. */
    private record StoredOnly(InterchangeStore store) implements Interchanges {
        @Override
        public List<Violation> send(OutboundTransactionSet set) {
            stored(store, set.withheld() ? InterchangeStatus.WITHHELD : InterchangeStatus.PENDING);
            return List.of();
        }

        @Override
        public FilePreview preview(byte[] content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CheckedFile examine(byte[] content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Violation> check(byte[] content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<InterchangeRecord> recent(int limit) {
            return store.recent(limit);
        }

        @Override
        public List<InterchangeRecord> before(Optional<Long> before, InterchangeFilter filter, int limit) {
            return store.before(before.orElse(Long.MAX_VALUE), filter, limit);
        }

        @Override
        public Optional<InterchangeRecord> find(long id) {
            return store.find(id);
        }

        @Override
        public Optional<InterchangeText> text(long id) {
            throw new UnsupportedOperationException("nothing is read here");
        }
    }
}
