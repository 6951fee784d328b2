package org.lottrace.quality.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.Outcomes.refusals;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.DispositionHistory;
import org.lottrace.api.quality.Hold;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.quality.Purpose;
import org.lottrace.api.quality.Usability;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

class HoldsServiceIT {
    private static final Lot WHEAT = aLot("WHEAT").of(FLOUR).build();
    private static final Lot RYE = aLot("RYE").of(FLOUR).build();
    private static final Lot SEA = aLot("SEA").of(SALT).build();
    private static final LotKey UNKNOWN = aLot("UNKNOWN").key();

    private final TestDatabase database = TestDatabase.h2().withBakery();
    private final TestCompany company = TestCompany.on(database)
            .with(Clock.class, Bakery.CLOCK)
            .with(Reservations.class, new StoredReservations(database.reservations()));
    private final Holds holds = company.service(Holds.class);

    @BeforeEach
    void lots() {
        database.unitOfWork().run(() -> List.of(WHEAT, RYE, SEA).forEach(database.lots()::insert));
    }

    @Test
    void a_hold_is_one_event_over_all_lots_and_a_release_undoes_it() {
        hold("h1", "foreign matter", WHEAT.key(), SEA.key());

        TraceEvent event = database.unitOfWork()
                .required(() -> database.ledger().find(new EventId("h1")))
                .orElseThrow()
                .event();
        assertEquals(EventType.HOLD, event.type());
        assertEquals(List.of(), event.documents());
        assertEquals(2, event.dispositionChanges().size());
        assertEquals(
                Optional.of(new LotDisposition(
                        SEA.key(),
                        Disposition.ON_HOLD,
                        "foreign matter",
                        new EventId("h1"),
                        List.of(new Hold(
                                new EventId("h1"),
                                "foreign matter",
                                event.context().effective(),
                                event.context().actor(),
                                Optional.empty())))),
                holds.dispositionOf(SEA.key()));
        assertEquals(Optional.empty(), holds.dispositionOf(RYE.key()));
        assertEquals(
                List.of(WHEAT.key(), SEA.key()).stream().sorted().toList(),
                holds.notSellable().stream().map(LotDisposition::lot).toList());

        done(holds.release(aContext("r1").request(), List.of(SEA.key()), "laboratory says it is fine", List.of()));

        assertEquals(
                Disposition.SELLABLE,
                holds.dispositionOf(SEA.key()).orElseThrow().disposition());
        assertEquals(
                List.of(WHEAT.key()),
                holds.notSellable().stream().map(LotDisposition::lot).toList());
    }

    @Test
    void the_dispositions_of_several_lots_are_asked_for_at_once() {
        hold("h1", "foreign matter", WHEAT.key(), SEA.key());
        done(holds.release(aContext("r1").request(), List.of(SEA.key()), "laboratory says it is fine", List.of()));

        List<LotDisposition> answer = holds.dispositionsOf(List.of(SEA.key(), RYE.key(), UNKNOWN, WHEAT.key()));

        assertEquals(
                List.of(WHEAT.key(), SEA.key()).stream()
                        .sorted()
                        .map(lot -> holds.dispositionOf(lot).orElseThrow())
                        .toList(),
                answer);
        assertEquals(List.of(), holds.dispositionsOf(List.of()));
    }

    @Test
    void what_is_held_may_not_be_used_until_it_is_released() {
        LotUsabilityService usability = usability();

        hold("h1", "foreign matter", WHEAT.key());

        Map<LotKey, Usability> answers =
                usability.usabilityOf(List.of(WHEAT, RYE), Purpose.PRODUCTION, Optional.empty(), TODAY);
        assertEquals("LOT_ON_HOLD", answers.get(WHEAT.key()).reasons().get(0).code());
        assertTrue(answers.get(RYE.key()).isUsable());

        holds.release(aContext("r1").request(), List.of(WHEAT.key()), "fine", List.of());
        assertTrue(usability
                .isUsable(WHEAT, Purpose.PRODUCTION, Optional.empty(), TODAY)
                .isUsable());
    }

    @Test
    void whether_a_lot_might_be_used_is_told_of_every_position_as_it_was_then() {
        LotUsabilityService usability = usability();
        List<Usability> answers = new ArrayList<>(List.of(usable(usability, AsOf.LATEST)));
        hold("h1", "foreign matter", WHEAT.key());
        answers.add(usable(usability, AsOf.LATEST));
        hold("h2", "wrong label", WHEAT.key(), RYE.key());
        answers.add(usable(usability, AsOf.LATEST));
        done(holds.release(aContext("r1").request(), List.of(WHEAT.key()), "fine", List.of("h1")));
        answers.add(usable(usability, AsOf.LATEST));
        done(holds.release(aContext("r2").request(), List.of(WHEAT.key()), "fine", List.of("h2")));
        answers.add(usable(usability, AsOf.LATEST));

        for (int position = 0; position < answers.size(); position++) {
            assertEquals(answers.get(position), usable(usability, AsOf.position(position)), "at " + position);
        }
        assertEquals(answers.get(0), usable(usability, AsOf.knownAt(Instant.parse("2000-01-01T00:00:00Z"))));
        assertFalse(answers.get(2).isUsable());
    }

    @Test
    void the_disposition_is_told_of_every_position_as_it_was_then() {
        List<Optional<LotDisposition>> answers = new ArrayList<>(List.of(holds.dispositionOf(WHEAT.key())));
        hold("h1", "foreign matter", WHEAT.key());
        answers.add(holds.dispositionOf(WHEAT.key()));
        done(holds.release(aContext("r1").request(), List.of(WHEAT.key()), "fine", List.of("h1")));
        answers.add(holds.dispositionOf(WHEAT.key()));

        for (int position = 0; position < answers.size(); position++) {
            assertEquals(
                    answers.get(position), holds.dispositionOf(WHEAT.key(), AsOf.position(position)), "at " + position);
        }
        assertEquals(Optional.of(Disposition.ON_HOLD), answers.get(1).map(LotDisposition::disposition));
        assertEquals(
                Optional.empty(),
                holds.dispositionOf(WHEAT.key(), AsOf.knownAt(Instant.parse("2000-01-01T00:00:00Z"))));
    }

    @Test
    void what_was_not_sellable_is_told_of_every_position_as_it_was_then() {
        List<List<LotDisposition>> answers = new ArrayList<>(List.of(holds.notSellable()));
        hold("h1", "foreign matter", WHEAT.key(), SEA.key());
        answers.add(holds.notSellable());
        hold("h2", "colour", RYE.key());
        answers.add(holds.notSellable());
        done(holds.release(aContext("r1").request(), List.of(SEA.key()), "fine", List.of("h1")));
        answers.add(holds.notSellable());
        assertEquals(List.of(0, 2, 3, 2), answers.stream().map(List::size).toList());
        for (int position = 0; position < answers.size(); position++) {
            assertEquals(answers.get(position), holds.notSellable(AsOf.position(position)), "at " + position);
        }
        assertEquals(List.of(), holds.notSellable(AsOf.knownAt(Instant.parse("2000-01-01T00:00:00Z"))));
    }

    @Test
    void a_past_answer_takes_the_dates_of_the_lot_as_they_were_known_and_a_lot_of_later_is_unknown() {
        Lot corrected = new Lot(
                WHEAT.key(),
                WHEAT.productionDate(),
                Optional.of(TODAY.minusDays(1)),
                WHEAT.supplierLotNumber(),
                WHEAT.madeAt(),
                WHEAT.corrected());
        append("registered", "2026-01-10T10:00:00Z", LotChange.registered(WHEAT));
        append("corrected", "2026-02-10T10:00:00Z", LotChange.changed(WHEAT, corrected, "misread"));

        LotUsabilityService usability = usability();
        assertEquals(List.of("LOT_UNKNOWN"), codes(usable(usability, AsOf.position(0))));
        assertEquals(List.of(), codes(usable(usability, AsOf.position(1))));
        assertEquals(List.of("LOT_EXPIRED"), codes(usable(usability, AsOf.position(2))));
        assertEquals(List.of(), codes(usable(usability, AsOf.happenedBy(Instant.parse("2026-02-09T10:00:00Z")))));
    }

    private void append(String id, String at, LotChange change) {
        TraceEvent event = anEvent(id, EventType.LOT_CHANGE)
                .in(aContext(id).at(at).build())
                .build()
                .changing(List.of(change));
        done(company.service(Ledger.class).append(event));
    }

    private LotUsabilityService usability() {
        return new LotUsabilityService(database.unitOfWork(), database.dispositions(), database.ledger());
    }

    private static Usability usable(LotUsabilityService usability, AsOf asOf) {
        return usability.isUsable(WHEAT, Purpose.PRODUCTION, Optional.empty(), TODAY, asOf);
    }

    private static List<String> codes(Usability answer) {
        return answer.reasons().stream().map(Violation::code).toList();
    }

    /** OCA/stock-logistics-workflow#110: a block beats a reservation. */
    @Test
    void a_hold_cancels_the_reservations_of_its_lots_and_of_no_other() {
        reserve(WHEAT.key());
        reserve(RYE.key());

        hold("h1", "foreign matter", WHEAT.key());

        assertEquals(List.of(RYE.key()), reservedLots());
    }

    @Test
    void every_reason_is_said_and_a_refused_hold_changes_nothing() {
        hold("h1", "foreign matter", WHEAT.key());
        reserve(RYE.key());

        Outcome<RecordedEvent> hold =
                holds.hold(aContext("h2").request(), List.of(WHEAT.key(), RYE.key(), UNKNOWN), " ");
        Outcome<RecordedEvent> release =
                holds.release(aContext("r1").request(), List.of(RYE.key(), UNKNOWN), "", List.of());

        assertEquals(List.of("REASON_MISSING", "LOT_UNKNOWN"), refusals(hold));
        assertEquals(List.of("REASON_MISSING", "LOT_UNKNOWN", "NOT_ON_HOLD"), refusals(release));
        assertEquals(List.of(RYE.key()), reservedLots());
        assertEquals(Optional.empty(), holds.dispositionOf(RYE.key()));
    }

    @Test
    void a_recall_takes_sellable_and_held_lots_and_only_the_end_of_it_lets_quality_release_them() {
        hold("h1", "foreign matter", WHEAT.key());
        reserve(RYE.key());

        done(holds.recall(aContext("c1").request(), List.of(WHEAT.key(), RYE.key()), "recall R-1"));

        assertEquals(List.of(), reservedLots());
        assertEquals(
                List.of("ALREADY_RECALLED"),
                refusals(holds.recall(aContext("c2").request(), List.of(RYE.key(), SEA.key()), "recall R-1")));
        assertEquals(
                List.of("NOT_ON_HOLD"),
                refusals(holds.release(aContext("r1").request(), List.of(RYE.key()), "fine", List.of())));
        assertEquals(
                List.of("NOT_RECALLED"),
                refusals(holds.endRecall(aContext("e1").request(), List.of(SEA.key()), "fine")));

        done(holds.endRecall(aContext("e2").request(), List.of(RYE.key()), "fine"));

        assertEquals(
                Disposition.ON_HOLD,
                holds.dispositionOf(RYE.key()).orElseThrow().disposition());
        done(holds.release(aContext("r2").request(), List.of(RYE.key()), "fine", List.of()));
    }

    @Test
    void a_release_that_names_no_hold_is_refused_when_several_stand() {
        hold("h1", "chem", WHEAT.key());
        hold("h2", "listeria", WHEAT.key());

        assertEquals(
                List.of("HOLD_AMBIGUOUS"),
                refusals(holds.release(aContext("r1").request(), List.of(WHEAT.key()), "fine", List.of())));

        done(holds.release(aContext("r2").request(), List.of(WHEAT.key()), "fine", List.of("h1", "h2")));
        assertEquals(
                Disposition.SELLABLE,
                holds.dispositionOf(WHEAT.key()).orElseThrow().disposition());
    }

    /** Case w06: the second reason was refused and got lost, and one release freed the lot. */
    @Test
    void each_reason_stands_and_is_released_by_itself() {
        hold("h1", "chem", WHEAT.key());
        hold("h2", "listeria", WHEAT.key(), RYE.key());

        TraceEvent release = done(holds.release(
                        aContext("r1").request(), List.of(WHEAT.key()), "chem is fine", List.of("chem")))
                .event();

        assertEquals(Set.of("h1"), DispositionHistory.released(release));
        assertEquals("ON_HOLD listeria", standing(WHEAT));
        assertEquals("ON_HOLD listeria", standing(RYE));
        assertEquals(
                List.of("NOT_ON_HOLD", "NOT_ON_HOLD"),
                refusals(holds.release(aContext("r2").request(), List.of(WHEAT.key()), "again", List.of("chem"))));

        TraceEvent all = done(holds.release(
                        aContext("r3").request(), List.of(WHEAT.key(), RYE.key()), "all is fine", List.of()))
                .event();

        assertEquals(Set.of("h2"), DispositionHistory.released(all));
        assertEquals("SELLABLE ", standing(WHEAT));
        assertEquals("SELLABLE ", standing(RYE));
    }

    @Test
    void a_recall_and_holds_stand_beside_each_other() {
        hold("h1", "chem", WHEAT.key());
        hold("h2", "listeria", WHEAT.key());
        done(holds.recall(aContext("c1").request(), List.of(WHEAT.key()), "recall R-1"));
        hold("h3", "glass", WHEAT.key());
        done(holds.release(aContext("r1").request(), List.of(WHEAT.key()), "chem is fine", List.of("h1")));

        assertEquals("RECALLED listeria, glass", standing(WHEAT));

        done(holds.endRecall(aContext("z1").request(), List.of(WHEAT.key()), "not affected"));

        assertEquals("ON_HOLD listeria, glass, not affected", standing(WHEAT));
    }

    @Test
    void a_release_that_is_sent_again_names_the_same_holds() {
        hold("h1", "chem", WHEAT.key());
        hold("h2", "listeria", WHEAT.key());
        done(holds.release(aContext("r1").request(), List.of(WHEAT.key()), "fine", List.of("chem")));

        assertInstanceOf(
                Outcome.AlreadyDone.class,
                holds.release(aContext("r1").request(), List.of(WHEAT.key()), "fine", List.of("h1")));
        assertEquals(
                List.of("EVENT_ID_REUSED"),
                refusals(holds.release(aContext("r1").request(), List.of(WHEAT.key()), "fine", List.of("listeria"))));
    }

    @Test
    void sent_again_it_was_done_before_even_if_the_lot_was_released_since() {
        hold("h1", "foreign matter", WHEAT.key(), RYE.key());
        holds.release(aContext("r1").request(), List.of(WHEAT.key()), "fine", List.of());
        reserve(WHEAT.key());

        Outcome<RecordedEvent> again =
                holds.hold(aContext("h1").request(), List.of(RYE.key(), WHEAT.key(), RYE.key()), "foreign matter");
        Outcome<RecordedEvent> releasedAgain =
                holds.release(aContext("r1").request(), List.of(WHEAT.key()), "fine", List.of());

        assertInstanceOf(Outcome.AlreadyDone.class, again);
        assertInstanceOf(Outcome.AlreadyDone.class, releasedAgain);
        assertEquals(
                Disposition.SELLABLE,
                holds.dispositionOf(WHEAT.key()).orElseThrow().disposition());
        assertEquals(List.of(WHEAT.key()), reservedLots());
    }

    @Test
    void an_event_id_serves_one_hold_only() {
        hold("h1", "foreign matter", WHEAT.key());

        assertEquals(
                List.of("EVENT_ID_REUSED"),
                refusals(holds.hold(aContext("h1").request(), List.of(RYE.key()), "foreign matter")));
    }

    @Test
    void it_joins_the_unit_of_work_of_the_caller() {
        reserve(WHEAT.key());

        assertThrows(IllegalStateException.class, () -> database.unitOfWork().run(() -> {
            hold("h1", "foreign matter", WHEAT.key());
            throw new IllegalStateException("the caller gives up");
        }));

        assertEquals(Optional.empty(), holds.dispositionOf(WHEAT.key()));
        assertEquals(List.of(WHEAT.key()), reservedLots());
    }

    @Test
    void an_unknown_site_is_refused_together_with_every_other_reason() {
        assertEquals(
                List.of("SITE_UNKNOWN", "LOT_UNKNOWN"),
                refusals(holds.hold(
                        aContext("h1").in(new SiteId("XXX")).request(), List.of(UNKNOWN), "foreign matter")));
    }

    /** Both had the same document once: the first 50 characters of their ids. */
    @Test
    void a_hold_has_no_document_so_two_long_ids_cannot_share_one() {
        String fifty = "x".repeat(50);
        hold(fifty + "1".repeat(50), "foreign matter", WHEAT.key());
        hold(fifty + "2".repeat(50), "foreign matter", RYE.key());

        assertEquals(
                List.of(),
                database.unitOfWork().required(() -> database.ledger().after(0, 9)).stream()
                        .flatMap(recorded -> recorded.event().documents().stream())
                        .toList());
    }

    @Test
    void it_counts_on_the_day_at_the_site_and_for_the_company_of_the_site() {
        TraceEvent event = done(holds.hold(
                        aContext("h1").at("2026-02-28T23:30:00Z").request(), List.of(WHEAT.key()), "foreign matter"))
                .event();

        assertEquals(LocalDate.of(2026, 3, 1), event.context().accountingDate());
        assertEquals(Optional.of(Bakery.COMPANY), event.context().company());
    }

    @Test
    void the_future_and_an_absurd_accounting_date_are_refused_for_holds_and_releases_together_with_the_rest() {
        CaptureContext absurd = aContext("h1")
                .at("2126-03-02T08:00:00Z")
                .countingOn("1926-03-02")
                .request();
        List<String> times = List.of("TIME_IN_FUTURE", "ACCOUNTING_DATE_UNREASONABLE");

        assertEquals(
                List.of(times.get(0), times.get(1), "LOT_UNKNOWN"),
                refusals(holds.hold(absurd, List.of(UNKNOWN), "foreign matter")));
        assertEquals(
                List.of(times.get(0), times.get(1), "NOT_ON_HOLD"),
                refusals(holds.release(absurd, List.of(RYE.key()), "fine", List.of())));
    }

    private void hold(String event, String reason, LotKey... lots) {
        done(holds.hold(aContext(event).request(), List.of(lots), reason));
    }

    private String standing(Lot lot) {
        LotDisposition now = holds.dispositionOf(lot.key()).orElseThrow();
        return now.disposition() + " " + now.holds().stream().map(Hold::reason).collect(Collectors.joining(", "));
    }

    private void reserve(LotKey lot) {
        OrderLineReference line =
                new OrderLineReference(aSalesOrder("O1").build().reference(), 1);
        database.unitOfWork().run(() -> database.reservations()
                .save(new Reservation(line, lot, Position.at(Bakery.in(SHELF)), quantity("1 KGM"))));
    }

    private List<LotKey> reservedLots() {
        return database
                .unitOfWork()
                .required(() -> database.reservations().ofLots(List.of(WHEAT.key(), RYE.key(), SEA.key())))
                .stream()
                .map(Reservation::lot)
                .toList();
    }
}
