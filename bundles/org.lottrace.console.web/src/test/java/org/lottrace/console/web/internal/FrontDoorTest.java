package org.lottrace.console.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.HttpCookie;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.operation.Role;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

class FrontDoorTest {
    private final ConsoleUnderTest console = ConsoleUnderTest.with(List.of(new Start(), new Logins(), new Broken()));

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void whoever_has_not_logged_in_is_led_to_the_form_and_back() {
        HttpResponse<String> asked = console.get("/items?x=1");
        assertEquals(303, asked.statusCode());
        assertEquals("/console/login?to=%2Fconsole%2Fitems%3Fx%3D1", location(asked));

        HttpResponse<String> entered =
                console.post("/login", "user", "admin", "password", "secret", "to", "/console/items?x=1");
        assertEquals("/console/items?x=1", location(entered));
        assertEquals(200, console.get("/items?x=1").statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/",
                "https://evil.example/",
                "/\\evil.example",
                "/console/\r\nX: y",
                "/console/../lottrace-health",
                "/console/login?to=/console/",
                "/other",
                "javascript:alert(1)"
            })
    void nobody_is_led_elsewhere(String wish) {
        assertEquals("/console/", location(console.post("/login", "user", "admin", "password", "secret", "to", wish)));
    }

    @ParameterizedTest
    @CsvSource({"admin, wrong, 401", "stranger, secret, 401", "'', secret, 401", "nobody, secret, 403"})
    void who_may_not_come_in_is_told_so_and_has_no_session(String user, String password, int status) {
        assertEquals(
                status,
                console.post("/login", "user", user, "password", password).statusCode());
        assertEquals(303, console.get("/").statusCode());
    }

    @Test
    void a_session_that_was_known_before_the_login_is_not_the_one_after_it() {
        console.loggedInAs(Role.ADMINISTRATOR);
        String before = console.cookies().get(0).getValue();
        console.loggedInAs(Role.ADMINISTRATOR);

        assertNotEquals(before, console.cookies().get(0).getValue());
        HttpCookie old = new HttpCookie("JSESSIONID", before);
        old.setPath("/console");
        console.openAnotherBrowser();
        console.setCookie(old);
        assertEquals(303, console.get("/").statusCode());
    }

    @Test
    void a_form_is_taken_with_the_token_of_its_own_session_only() {
        console.loggedInAs(Role.QUALITY);
        String foreign = console.token();
        console.openAnotherBrowser();
        console.loggedInAs(Role.ADMINISTRATOR);

        assertEquals(403, console.post("/").statusCode());
        assertEquals(403, console.post("/", "token", foreign).statusCode());
        assertEquals(200, console.post("/", "token", console.token()).statusCode());
        assertEquals(
                200,
                console.send(console.form("/"), "X-CSRF-Token", console.token()).statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 200",
        "Origin, https://evil.example, 403",
        "Origin, null, 403"
    })
    void a_form_of_another_site_is_not_taken_even_with_a_token(String header, String value, int status) {
        console.loggedInAs(Role.ADMINISTRATOR);
        assertEquals(
                status,
                console.send(console.form("/", "token", console.token()), header, value)
                        .statusCode());
    }

    @Test
    void a_login_that_another_site_sends_is_not_taken() {
        HttpRequest.Builder login = console.form("/login", "user", "admin", "password", "secret");
        assertEquals(403, console.send(login, "Sec-Fetch-Site", "cross-site").statusCode());
        assertEquals(303, console.get("/").statusCode());
    }

    @Test
    void a_page_that_somebody_may_not_use_is_not_in_the_menu_and_refused_by_its_address() {
        console.loggedInAs(Role.RECEIVER);
        assertFalse(console.get("/").body().contains("/console/items"));
        assertEquals(403, console.get("/items").statusCode());
        assertEquals(403, console.post("/items", "token", console.token()).statusCode());

        console.openAnotherBrowser();
        console.loggedInAs(Role.AUDITOR);
        assertTrue(console.get("/").body().contains("/console/items"));
        assertEquals(200, console.get("/items").statusCode());
    }

    @Test
    void a_session_ends_when_the_rights_of_its_user_change_and_nobody_elses() {
        console.loggedInAs(Role.ADMINISTRATOR);
        console.changeUser(Role.QUALITY);
        assertEquals(200, console.get("/").statusCode());
        console.changeUser(Role.ADMINISTRATOR);
        assertEquals(303, console.get("/").statusCode());
    }

    @Test
    void after_a_long_shift_everybody_logs_in_again() {
        console.loggedInAs(Role.ADMINISTRATOR);
        console.later(Duration.ofHours(12).minusSeconds(1));
        assertEquals(200, console.get("/").statusCode());
        console.later(Duration.ofSeconds(1));
        assertEquals(303, console.get("/").statusCode());
    }

    @Test
    void after_logging_out_the_cookie_is_worth_nothing() {
        console.loggedInAs(Role.ADMINISTRATOR);
        HttpCookie cookie = console.cookies().get(0);
        assertEquals("/console/login", location(console.post("/logout", "token", console.token())));

        console.openAnotherBrowser();
        console.setCookie(cookie);
        assertEquals(303, console.get("/").statusCode());
    }

    @Test
    void a_script_that_asks_for_a_part_of_a_page_is_sent_to_the_form() {
        HttpResponse<String> asked = console.get("/items", "HX-Request", "true");
        assertEquals(401, asked.statusCode());
        assertEquals(Optional.of("/console/login"), asked.headers().firstValue("HX-Redirect"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/", "/assets/console.css", "/nothing"})
    void every_answer_says_what_a_browser_may_do(String path) {
        HttpResponse<String> answer = console.loggedInAs(Role.ADMINISTRATOR).get(path);
        String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals(Optional.of("nosniff"), answer.headers().firstValue("X-Content-Type-Options"));
    }

    @ParameterizedTest
    @CsvSource({"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
    void nothing_but_reading_and_forms_is_answered(String method) {
        console.loggedInAs(Role.ADMINISTRATOR);
        HttpRequest.Builder request = console.request("/").method(method, HttpRequest.BodyPublishers.noBody());
        assertEquals(405, console.send(request).statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, 404",
        "/broken?how=store, 503",
        "/broken?how=defect, 500",
        "/broken?how=build, 500",
        "/assets/../pom.xml, 404"
    })
    void what_cannot_be_shown_is_a_page_that_says_so_without_insides(String path, int status) {
        HttpResponse<String> answer = console.loggedInAs(Role.ADMINISTRATOR).get(path);
        assertEquals(status, answer.statusCode());
        assertFalse(answer.body().contains("Exception") || answer.body().contains("org.lottrace"), answer.body());
    }

    @Test
    void what_cannot_be_read_as_a_form_is_refused_without_insides() {
        console.loggedInAs(Role.ADMINISTRATOR);
        HttpResponse<String> tooLong = console.post("/", "token", console.token(), "said", "x".repeat(3_000_000));
        assertEquals(413, tooLong.statusCode());
        assertTrue(tooLong.body().contains("Nothing was recorded."), tooLong.body());

        HttpResponse<String> login = console.post("/login", "user", "x".repeat(3_000_000));
        assertEquals(400, login.statusCode());
        assertEquals("This form is too long, or damaged. Nothing was recorded.", login.body());
    }

    @Test
    void what_somebody_typed_is_shown_as_they_typed_it() {
        console.loggedInAs(Role.ADMINISTRATOR);
        String page = console.get("/?said=%3Cscript%3Ealert(1)%3C%2Fscript%3E").body();
        assertFalse(page.contains("<script>alert"), page);
        assertTrue(page.contains("&lt;script"), page);

        String form = console.post("/login", "user", "x\" onfocus=\"alert(1)", "password", "no")
                .body();
        assertFalse(form.contains("x\" onfocus"), form);
        assertTrue(form.contains("x&#34; onfocus"), form);
    }

    @Test
    void a_reader_gets_the_language_that_they_ask_for_until_they_choose_another() {
        console.loggedInAs(Role.ADMINISTRATOR);
        assertTrue(console.get("/", "Accept-Language", "de-AT,en;q=0.5").body().contains("Abmelden"));
        assertTrue(console.get("/", "Accept-Language", "fr").body().contains("Log out"));
        console.post("/preferences", "token", console.token(), "language", "de", "theme", "dark");
        String page = console.get("/", "Accept-Language", "fr").body();
        assertTrue(page.contains("Abmelden") && page.contains("data-theme=\"dark\""), page);
    }

    @Test
    void files_are_kept_by_a_browser_until_they_change() {
        HttpResponse<String> style = console.get("/assets/console.css");
        String tag = style.headers().firstValue("ETag").orElseThrow();
        assertEquals(
                304, console.get("/assets/console.css", "If-None-Match", tag).statusCode());
        String version = tag.replace("\"", "");
        assertTrue(console.get("/assets/console.css?v=" + version)
                .headers()
                .firstValue("Cache-Control")
                .orElseThrow()
                .contains("immutable"));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Says what was typed; takes every form. */
    private record Start() implements Page {
        @Override
        public String path() {
            return "";
        }

        @Override
        public String needs() {
            return "item.find";
        }

        @Override
        public Answer show(Visit visit) {
            return new Answer.Failure(200, "error.not-now", visit.parameters().text("said"));
        }

        @Override
        public Answer change(Visit visit) {
            return show(visit);
        }
    }

    /** For administrators and auditors. */
    private record Logins() implements Page {
        @Override
        public String path() {
            return "items";
        }

        @Override
        public String needs() {
            return "login.list-failed";
        }

        @Override
        public String icon() {
            return "items";
        }

        @Override
        public Answer show(Visit visit) {
            return new Answer.Failure(200, "error.not-now", "failed logins");
        }

        @Override
        public Answer change(Visit visit) {
            return show(visit);
        }
    }

    private record Broken() implements Page {
        @Override
        public String path() {
            return "broken";
        }

        @Override
        public String needs() {
            return "item.find";
        }

        @Override
        public Answer show(Visit visit) {
            if (visit.parameters().text("how").equals("build")) {
                throw new NoSuchMethodError("org.lottrace, of another build");
            }
            throw visit.parameters().text("how").equals("store")
                    ? new StoreUnavailableException("the disk is full", new IllegalStateException())
                    : new IllegalStateException("a secret of ours");
        }
    }
}
