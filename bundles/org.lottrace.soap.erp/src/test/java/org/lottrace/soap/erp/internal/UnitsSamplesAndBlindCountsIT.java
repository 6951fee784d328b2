package org.lottrace.soap.erp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.movement.BlindCounts;
import org.lottrace.api.movement.LogisticUnits;
import org.lottrace.api.operation.Role;
import org.lottrace.web.gate.testing.GatedServer;

/** What happens to whole logistic units, samples, witnessed disposals and blind counts come by SOAP, too. */
class UnitsSamplesAndBlindCountsIT {
    private static final String UNIT = "340000000000000021";
    private static final String PALLET = "340000000000000038";
    private static final String WHEAT =
            "<lot><item>R-WHEAT</item><number>W26-017</number></lot><location>SILO-1</location>";

    private final Company company = new Company();

    @BeforeEach
    void goods_are_there() {
        Stream.of(Example.PARTNERS, Example.ITEMS, Example.SITES, Example.PURCHASE_ORDERS, Example.SALES_ORDERS)
                .forEach(company::post);
        company.post(Example.INBOUND);
        recorded(movement(
                "pack",
                "pack",
                "<toLocation>A-01</toLocation><toContainer>" + UNIT + "</toContainer><line>" + WHEAT
                        + "<quantity unit=\"KGM\">5</quantity></line>"));
    }

    @AfterEach
    void stop() {
        company.close();
    }

    @Test
    void units_are_nested_moved_taken_out_and_unpacked() {
        recorded(movement("nest", "nest", "<unit>" + UNIT + "</unit><into>" + PALLET + "</into>"));
        assertEquals(
                1,
                company.service(LogisticUnits.class)
                        .find(new Sscc(PALLET))
                        .orElseThrow()
                        .nested()
                        .size());
        recorded(movement("moveUnits", "move", "<unit>" + PALLET + "</unit><toLocation>SILO-1</toLocation>"));
        recorded(movement("takeOut", "out", "<unit>" + UNIT + "</unit>"));
        recorded(movement("unpack", "empty", "<unit>" + UNIT + "</unit>"));

        assertEquals(
                List.of(EventType.PACK, EventType.TRANSFER, EventType.UNPACK, EventType.UNPACK),
                Stream.of("nest", "move", "out", "empty")
                        .map(id -> event(id).type())
                        .toList());
    }

    @Test
    void a_unit_of_which_nothing_is_reserved_is_not_shipped() {
        Answer answer = company.post(movement(
                        "shipUnits",
                        "ship",
                        "<number>SH-77</number><salesOrder>SO-9001</salesOrder><unit>" + UNIT + "</unit>"))
                .valid();

        assertEquals(List.of("REFUSED"), answer.all("result"), answer.body());
    }

    @Test
    void a_sample_says_what_for_and_what_becomes_of_it() {
        recorded(movement(
                "sample",
                "s1",
                "<number>T-1</number><purpose>moisture</purpose><fate>RETAINED</fate><line>" + WHEAT
                        + "<quantity unit=\"KGM\">1</quantity></line>"));

        assertEquals(EventType.SAMPLE, event("s1").type());
        assertTrue(event("s1").keyData().stream()
                .anyMatch(datum -> datum.value().text().equals("moisture")));
    }

    @Test
    void a_disposal_says_why_and_who_was_there() {
        recorded(movement(
                "disposal",
                "d1",
                "<number>D-1</number><reason>mould</reason><witness>Mrs Berg</witness><line>" + WHEAT
                        + "<quantity unit=\"KGM\">1</quantity></line>"));

        assertEquals(Optional.of("mould"), said("d1", KeyDataElement.DISPOSAL_REASON));
        assertEquals(Optional.of("Mrs Berg"), said("d1", KeyDataElement.WITNESS));
    }

    @Test
    void two_people_count_blindly_and_one_entry_is_booked() {
        recorded(counted("c1", 30));
        String other = GatedServer.userWith(Role.RECEIVER);
        assertEquals(
                List.of("RECORDED"),
                company.postAs(other, counted("c2", 31)).valid().all("result"));

        recorded(movement("blindCountDecision", "c3", "<countSheet>B-1</countSheet><entry>c2</entry>"));

        assertEquals(
                Optional.of(new EventId("c3")),
                company.service(BlindCounts.class).show("B-1").orElseThrow().decided());
    }

    @Test
    void an_item_is_closed_with_a_reason_and_opened_again() {
        Answer inUse = company.post(Example.CLOSE_MASTER.replace("<confirmed>true</confirmed>", ""));
        assertTrue(inUse.body().contains("MASTER_IN_USE"), inUse.body());
        assertEquals(
                List.of("CLOSE"), company.post(Example.CLOSE_MASTER).valid().all("action"));
        assertTrue(company.post(Example.PURCHASE_ORDERS.replace("<number>PO-", "<number>PN-"))
                .body()
                .contains("MASTER_CLOSED"));
        assertEquals(
                List.of("REOPEN"), company.post(Example.REOPEN_MASTER).valid().all("action"));
        assertTrue(company.post(Example.CLOSE_MASTER.replace("ITEM", "LOCATION"))
                .body()
                .contains("SITE/LOCATION"));
    }

    private static String counted(String id, int kilograms) {
        return movement(
                "blindCount",
                id,
                "<countSheet>B-1</countSheet><line>" + WHEAT + "<quantity unit=\"KGM\">" + kilograms
                        + "</quantity></line>");
    }

    private TraceEvent event(String id) {
        return company.ledger().find(new EventId(id)).orElseThrow().event();
    }

    private Optional<String> said(String id, KeyDataElement element) {
        return event(id).keyData().stream()
                .filter(datum -> datum.name().equals(element.word()))
                .map(datum -> datum.value().text())
                .findFirst();
    }

    private void recorded(String movement) {
        Answer answer = company.post(movement).valid();
        assertEquals(List.of("RECORDED"), answer.all("result"), answer.body());
    }

    private static String movement(String name, String id, String content) {
        String document = Example.OUTBOUND;
        return document.substring(0, document.indexOf("<pick>")) + "<" + name + "><eventId>" + id
                + "</eventId><time>2026-04-03T09:00:00+02:00</time><site>HAM</site>" + content + "</" + name + ">"
                + document.substring(document.indexOf("</captureMovements>"));
    }
}
