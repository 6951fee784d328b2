package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.certificate.Certification;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Restatement;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.recall.Recall;
import org.lottrace.company.WorkingBakery;

/** Flour with the number 77 has left, and two suppliers have a lot with that number. */
class UnclearLotTest {
    private final WorkingBakery bakery = new WorkingBakery().withFlour();
    private final LotKey ofMill = aLot("77").key();
    private final LotKey ofMarket = aLot("77").from(MARKET).key();
    private TraceEvent left;

    @BeforeEach
    void it_left() {
        bakery.lots().register(aLot("77").expiring("2026-12-31").build());
        bakery.lots().register(aLot("77").from(MARKET).expiring("2026-10-31").build());
        bakery.ordered(aSalesOrder("SO1").ordering(FLOUR, "100 KGM").build());
        left = recorded(bakery.capture()
                .ship(new Shipment(
                        aContext("s1").reported().request(),
                        "S1",
                        "SO1",
                        List.of(leaving(1, on(SHELF, LotReference.parse("FLOUR/77"), "10 KGM"))))));
    }

    @Test
    void a_recall_of_either_finds_who_got_it_until_it_is_said_which_it_was() {
        assertEquals(List.of(MARKET), consignees(ofMill));
        assertEquals(List.of(MARKET), consignees(ofMarket));

        say();

        assertEquals(List.of(MARKET), consignees(ofMill));
        assertEquals(List.of(), consignees(ofMarket));
    }

    @Test
    void the_certificate_says_of_each_that_it_is_not_known_until_it_is_said() {
        assertEquals(
                List.of(
                        "may be " + ofMarket + ": nobody has said yet which lot it is",
                        "may be " + ofMill + ": nobody has said yet which lot it is"),
                guesses());

        say();

        assertEquals(List.of(), guesses());
    }

    private void say() {
        recorded(bakery.corrections()
                .restate(new Restatement(
                        aContext("n1").request(),
                        new EventId("s1"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Restatement.NamedLot(left.lines().get(0).lot(), ofMill)),
                        "the sack was found")));
    }

    private List<PartyId> consignees(LotKey lot) {
        return bakery.company().service(Recall.class).scope(List.of(lot)).shipments().stream()
                .map(handover -> handover.party())
                .toList();
    }

    private List<String> guesses() {
        return bakery.company().service(Certification.class).certifyAll().findings().stream()
                .map(Finding::message)
                .sorted()
                .toList();
    }
}
