package org.lottrace.soap.erp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.web.gate.testing.GatedServer;

/** What a caller gets for a request that cannot be done: every problem with its place, and nothing has changed. */
class RefusalsIT {
    private static Company company;

    @BeforeAll
    static void start() {
        company = new Company();
        company.post(Example.PARTNERS);
    }

    @AfterAll
    static void stop() {
        company.close();
    }

    static Stream<Arguments> requests() {
        String items = Example.ITEMS;
        String movements = Example.INBOUND;
        return Stream.of(
                refused(
                        "several things the schema forbids",
                        items.replace(">RAW_MATERIAL<", ">RAW<")
                                .replace("<baseUnit>C62</baseUnit>", "")
                                .replace(">270<", ">x<")
                                .replace(">R-WHEAT<", ">-WHEAT<"),
                        "SCHEMA_INVALID item[1].number",
                        "SCHEMA_INVALID item[1].type",
                        "SCHEMA_INVALID item[2].packUnit",
                        "SCHEMA_INVALID item[2].shelfLifeDays"),
                refused(
                        "check digits, which no schema can check",
                        items.replace(">04000000000105<", ">04000000000106<")
                                .replace(">4000000000273<", ">4000000000274<"),
                        "IDENTIFIER_INVALID item[1].gtin",
                        "IDENTIFIER_INVALID item[2].gtin"),
                refused(
                        "business rules",
                        items.replace(">4000000000273<", ">04000000000105<"),
                        "GTIN_IN_USE item[2].gtin"),
                refused(
                        "time without an offset",
                        movements.replace("T08:12:00+01:00", "T08:12:00"),
                        "SCHEMA_INVALID receipt.time"),
                refused(
                        "a malformed identifier in one of many movements",
                        movements.replace(
                                "<location>A-01</location>",
                                "<location>A-01</location><container>340000000000000015</container>"),
                        "IDENTIFIER_INVALID production[1].container"),
                refused(
                        "unknown time zone",
                        Example.SITES.replace("Europe/Berlin", "Europe/Atlantis"),
                        "TIME_INVALID site[1].zone"),
                refused("no such operation", items.replace("saveItems", "saveThings"), "SCHEMA_INVALID "),
                refused("not closed", items.replace("</saveItems>", ""), "XML_MALFORMED line 24, column 13"),
                refused("no XML at all", "{}", "XML_MALFORMED line 1, column 1"),
                refused("nothing", "", "XML_MALFORMED line 1, column 0"),
                refused("unknown order", Example.ALLOCATION, "ORDER_UNKNOWN salesOrder"),
                refused("unknown names", Example.STOCK, "SITE_UNKNOWN site", "ITEM_UNKNOWN item"));
    }

    private static Arguments refused(String what, String request, String... violations) {
        return Arguments.of(what, request, List.of(violations));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void is_told_every_problem_and_nothing_is_done(String what, String request, List<String> violations) {
        Answer answer = company.post(request);

        assertEquals(500, answer.status());
        assertEquals(List.of("soap:Client"), answer.all("faultcode"));
        assertEquals(violations, answer.violations(), answer.body());
        assertEquals(0, company.ledger().head());
    }

    @Test
    void a_document_type_is_never_read() {
        String withFile = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                + Example.ITEMS
                        .substring(Example.ITEMS.indexOf("<soap:Envelope"))
                        .replace("Wheat, soft", "&e;");

        assertEquals("XML_MALFORMED", company.post(withFile).all("code").get(0));
    }

    @Test
    void a_failure_of_ours_is_told_as_a_reference_to_the_log() {
        company.server().with("/broken", new ErpEndpoint(null, null));
        String known = Example.STOCK.replace(
                "<soap:Body>",
                "<soap:Header><MessageID xmlns=\"http://www.w3.org/2005/08/addressing\">urn:erp:4711</MessageID>"
                        + "</soap:Header><soap:Body>");

        String answer = company.server().post("/broken", known).body();

        assertTrue(answer.contains("soap:Server") && answer.contains("urn:erp:4711"), answer);
        assertFalse(answer.contains("Exception") || answer.contains("null"), answer);
    }

    @ParameterizedTest
    @CsvSource({"erp, wrong, 401", "nobody, secret, 401", "guest, secret, 403", "erp, secret, 200"})
    void the_contract_is_for_known_users_only(String user, String password, int status) {
        HttpResponse<String> answer = company.server()
                .send(company.server().request("/erp?wsdl").header("Authorization", GatedServer.basic(user, password)));

        assertEquals(status, answer.statusCode());
        assertEquals(status == 200, answer.body().contains("urn:lottrace:erp:1"));
    }
}
