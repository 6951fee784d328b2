package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is done at a desk and not with goods: masters from a file, rules, many orders, a period, tokens, settings. */
final class OfficeInTheBrowser {
    private OfficeInTheBrowser() {}

    /** Columns of another program get their meaning once; nothing is written before somebody has seen what would be. */
    static void importsItems(Browser own) throws IOException {
        Path file = Files.createTempFile("items", ".csv");
        Files.writeString(file, "Artikel;Text;Einheit\nFG-4100;Pesto rosso;Stk\nFG-4101;Pesto verde;Stk\n");
        own.open("/imports");
        own.find("[name=upload]").sendKeys(file.toString());
        own.choose("Look at it");
        own.type("name", "items of the old program");
        own.select("column.number", "Artikel");
        own.select("column.description", "Text");
        own.select("column.baseUnit", "Einheit");
        own.type("words.baseUnit", "Stk = C62");
        own.type("value.type", "FINISHED_GOOD");
        own.choose("Save the mapping and check the file");
        own.waitFor("No problems.");
        own.choose("Import");
        own.waitFor("Imported.");
        Files.delete(file);

        own.open("/item?number=FG-4101");
        own.waitForField("Description", "Pesto verde");
    }

    static void writesARuleOfAllocation(Browser own) {
        own.open("/allocation-rules");
        own.choose("New rule");
        own.fillIn("Item", "FG-4100");
        own.type("minimumRemainingDays", "30");
        own.type("from", "2026-01-01");
        own.fillIn("Reason", "Pesto keeps for a month at the shop");
        own.choose("Save");
        own.waitFor("FG-4100");
    }

    /** What the orders would get is shown first; then it is theirs. */
    static void reservesForManyOrders(Browser own) {
        own.open("/wave");
        own.fillIn("Sales orders", "SO-70026 SO-70027");
        own.choose("Show what they would get");
        own.waitFor("What they would get");
        own.choose("Reserve lots");
        own.waitFor("Reserved");
        assertTrue(own.text().contains("SO-70026"), own.text());
    }

    /** The oldest period. What the checks found is accepted with a reason. */
    static void locksAPeriod(Browser own) {
        openOldestPeriod(own);
        own.clickAll("[name=accepted]");
        own.fillIn("Why that is accepted", "Suppliers invoice in the next month");
        own.choose("Lock the period");
        own.waitFor("Locked, to be signed");
        own.waitFor("SHA-256");
    }

    static void signsAPeriod(Browser own) {
        openOldestPeriod(own);
        own.choose("Sign these figures");
        own.waitFor("Closed");
        own.waitFor("Signed");
    }

    static void opensAPeriodAgain(Browser own) {
        openOldestPeriod(own);
        own.fillIn("Why it is opened again", "An invoice was forgotten");
        own.choose("Open again");
        own.waitFor("An invoice was forgotten");
    }

    private static void openOldestPeriod(Browser own) {
        own.open("/accounts/periods");
        own.follow("main tbody tr:last-child a");
    }

    static void changesASetting(Browser own) {
        own.open("/admin/configuration?part=org.lottrace.overview");
        own.fillIn("Value On the road", "6");
        own.choose("Save On the road");
        own.waitFor("road.days is changed.");
        own.choose("Back to the default On the road");
        own.waitFor("road.days is changed.");
    }

    /** What a change would do to the notices that came is seen before it counts; and it is taken back. */
    static void changesAMapping(Browser own) {
        draftsAMapping(own, "purposes = 05");
        own.choose("Try the draft");
        own.waitFor("The draft makes a difference");
        own.waitFor("PURPOSE_NOT_SUPPORTED");
        draftsAMapping(own, "purposes = 00 05");
        own.choose("Try the draft");
        own.waitFor("The draft makes no difference");
        own.type("reason", "Replacements announce goods, too");
        own.choose("Put the draft into use");
        own.waitFor("Replacements announce goods, too");
        own.select("version", "1");
        own.type("reason", "They do not");
        own.choose("Go back");
        own.waitFor("They do not");
    }

    private static void draftsAMapping(Browser own, String text) {
        own.open("/partners/mapping?name=standard&file=856.properties");
        own.type("text", text);
        own.choose("Save as draft");
        own.waitFor("not tried");
    }

    /** The secret is told once; who revokes a token ends it at once. */
    static void makesAndRevokesAToken(Browser own, String endsOn) {
        own.open("/admin/tokens");
        own.type("name", "warehouse-robot");
        own.type("expires", endsOn);
        own.clickAll("[name=roles][value=lottrace-auditor]");
        own.choose("Make the token");
        own.waitFor("The token of warehouse-robot is made");
        own.open("/admin/tokens");
        assertTrue(own.texts("#secret").isEmpty(), own.text());
        own.choose("Revoke warehouse-robot");
        own.waitFor("The token of warehouse-robot is revoked.");
    }
}
