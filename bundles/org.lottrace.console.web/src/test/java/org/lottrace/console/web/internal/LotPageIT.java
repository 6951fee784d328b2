package org.lottrace.console.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Outcomes.done;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.right.LotAction;
import org.lottrace.api.right.LotRightChange;
import org.lottrace.api.right.LotRightScope;
import org.lottrace.api.right.LotRights;

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
    void what_cannot_be_done_with_a_lot_now_stands_there_with_the_reason() {
        String flour = whole.console.get("/lot?key=MILL/FLOUR/M0").body();
        assertEquals("Nothing of it is on hold.", whyNot(flour, "Release"));
        assertTrue(flour.contains("/console/work/consume?lot0="), flour);

        String bread = whole.console.get("/lot?key=BAKERY/BREAD/B0").body();
        assertTrue(whyNot(bread, "Pick").contains("recalled"), bread);
        assertEquals("It is recalled. The case of the recall ends that.", whyNot(bread, "Release"));
        assertFalse(bread.contains("/console/work/pick?lot0="), bread);
        assertTrue(bread.contains("/console/work/dispose?lot0="), bread);
    }

    @Test
    void a_right_of_others_by_site_is_among_the_reasons() {
        for (LotAction action : List.of(LotAction.SPLIT, LotAction.REDATE)) {
            right(action, Set.of("Laura"));
        }
        String page = whole.console.get("/lot?key=MILL/FLOUR/M0").body();
        assertTrue(whyNot(page, "Split a lot").contains("at site BER; Laura may"), page);
        assertTrue(page.contains("/console/work/correct?lotKey="), "its number may still be corrected");

        right(LotAction.NUMBER, Set.of("Laura"));
        String both = whole.console.get("/lot?key=MILL/FLOUR/M0").body();
        assertTrue(whyNot(both, "Correct a lot").contains("Laura may"), both);

        for (LotAction action : List.of(LotAction.SPLIT, LotAction.REDATE, LotAction.NUMBER)) {
            right(action, Set.of());
        }
        assertTrue(whole.console.get("/lot?key=MILL/FLOUR/M0").body().contains("/console/work/split?lot0="));
    }

    private static void right(LotAction action, Set<String> users) {
        done(whole.service(LotRights.class)
                .save(
                        new Caller("Ada", Set.of(Role.ADMINISTRATOR)),
                        new LotRightChange(
                                action,
                                new LotRightScope(Optional.empty(), Optional.of(BERLIN)),
                                users,
                                Set.of(),
                                "training")));
    }

    @Test
    void what_is_for_others_to_do_with_a_lot_says_for_whom() {
        whole.console.loggedInAs(Role.AUDITOR);
        String page = whole.console.get("/lot?key=MILL/FLOUR/M0").body();
        whole.console.loggedInWithAllRoles();

        assertFalse(page.contains("/console/work/hold?"), page);
        assertTrue(page.contains("For other roles: "), page);
        assertTrue(page.contains("<dt>Release</dt><dd>Quality, Recall quality</dd>"), page);
        assertTrue(page.contains("<dt>Correct a lot</dt><dd>Corrections</dd>"), page);
    }

    /** @return what is said behind a button that is off */
    private static String whyNot(String page, String label) {
        Matcher off = Pattern.compile("<summary>" + label + "<span[^>]*>[^<]*</span></summary><p>([^<]*)</p>")
                .matcher(page);
        assertTrue(off.find(), () -> label + " in " + page);
        return off.group(1);
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
