package org.lottrace.notice.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.RecallFixture.anOpening;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.lottrace.api.certificate.LotBalance;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.ConsigneeAnswer;
import org.lottrace.api.recall.EffectivenessCheck;
import org.lottrace.api.recall.NoteTopic;
import org.lottrace.api.recall.NoticeKind;
import org.lottrace.api.recall.OpenPoint;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallDisposal;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.RecallFactKind;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.RecallStep;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.recall.ScopeLot;
import org.lottrace.api.recall.ScopeVersion;
import org.lottrace.api.recall.report.ClockMarks;
import org.lottrace.api.recall.report.Consignee;
import org.lottrace.api.recall.report.ConsigneeLine;
import org.lottrace.api.recall.report.DownstreamBalance;
import org.lottrace.api.recall.report.FollowUp;
import org.lottrace.api.recall.report.Reconciliation;
import org.lottrace.api.recall.report.StatusReport;
import org.lottrace.notice.internal.paper.Paper;

class CaseReportTest {
    private static final LotKey BREAD = new LotKey(Bakery.COMPANY, Bakery.BREAD, new LotNumber("L-081"));
    private static final DocumentReference S1 = new DocumentReference(DocumentType.SHIPMENT, "S1");
    private static final ScopeVersion SCOPE = new ScopeVersion(
            1,
            ScopeCriteria.of(List.of(BREAD)),
            "glass in the bread",
            17,
            List.of(new ScopeLot(BREAD, 0, pieces(6), pieces(4), pieces(0))));

    @Test
    void an_authority_reads_words_and_the_time_of_the_site_and_no_code() throws IOException {
        String text = printed();

        assertTrue(text.startsWith("Supermarket Łódź Łąkowa 7, 90-001 Łódź, PL"), text);
        assertTrue(text.contains("Recall R-000001 Open. Status as of 1 Mar 2026, 13:00 CET."), text);
        assertTrue(text.contains("Class I: a reasonable probability of serious harm or death"), text);
        assertTrue(text.contains("European Union, food (Regulation (EC) 178/2002)"), text);
        assertTrue(text.contains("Rye bread, 750 g (BREAD) L-081 (suspect) 6 pcs 4 pcs 0 pcs"), text);
        assertTrue(text.contains("Supermarket (MARKET) 1 Mar 2026, 12:30 CET e-mail"), text);
        assertTrue(text.contains("Answer awaited"), text);
        assertTrue(text.contains("Stock blocked 1 Mar 2026, 12:05 CET 1 h 5 min"), text);
        assertTrue(text.contains("Whereabouts unknown MARKET S1 BAKERY/BREAD/L-081 4 pcs no"), text);
        assertEquals(Set.of(), codes(text), "words, no codes");
    }

    @Test
    void every_kind_of_step_has_a_sentence() throws IOException {
        Set<RecallFactKind> written = facts().stream().map(RecallFactKind::of).collect(Collectors.toSet());

        String text = printed();

        assertEquals(Set.of(RecallFactKind.values()), written);
        assertTrue(text.contains("Stopped: 1 lots recalled, 0 reservations cancelled"), text);
        assertTrue(text.contains("MARKET told by e-mail: to market@example.org"), text);
        assertTrue(
                text.contains("Check of MARKET by telephone: notice received, not acted on. still on the shelf"), text);
        assertTrue(text.contains("6 pcs of lot BREAD/L-081: destroyed, seen by Mr Witness, certificate C-1"), text);
        assertTrue(text.contains("completion expected on 20 March 2026"), text);
    }

    private static String printed() throws IOException {
        byte[] pdf;
        try (Paper paper = new Paper()) {
            new CaseReport(
                            recallCase(),
                            status(),
                            new SiteTime(ZoneId.of("Europe/Berlin")),
                            item -> "Rye bread, 750 g",
                            paper)
                    .write(Optional.of(Notices.SUPERMARKET));
            pdf = paper.pdf();
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /** Two words of capital letters and an underscore between them are none for people. */
    private static Set<String> codes(String text) {
        return Pattern.compile("[A-Z]+_[A-Z_]+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static RecallCase recallCase() {
        List<RecallStep> steps = new ArrayList<>();
        facts().forEach(fact -> steps.add(new RecallStep(steps.size() + 1, Bakery.NOW, "anna", fact)));
        return new RecallCase(RecallCaseId.of(1), steps);
    }

    private static List<RecallFact> facts() {
        return List.of(
                new RecallFact.Opened(anOpening(RecallMode.REAL)),
                new RecallFact.ScopeSet(SCOPE),
                new RecallFact.StockBlocked(Optional.empty(), List.of(BREAD), List.of(), List.of(), List.of()),
                new RecallFact.StockFreed(Optional.empty(), List.of(BREAD), List.of()),
                new RecallFact.Disposed(
                        new RecallDisposal(BREAD, RecallDisposal.Kind.DESTROYED, pieces(6), "Mr Witness", "C-1")),
                new RecallFact.NoticeQueued("N1", Bakery.MARKET, NoticeKind.FIRST, 1),
                new RecallFact.NoticeAttempted("N1", Bakery.MARKET, "EMAIL", true, "to market@example.org"),
                new RecallFact.Answered(
                        new ConsigneeAnswer(
                                Bakery.MARKET, S1, BREAD, pieces(4), pieces(0), pieces(0), true, "", "Ms Market", ""),
                        pieces(0)),
                new RecallFact.SampleDrawn(new BigDecimal(100), 7, 1, 1, List.of(Bakery.MARKET), ""),
                new RecallFact.Checked(
                        new EffectivenessCheck(Bakery.MARKET, "TELEPHONE", true, false, "still on the shelf")),
                new RecallFact.Noted(NoteTopic.PUBLIC_WARNING, "P-1", "in the newspaper"),
                new RecallFact.StatusReported(1, 1, 0, LocalDate.parse("2026-03-20")),
                new RecallFact.SignedFor(List.of(), "eaten"),
                new RecallFact.Struck(3, "another shop"),
                new RecallFact.Cancelled("wrong batch"),
                new RecallFact.Closed("all known"));
    }

    private static StatusReport status() {
        Instant told = Instant.parse("2026-03-01T11:30:00Z");
        return new StatusReport(
                RecallCaseId.of(1),
                Instant.parse("2026-03-01T12:00:00Z"),
                anOpening(RecallMode.REAL),
                false,
                SCOPE,
                new ClockMarks(
                        Instant.parse("2026-03-01T10:00:00Z"),
                        Optional.of(Instant.parse("2026-03-01T11:05:00Z")),
                        Optional.of(Instant.parse("2026-03-01T11:05:00Z")),
                        Optional.of(told),
                        Optional.empty()),
                List.of(new Consignee(
                        Bakery.MARKET,
                        "Supermarket",
                        "",
                        "",
                        List.of(new ConsigneeLine(
                                S1, BREAD, pieces(4), pieces(0), pieces(0), pieces(0), pieces(0), false, false)),
                        Optional.of(told),
                        "EMAIL",
                        0,
                        FollowUp.WAITING,
                        Optional.empty(),
                        Optional.empty())),
                1,
                0,
                1,
                Optional.empty(),
                List.of(),
                new Reconciliation(
                        List.of(new LotBalance(
                                BREAD,
                                pieces(0),
                                pieces(10),
                                pieces(0),
                                pieces(0),
                                pieces(6),
                                pieces(4),
                                pieces(0),
                                pieces(0),
                                pieces(0))),
                        List.of(new DownstreamBalance(BREAD, pieces(4), pieces(0), pieces(0), pieces(0), pieces(0))),
                        List.of(open()),
                        List.of(open()),
                        17),
                List.of(new Whereabouts(
                        BREAD,
                        Whereabouts.State.WITH_PARTY,
                        Position.at(Place.party(Bakery.MARKET)),
                        pieces(4),
                        List.of(S1),
                        Optional.empty())),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static OpenPoint open() {
        return new OpenPoint("QUANTITY_UNACCOUNTED", "MARKET S1 " + BREAD, "4 C62", "ask for it");
    }

    private static Quantity pieces(int number) {
        return quantity(number + " C62");
    }
}
