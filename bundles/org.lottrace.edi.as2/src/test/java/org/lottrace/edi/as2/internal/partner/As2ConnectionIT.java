package org.lottrace.edi.as2.internal.partner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.lease.Lease;
import org.lottrace.api.lease.Leases;
import org.lottrace.company.TestCompany;
import org.lottrace.edi.as2.internal.cms.OwnKey;
import org.lottrace.edi.as2.internal.peer.Documents;
import org.lottrace.edi.as2.internal.peer.Keys;
import org.lottrace.edi.as2.internal.peer.Node;
import org.lottrace.edi.as2.internal.peer.Settings;
import org.lottrace.edi.as2.internal.peer.TestFolders;
import org.lottrace.persistence.testing.TestDatabase;

/** A partner as it is configured, with a thread of its own and the leases of the database. */
class As2ConnectionIT {
    private static final Leases LEASES = TestCompany.on(TestDatabase.h2()).service(Leases.class);

    @TempDir
    Path folder;

    private final Map<String, Object> values = new HashMap<>();
    private final PartnerClaims claims = new PartnerClaims();
    private TestFolders folders;
    private Node they;
    private Optional<As2Connection> connection = Optional.empty();

    @BeforeEach
    void configuration() throws Exception {
        folders = TestFolders.in(folder.resolve("we"));
        they = new Node(folder.resolve("they"), Settings.ofPartner());
        values.put("partner", "acme");
        values.put("own_name", "LOTTRACE");
        values.put("their_name", "PARTNER");
        own(Keys.OURS);
        values.put(
                "their_certificate_file",
                Keys.certificateFile(Keys.THEIRS, folder.resolve("their.crt")).toString());
        values.put("url", they.url().toString());
        values.put("receivers", new String[] {"ZZ:ACME"});
        values.put("look_seconds", 1);
    }

    private void own(OwnKey key) throws Exception {
        values.put("key_file", Keys.keyFile(key, folder.resolve("our.key")).toString());
        values.put(
                "own_certificate_file",
                Keys.certificateFile(key, folder.resolve("our.crt")).toString());
    }

    @AfterEach
    void stop() throws Exception {
        if (connection.isPresent()) {
            connection.get().stop();
        }
        they.close();
    }

    private As2Connection start() {
        AuditLog audit = (AuditLog) Proxy.newProxyInstance(
                AuditLog.class.getClassLoader(), new Class<?>[] {AuditLog.class}, (proxy, method, none) -> null);
        connection = Optional.of(
                new As2Connection(folders, LEASES, audit, Clock.systemUTC(), claims, PartnerRulesTest.config(values)));
        return connection.get();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(String what, Condition condition) throws Exception {
        long start = System.nanoTime();
        while (!condition.holds()) {
            assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(30), what);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Test
    void a_file_of_the_outbox_is_sent_by_itself() throws Exception {
        As2Connection started = start();
        Files.write(folders.outbox().resolve("one.edi"), Documents.ofSize(1000));

        until("sent", () -> Files.exists(folders.outbox().resolve("acme@as2/sent/one.edi")));
        assertArrayEquals(Documents.ofSize(1000), they.documents().get(0));
        until("said", () -> started.report().lastLook().isPresent());
        assertEquals(Optional.empty(), started.report().error());
        assertTrue(started.isBetween("PARTNER", "LOTTRACE"));
        assertEquals(false, started.isBetween("LOTTRACE", "PARTNER"));
    }

    @Test
    void while_another_node_sends_this_one_does_not() throws Exception {
        Lease theirs = LEASES.acquire("as2/acme", Duration.ofMinutes(1)).orElseThrow();
        Files.write(folders.outbox().resolve("one.edi"), Documents.ofSize(1000));
        start();
        TimeUnit.SECONDS.sleep(2);
        assertEquals(List.of(), they.documents());

        LEASES.release(theirs);
        until("sent", () -> Files.exists(folders.outbox().resolve("acme@as2/sent/one.edi")));
    }

    @Test
    void a_configuration_that_is_wrong_is_said_and_takes_nothing() throws Exception {
        values.put("encrypt", "ROT13");
        As2Connection started = start();

        assertTrue(started.report().error().orElseThrow().contains("encrypt is not AES-256"));
        assertEquals(Optional.empty(), started.incoming());
        assertTrue(started.isBetween("PARTNER", "LOTTRACE"), "its partner is asked to send again later");
    }

    @Test
    void a_server_that_is_down_is_said() throws Exception {
        values.put("url", "http://127.0.0.1:1/");
        Files.write(folders.outbox().resolve("one.edi"), Documents.ofSize(1000));
        As2Connection started = start();

        until("error", () -> started.report().error().isPresent());
        assertTrue(started.report().error().orElseThrow().contains("127.0.0.1:1 cannot be reached"));
    }

    @Test
    void certificates_that_end_within_thirty_days_or_have_ended_are_said_and_still_serve() throws Exception {
        own(Keys.make("Ending", Keys.NOW.plus(Duration.ofDays(29))));
        OwnKey ended = Keys.make("Ended", Keys.NOW.minus(Duration.ofDays(1)));
        Keys.certificateFile(ended, folder.resolve("their.crt"));

        List<String> said = start().report().certificates();

        assertEquals(2, said.size());
        assertTrue(
                said.get(0).matches("our certificate [0-9a-f]+ ends at .*; make another, and give it to the partner"));
        assertTrue(said.get(1).matches("the partner's certificate [0-9a-f]+ has ended at .*; ask for the next one.*"));
        they.settings.own = ended;
        they.settings.theirs = List.of(
                PartnerRules.settings(PartnerRulesTest.config(values)).own().certificate());
        they.restart();
        Files.write(folders.outbox().resolve("one.edi"), Documents.ofSize(1000));
        until("sent", () -> Files.exists(folders.outbox().resolve("acme@as2/sent/one.edi")));
    }

    @Test
    void the_certificate_of_an_authority_is_said() throws Exception {
        Keys.certificateFile(
                Keys.make("Authority", Keys.NOW.plus(Duration.ofDays(100)), true), folder.resolve("their.crt"));

        List<String> said = start().report().certificates();

        assertEquals(1, said.size());
        assertTrue(said.get(0).contains("is one of an authority, with which no message is signed"));
    }

    @Test
    void of_two_configurations_that_claim_the_same_neither_serves_until_one_is_gone() throws Exception {
        for (Map<String, Object> other : List.<Map<String, Object>>of(
                Map.of("partner", "acme", "their_name", "OTHER", "receivers", new String[] {"ZZ:OTHER"}),
                Map.of("partner", "other", "their_name", "PARTNER", "receivers", new String[] {"ZZ:OTHER"}),
                Map.of("partner", "other", "their_name", "OTHER", "receivers", new String[] {"ZZ:ACME"}))) {
            As2Connection first = start();
            Map<String, Object> changed = new HashMap<>(values);
            changed.putAll(other);
            As2Connection second = new As2Connection(
                    folders,
                    LEASES,
                    (AuditLog) Proxy.newProxyInstance(
                            AuditLog.class.getClassLoader(),
                            new Class<?>[] {AuditLog.class},
                            (proxy, method, none) -> null),
                    Clock.systemUTC(),
                    claims,
                    PartnerRulesTest.config(changed));
            second.report();
            assertEquals(Optional.empty(), first.incoming());
            assertEquals(Optional.empty(), second.incoming());
            for (As2Connection one : List.of(first, second)) {
                assertTrue(one.report().error().orElseThrow().contains("has the same "));
            }
            second.stop();
            assertTrue(first.incoming().isPresent());
            first.stop();
        }
    }

    @Test
    void files_with_keys_and_certificates_are_read_anew_when_they_have_changed() throws Exception {
        As2Connection started = start();
        assertTrue(started.incoming().isPresent());

        java.nio.file.Path file = folder.resolve("their.crt");
        String good = Files.readString(file);
        Files.writeString(file, "none");
        assertEquals(Optional.empty(), started.incoming());
        assertTrue(started.report().error().orElseThrow().contains("holds no certificate"));

        Files.writeString(file, good + good);
        assertTrue(started.incoming().isPresent());
        assertEquals(false, started.report().error().orElse("").contains("wrong"));
    }
}
