package org.lottrace.it.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** LotTrace as a plugin: the bundles of {@code bundles.info}, a framework, and a plugin that says who may log in. No Karaf. */
@ParameterizedClass
@EnumSource
class HostsWithoutKarafIT {
    private static final String ASK_ITEMS = """
            <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
              <soap:Body><getItems xmlns="urn:lottrace:erp:1"/></soap:Body>
            </soap:Envelope>
            """;

    private static HostProcess running;

    @Parameter
    private Host host;

    @BeforeParameterizedClassInvocation
    static void start(Host host) throws Exception {
        running = new HostProcess(host);
        Outside outside = new Outside(running);
        Outside.await("a service that answers", () -> answers(outside));
    }

    private static boolean answers(Outside outside) throws InterruptedException {
        try {
            return outside.post("planner", "secret", ASK_ITEMS).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @AfterParameterizedClassInvocation
    static void stop() throws Exception {
        running.stop();
    }

    @Test
    void every_bundle_of_the_list_runs() throws Exception {
        assertEquals(host.symbolicName, running.ask("framework"));
        assertEquals("", running.ask("bundles not running"));
    }

    @Test
    void a_plugin_goes_from_supplier_to_customer_by_services() throws Exception {
        assertEquals(
                "MARKET got 36 C62; 3 lots behind it; EUR 15.64; broken at Optional.empty", running.ask("main line"));
    }

    @Test
    void suppliers_announce_by_856_the_erp_works_by_soap_and_customers_get_their_856() throws Exception {
        Outside outside = new Outside(running);

        for (Path document : firstWeek()) {
            assertEquals("", outside.handOver(document));
        }

        assertTrue(outside.written("997").size() >= 4, "each supplier's file is acknowledged");
        assertTrue(
                outside.written("856").stream().allMatch(notice -> notice.contains("*NORDLICHT")),
                "the customers' notices come from the company");
    }

    /** Found: what starts before its configuration is read works with its defaults, some of them in the working directory. */
    @Test
    void nothing_starts_before_its_configuration() throws Exception {
        assertEquals(Set.of(), running.astray());
    }

    @Test
    void who_is_let_in_is_what_the_host_says() throws Exception {
        Outside outside = new Outside(running);

        assertEquals(401, outside.post("nobody", "secret", ASK_ITEMS).statusCode());
        assertEquals(403, outside.post("guest", "secret", ASK_ITEMS).statusCode());
        assertEquals(200, outside.post("planner", "secret", ASK_ITEMS).statusCode());
    }

    @Test
    void who_guesses_is_locked_out_though_the_host_would_let_him_in() throws Exception {
        Outside outside = new Outside(running);
        assertEquals(200, outside.post("clerk", "secret", ASK_ITEMS).statusCode());

        for (String guess : List.of("123456", "password")) {
            assertEquals(401, outside.post("clerk", guess, ASK_ITEMS).statusCode());
        }

        assertEquals(401, outside.post("clerk", "secret", ASK_ITEMS).statusCode());
    }

    private static List<Path> firstWeek() throws Exception {
        return Folders.in(HostProcess.path("it.samples")).stream()
                .filter(file -> !file.toString().endsWith(".md"))
                .filter(file -> file.getFileName().toString().compareTo("016") < 0)
                .toList();
    }
}
