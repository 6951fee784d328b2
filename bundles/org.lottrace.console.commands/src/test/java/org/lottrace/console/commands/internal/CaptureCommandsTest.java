package org.lottrace.console.commands.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.HOLD;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.console.commands.internal.Shell.answering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.CaptureSource;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** Who, when, where and under which id; and how the outcome is told. Shown with lot:hold, the same for all. */
class CaptureCommandsTest {
    private static final Lot LOT = aLot("L1").build();
    private static final String HOLD_L1 = "lot:hold L1 --site BER --reason glass";

    private final List<CaptureContext> captured = new ArrayList<>();

    @Test
    void by_default_it_is_who_logged_in_now_at_the_site_with_a_new_event_id() throws Exception {
        try (Shell shell = shell(held())) {
            shell.run(HOLD_L1);
            shell.run(HOLD_L1);
        }

        CaptureContext first = captured.get(0);
        assertEquals("karin", first.actor());
        assertEquals(Bakery.NOW, first.effective());
        assertEquals(Optional.empty(), first.accountingDate());
        assertEquals(BERLIN, first.site());
        assertEquals(CaptureSource.CONSOLE, first.source());
        assertNotEquals(first.id(), captured.get(1).id());
    }

    @Test
    void the_actor_is_who_logged_in_and_whoever_is_typed_is_on_whose_behalf() throws Exception {
        try (Shell shell = shell(held())) {
            shell.run("USER = mallory; " + HOLD_L1 + " --on-behalf-of mallory");
            shell.run(HOLD_L1 + " --on-behalf-of karin");
            shell.run(HOLD_L1 + " --actor scale-2");
        }

        assertEquals("karin", captured.get(0).actor());
        assertEquals("mallory", captured.get(0).onBehalfOf());
        assertEquals("", captured.get(1).onBehalfOf());
        assertEquals("karin", captured.get(2).actor());
        assertEquals("scale-2", captured.get(2).onBehalfOf());
    }

    @ParameterizedTest
    @CsvSource({
        "--event-id e-7,                                     id,             e-7",
        "--on-behalf-of scale-2,                             actor,          karin",
        "--at 2026-03-01T00:30,                              effective,      2026-02-28T23:30:00Z",
        "--at 2026-03-01T00:30Z,                             effective,      2026-03-01T00:30:00Z",
        "--at 2026-03-01T00:30 --accounting-date 2026-02-28, accountingDate, 2026-02-28",
    })
    void each_of_them_can_be_given_but_the_actor(String options, String component, String expected) throws Exception {
        try (Shell shell = shell(held())) {
            shell.run(HOLD_L1 + " " + options);
        }

        CaptureContext context = captured.get(0);
        Object actual =
                switch (component) {
                    case "id" -> context.id();
                    case "actor" -> context.actor();
                    case "effective" -> context.effective();
                    default -> context.accountingDate().orElseThrow();
                };
        assertEquals(expected, actual.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lot:hold L1 --site XXX --reason glass             | site XXX is unknown; known are: BER, POT",
                "lot:hold L1 --reason glass                        | say with --site where it was decided; known are: BER, POT",
                "lot:hold L1 --site BER --reason glass --at today  | not a time such as",
                "lot:hold L1 --site BER --reason glass --at 2026-03-29T02:30 | the clocks of Europe/Berlin change",
                "lot:hold L9 --site BER --reason glass             | there is no lot L9",
            })
    void what_cannot_be_meant_is_explained_and_nothing_is_captured(String line, String reason) {
        try (Shell shell = shell(held())) {
            Exception failure = assertThrows(CommandException.class, () -> shell.run(line));

            assertTrue(failure.getMessage().contains(reason), failure.getMessage());
        }
        assertEquals(List.of(), captured);
    }

    @Test
    void the_only_site_need_not_be_given() throws Exception {
        try (Shell shell = shell(held(), Answers.sites(List.of(Bakery.site(BERLIN))))) {
            shell.run("lot:hold L1 --reason glass");
        }

        assertEquals(BERLIN, captured.get(0).site());
    }

    @Test
    void what_was_recorded_is_shown() throws Exception {
        try (Shell shell = shell(held())) {
            String table = shell.run(HOLD_L1);
            assertTrue(table.contains("MILL/FLOUR/L1 ON_HOLD"), table);

            JsonNode json = shell.json(HOLD_L1);
            assertEquals(7, json.at("/recorded/position").asInt());
            assertEquals("e1", json.at("/recorded/event/context/id").asText());
            assertEquals(
                    "2026-03-02T08:00:00Z",
                    json.at("/recorded/event/context/effective").asText());
            assertEquals(false, json.at("/repeated").asBoolean());
        }
    }

    @Test
    void a_repetition_is_told() throws Exception {
        Outcome<RecordedEvent> before = new Outcome.AlreadyDone<>(done(held()));
        try (Shell shell = shell(before)) {
            assertEquals(true, shell.json(HOLD_L1).at("/repeated").asBoolean());
            assertTrue(shell.run(HOLD_L1).contains("Was recorded before"));
        }
    }

    @Test
    void a_refusal_prints_every_reason_and_fails() throws Exception {
        Outcome<RecordedEvent> refused = new Outcome.Refused<>(List.of(
                new Violation("LOT_UNKNOWN", ViolationPath.of("lots", 1), "is not registered"),
                new Violation("REASON_MISSING", "reason", "say why")));
        try (Shell shell = shell(refused)) {
            assertThrows(CommandException.class, () -> shell.run(HOLD_L1));
            assertTrue(shell.output().contains("LOT_UNKNOWN") && shell.output().contains("say why"), shell.output());

            assertThrows(CommandException.class, () -> shell.run(HOLD_L1 + " --json"));
            JsonNode json = new ObjectMapper().readTree(shell.output());
            assertEquals("REASON_MISSING", json.at("/violations/1/code").asText());
        }
    }

    private Shell shell(Outcome<RecordedEvent> result) {
        return shell(result, Answers.sites());
    }

    private Shell shell(Outcome<RecordedEvent> result, SiteDirectory sites) {
        Holds holds = answering(Holds.class, "hold", given -> {
            captured.add((CaptureContext) given.get(0));
            return result;
        });
        return Shell.with(holds, Answers.lots(LOT), sites, Bakery.CLOCK);
    }

    private static Outcome<RecordedEvent> held() {
        return new Outcome.Done<>(Answers.recorded(
                anEvent("e1", HOLD)
                        .setting(LOT.key(), Disposition.ON_HOLD, "glass")
                        .build(),
                7));
    }
}
