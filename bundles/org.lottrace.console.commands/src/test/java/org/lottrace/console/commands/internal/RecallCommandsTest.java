package org.lottrace.console.commands.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.RecallFixture.anOpening;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.security.PrivilegedExceptionAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.ConsigneeAnswer;
import org.lottrace.api.recall.EffectivenessCheck;
import org.lottrace.api.recall.LotRule;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.RecallOpening;
import org.lottrace.api.recall.RecallStep;
import org.lottrace.api.recall.RecallUnderway;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.recall.ScopeLot;
import org.lottrace.api.recall.ScopeVersion;
import org.lottrace.api.recall.answer.AnswerFiles;
import org.lottrace.api.recall.report.RecallReports;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** What a recall is told by the shell. */
class RecallCommandsTest {
    private static final Lot BREAD_1 =
            aLot("B1").of(BREAD).madeAt(Bakery.BERLIN).build();
    private static final RecallCase CASE = aCase();

    private final List<List<Object>> given = new ArrayList<>();

    @Test
    void opening_says_what_was_decided_with_the_roles_of_the_login() throws Exception {
        String line =
                "recall:open B1 --class I --regime EU_FOOD --trigger complaint --reason 'glass in it' --hazard cuts"
                        + " --instructions 'send it back' --contact Anna --decided-by Director --level C --site BER"
                        + " --item BREAD --from 2026-03-01";
        try (Shell shell = Shell.with(answering("open"), Answers.lots(BREAD_1), Answers.sites(), Bakery.CLOCK)) {
            String table = as(() -> shell.run(line), "recall-coordinator", "viewer");

            assertTrue(table.contains("R-000001") && table.contains("BAKERY/BREAD/B1"), table);
        }
        assertEquals(
                new Caller("karin", Set.of(Role.RECALL_COORDINATOR)),
                given.get(0).get(0));
        RecallOpening opening = (RecallOpening) given.get(0).get(2);
        assertEquals(RecallMode.REAL, opening.mode());
        assertEquals(BigDecimal.TEN, opening.checkedPercent().setScale(0));
        ScopeCriteria criteria = (ScopeCriteria) given.get(0).get(3);
        assertEquals(List.of(BREAD_1.key()), criteria.suspects());
        assertEquals(
                List.of(new LotRule(
                        BREAD, Optional.empty(), Optional.of(Bakery.TODAY.withDayOfMonth(1)), Optional.empty())),
                criteria.rules());
    }

    @Test
    void a_login_without_the_role_is_refused_and_the_case_is_not_asked() throws Exception {
        try (Shell shell = Shell.with(answering("close"))) {
            as(
                    () -> assertThrows(CommandException.class, () -> shell.run("recall:close R-000001 --summary done"))
                            .getMessage(),
                    "lottrace",
                    "viewer");
            assertTrue(
                    shell.output().contains("ROLE_MISSING") && shell.output().contains("recall-signatory"),
                    shell.output());
        }
        assertEquals(List.of(), given);
    }

    @Test
    void what_a_consignee_answers_is_nothing_unless_it_is_said() throws Exception {
        try (Shell shell = Shell.with(answering("answer"), Answers.lots(BREAD_1))) {
            shell.run("recall:answer R-000001 MARKET S1 B1 --on-hand 3:C62 --sub-recalled --said-by Ms");
        }
        ConsigneeAnswer answer = (ConsigneeAnswer) given.get(0).get(2);
        assertEquals(quantity("3 C62"), answer.onHand());
        assertEquals(quantity("0 C62"), answer.used());
        assertTrue(answer.subRecalled());
    }

    @Test
    void a_file_is_handed_in_by_the_user_and_its_problems_are_all_shown() throws Exception {
        ServerFolder.file("answer.csv", "Case;Notice");
        AnswerFiles files = Shell.answering(AnswerFiles.class, "take", arguments -> {
            given.add(arguments);
            return new Outcome.Refused<>(List.of(
                    new Violation(
                            "CHANGED",
                            ViolationPath.of(PathStep.row(4), PathStep.column(11, "Lot")),
                            "was sent out as \"007\""),
                    new Violation(
                            "AMOUNT_WRONG",
                            ViolationPath.of(PathStep.row(4), PathStep.column(16, "On hand")),
                            "say how much")));
        });
        try (Shell shell = Shell.with(files)) {
            assertThrows(CommandException.class, () -> shell.run("recall:answer-file answer.csv"));
            assertTrue(shell.output().contains("line 4, column K (Lot)"), shell.output());
            assertTrue(shell.output().contains("AMOUNT_WRONG"), shell.output());
        }
        assertEquals("karin", ((Caller) given.get(0).get(0)).name());
        assertEquals("Case;Notice", new String((byte[]) given.get(0).get(1), StandardCharsets.UTF_8));
    }

    @Test
    void a_check_is_good_unless_it_is_said() throws Exception {
        try (Shell shell = Shell.with(answering("check"))) {
            shell.run("recall:check R-000001 MARKET --by VISIT --not-acted --comment 'still on the shelf'");
        }
        assertEquals(
                new EffectivenessCheck(Bakery.MARKET, "VISIT", true, false, "still on the shelf"),
                given.get(0).get(2));
    }

    @Test
    void cases_are_listed_and_one_is_shown_and_exported() throws Exception {
        RecallCases cases = Shell.answering(
                RecallCases.class,
                Map.of(
                        "all",
                        none -> List.of(CASE),
                        "find",
                        id -> id.get(0).equals(CASE.id()) ? Optional.of(CASE) : Optional.empty()));
        RecallReports reports = Shell.answering(RecallReports.class, "export", id -> Optional.of("{\"form\":\"x\"}"));
        try (Shell shell = Shell.with(cases, reports)) {
            assertEquals("R-000001", shell.json("recall:cases").at("/0/id").asText());
            assertTrue(shell.run("recall:case R-000001").contains("glass in the bread"), shell.output());
            assertThrows(CommandException.class, () -> shell.run("recall:case R-000002"));
            assertEquals("x", shell.json("recall:export R-000001").at("/form").asText());
        }
    }

    @Test
    void what_is_under_way_is_listed_with_how_far_it_is() throws Exception {
        RecallCases cases = Shell.answering(
                RecallCases.class,
                "underway",
                none -> List.of(
                        new RecallUnderway(Optional.empty(), "anna", Instant.parse("2026-03-02T10:00:00Z"), 0, 0),
                        new RecallUnderway(
                                Optional.of(CASE.id()), "lottrace", Instant.parse("2026-03-02T10:00:01Z"), 10_001, 9)));
        try (Shell shell = Shell.with(cases)) {
            assertEquals(10_001, shell.json("recall:underway").at("/1/affected").asInt());
            assertTrue(shell.run("recall:underway").contains("anna"), shell.output());
        }
    }

    private RecallCases answering(String method) {
        return Shell.answering(RecallCases.class, method, arguments -> {
            given.add(arguments);
            return new Outcome.Done<>(CASE);
        });
    }

    private static String as(PrivilegedExceptionAction<String> work, String... roles) throws Exception {
        Subject subject = new Subject();
        List.of(roles).forEach(role -> subject.getPrincipals().add(new RolePrincipal(role)));
        return Subject.doAs(subject, work);
    }

    /** Named as Karaf names it. */
    private record RolePrincipal(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }

    private static RecallCase aCase() {
        ScopeVersion scope = new ScopeVersion(
                1,
                ScopeCriteria.of(List.of(BREAD_1.key())),
                "glass in the bread",
                7,
                List.of(new ScopeLot(BREAD_1.key(), 0, quantity("3 C62"), quantity("4 C62"), quantity("0 C62"))));
        return new RecallCase(
                RecallCaseId.of(1),
                List.of(
                        new RecallStep(1, Bakery.NOW, "karin", new RecallFact.Opened(anOpening(RecallMode.REAL))),
                        new RecallStep(2, Bakery.NOW, "karin", new RecallFact.ScopeSet(scope))));
    }
}
