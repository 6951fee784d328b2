package org.lottrace.console.commands.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.console.commands.internal.Shell.answering;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.lottrace.api.certificate.Certification;
import org.lottrace.api.certificate.CompletenessCertificate;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.certificate.LotBalance;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.VerifiedChain;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.Recall;
import org.lottrace.api.recall.drill.Drill;
import org.lottrace.api.recall.drill.Drill.Step;
import org.lottrace.api.recall.drill.Drill.Target;
import org.lottrace.api.recall.drill.Drill.TimedStep;
import org.lottrace.api.recall.drill.DrillReport;
import org.lottrace.api.recall.drill.DrillReport.Contact;
import org.lottrace.api.recall.drill.DrillRequest;
import org.lottrace.api.recall.drill.MockRecall;
import org.lottrace.api.rootcause.RootCause;
import org.lottrace.api.rootcause.RootCauseQuestion;
import org.lottrace.api.rootcause.RootCauseReport;
import org.lottrace.api.rootcause.Suspicion;
import org.lottrace.api.rootcause.Suspicion.Candidate;
import org.lottrace.api.rootcause.Suspicion.Exposure;
import org.lottrace.api.rootcause.Suspicion.Factor;

/** What proves a record complete, finds a cause, and practises a recall. */
class ProofCommandsTest {
    private static final Lot FLOUR = aLot("L1").build();
    private static final Recall RECALL = answering(Recall.class, Map.of());
    private static final VerifiedChain TRUSTED =
            new VerifiedChain(12, "cd".repeat(32), Bakery.NOW, Bakery.NOW.plusSeconds(60), Optional.empty());
    private static final Ledger LEDGER = answering(Ledger.class, Map.of());

    @Test
    void a_complete_record_is_certified_with_position_and_hash() throws Exception {
        Certification certification =
                answering(Certification.class, Map.of("certifyAll", given -> certificate("90 KGM", List.of())));
        try (Shell shell = Shell.with(certification, LEDGER, RECALL, Answers.lots(FLOUR), Answers.sites())) {
            var json = shell.json("recall:certify --all");

            assertTrue(json.at("/complete").asBoolean());
            assertEquals("0", json.at("/lots/0/unaccounted/amount").asText());
            assertEquals(17, json.at("/ledgerPosition").asInt());
            assertEquals(12, json.at("/trusted/position").asInt());
            assertTrue(shell.run("recall:certify --all").contains("yes"), shell.output());
            assertTrue(
                    shell.output()
                            .contains(
                                    "up to position 12, reached at 2026-03-02T09:00+01:00, every event up to there since"
                                            + " 2026-03-02T09:01+01:00"),
                    shell.output());
        }
    }

    @Test
    void all_of_the_chain_is_recomputed_on_demand() throws Exception {
        AtomicInteger recomputed = new AtomicInteger();
        Ledger ledger = answering(Ledger.class, Map.of("firstBrokenPosition", given -> {
            recomputed.incrementAndGet();
            return Optional.empty();
        }));
        Certification certification =
                answering(Certification.class, Map.of("certify", given -> certificate("90 KGM", List.of())));
        try (Shell shell = Shell.with(certification, ledger, RECALL, Answers.lots(FLOUR))) {
            shell.run("recall:certify --only L1");
            assertEquals(0, recomputed.get());
            shell.run("recall:certify --only L1 --full");
            assertEquals(1, recomputed.get());
        }
    }

    @Test
    void an_incomplete_record_fails_and_names_lot_and_quantity() throws Exception {
        Finding finding = new Finding(
                Finding.Witness.STOCK,
                Optional.of(3L),
                Optional.of(FLOUR.key()),
                Optional.of(quantity("7 KGM")),
                "the stock says less");
        Certification certification =
                answering(Certification.class, Map.of("certify", given -> certificate("83 KGM", List.of(finding))));
        try (Shell shell = Shell.with(certification, LEDGER, RECALL, Answers.lots(FLOUR))) {
            assertThrows(CommandException.class, () -> shell.run("recall:certify --only L1"));
            assertTrue(
                    shell.output().contains("MILL/FLOUR/L1") && shell.output().contains("7 KGM"), shell.output());
            assertThrows(CommandException.class, () -> shell.run("recall:certify L1 --only --json"));
            assertFalse(shell.output().contains("\"complete\" : true"), shell.output());
            assertThrows(CommandException.class, () -> shell.run("recall:certify"));
        }
    }

    @Test
    void suspicions_are_ranked_with_their_evidence() throws Exception {
        Lot bread = aLot("B1").of(Bakery.BREAD).madeAt(Bakery.BERLIN).build();
        Lot good = aLot("B2").of(Bakery.BREAD).madeAt(Bakery.BERLIN).build();
        Candidate flour = new Candidate(
                Factor.INGREDIENT_LOT,
                FLOUR.key().toString(),
                List.of(new Exposure(List.of(bread.key(), FLOUR.key()))));
        Suspicion suspicion =
                new Suspicion(List.of(flour), 1, 1, 1, 4, new BigDecimal("0.0123"), new BigDecimal("0.0369"));
        RootCause rootCause = answering(RootCause.class, "explain", given -> {
            RootCauseQuestion question = (RootCauseQuestion) given.get(0);
            return new RootCauseReport(question.complaints(), question.good(), List.of(suspicion), List.of("dark"), 9);
        });
        try (Shell shell = Shell.with(rootCause, Answers.lots(FLOUR, bread, good))) {
            String table = shell.run("lot:root-cause B1 --good B2 --margin 3");
            assertTrue(table.contains("1 of 4") && table.contains("4.00") && table.contains("0.0369"), table);
            assertTrue(table.contains("BAKERY/BREAD/B1 < MILL/FLOUR/L1"), table);
            var json = shell.json("lot:root-cause B1 --good B2");
            assertEquals("BAKERY/BREAD/B2", json.at("/good/0").asText());
            assertEquals("0.0123", json.at("/suspicions/0/chance").asText());
            assertEquals("4.00", json.at("/suspicions/0/lift").asText());
        }
    }

    @Test
    void a_drill_is_shown_and_listed_and_fails_when_it_is_not_passed() throws Exception {
        List<DrillRequest> asked = new ArrayList<>();
        MockRecall recalls = answering(
                MockRecall.class,
                Map.of(
                        "run",
                        given -> {
                            asked.add((DrillRequest) given.get(0));
                            return new Outcome.Done<>(report(drill(asked.size() - 1)));
                        },
                        "trend",
                        given -> List.of(drill(0))));
        try (Shell shell = Shell.with(recalls, Answers.lots(FLOUR))) {
            var json = shell.json("recall:drill L1");
            assertTrue(json.at("/drill/passed").asBoolean());
            assertEquals("PT3S", json.at("/drill/took").asText());
            assertEquals("100.00", json.at("/drill/accountedPercent").asText());
            assertThrows(CommandException.class, () -> shell.run("recall:drill --ingredient --seed 7"));
            assertTrue(shell.output().contains("3000 ms"), shell.output());
            assertEquals(
                    List.of(
                            new DrillRequest("karin", Optional.of(FLOUR.key()), Target.FINISHED_GOOD, Optional.empty()),
                            new DrillRequest("karin", Optional.empty(), Target.INGREDIENT, Optional.of(7L))),
                    asked);
            assertTrue(shell.run("recall:drills").contains("100.00 %"), shell.output());
            assertEquals(1, shell.json("recall:drills --limit 5").size());
        }
    }

    private static Drill drill(int withoutContact) {
        return new Drill(
                1,
                Bakery.NOW,
                "karin",
                7,
                Target.FINISHED_GOOD,
                FLOUR.key(),
                List.of(new TimedStep(Step.CERTIFY, Duration.ofSeconds(3))),
                0,
                1,
                1,
                withoutContact,
                new BigDecimal("100"),
                0,
                17,
                "ab".repeat(32));
    }

    private static DrillReport report(Drill drill) {
        return new DrillReport(
                drill,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Contact(Bakery.MARKET, "Market", "", "")),
                certificate("90 KGM", List.of()));
    }

    private static CompletenessCertificate certificate(String onHand, List<Finding> findings) {
        Quantity none = quantity("0 KGM");
        LotBalance balance = new LotBalance(
                FLOUR.key(),
                quantity("100 KGM"),
                none,
                none,
                none,
                quantity(onHand),
                quantity("10 KGM"),
                none,
                none,
                none);
        return new CompletenessCertificate(
                Bakery.NOW, List.of(balance), List.of(), findings, List.of(), 17, "ab".repeat(32), TRUSTED);
    }
}
