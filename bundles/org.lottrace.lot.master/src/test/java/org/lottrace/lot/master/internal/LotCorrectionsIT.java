package org.lottrace.lot.master.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.Outcomes.refusals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

class LotCorrectionsIT {
    private static final LocalDate LATER = LocalDate.of(2027, 1, 31);

    private final TestDatabase database = TestDatabase.h2().withBakery();
    private final TestCompany company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
    private final LotMaster lots = company.service(LotMaster.class);
    private final Ledger ledger = company.service(Ledger.class);
    private final LotCorrections corrections = company.service(LotCorrections.class);
    private final Lot lot = aLot("L1").expiring("2027-01-01").build();

    @BeforeEach
    void registers_a_lot() {
        done(lots.register(lot));
    }

    /** w22: the supplier corrects its label. */
    @Test
    void a_corrected_expiry_is_what_is_known_now_and_the_old_one_is_in_the_history() {
        done(corrections.correct(expiring("c1", LATER)));

        assertEquals(Optional.of(LATER), lots.find(lot.key()).orElseThrow().expiry());
        LotChange change =
                corrections.history(lot.key()).get(0).event().lotChanges().get(0);
        assertEquals(LotChange.changed(lot, lots.find(lot.key()).orElseThrow(), "label"), change);
        assertEquals(List.of(), lots.check(aLot("L1").expiring("2027-01-31").build()));
        assertEquals(List.of("LOT_DIFFERS"), refusals(lots.register(lot)));
    }

    @Test
    void a_lot_is_found_under_its_key_and_under_the_corrected_number() {
        done(corrections.correct(numbered("c1", "L7")));

        Lot corrected = lots.find(lot.key()).orElseThrow();
        assertEquals(new LotNumber("L7"), corrected.number());
        assertEquals(List.of(corrected), lots.find(LotReference.parse("L7")));
        assertEquals(List.of(corrected), lots.find(LotReference.parse("L1")));
        assertEquals(List.of(corrected), lots.find(LotReference.parse("FLOUR/L7")));
        assertEquals(List.of(), lots.find(LotReference.parse("SALT/L7")));
    }

    @Test
    void a_lot_and_what_else_is_known_of_it_are_told_as_they_were() {
        done(corrections.correct(numbered("c1", "L7")));
        done(corrections.correct(numbered("c2", "L8")));

        assertEquals(Optional.of(lot), corrections.find(lot.key(), AsOf.position(0)));
        assertEquals(
                new LotNumber("L7"),
                corrections.find(lot.key(), AsOf.position(1)).orElseThrow().number());
        assertEquals(lots.find(lot.key()), corrections.find(lot.key(), AsOf.position(2)));
        assertEquals(
                Optional.of(lot), corrections.find(lot.key(), AsOf.knownAt(Instant.parse("2000-01-01T00:00:00Z"))));
        assertEquals(Optional.empty(), corrections.find(aLot("NOBODY").key(), AsOf.position(1)));
    }

    @Test
    void a_number_belongs_to_one_lot_of_an_issuer_and_item() {
        done(lots.register(aLot("L2").expiring("2027-01-01").build()));

        assertEquals(List.of("LOT_NUMBER_IN_USE"), refusals(corrections.correct(numbered("c1", "L2"))));
        done(corrections.correct(numbered("c2", "L7")));
        assertEquals(
                List.of("LOT_NUMBER_IN_USE"),
                refusals(lots.register(aLot("L7").expiring("2027-01-01").build())));
    }

    /** Its label is refused: whoever corrects the number is to know that before. */
    @Test
    void a_number_with_a_blank_is_refused_when_it_is_ours_and_noted_when_it_is_a_partner_s() {
        Lot ours = aLot("B1")
                .of(Bakery.BREAD)
                .from(Bakery.COMPANY)
                .expiring("2027-01-01")
                .build();
        done(lots.register(ours));

        assertEquals(List.of("LOT_NUMBER_WITH_BLANK"), refusals(corrections.correct(numbered(ours, "c1", "B 1"))));
        assertEquals(Optional.empty(), lots.find(ours.key()).orElseThrow().corrected());
        RecordedEvent noted = done(corrections.correct(numbered("c2", "L 7")));
        assertEquals(
                List.of("LOT_NUMBER_WITH_BLANK"),
                noted.event().keyData().stream()
                        .filter(datum -> datum.name().equals(KeyDataElement.FINDING.word()))
                        .map(datum -> datum.value().text())
                        .toList());
        assertEquals(new LotNumber("L 7"), lots.find(lot.key()).orElseThrow().number());
    }

    @Test
    void the_number_of_the_key_corrects_a_wrong_correction() {
        done(corrections.correct(numbered("c1", "L7")));
        done(corrections.correct(numbered("c2", "L1")));

        assertEquals(Optional.of(lot), lots.find(lot.key()));
        assertEquals(2, corrections.history(lot.key()).size());
    }

    @Test
    void a_correction_needs_a_reason_a_difference_and_dates_that_are_possible() {
        assertEquals(
                List.of("REASON_MISSING", "NOTHING_CHANGES"),
                refusals(corrections.correct(correction("c1", Optional.empty(), Optional.empty(), " "))));
        assertEquals(
                List.of("EXPIRY_BEFORE_PRODUCTION"),
                refusals(corrections.correct(new LotCorrection(
                        aContext("c2").request(),
                        lot.key(),
                        Optional.of(LATER),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "label"))));
        assertEquals(
                List.of("LOT_UNKNOWN"),
                refusals(corrections.correct(new LotCorrection(
                        aContext("c3").request(),
                        aLot("L9").key(),
                        Optional.empty(),
                        Optional.of(LATER),
                        Optional.empty(),
                        Optional.empty(),
                        "label"))));
        assertEquals(Optional.of(lot), lots.find(lot.key()));
    }

    @Test
    void the_same_correction_again_changes_nothing() {
        RecordedEvent first = done(corrections.correct(expiring("c1", LATER)));

        Outcome<RecordedEvent> again = corrections.correct(expiring("c1", LATER));

        assertInstanceOf(Outcome.AlreadyDone.class, again);
        assertEquals(Optional.of(first), again.toOptional());
        assertEquals(List.of("EVENT_ID_REUSED"), refusals(corrections.correct(numbered("c1", "L7"))));
        assertEquals(
                List.of("EVENT_ID_REUSED"),
                refusals(corrections.correct(correction("c1", Optional.of(LATER), Optional.empty(), "another"))));
    }

    /** The lot moves in the event that registers another one. */
    @Test
    void the_history_of_a_lot_is_what_changed_of_it() {
        Lot other = aLot("L2").expiring("2027-01-01").build();
        done(lots.register(other));
        done(ledger.append(anEvent("r1", EventType.RECEIVE)
                .moving(lot.key(), "1 KGM", Place.party(Bakery.MILL), Bakery.in(Bakery.SHELF))
                .build()
                .changing(List.of(LotChange.registered(other)))));
        RecordedEvent corrected = done(corrections.correct(expiring("c1", LATER)));

        assertEquals(List.of(corrected), corrections.history(lot.key()));
        assertEquals(1, corrections.history(other.key()).size());
    }

    @Test
    void what_a_reversal_says_of_a_lot_is_known_now() {
        Lot other = aLot("L1").expiring("2027-01-31").build();

        corrections.follow(LotChange.changed(lot, other, "undone"));

        assertEquals(Optional.of(other), lots.find(lot.key()));
    }

    @Test
    void attributes_are_kept_by_element_each_version_with_its_reason() {
        done(corrections.correct(saying("c1", "label", origin("DE"), certificate("A1"), certificate("A2"))));
        done(corrections.correct(saying("c2", "audit", origin("FR"))));
        done(corrections.correct(expiring("c3", LATER)));

        assertEquals(
                Map.of(lot.key(), List.of(certificate("A1"), certificate("A2"), origin("FR"))),
                corrections.attributes(List.of(lot.key(), aLot("L9").key())));
        assertEquals(
                List.of("label", "audit", "label"),
                corrections.history(lot.key()).stream()
                        .map(event -> event.event().lotChanges().get(0).reason())
                        .toList());
        assertEquals(List.of("NOTHING_CHANGES"), refusals(corrections.correct(saying("c4", "again", origin("FR")))));
        assertInstanceOf(Outcome.AlreadyDone.class, corrections.correct(saying("c2", "audit", origin("FR"))));
        assertEquals(List.of("EVENT_ID_REUSED"), refusals(corrections.correct(saying("c2", "audit", origin("IT")))));
    }

    @Test
    void what_no_lot_has_or_is_of_another_type_is_no_attribute() {
        assertEquals(
                List.of("KEY_DATA_WRONG", "KEY_DATA_WRONG", "KEY_DATA_WRONG"),
                refusals(corrections.correct(saying(
                        "c1",
                        "label",
                        new KeyDatum("colour", new KeyDataValue.Text("red")),
                        new KeyDatum("harvestDate", new KeyDataValue.Text("yesterday")),
                        KeyDataElement.EXPIRY_DATE.is(new KeyDataValue.Day(LATER))))));
        assertEquals(Map.of(), corrections.attributes(List.of(lot.key())));
    }

    private LotCorrection saying(String id, String reason, KeyDatum... attributes) {
        return new LotCorrection(
                aContext(id).request(),
                lot.key(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(attributes),
                reason);
    }

    private static KeyDatum origin(String country) {
        return KeyDataElement.COUNTRY_OF_ORIGIN.is(new KeyDataValue.Code(country));
    }

    private static KeyDatum certificate(String number) {
        return KeyDataElement.CERTIFICATE.is(new KeyDataValue.Text(number));
    }

    private LotCorrection expiring(String id, LocalDate expiry) {
        return correction(id, Optional.of(expiry), Optional.empty(), "label");
    }

    private LotCorrection numbered(String id, String number) {
        return correction(id, Optional.empty(), Optional.of(new LotNumber(number)), "label");
    }

    private static LotCorrection numbered(Lot lot, String id, String number) {
        return new LotCorrection(
                aContext(id).request(),
                lot.key(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new LotNumber(number)),
                "label");
    }

    private LotCorrection correction(String id, Optional<LocalDate> expiry, Optional<LotNumber> number, String reason) {
        return new LotCorrection(
                aContext(id).request(), lot.key(), Optional.empty(), expiry, Optional.empty(), number, reason);
    }
}
