package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.it.endtoend.LotTraceProcess.Outcome;

/**
 * A food maker begins with nothing, and nobody sends a ship notice: what is there is opened, fruit comes, jam is cooked and juice comes out with
 * it, something is booked wrongly and taken back, jam leaves, and fruit goes back to the farm. Once by REST, once in the browser.
 */
class FirstDayIT {
    private static final Instant DAY = Instant.now().minus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);

    private static LotTraceProcess lottrace;
    private static RestCaller rest;

    @TempDir
    static Path files;

    @BeforeAll
    static void a_kitchen_with_a_farm_and_a_shop_begins() throws Exception {
        lottrace = new LotTraceProcess("first-day");
        Outcome run = lottrace.runWithoutSampleCompany();
        assertEquals(0, run.status(), run.output());
        rest = new RestCaller(lottrace);
        rest.post(
                "/v1/parties",
                "{\"parties\": [" + party("KITCHEN", "COMPANY") + ", " + party("FARM", "SUPPLIER") + ", "
                        + party("SHOP", "CUSTOMER") + "]}");
        rest.post(
                "/v1/sites",
                "{\"sites\": [{\"id\": \"MILL\", \"company\": \"KITCHEN\", \"name\": \"Old mill\", \"zone\": \"Europe/Berlin\","
                        + " \"productionDayStart\": \"06:00:00\", \"lotNumberTemplate\": \"{yy}{DDD}-{seq:3}\", \"locations\": [{\"id\": \"IN\", \"type\": \"RECEIVING\"},"
                        + " {\"id\": \"STORE\", \"type\": \"STORAGE\"}, {\"id\": \"OUT\", \"type\": \"SHIPPING\"}]}]}");
    }

    @AfterAll
    static void stop() throws IOException {
        lottrace.close();
    }

    @Test
    void a_day_by_rest() throws Exception {
        rest.post(
                "/v1/items",
                "{\"items\": [" + item("SUGAR", "KGM") + ", " + item("BERRIES", "KGM") + ", " + item("JAM", "C62")
                        + ", " + item("JUICE", "LTR") + "]}");
        record(
                "openings",
                "open",
                "\"countSheet\": \"BEGIN\", \"lines\": [{\"lot\": {\"key\": \"KITCHEN/SUGAR/OLD\", \"expiry\": \"2099-12-31\"},"
                        + " \"location\": \"STORE\", \"quantity\": \"100:KGM\", \"cost\": \"1.00:EUR/KGM\"}]");
        record(
                "receipts",
                "come",
                "\"supplier\": \"FARM\", \"location\": \"STORE\", \"lines\": [{\"lot\": \"FARM/BERRIES/B1\", \"quantity\":"
                        + " \"60:KGM\", \"expiry\": \"2099-01-31\", \"price\": \"2.00:EUR/KGM\"}]");
        record(
                "consumptions",
                "cook",
                "\"productionOrder\": \"COOK-1\", \"goods\": [" + goods("KITCHEN/SUGAR/OLD", "20:KGM") + ", "
                        + goods("FARM/BERRIES/B1", "40:KGM") + "]");
        record(
                "productions",
                "made",
                "\"productionOrder\": \"COOK-1\", \"item\": \"JAM\", \"quantity\": \"80:C62\", \"lotNumber\": \"J1\","
                        + " \"location\": \"STORE\", \"others\": [{\"item\": \"JUICE\", \"quantity\": \"10:LTR\", \"lotNumber\":"
                        + " \"S1\", \"location\": \"STORE\"}]");
        record("disposals", "wrong", "\"number\": \"D-1\", \"goods\": [" + goods("KITCHEN/JAM/J1", "8:C62") + "]");
        rest.post(
                "/v1/corrections",
                "{" + context("undo") + ", \"corrects\": \"first-wrong\", \"reason\": \"one jar broke, not eight\"}");
        record("disposals", "right", "\"number\": \"D-2\", \"goods\": [" + goods("KITCHEN/JAM/J1", "1:C62") + "]");
        order("SO-1", "JAM", "30");
        rest.post("/v1/sales-order/allocation?number=SO-1", "");
        record("shipments", "left", "\"number\": \"SH-1\", \"salesOrder\": \"SO-1\", \"lines\": []");
        record(
                "supplier-returns",
                "back",
                "\"supplier\": \"FARM\", \"number\": \"RV-1\", \"goods\": [" + goods("FARM/BERRIES/B1", "5:KGM") + "]");

        assertEquals("80", onStock("KITCHEN/SUGAR/OLD"));
        assertEquals("15", onStock("FARM/BERRIES/B1"));
        assertEquals("49", onStock("KITCHEN/JAM/J1"));
        assertEquals("10", onStock("KITCHEN/JUICE/S1"));
        reachTheShop("FARM/BERRIES/B1");
    }

    @Test
    void a_day_in_the_browser() throws Exception {
        try (Browser browser = Browser.at(lottrace.address())) {
            browser.logIn("admin", lottrace.password());
            brings(
                    browser,
                    "ITEMS",
                    "number,description,type,baseUnit\nFLOUR,Flour,RAW_MATERIAL,KGM\nPLUMS,Plums,RAW_MATERIAL,KGM\n"
                            + "CAKE,Plum cake,FINISHED_GOOD,C62\nCRUMBS,Crumbs,FINISHED_GOOD,KGM\n");
            brings(
                    browser,
                    "OPENING_STOCK",
                    "site,countSheet,countedAt,location,item,issuer,lot,expiry,quantity.amount,quantity.unit,cost.amount,cost.currency,cost.per\nMILL,BEGIN-2,"
                            + DAY.toString().replace("Z", "")
                            + ",STORE,FLOUR,KITCHEN,OLD,2099-12-31,50,KGM,0.80,EUR,KGM\n");
            browser.record(
                    "receive",
                    row(
                            Map.of("supplier", "FARM", "location", "STORE"),
                            "FARM/PLUMS/P1",
                            Map.of(
                                    "amount0",
                                    "30",
                                    "unit0",
                                    "KGM",
                                    "expiry0",
                                    "2099-01-31",
                                    "price0",
                                    "1.50:EUR/KGM")));
            browser.record("consume", row(Map.of("productionOrder", "BAKE-1"), "KITCHEN/FLOUR/OLD", at("10")));
            browser.record("consume", row(Map.of("productionOrder", "BAKE-1"), "FARM/PLUMS/P1", at("20")));
            browser.record("produce", bakes());
            browser.record("dispose", row(Map.of("number", "D-11"), "KITCHEN/CAKE/C1", at("4")));
            browser.choose("Take this back");
            browser.type("reason", "one cake fell, not four");
            browser.choose("Record");
            browser.waitFor("Recorded.");
            browser.record("dispose", row(Map.of("number", "D-12"), "KITCHEN/CAKE/C1", at("1")));
            order("SO-11", "CAKE", "12");
            browser.open("/order?number=SO-11");
            browser.choose("Reserve lots");
            browser.waitFor("C1");
            browser.choose("Ship");
            browser.type("shipment", "SH-11");
            browser.choose("Record");
            browser.waitFor("Recorded.");
            browser.record(
                    "return-to-supplier", row(Map.of("number", "RV-11", "supplier", "FARM"), "FARM/PLUMS/P1", at("3")));
            assertEquals(List.of(), browser.errors());
        }
        assertEquals("40", onStock("KITCHEN/FLOUR/OLD"));
        assertEquals("7", onStock("FARM/PLUMS/P1"));
        assertEquals("27", onStock("KITCHEN/CAKE/C1"));
        assertEquals("2", onStock("KITCHEN/CRUMBS/R1"));
        reachTheShop("FARM/PLUMS/P1");
    }

    private static void brings(Browser browser, String subject, String table) throws IOException {
        Path file = Files.writeString(files.resolve(subject + ".csv"), table);
        browser.open("/imports");
        browser.select("subject", subject);
        browser.find("[name=upload]").sendKeys(file.toString());
        browser.choose("Look at it");
        browser.waitFor("No problems.");
        browser.choose("Import");
        browser.waitFor("Imported.");
    }

    private static Map<String, String> bakes() {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "productionOrder",
                "BAKE-1",
                "item",
                "CAKE",
                "amount",
                "40",
                "unit",
                "C62",
                "location",
                "STORE",
                "lotNumber",
                "C1"));
        fields.putAll(Map.of("item0", "CRUMBS", "lotNumber0", "R1", "amount0", "2", "unit0", "KGM"));
        return fields;
    }

    private static Map<String, String> at(String amount) {
        return Map.of("location0", "STORE", "amount0", amount);
    }

    private static Map<String, String> row(Map<String, String> head, String lot, Map<String, String> goods) {
        Map<String, String> fields = new TreeMap<>(head);
        fields.put("lot0", lot);
        fields.putAll(goods);
        return fields;
    }

    /** Each with the time at which it is told: one after the other. */
    private static void record(String kind, String id, String what) throws Exception {
        rest.post("/v1/movements/" + kind, "{" + context(id) + ", " + what + "}");
    }

    private static String context(String id) {
        return "\"context\": {\"id\": \"first-" + id + "\", \"effective\": \""
                + (id.equals("open") ? DAY : Instant.now()) + "\", \"site\": \"MILL\"}";
    }

    private static void order(String number, String item, String pieces) throws Exception {
        rest.post(
                "/v1/sales-orders",
                "{\"orders\": [{\"number\": \"" + number
                        + "\", \"customer\": \"SHOP\", \"shipFrom\": \"MILL\", \"deliveryDate\":"
                        + " \"2098-01-01\", \"lines\": [{\"number\": 1, \"item\": \"" + item + "\", \"quantity\": \""
                        + pieces
                        + ":C62\"}]}]}");
    }

    private static String party(String id, String role) {
        return "{\"id\": \"" + id + "\", \"name\": \"" + id + "\", \"roles\": [\"" + role
                + "\"], \"profile\": {\"mapping\": \"standard\", \"minimumRemainingShelfLifeDays\": 0}}";
    }

    private static String item(String number, String unit) {
        return "{\"number\": \"" + number + "\", \"description\": \"" + number
                + "\", \"type\": \"FINISHED_GOOD\", \"baseUnit\": \"" + unit + "\"}";
    }

    private static String goods(String lot, String quantity) {
        return "{\"lot\": \"" + lot + "\", \"location\": \"STORE\", \"quantity\": \"" + quantity + "\"}";
    }

    /** @return how much of it is in the store */
    private static String onStock(String lot) throws Exception {
        List<String> there = new ArrayList<>();
        for (JsonNode balance :
                rest.get("/v1/lot/stock?key=" + RestCaller.encoded(lot)).path("values")) {
            if (balance.path("position").toString().contains("STORE")) {
                there.add(balance.path("quantity").asText().split(":")[0]);
            }
        }
        assertEquals(1, there.size(), () -> lot + " " + there);
        return there.get(0);
    }

    /** A recall of the fruit finds who got it, and the record is whole. */
    private static void reachTheShop(String fruit) throws Exception {
        assertTrue(lottrace.shell("lot:trace " + fruit).toString().contains("SHOP"));
        Outcome certificate = lottrace.script("shell", "recall:certify", fruit);
        assertTrue(certificate.output().matches("(?s).*Complete +. yes.*"), certificate.output());
    }
}
