package org.lottrace.console.web.internal.recall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.console.web.internal.recall.RecallConsole.AUDITOR;
import static org.lottrace.console.web.internal.recall.RecallConsole.COORDINATOR;
import static org.lottrace.console.web.internal.recall.RecallConsole.text;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.company.WorkingBakery;

class RecallPagesIT {
    private static final String CASE = "/console/recall/R-000001";
    private RecallConsole console;

    @BeforeEach
    void start() throws Exception {
        console = new RecallConsole().as(COORDINATOR);
    }

    @AfterEach
    void stop() throws Exception {
        console.close();
    }

    @Test
    void a_complaint_becomes_notices_in_five_clicks() throws Exception {
        assertTrue(console.get("/console/recall").body().contains("href=\"/console/recall/open\""));
        HttpResponse<String> form = console.get("/console/recall/open");
        HttpResponse<String> preview = console.send(
                form,
                "/console/recall/open",
                "do",
                "preview",
                "id",
                RecallConsole.value(form, "id"),
                "lots",
                "L1",
                "mode",
                "REAL");

        assertTrue(text(preview).contains("2 affected lots"), text(preview));
        assertTrue(text(preview).contains("1 consignees reached"), text(preview));
        assertTrue(text(preview).contains("BREAD-1"), text(preview));
        assertEquals(List.of(), console.bakery.holds().notSellable(), "nothing is blocked by looking");

        HttpResponse<String> opened = console.follow(console.open(form));
        assertTrue(text(opened).contains("Not told"), text(opened));
        assertEquals(2, console.bakery.holds().notSellable().size());

        HttpResponse<String> notices =
                console.follow(console.send(opened, CASE + "/notices", "do", "notify", "seen", "3"));
        assertTrue(text(notices).contains("First notice"), text(notices));
        assertTrue(text(notices).contains("No way of sending reaches these."), text(notices));
        assertEquals(1, facts(RecallFact.NoticeQueued.class));
    }

    @Test
    void the_list_tells_how_far_an_opening_is_that_is_not_over() throws Exception {
        HttpResponse<String> form = console.get("/console/recall/open");
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<HttpResponse<String>> opening = console.bakery
                    .database()
                    .unitOfWork()
                    .required(() -> {
                        console.bakery.database().reservations().lockItems(List.of(Bakery.BREAD));
                        Future<HttpResponse<String>> waiting = other.submit(() -> console.open(form));
                        awaitAffected(2);
                        assertTrue(listed().contains("Under way at this moment"), listed());
                        assertTrue(listed().contains("2 lots are affected"), listed());
                        assertTrue(listed().contains("rita, since"), listed());
                        return waiting;
                    });
            opening.get(60, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }

        assertFalse(listed().contains("Under way"), listed());
        assertEquals(1, console.cases().all().size());
    }

    private void awaitAffected(int lots) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (console.cases().underway().stream().noneMatch(one -> one.affected() == lots)) {
            assertTrue(System.nanoTime() < deadline, "no opening is under way");
            Thread.onSpinWait();
        }
    }

    private String listed() {
        try {
            return text(console.get("/console/recall"));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void the_script_that_fetches_the_preview_while_somebody_types_is_there() throws Exception {
        assertTrue(console.get("/console/assets/htmx.js").body().contains("htmx"));
        assertTrue(console.get("/console/assets/htmx-sse.js").body().contains("EventSource"));
    }

    @Test
    void a_lot_that_a_page_links_to_is_previewed_at_once() throws Exception {
        HttpResponse<String> form = console.get("/console/recall/open?lot=MILL/FLOUR/L1");

        assertTrue(text(form).contains("2 affected lots"), text(form));
    }

    /** They may have the same number. */
    @Test
    void a_production_order_that_loses_what_is_reserved_is_told_from_a_sales_order() throws Exception {
        console.bakery.reserve("O-1", 1, WorkingBakery.FLOUR_1, Bakery.SHELF, "1 KGM");
        console.bakery.unitOfWork().run(() -> console.bakery
                .database()
                .reservations()
                .save(new Reservation(
                        new OrderLineReference(new DocumentReference(DocumentType.PRODUCTION_ORDER, "O-1"), 2),
                        WorkingBakery.FLOUR_1,
                        Position.at(Bakery.in(Bakery.SHELF)),
                        Quantity.of("2", "KGM"))));

        HttpResponse<String> form = console.get("/console/recall/open?lot=MILL/FLOUR/L1");

        assertTrue(text(form).contains("Sales order O-1, line 1"), text(form));
        assertTrue(text(form).contains("Production order O-1, line 2"), text(form));
    }

    @Test
    void an_opening_that_is_sent_twice_opens_one_case() throws Exception {
        HttpResponse<String> form = console.get("/console/recall/open");

        String first = console.open(form).headers().firstValue("Location").orElseThrow();
        String second = console.open(form).headers().firstValue("Location").orElseThrow();

        assertEquals(first, second);
        assertEquals(1, console.cases().all().size());
    }

    @Test
    void what_is_missing_stands_at_its_field_and_what_was_typed_stays() throws Exception {
        HttpResponse<String> form = console.get("/console/recall/open");

        HttpResponse<String> refused = console.open(form, "reason", "", "lots", "L1 NO-SUCH");

        assertEquals(422, refused.statusCode());
        assertTrue(text(refused).contains("There is no lot NO-SUCH."), text(refused));
        assertTrue(refused.body().contains("L1 NO-SUCH</textarea>"), refused.body());
        assertTrue(refused.body().contains("value=\"Rita, +49 30 1\""), refused.body());
        assertEquals(List.of(), console.cases().all());
    }

    @Test
    void a_text_that_the_service_misses_is_said_at_its_field() throws Exception {
        HttpResponse<String> refused = console.open(console.get("/console/recall/open"), "hazard", "");

        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("id=\"open-hazard-problem\""), refused.body());
    }

    @Test
    void what_the_service_refuses_is_said_in_the_language_of_the_reader_and_marked_where_it_is_not() throws Exception {
        console.open(console.in("de").get("/console/recall/open"));
        HttpResponse<String> page = console.get(CASE);

        HttpResponse<String> tooEarly = console.send(page, CASE, "do", "close", "seen", "1", "summary", "fertig");

        assertEquals(422, tooEarly.statusCode());
        assertTrue(text(tooEarly).contains("noch nicht entschieden"), text(tooEarly));
        assertTrue(tooEarly.body().contains("<span class=\"small\" lang=\"en\">"), tooEarly.body());
    }

    /** What the console finds wrong says which lot; the meaning of a code would not. */
    @Test
    void what_the_console_finds_wrong_is_said_in_the_language_of_the_reader_and_not_marked() throws Exception {
        HttpResponse<String> refused = console.open(console.in("de").get("/console/recall/open"), "lots", "NO-SUCH");

        assertEquals(422, refused.statusCode());
        assertTrue(text(refused).contains("Es gibt keine Charge NO-SUCH."), text(refused));
        assertFalse(refused.body().contains("lang=\"en\">Es gibt"), refused.body());
    }

    @Test
    void what_somebody_typed_is_never_markup() throws Exception {
        console.open(console.get("/console/recall/open"));

        for (String page : List.of("/console/recall", CASE, CASE + "/file", CASE + "/lots")) {
            String body = console.get(page).body();
            assertFalse(body.contains("<b>glass"), page);
            assertTrue(body.contains("&lt;b>glass") || body.contains("&lt;b&gt;glass"), page);
        }
    }

    @Test
    void a_note_that_is_sent_twice_is_recorded_once_and_one_that_is_meant_twice_is_twice() throws Exception {
        console.open(console.get("/console/recall/open"));
        HttpResponse<String> file = console.get(CASE + "/file");
        String[] note = {
            "do", "note", "seen", RecallConsole.value(file, "seen"), "topic", "OTHER", "reference", "", "text", "called"
        };

        console.send(file, CASE + "/file", note);
        HttpResponse<String> again = console.follow(console.send(file, CASE + "/file", note));
        assertEquals(1, facts(RecallFact.Noted.class));

        note[3] = RecallConsole.value(again, "seen");
        console.send(again, CASE + "/file", note);
        assertEquals(2, facts(RecallFact.Noted.class));
    }

    @Test
    void an_answer_settles_a_consignee_and_a_signature_lets_the_case_be_closed() throws Exception {
        console.open(console.get("/console/recall/open"));
        HttpResponse<String> one = console.get(CASE + "/consignee?party=MARKET");
        HttpResponse<String> answered = console.follow(console.send(
                one,
                CASE + "/consignee?party=MARKET",
                "do",
                "answer",
                "seen",
                "3",
                "lot",
                console.bread.toString(),
                "shipment",
                "S1",
                "onHand",
                "30",
                "used",
                "10",
                "saidBy",
                "Ms Market"));
        assertTrue(text(answered).contains("The answer was recorded."), text(answered));
        assertTrue(text(answered).contains("Settled"), text(answered));

        HttpResponse<String> tooEarly = console.send(one, CASE, "do", "close", "seen", "4", "summary", "all came back");
        assertEquals(422, tooEarly.statusCode());
        assertTrue(text(tooEarly).contains("Nothing was recorded"), text(tooEarly));

        console.send(one, CASE, "do", "sign", "seen", "4", "reason", "sold before the recall");
        HttpResponse<String> closed =
                console.follow(console.send(one, CASE, "do", "close", "seen", "5", "summary", "all came back"));
        assertTrue(text(closed).contains("The case is closed."), text(closed));
        assertFalse(closed.body().contains("name=\"do\" value=\"close\""), "a closed case has no forms");
    }

    @Test
    void amounts_that_are_none_are_refused_at_their_field() throws Exception {
        console.open(console.get("/console/recall/open"));
        HttpResponse<String> page = console.get(CASE + "/quantities");

        HttpResponse<String> refused = console.send(
                page,
                CASE + "/quantities",
                "do",
                "dispose",
                "seen",
                "3",
                "lot",
                "L1",
                "kind",
                "REWORKED",
                "quantity",
                "many");

        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("id=\"dispose-quantity-problem\""), refused.body());
        assertEquals(0, facts(RecallFact.Disposed.class));
    }

    @Test
    void each_form_of_a_case_records_its_step_and_says_so() throws Exception {
        console.open(console.get("/console/recall/open"));
        String one = CASE + "/consignee?party=MARKET";

        taken(one, "told", "method", "TELEPHONE", "detail", "Ms Market");
        taken(CASE + "/checks", "sample", "seed", "7");
        taken(one, "check", "method", "VISIT", "notified", "yes", "acted", "no", "comment", "still on the shelf");
        taken(CASE + "/quantities", "dispose", "lot", "L1", "kind", "REWORKED", "quantity", "1.5");
        taken(CASE + "/file", "report", "completion", "2026-04-01");
        taken(CASE + "/file", "strike", "step", "7", "reason", "the check of another shop");
        taken(CASE + "/lots", "expand", "id", "more-1", "lots", "L2", "reason", "same mill");
        taken(CASE + "/lots", "exclude", "id", "less-1", "lot", console.bread.toString(), "reason", "baked before");

        assertEquals(1, facts(RecallFact.NoticeAttempted.class));
        assertEquals(1, facts(RecallFact.SampleDrawn.class));
        assertEquals(1, facts(RecallFact.Struck.class));
        assertEquals(1, facts(RecallFact.Disposed.class));
        assertEquals(1, facts(RecallFact.StatusReported.class));
        assertEquals(3, facts(RecallFact.ScopeSet.class));
        assertEquals(
                List.of("L1", "L2"),
                console.cases().all().get(0).scope().keys().stream()
                        .map(lot -> lot.number().value())
                        .toList());
    }

    @Test
    void a_cancelled_case_says_whom_it_has_to_tell_and_offers_what_leads_to_its_end() throws Exception {
        console.open(console.get("/console/recall/open"));
        String one = CASE + "/consignee?party=MARKET";
        taken(one, "told", "method", "TELEPHONE", "detail", "Ms Market");

        taken(CASE, "cancel", "id", "no-1", "reason", "wrong lot typed");

        HttpResponse<String> overview = console.get(CASE);
        assertTrue(text(overview).contains("cancelled"), text(overview));
        assertTrue(text(overview).contains("Was told about goods that are not affected"), text(overview));
        assertFalse(overview.body().contains("name=\"do\" value=\"cancel\""), "it is not cancelled twice");
        assertFalse(console.get(CASE + "/lots").body().contains("name=\"do\""), "its scope does not change any more");
    }

    private void taken(String path, String form, String... fields) throws Exception {
        HttpResponse<String> page = console.get(path);
        assertTrue(page.body().contains("name=\"do\" value=\"" + form + "\""), path + " has no form " + form);
        String[] all = Stream.concat(
                        Stream.of("do", form, "seen", RecallConsole.value(page, "seen")), Stream.of(fields))
                .toArray(String[]::new);
        HttpResponse<String> answer = console.send(page, path, all);
        assertEquals(303, answer.statusCode(), () -> text(answer));
        assertTrue(console.follow(answer).body().contains("role=\"status\""), form + " says that it is done");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/lots",
                "/consignees",
                "/consignee?party=MARKET",
                "/notices",
                "/checks",
                "/quantities",
                "/money",
                "/file"
            })
    void every_page_of_a_case_is_there_in_both_languages_and_offers_an_auditor_no_form(String page) throws Exception {
        console.open(console.get("/console/recall/open"));

        for (String language : List.of("en", "de")) {
            HttpResponse<String> shown = console.as(AUDITOR).in(language).get(CASE + page);
            assertEquals(200, shown.statusCode(), shown.body());
            assertFalse(shown.body().contains("name=\"do\""), shown.body());
            assertTrue(shown.body().contains("<html lang=\"" + language + "\""), language);
        }
    }

    @Test
    void who_may_not_open_is_not_offered_it_and_is_refused_by_address_and_by_form() throws Exception {
        console.as(AUDITOR);
        HttpResponse<String> list = console.get("/console/recall");

        assertFalse(list.body().contains("/console/recall/open"), list.body());
        assertEquals(403, console.get("/console/recall/open").statusCode());
        assertEquals(
                403, console.send(list, "/console/recall/open", "do", "open").statusCode());
    }

    @Test
    void who_may_not_take_a_step_is_refused_when_they_send_its_form_all_the_same() throws Exception {
        console.open(console.get("/console/recall/open"));
        console.as(AUDITOR);

        HttpResponse<String> refused = console.send(console.get(CASE), CASE + "/notices", "do", "notify", "seen", "3");

        assertEquals(422, refused.statusCode());
        assertTrue(text(refused).contains("ROLE_MISSING"), text(refused));
        assertEquals(0, facts(RecallFact.NoticeQueued.class));
    }

    @Test
    void a_drill_that_is_sent_twice_is_run_once_and_is_shown() throws Exception {
        HttpResponse<String> page = console.get("/console/recall/drills");
        String seed = RecallConsole.value(page, "sentTwice");
        String[] fields = {"sentTwice", seed, "seed", seed, "target", "FINISHED_GOOD", "lot", "BREAD-1"};

        console.send(page, "/console/recall/drills", fields);
        HttpResponse<String> shown = console.follow(console.send(page, "/console/recall/drills", fields));

        assertTrue(text(shown).contains("Traced forward"), text(shown));
        assertEquals(
                1,
                console.bakery
                        .database()
                        .unitOfWork()
                        .required(() -> console.bakery.database().drills().recent(9))
                        .size());
    }

    @Test
    void what_is_no_case_is_not_found() throws Exception {
        assertEquals(404, console.get("/console/recall/R-000009").statusCode());
        assertEquals(404, console.get("/console/recall/nonsense").statusCode());
        console.open(console.get("/console/recall/open"));
        assertEquals(404, console.get(CASE + "/nonsense").statusCode());
        assertEquals(404, console.get(CASE + "/consignee?party=" + Bakery.MILL).statusCode());
    }

    private long facts(Class<? extends RecallFact> kind) {
        return console.cases().all().stream()
                .map(RecallCase::steps)
                .flatMap(List::stream)
                .filter(step -> kind.isInstance(step.fact()))
                .count();
    }
}
