package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The steps of a day in the forms of the console: basil comes in, pesto is made, sold, and one box comes back. */
final class DayInTheBrowser {
    private static final Path CHECKOUT = Path.of(System.getProperty("it.checkout"));
    private static final String BASIL = "RM-1006/B-2611";
    private static final String PESTO = "FG-4009/PESTO-1";

    private DayInTheBrowser() {}

    /** Goods of a purchase order without a ship notice, and they are put away. */
    static void receives(Browser own) {
        own.record(
                "receive",
                Map.of(
                        "supplier",
                        "S-300",
                        "purchaseOrder",
                        "PO-26016",
                        "location",
                        "RCV",
                        "lot0",
                        BASIL,
                        "amount0",
                        "10",
                        "unit0",
                        "KGM",
                        "expiry0",
                        "2099-12-31",
                        "orderLine0",
                        "1"));
        own.record("put-away", goods(BASIL, "RCV", "10", Map.of("location", "COLD-1")));
    }

    /** A file of a partner before it is taken in: what is wrong with it stands beside the segment. */
    static void checksAFile(Browser own) throws IOException {
        own.open("/partners/check");
        own.type("text", Files.readString(CHECKOUT.resolve("edi-mappings/samples/broken-elements.edi")));
        own.choose("Check");
        own.waitFor("Nothing was recorded");
        assertEquals(1, own.errors().size(), "422 is the answer");
        assertTrue(own.texts(".note.bad").get(0).matches("(?s).*[1-9].*"), own.text());
    }

    static void produces(Browser own) {
        own.record("consume", goods(BASIL, "COLD-1", "10", Map.of("productionOrder", "MO-700")));
        own.record(
                "produce",
                Map.of(
                        "productionOrder",
                        "MO-700",
                        "item",
                        "FG-4009",
                        "amount",
                        "100",
                        "unit",
                        "C62",
                        "location",
                        "FG-1",
                        "lotNumber",
                        "PESTO-1"));
    }

    /** From the order: what is reserved, then what is picked and leaves. */
    static void ships(Browser own) {
        own.open("/order?number=SO-70028");
        own.choose("Reserve lots");
        own.waitFor("PESTO-1");
        own.record("pick", goods(PESTO, "FG-1", "40", Map.of("location", "PICK-1")));
        own.open("/order?number=SO-70028");
        own.choose("Ship");
        own.type("shipment", "SH-90030");
        own.choose("Record");
        own.waitFor("Recorded.");
    }

    static void takesBack(Browser own) {
        own.record("take-back", goods(PESTO, "QUAR", "5", Map.of("number", "RET-9", "shipment", "SH-90030")));
    }

    /** 40 of 100 cups of 145.00, and where each cent of it is from. */
    static void opensTheCostDownToTheReceipt(Browser own) {
        own.open("/accounts/cogs?shipment=SH-90030");
        assertTrue(own.text().contains("Total €58.00"), own.text());
        own.chooseBeginningWith("Open down to the receipts");
        own.waitFor("Came in altogether €145.00");
        own.choose("Purchase order PO-26016");
        assertTrue(own.path().startsWith("/accounts/journal?type=PURCHASE_ORDER&number=PO-26016"), own.path());
        own.waitFor("B-2611");
    }

    private static Map<String, String> goods(String lot, String location, String amount, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("lot0", lot);
        all.put("location0", location);
        all.put("amount0", amount);
        return all;
    }
}
