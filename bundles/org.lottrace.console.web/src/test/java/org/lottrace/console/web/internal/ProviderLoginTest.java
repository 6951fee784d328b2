package org.lottrace.console.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.login.Login;
import org.lottrace.api.login.ProviderLogins;
import org.lottrace.api.login.ProviderUnavailableException;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

class ProviderLoginTest {
    private final ConsoleUnderTest console = ConsoleUnderTest.with(List.of(new Start()));
    private final Acme acme = new Acme();

    @BeforeEach
    void there_is_a_provider() {
        console.configure(acme);
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void whoever_comes_back_from_the_provider_goes_on_where_they_wanted_to() {
        String form = console.get("/login?to=%2Fconsole%2Fitems").body();
        assertTrue(form.contains("Log in with Acme &lt;b&gt;") && form.contains("to=%2Fconsole%2Fitems\""), form);

        HttpResponse<String> begun = console.get("/login/provider?to=%2Fconsole%2Fitems");
        assertEquals("https://acme.example/authorize?state=s1", location(begun));
        HttpResponse<String> back = console.get("/login/answer?code=right&state=s1");

        assertEquals("/console/items", location(back));
        assertEquals(200, console.get("/").statusCode());
        assertEquals(new ProviderLogins.Begun(URI.create(""), "s1", "n1", "v1"), acme.finished);
    }

    @Test
    void the_login_is_over_when_the_provider_has_to_be_asked_again() {
        console.get("/login/provider");
        console.get("/login/answer?code=right&state=s1");

        console.later(Duration.ofHours(1).minusSeconds(1));
        assertEquals(200, console.get("/").statusCode());
        console.later(Duration.ofSeconds(1));
        assertEquals(303, console.get("/").statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "code=wrong&state=s1, 401, did not let you in",
        "code=no-role&state=s1, 403, no role",
        "code=away&state=s1, 503, cannot be reached"
    })
    void whoever_is_not_let_in_reads_why(String answer, int status, String said) {
        console.get("/login/provider");

        HttpResponse<String> refused = console.get("/login/answer?" + answer);

        assertEquals(status, refused.statusCode());
        assertTrue(refused.body().contains(said), refused.body());
        assertEquals(303, console.get("/").statusCode());
    }

    @Test
    void an_answer_counts_once_and_only_in_the_browser_that_has_begun() {
        assertEquals(401, console.get("/login/answer?code=right&state=s1").statusCode());

        console.get("/login/provider");
        console.get("/login/answer?code=wrong&state=s1");
        assertEquals(401, console.get("/login/answer?code=right&state=s1").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b.c", "a.b.c.", "*.b.c.d", "////"})
    void what_somebody_else_has_written_into_the_cookie_is_nobodys_login(String value) {
        HttpCookie cookie = new HttpCookie("lottrace-login", value);
        cookie.setPath("/console/login");
        console.setCookie(cookie);

        assertEquals(401, console.get("/login/answer?code=right&state=s1").statusCode());
    }

    @Test
    void nobody_is_led_elsewhere() {
        console.get("/login/provider?to=https%3A%2F%2Fevil.example%2F");

        assertEquals("/console/", location(console.get("/login/answer?code=right&state=s1")));
    }

    @Test
    void the_cookie_of_a_login_that_has_begun_is_hidden_from_scripts_and_other_sites_and_does_not_last() {
        String cookie = console.get("/login/provider")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();

        assertTrue(
                cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Lax")
                        && cookie.contains("Path=/console/login")
                        && cookie.contains("Max-Age=600"),
                cookie);
    }

    @Test
    void without_a_provider_there_is_no_way_over_it() {
        console.configure(null);

        assertFalse(console.get("/login").body().contains("/login/provider"));
        assertEquals(404, console.get("/login/provider").statusCode());
        assertEquals(404, console.get("/login/answer?code=right&state=s1").statusCode());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private static final class Acme implements ProviderLogins {
        private Begun finished;

        @Override
        public String name() {
            return "Acme <b>";
        }

        @Override
        public Begun begin() {
            return new Begun(URI.create("https://acme.example/authorize?state=s1"), "s1", "n1", "v1");
        }

        @Override
        public Optional<Login> finish(Begun begun, String answer, String address) {
            finished = begun;
            return switch (answer) {
                case "code=right&state=s1" -> Optional.of(login(Set.of(Role.ADMINISTRATOR)));
                case "code=no-role&state=s1" -> Optional.of(login(Set.of()));
                case "code=away&state=s1" -> throw new ProviderUnavailableException("away", null);
                default -> Optional.empty();
            };
        }

        private static Login login(Set<Role> roles) {
            return new Login(
                    new Caller("anna", roles), "", Optional.of(ConsoleUnderTest.NOW.plus(Duration.ofHours(1))));
        }
    }

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
            return new Answer.Failure(200, "error.not-now");
        }
    }
}
