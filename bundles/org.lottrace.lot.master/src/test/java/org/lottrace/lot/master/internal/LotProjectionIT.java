package org.lottrace.lot.master.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerProjection;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.Place;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

class LotProjectionIT {
    private static final Lot LOT = aLot("L1").expiring("2027-01-01").build();
    /** No event registered it. */
    private static final Lot OLD = aLot("L0").expiring("2026-12-01").build();

    private final TestDatabase database = TestDatabase.h2().withBakery();
    private final TestCompany company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
    private final LedgerProjection lots = company.services(LedgerProjection.class).stream()
            .filter(projection -> projection.name().equals("lots"))
            .findFirst()
            .orElseThrow();

    @BeforeEach
    void a_lot_that_came_and_was_corrected() {
        done(company.service(LotMaster.class).register(OLD));
        done(company.service(LotMaster.class).register(LOT));
        done(company.service(Ledger.class)
                .append(anEvent("r1", RECEIVE)
                        .moving(LOT.key(), "5 KGM", Place.party(MILL), in(SHELF))
                        .build()
                        .changing(List.of(LotChange.registered(LOT)))));
        done(company.service(LotCorrections.class)
                .correct(new LotCorrection(
                        aContext("c1").request(),
                        LOT.key(),
                        Optional.empty(),
                        Optional.of(LocalDate.of(2027, 1, 31)),
                        Optional.empty(),
                        Optional.empty(),
                        "label")));
    }

    @Test
    void what_is_right_stays_as_it_is_and_what_cannot_be_derived_is_named() {
        Map<String, List<String>> before = database.contents();

        assertEquals(List.of("not derived, as no event says what it is, and kept " + OLD), rebuilt());

        assertEquals(before, database.contents());
    }

    @Test
    void a_lot_gets_what_its_newest_event_says_and_one_without_events_stays() {
        Map<String, List<String>> before = contents();
        database.sql("update lot set expiry = date '2030-01-01' where lot_number = 'L1'");

        assertEquals(
                List.of("kept", "derived", "not"),
                rebuilt().stream().map(row -> row.split(" ")[0]).toList());

        assertEquals(before, contents());
    }

    /** Whatever is written is sealed once more. */
    private Map<String, List<String>> contents() {
        Map<String, List<String>> contents = database.contents();
        contents.remove("seal");
        return contents;
    }

    private List<String> rebuilt() {
        List<String> differences = new ArrayList<>();
        lots.rebuild(differences::add);
        return differences;
    }
}
