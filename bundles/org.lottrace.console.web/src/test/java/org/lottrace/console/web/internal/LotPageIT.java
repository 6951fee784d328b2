package org.lottrace.console.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of a lot over the real services: what is next to the lot is drawn, and the lot is certified. */
class LotPageIT {
    private static WholeConsole whole;

    @BeforeAll
    static void start() {
        whole = new WholeConsole(2, "");
        whole.console.loggedInWithAllRoles();
    }

    @AfterAll
    static void stop() {
        whole.close();
    }

    @Test
    void what_a_lot_came_from_is_drawn_as_links() {
        String page = whole.console.get("/lot?key=BAKERY/BREAD/B0").body();

        String drawing = page.substring(page.indexOf("<div class=\"drawing\">"), page.indexOf("made-from"));
        assertTrue(drawing.contains("trace-seed"), drawing);
        assertTrue(drawing.contains("/console/lot?key=MILL%2FFLOUR%2FL1"), drawing);
    }

    @Test
    void a_lot_is_certified_by_a_button_with_what_came_of_it_and_what_became_of_that() {
        assertTrue(whole.console.get("/lot?key=BAKERY/BREAD/B0").body().contains("form=\"certify\""));

        HttpResponse<String> certificate =
                whole.console.post("/lot", "token", whole.console.token(), "key", "BAKERY/BREAD/B0");

        assertEquals(200, certificate.statusCode(), certificate.body());
        assertTrue(certificate.body().contains("Certificate of lot B0"), certificate.body());
        assertTrue(certificate.body().contains("Whole and unchanged"), certificate.body());
        assertEquals(
                404,
                whole.console
                        .post("/lot", "token", whole.console.token(), "key", "BAKERY/BREAD/NONE")
                        .statusCode());
    }
}
