package org.lottrace.edi.x12.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.names;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.sample;
import static org.lottrace.edi.x12.internal.exchange.ExchangeFixture.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.api.edi.CheckedFile;
import org.lottrace.api.edi.InterchangeFilter;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.UnreadPart;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

class IntakeIT {
    private static final String ACK_1 = "997-ACME-000000001.edi";
    private static final String ACK_2 = "997-ACME-000000002.edi";

    @TempDir
    Path folder;

    private ExchangeFixture exchange;

    @BeforeEach
    void an_empty_exchange() {
        exchange = new ExchangeFixture(folder);
    }

    @Test
    void a_good_file_is_applied_archived_and_acknowledged() {
        exchange.drop("asn.edi", sample("sopi"));

        exchange.look();

        assertEquals(1, exchange.applied());
        assertEquals("ACME", exchange.handled.get(0).sender().id().value());
        assertEquals("004010", exchange.handled.get(0).version());
        assertEquals(List.of("asn.edi"), names(exchange.folders.archive()));
        assertEquals(List.of(), names(exchange.folders.inbox()));
        assertEquals(List.of("INBOUND ACCEPTED [856] asn.edi", "OUTBOUND SENT [997] " + ACK_1), exchange.log());
        assertEquals("""
                ISA*00*          *00*          *ZZ*LOTTRACE       *ZZ*ACME           *260302*0800*U*00401*000000001*0*P*:~
                GS*FA*LOTTRACE*ACME*20260302*0800*1*X*004010~
                ST*997*0001~
                AK1*SH*1~
                AK2*856*0001~
                AK5*A~
                AK9*A*1*1*1~
                SE*6*0001~
                GE*1*1~
                IEA*1*000000001~
                """, text(exchange.folders.outbox(), ACK_1));
    }

    @Test
    void a_folder_in_the_inbox_is_a_lane_of_its_own_and_archived_as_one() throws IOException {
        Files.createDirectories(exchange.folders.inbox().resolve("acme"));
        exchange.drop("acme/asn.edi", sample("sopi"));
        exchange.drop("asn.edi", sample("sotpi"));

        exchange.look();

        assertEquals(2, exchange.applied());
        assertEquals(List.of("asn.edi"), names(exchange.folders.archive().resolve("acme")));
        assertTrue(Files.isRegularFile(exchange.folders.archive().resolve("asn.edi")));
    }

    @Test
    void a_file_that_still_grows_is_left_alone() {
        String whole = sample("sopi");
        exchange.drop("asn.edi", whole.substring(0, 500));
        exchange.service.look();
        exchange.drop("asn.edi", whole);
        exchange.service.look();

        assertEquals(List.of("asn.edi"), names(exchange.folders.inbox()));

        exchange.service.look();
        assertEquals(List.of("asn.edi"), names(exchange.folders.archive()));
    }

    @Test
    void a_longer_version_of_a_file_that_was_taken_too_early_comes_out_right() {
        String whole = sample("sopi") + sample("sotpi");
        exchange.answer = set -> {
            if (exchange.handled.size() == 1) {
                exchange.drop("asn.edi", whole);
            }
            return List.of();
        };
        exchange.drop("asn.edi", sample("sopi"));

        exchange.look();
        assertEquals(List.of("asn.edi"), names(exchange.folders.inbox()));

        exchange.look();
        assertEquals(2, exchange.applied());
        assertEquals(whole, text(exchange.folders.archive(), "asn.edi"));
        assertEquals(
                List.of(
                        "INBOUND ACCEPTED [856] asn.edi",
                        "OUTBOUND SENT [997] " + ACK_1,
                        "INBOUND ACCEPTED [856] asn.edi",
                        "OUTBOUND SENT [997] " + ACK_2),
                exchange.log());
    }

    @Test
    void a_file_whose_end_came_while_it_was_refused_is_not_set_aside() {
        String whole = sample("sopi");
        exchange.whileWriting = () -> exchange.drop("asn.edi", whole);
        exchange.drop("asn.edi", whole.substring(0, whole.indexOf("SN1*2")));

        exchange.look();
        assertEquals(List.of("asn.edi"), names(exchange.folders.inbox()));
        exchange.whileWriting = () -> {};

        exchange.look();
        assertEquals(1, exchange.applied());
        assertEquals(List.of("asn.edi"), names(exchange.folders.archive()));
        assertEquals(List.of(), names(exchange.folders.rejected()));
        assertTrue(text(exchange.folders.outbox(), ACK_2).contains("AK5*A~"));
    }

    @Test
    void a_check_has_the_limit_too() {
        assertEquals(
                List.of("FILE_TOO_LARGE"),
                exchange.service.check(new byte[exchange.limits.bytes() + 1]).stream()
                        .map(Violation::code)
                        .toList());
    }

    @Test
    void a_broken_file_is_set_aside_with_all_its_problems_and_nothing_is_applied() {
        exchange.drop("bad.edi", sample("broken-envelope"));

        exchange.look();

        assertEquals(0, exchange.applied());
        assertEquals(List.of("bad.edi", "bad.edi.report.txt"), names(exchange.folders.rejected()));
        InterchangeRecord refused = exchange.service.recent(2).get(1);
        assertEquals("REJECTED", refused.status().name());
        assertEquals(7, refused.problems().size());
        assertEquals(Optional.of(refused), exchange.service.find(refused.id()));
        assertTrue(exchange.service.text(refused.id()).orElseThrow().text().startsWith("ISA*"));
        assertEquals(
                List.of(refused), exchange.service.before(Optional.of(refused.id() + 1), InterchangeFilter.ALL, 1));
        String report = text(exchange.folders.rejected(), "bad.edi.report.txt");
        refused.problems().forEach(p -> assertTrue(report.contains(p.path() + "\t" + p.code()), p + " in " + report));
        assertTrue(text(exchange.folders.outbox(), "TA1-ACME-000000001.edi").contains("*R*021~"));
        assertEquals(List.of("TA1-ACME-000000001.edi"), names(exchange.folders.outbox()));
    }

    @Test
    void what_the_business_refuses_is_rolled_back_alone_and_its_form_is_acknowledged() {
        exchange.answer = set -> set.reference().setControl().equals("0002")
                ? List.of(new Violation(
                        "ORDER_UNKNOWN",
                        ViolationPath.of(PathStep.level("2"), PathStep.segment("PRF01")),
                        "order PO-5001 is unknown"))
                : List.of();
        exchange.drop("two.edi", sample("two-interchanges"));

        exchange.look();

        assertEquals(3, exchange.applied());
        assertEquals(List.of("two.edi", "two.edi.report.txt"), names(exchange.folders.rejected()));
        assertTrue(text(exchange.folders.rejected(), "two.edi.report.txt")
                .contains("set 0002 / HL 2 / PRF01\tORDER_UNKNOWN\torder PO-5001 is unknown"));
        assertTrue(text(exchange.folders.outbox(), ACK_1).contains("AK9*A*2*2*2~"));
        assertEquals(
                List.of(
                        "INBOUND PARTLY_ACCEPTED [856, 856] two.edi",
                        "OUTBOUND SENT [997] " + ACK_1,
                        "OUTBOUND SENT [824] 824-ACME-000000002.edi",
                        "INBOUND ACCEPTED [856, 856] two.edi",
                        "OUTBOUND SENT [997, 997] 997-ACME-000000003.edi"),
                exchange.log());
    }

    @Test
    void what_was_not_read_refuses_the_set_and_the_997_says_where() {
        exchange.unread = List.of(
                new UnreadPart(16, "SN1", 0, "40", "a quantity would be lost"),
                new UnreadPart(20, "LIN", 9, "B2", "a lot would be lost"));
        exchange.drop("asn.edi", sample("sopi"));

        exchange.look();

        assertEquals(0, exchange.applied());
        assertEquals(List.of("asn.edi", "asn.edi.report.txt"), names(exchange.folders.rejected()));
        assertTrue(text(exchange.folders.rejected(), "asn.edi.report.txt")
                .contains("18 / SN1\tNOT_READ\ta quantity would be lost: \"40\"\n"
                        + "22 / LIN / 9\tNOT_READ\ta lot would be lost: \"B2\""));
        assertTrue(text(exchange.folders.outbox(), ACK_1)
                .contains("AK3*SN1*16**2~\nAK3*LIN*20**8~\nAK4*9**7*B2~\nAK5*R*5~\nAK9*R*1*1*0~"));
        assertEquals(
                List.of("NOT_READ", "NOT_READ"),
                exchange.service.check(sample("sopi").getBytes(StandardCharsets.UTF_8)).stream()
                        .map(Violation::code)
                        .toList());
    }

    @Test
    void a_refused_file_is_taken_when_the_reason_is_gone_and_not_acknowledged_twice() {
        exchange.answer = set -> List.of(new Violation("ORDER_UNKNOWN", ViolationPath.WHOLE, "not yet"));
        exchange.drop("asn.edi", sample("sopi"));
        exchange.look();
        exchange.answer = set -> List.of();
        exchange.drop("asn.edi", sample("sopi"));

        exchange.look();

        assertEquals(1, exchange.applied());
        assertEquals(List.of("824-ACME-000000002.edi", ACK_1), names(exchange.folders.outbox()));
    }

    @Test
    void the_same_interchange_again_is_a_duplicate_without_effect() {
        exchange.drop("asn.edi", sample("sopi"));
        exchange.look();
        exchange.drop("asn.edi", sample("sopi"));
        exchange.drop("again.edi", sample("sopi").replace("~\n", "~"));

        exchange.look();

        assertEquals(1, exchange.applied());
        assertEquals(List.of("again.edi", "asn.edi", "asn.edi.2"), names(exchange.folders.archive()));
        assertEquals(
                List.of(
                        "INBOUND ACCEPTED [856] asn.edi",
                        "OUTBOUND SENT [997] " + ACK_1,
                        "INBOUND DUPLICATE [856] again.edi",
                        "INBOUND DUPLICATE [856] asn.edi"),
                exchange.log());
    }

    @Test
    void other_content_under_a_used_control_number_is_refused_not_lost() {
        exchange.drop("asn.edi", sample("sopi"));
        exchange.look();
        exchange.drop("other.edi", sample("sopi").replace("ACME-1001", "ACME-9999"));

        exchange.look();

        assertTrue(text(exchange.folders.rejected(), "other.edi.report.txt")
                .contains("1 / ISA / 13\tCONTROL_NUMBER_REUSED"));
        assertEquals(1, exchange.applied());
    }

    @Test
    void nobody_unknown_gets_an_answer() {
        exchange.drop("stranger.edi", sample("broken-addresses"));
        exchange.drop("noise.edi", sample("broken-no-interchange"));

        exchange.look();

        assertEquals(List.of(), names(exchange.folders.outbox()));
        assertEquals(List.of("INBOUND REJECTED [] noise.edi", "INBOUND REJECTED [856] stranger.edi"), exchange.log());
    }

    @Test
    void a_997_is_recorded_with_what_was_refused_and_never_acknowledged() {
        exchange.drop("ack.edi", acknowledgement());

        exchange.look();

        assertEquals(List.of(), names(exchange.folders.outbox()));
        InterchangeRecord record = exchange.service.recent(1).get(0);
        assertEquals(List.of("997"), record.transactionSets());
        assertEquals("ACCEPTED", record.status().name());
        assertEquals(
                List.of(
                        "SEGMENT_REFUSED set 0002 / 17 / SN1",
                        "REFUSED_BY_PARTNER set 0002 / AK5 / 1",
                        "REFUSED_BY_PARTNER group 7 / AK9 / 1",
                        "NOTHING_ACKNOWLEDGED 4 / AK1 / 2"),
                record.problems().stream().map(p -> p.code() + " " + p.path()).toList());
    }

    @Test
    void a_file_waits_for_the_bundle_that_handles_it() {
        exchange.service.handlers(List.of());
        exchange.drop("asn.edi", sample("sopi"));
        exchange.look();

        assertEquals(List.of("asn.edi"), names(exchange.folders.inbox()));
        assertEquals(List.of(), exchange.log());

        exchange.service.handlers(List.of(exchange));
        exchange.service.look();
        assertEquals(1, exchange.applied());
    }

    @Test
    void a_check_says_what_would_happen_and_changes_nothing() {
        byte[] good = sample("sopi").getBytes(StandardCharsets.UTF_8);

        assertEquals(List.of(), exchange.service.check(good));
        exchange.answer = set -> List.of(new Violation(
                "LOT_MISSING", ViolationPath.of(PathStep.level("4")).then("lot"), "the lot is missing"));
        assertEquals(
                List.of("LOT_MISSING set 0001 / HL 4 / lot: the lot is missing"),
                exchange.service.check(good).stream().map(Violation::toString).toList());
        CheckedFile examined = exchange.service.examine(good);
        assertEquals(exchange.service.check(good), examined.problems());
        assertEquals(exchange.service.preview(good), examined.preview());
        assertEquals("0001", examined.preview().sets().get(0).control());

        assertEquals(0, exchange.applied());
        assertEquals(List.of(), exchange.log());
    }

    private static String acknowledgement() {
        String isa = sample("sopi").lines().findFirst().orElseThrow();
        return String.join(
                "\n",
                isa,
                "GS*FA*ACME*LOTTRACE*20260302*0930*1*X*004010~",
                "ST*997*0001~",
                "AK1*SH*7~",
                "AK2*856*0001~",
                "AK5*A~",
                "AK2*856*0002~",
                "AK3*SN1*17**8~",
                "AK5*R*5~",
                "AK9*P*2*2*1~",
                "SE*9*0001~",
                "GE*1*1~",
                "IEA*1*000000001~");
    }
}
