package org.lottrace.edi.x12.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.names;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.sample;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wherever it stops, the next start ends in the state of a run that was not interrupted. */
class CrashIT {
    private static final List<String> LOG_OF_ONE_RUN =
            List.of("INBOUND ACCEPTED [856] asn.edi", "OUTBOUND SENT [997] 997-ACME-000000001.edi");

    @TempDir
    Path folder;

    private ExchangeFixture exchange;

    @BeforeEach
    void a_file_in_the_inbox() {
        exchange = new ExchangeFixture(folder);
        exchange.drop("asn.edi", sample("sopi"));
    }

    @Test
    void before_the_commit() {
        exchange.answer = set -> {
            throw new IllegalStateException("power cut");
        };
        exchange.look();
        assertEquals(List.of(), exchange.log());
        assertEquals(List.of("asn.edi"), names(exchange.folders.inbox()));

        exchange.answer = set -> List.of();
        resumed();
    }

    @Test
    void after_the_commit_before_the_file_is_moved() throws IOException {
        impassable(exchange.folders.archive());
        exchange.look();
        assertEquals(1, exchange.applied());
        assertEquals(List.of("asn.edi"), names(exchange.folders.inbox()));

        passable(exchange.folders.archive());
        resumed();
    }

    @Test
    void after_the_commit_before_the_acknowledgement_is_written() throws IOException {
        impassable(exchange.folders.outbox());
        exchange.look();
        assertEquals(
                "OUTBOUND PENDING [997] 997-ACME-000000001.edi", exchange.log().get(1));

        passable(exchange.folders.outbox());
        resumed();
    }

    @Test
    void after_a_refusal_before_the_file_is_moved() throws IOException {
        Files.delete(exchange.folders.inbox().resolve("asn.edi"));
        exchange.drop("bad.edi", sample("broken-elements"));
        impassable(exchange.folders.rejected());
        exchange.look();
        List<String> log = exchange.log();

        passable(exchange.folders.rejected());
        exchange.restart();
        exchange.look();

        assertEquals(log, exchange.log());
        assertEquals(List.of("bad.edi", "bad.edi.report.txt"), names(exchange.folders.rejected()));
        assertEquals(List.of("997-ACME-000000001.edi"), names(exchange.folders.outbox()));
    }

    private void resumed() {
        exchange.restart();
        exchange.look();

        assertEquals(1, exchange.applied());
        assertEquals(LOG_OF_ONE_RUN, exchange.log());
        assertEquals(List.of(), names(exchange.folders.inbox()));
        assertEquals(List.of("asn.edi"), names(exchange.folders.archive()));
        assertEquals(List.of("997-ACME-000000001.edi"), names(exchange.folders.outbox()));
        assertEquals(
                10,
                text(exchange.folders.outbox(), "997-ACME-000000001.edi")
                        .lines()
                        .count());
    }

    /** A file where the folder should be: nothing can be written there. */
    private static void impassable(Path folder) throws IOException {
        Files.delete(folder);
        Files.createFile(folder);
    }

    private static void passable(Path folder) throws IOException {
        Files.delete(folder);
    }
}
