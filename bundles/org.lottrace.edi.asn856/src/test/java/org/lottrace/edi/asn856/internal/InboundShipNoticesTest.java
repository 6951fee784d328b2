package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.InterchangeReference;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.LotCapture;
import org.lottrace.api.movement.NoticeClosing;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.x12.testing.X12;
import org.lottrace.operation.testing.TestOperations;

class InboundShipNoticesTest {
    private final List<ShipNotice> expected = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final Agreed agreed = new Agreed();
    private Path mappings = X12.MAPPINGS;
    private final List<LotCapture> captured = new ArrayList<>();
    private List<Violation> answer = List.of();

    @Test
    void a_notice_is_expected_from_the_partner_that_sent_it() throws IOException {
        assertEquals(List.of(), handle("standard"));

        assertEquals("ACME/ACME-1001", expected.get(0).id().toString());
    }

    @Test
    void what_the_business_refuses_is_said_in_levels_of_the_message() throws IOException {
        answer = List.of(
                new Violation("ITEM_UNKNOWN", ViolationPath.of("lines", 2).then("item"), "unknown"),
                new Violation("LOT_MISSING", ViolationPath.of("lines", 1), "missing"),
                new Violation("SHIP_TO_UNKNOWN", "shipTo", "unknown"));

        assertEquals(
                List.of("HL 6 / item", "HL 4", "shipTo"),
                handle("standard").stream().map(v -> v.path().toString()).toList());
    }

    @Test
    void a_missing_binding_is_a_problem_of_the_file() throws IOException {
        assertEquals(
                List.of("BINDING_BROKEN"),
                handle("nobody").stream().map(Violation::code).toList());
    }

    @ParameterizedTest
    @CsvSource({"00, expected", "01, cancelled", "04, replaced", "05, replaced"})
    void the_purpose_says_what_is_done_with_the_notice(String code, String done) throws IOException {
        handle("standard", code);

        assertEquals(
                List.of("ACME-1001"),
                expected.stream().map(n -> n.id().number()).toList());
        assertEquals(List.of(done), calls);
    }

    @ParameterizedTest
    @CsvSource({"standard, ANNOUNCED", "lenient, ANNOUNCED", "lots-at-receipt, AT_RECEIPT"})
    void the_profile_says_where_the_lots_come_from(String mapping, LotCapture lots) throws IOException {
        handle(mapping);

        assertEquals(List.of(lots), captured);
    }

    @Test
    void the_agreed_hour_goes_with_a_notice_that_is_accepted_and_with_no_other(@TempDir Path folder)
            throws IOException {
        Path partner = Files.createDirectories(folder.resolve("partners/standard"));
        Files.copy(X12.MAPPINGS.resolve("partners/standard/856.oxm.xml"), partner.resolve("856.oxm.xml"));
        Files.writeString(partner.resolve("856.properties"), "notice.hours = 30");
        mappings = folder;
        answer = List.of(new Violation("ORDER_UNKNOWN", "lines", "unknown"));
        handle("standard");
        assertEquals(List.of(), agreed.said);
        answer = List.of();

        handle("standard");

        assertEquals(List.of("ACME/ACME-1001 30"), agreed.said);
    }

    private List<Violation> handle(String mapping) throws IOException {
        return handle(mapping, "00");
    }

    private List<Violation> handle(String mapping, String purpose) throws IOException {
        byte[] sample = Files.readString(X12.MAPPINGS.resolve("samples/sopi.edi"))
                .replace("BSN*00", "BSN*" + purpose)
                .getBytes(StandardCharsets.ISO_8859_1);
        List<SetSegment> segments = X12.read(sample).get(0).segments();
        EdiAddress acme = new EdiAddress("ZZ", "ACME");
        EdiAddress us = new EdiAddress("ZZ", "LOTTRACE");
        HandledSet handled = new InboundShipNotices(TestOperations.over(new Receipts()), agreed, mappings)
                .handle(new InboundTransactionSet(
                        "856",
                        "004010",
                        aParty("ACME").mappedBy(mapping).build(),
                        new InterchangeReference(acme, us, "000000001", "1", "0001"),
                        segments));
        assertEquals(List.of(), handled.unread());
        return handled.problems();
    }

    private final class Receipts implements ExpectedReceipts {
        @Override
        public Outcome<RecordedEvent> close(NoticeClosing closing) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Violation> expect(ShipNotice notice, LotCapture lots) {
            calls.add("expected");
            captured.add(lots);
            expected.add(notice);
            return answer;
        }

        @Override
        public List<Violation> replace(ShipNotice notice, LotCapture lots) {
            calls.add("replaced");
            expected.add(notice);
            return answer;
        }

        @Override
        public List<Violation> cancel(ShipNoticeId id) {
            calls.add("cancelled");
            expected.add(aShipNotice(id.number()).build());
            return answer;
        }

        @Override
        public Optional<ExpectedReceipt> find(ShipNoticeId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ExpectedReceipt> open(Optional<ShipNoticeId> after, int limit) {
            throw new UnsupportedOperationException();
        }
    }
}
