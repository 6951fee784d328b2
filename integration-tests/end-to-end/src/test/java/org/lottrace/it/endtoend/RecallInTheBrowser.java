package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** A recall that was a mistake, each step by the one whose role it is, and nobody is offered the step of another. */
final class RecallInTheBrowser {
    private RecallInTheBrowser() {}

    /** @return the number of the case */
    static String opens(Browser own, String lot) {
        own.open("/recall/open");
        own.fillIn("Suspect lots", lot);
        own.fillIn("What is wrong with the goods", "splinters of glass");
        own.fillIn("What it can do to people", "cuts in mouth and throat");
        own.fillIn("Whom they can ask", "Rita Recall, +49 40 1234567, recall@example.com");
        own.choose("Preview");
        own.waitFor("affected lots");
        own.choose("Open the recall and block everything");
        String number = own.path().replaceAll(".*(R-[0-9]+).*", "$1");
        own.open("/recall/" + number + "/file");
        own.fillIn("What was said or done", "The authority was called");
        own.choose("Add the note");
        own.waitFor("The note was added.");
        assertTrue(!own.isThere("#exclude") && !own.isThere("#cancel"), own.text());
        return number;
    }

    static void takesALotOut(Browser own, String number) {
        own.open("/recall/" + number + "/lots");
        own.find("input[form=exclude]").click();
        own.fillIn("Reason", "made before the pane broke");
        own.choose("Take them out");
        own.waitFor("version 2");
        assertTrue(!own.isThere("#expand"), own.text());
    }

    static void cancels(Browser own, String number) {
        own.open("/recall/" + number);
        own.find("details:has(#cancel) summary").click();
        own.fillIn("What the mistake was", "the pane was of another line");
        own.choose("Cancel the case");
        own.waitFor("The case is cancelled.");
    }
}
