package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lottrace.it.endtoend.Browser.Screen;

/** People of an organisation log in to the running distribution at its identity provider: code flow with PKCE, in a browser. */
class ProviderLoginIT {
    private static SmallProvider provider;
    private static LotTraceProcess lottrace;

    @BeforeAll
    static void start() throws Exception {
        provider = new SmallProvider(Map.of("anna", List.of("Warehouse", "Sales"), "otto", List.of("Sales")));
        lottrace = new LotTraceProcess("provider");
        Path configuration = lottrace.configuration("org.lottrace.oidc");
        Files.createDirectories(configuration.getParent());
        Files.writeString(configuration, """
                name = Acme
                issuer = %s
                client.id = %s
                console.address = %s
                roles = Warehouse=lottrace-receiver
                """.formatted(provider.address(), SmallProvider.CLIENT, lottrace.address()));
        LotTraceProcess.Outcome run = lottrace.runWithoutSampleCompany();
        assertEquals(0, run.status(), run.output());
    }

    @AfterAll
    static void stop() throws IOException {
        lottrace.close();
        provider.close();
    }

    @Test
    void whoever_the_provider_knows_is_led_where_they_wanted_to_with_the_roles_of_their_groups() {
        try (Browser browser = Browser.at(lottrace.address())) {
            browser.use(Screen.DESKTOP, "light");
            browser.open("/items");
            browser.choose("Log in with Acme");
            browser.waitFor("Who are you?");
            browser.type("user", "anna");
            browser.choose("Log in");

            assertEquals("/items", browser.path());
            assertEquals(List.of("anna"), browser.texts("details.who .name"));
            assertTrue(browser.menu().contains("/work"), () -> browser.menu().toString());
            assertFalse(browser.menu().contains("/admin"), () -> browser.menu().toString());
            assertEquals(List.of(), browser.errors());

            browser.find("details.who summary").click();
            browser.choose("Log out");
            browser.open("/items");
            assertEquals(1, browser.texts("input[name=password]").size(), browser.text());
        }
    }

    @Test
    void whoever_has_no_group_of_ours_reads_that_they_have_no_role() {
        try (Browser browser = Browser.at(lottrace.address())) {
            browser.open("/");
            browser.choose("Log in with Acme");
            browser.type("user", "otto");
            browser.choose("Log in");

            assertTrue(browser.text().contains("no role"), browser.text());
            browser.open("/items");
            assertEquals(1, browser.texts("input[name=password]").size(), browser.text());
        }
    }

    /** What PKCE is for: the code alone, read on its way, lets nobody in. */
    @Test
    void a_code_without_the_verifier_of_its_login_lets_nobody_in() throws Exception {
        CookieManager cookies = new CookieManager();
        HttpClient annas = HttpClient.newBuilder().cookieHandler(cookies).build();

        String stolen = answer(annas);
        assertEquals(401, get(HttpClient.newHttpClient(), stolen).statusCode());
        String begun = answer(annas);
        withAnotherVerifier(cookies);
        assertEquals(401, get(annas, begun).statusCode());
        assertEquals(List.of("verifier"), provider.refusals());
        assertEquals(303, get(annas, lottrace.address() + "/console/").statusCode());
    }

    /** @return the address to which the provider leads anna back */
    private static String answer(HttpClient client) throws IOException, InterruptedException {
        URI atProvider = URI.create(location(get(client, lottrace.address() + "/console/login/provider")));
        HttpRequest form = HttpRequest.newBuilder(atProvider)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("user=anna"))
                .build();
        return location(client.send(form, HttpResponse.BodyHandlers.ofString()));
    }

    private static void withAnotherVerifier(CookieManager cookies) {
        HttpCookie begun = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("lottrace-login"))
                .findFirst()
                .orElseThrow();
        String[] parts = begun.getValue().split("\\.");
        parts[2] = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("x".repeat(43).getBytes(StandardCharsets.US_ASCII));
        begun.setValue(String.join(".", parts));
    }

    private static HttpResponse<String> get(HttpClient client, String address)
            throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }
}
