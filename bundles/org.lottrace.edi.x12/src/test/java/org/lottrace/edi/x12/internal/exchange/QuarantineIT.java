package org.lottrace.edi.x12.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.names;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.sample;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

class QuarantineIT {
    @TempDir
    Path folder;

    private ExchangeFixture exchange;
    private long id;

    @BeforeEach
    void an_interchange_of_a_sender_nobody_knows() {
        exchange = new ExchangeFixture(folder);
        exchange.drop("asn.edi", sample("sopi").replace("*ZZ*ACME           *", "*ZZ*STRANGER       *"));
        exchange.look();
        id = exchange.service.recent(1).get(0).id();
    }

    @Test
    void is_quarantined_and_not_answered() {
        assertEquals(List.of("INBOUND QUARANTINED [856] asn.edi"), exchange.log());
        assertEquals(List.of(), names(exchange.folders.outbox()));
        assertEquals(0, exchange.applied());
    }

    @Test
    void stays_so_while_nobody_knows_its_sender() {
        assertEquals(List.of("SENDER_STILL_UNKNOWN"), release());

        assertEquals(List.of("INBOUND QUARANTINED [856] asn.edi"), exchange.log());
    }

    @Test
    void is_taken_in_and_acknowledged_once_its_sender_is_a_partner() {
        exchange.partners.save(
                List.of(aParty("STRANGER").exchangingAs("ZZ", "STRANGER").build()));

        assertEquals(List.of(), release());
        assertEquals(List.of("NOT_QUARANTINED"), release());

        assertEquals(1, exchange.applied());
        assertEquals(
                List.of(
                        "INBOUND RELEASED [856] asn.edi",
                        "INBOUND ACCEPTED [856] asn.edi",
                        "OUTBOUND SENT [997] 997-STRANGER-000000001.edi"),
                exchange.log());
    }

    @Test
    void says_what_is_wrong_with_what_it_holds_when_it_is_released() {
        exchange.partners.save(
                List.of(aParty("STRANGER").exchangingAs("ZZ", "STRANGER").build()));
        exchange.answer = set -> List.of(new Violation("ORDER_UNKNOWN", ViolationPath.WHOLE, "unknown"));

        assertEquals(List.of("ORDER_UNKNOWN"), release());

        assertEquals(0, exchange.applied());
        assertEquals(
                InterchangeStatus.RELEASED,
                exchange.service.find(id).orElseThrow().status());
    }

    @Test
    void what_is_not_in_the_log_cannot_be_released() {
        assertEquals(
                List.of("INTERCHANGE_UNKNOWN"),
                exchange.service.release(id + 1_000_000).stream()
                        .map(Violation::code)
                        .toList());
    }

    @Test
    void waits_for_the_bundle_that_understands_it() {
        exchange.partners.save(
                List.of(aParty("STRANGER").exchangingAs("ZZ", "STRANGER").build()));
        exchange.service.handlers(List.of());

        assertEquals(List.of("HANDLER_MISSING"), release());

        assertEquals(
                InterchangeStatus.QUARANTINED,
                exchange.service.find(id).orElseThrow().status());
    }

    private List<String> release() {
        return exchange.service.release(id).stream().map(Violation::code).toList();
    }
}
