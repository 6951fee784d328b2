package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.Keys;

/**
 * What each page is for, done by somebody whose day that is and who has no other role; and for each role what it may not do, asked for by
 * its address.
 */
final class JobsInTheBrowser {
    private static final String SALT = "S-200/RM-1005/SAL-262711";

    /**
     * @param page first part of its address below {@code /console}
     * @param what is done, for people
     */
    record Job(String page, String role, String what, Colleague.Job work) {}

    /** By role, the address of something that is not for it. */
    static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("admin", "/recall/open"),
            Map.entry("lottrace", "/admin/audit"),
            Map.entry("lottrace-master-data", "/accounts/journal"),
            Map.entry("lottrace-receiver", "/accounts"),
            Map.entry("lottrace-producer", "/work/ship"),
            Map.entry("lottrace-shipper", "/work/release"),
            Map.entry("lottrace-quality", "/work/receive"),
            Map.entry("lottrace-accountant", "/work/move"),
            Map.entry("lottrace-controller", "/work/ship"),
            Map.entry("lottrace-auditor", "/work/hold"),
            Map.entry("lottrace-corrector", "/work/dispose"),
            Map.entry("recall-coordinator", "/work/release"),
            Map.entry("recall-quality", "/work/ship"),
            Map.entry("recall-signatory", "/work/hold"));

    static final List<Job> ALL = List.of(
            new Job("", "lottrace-auditor", "opens a figure of today to its rows", own -> {
                own.open("/");
                own.follow("#figures a.figure");
                assertTrue(!own.path().equals("/"), own.path());
            }),
            new Job("ledger", "lottrace-auditor", "looks for shipments and opens one", own -> {
                own.open("/ledger?type=SHIP&site=HAM");
                own.follow("main tbody a[href*='/event?']");
                assertTrue(own.path().startsWith("/event?id="), own.path());
            }),
            new Job("movements", "lottrace-auditor", "lists what a lot did, and opens a movement", own -> {
                own.open("/movements");
                own.type("lot", SALT);
                own.choose("Show");
                assertTrue(own.path().startsWith("/movements?lot="), own.path());
                own.follow("main tbody a[href*='/event?']");
                assertTrue(own.path().startsWith("/event?id="), own.path());
            }),
            new Job("search", "lottrace-auditor", "finds a lot in any spelling", own -> {
                own.open("/");
                own.find("#search").sendKeys("sal-262711" + Keys.ENTER);
                own.waitFor("SAL-262711");
                own.follow("main a[href*='/lot?key=']");
                assertTrue(own.texts("h1").get(0).contains("SAL-262711"), own.text());
            }),
            new Job("trace", "lottrace-auditor", "sees where a lot went, as a file, too", own -> {
                own.open("/lot?key=" + SALT);
                own.choose("Where it went");
                own.waitFor("SAL-262711");
                assertTrue(own.isThere(".trace-drawing") && own.isThere("a[href*='trace.csv']"), own.text());
            }),
            new Job("admin", "lottrace-auditor", "reads who has come in, and sees the record checked", own -> {
                own.open("/admin/audit");
                assertTrue(own.text().contains("only-lottrace-auditor"), own.text());
                own.open("/admin/record");
                own.choose("Hash chain of all events");
                assertTrue(own.isThere(".note, .badge"), own.text());
            }),
            new Job("event", "lottrace-corrector", "sees what stands on an event before it is taken back", own -> {
                own.open("/ledger?type=COUNT");
                own.open("/event?id=rcv:2026-09-28:001&standing=yes");
                own.waitFor("would have to be");
                own.choose("Take this back");
                assertTrue(own.path().startsWith("/work/reverse?"), own.path());
                own.type("reason", "It was another pallet");
                own.choose("Record");
                assertTrue(own.isThere(".note.bad li"), own.text());
                assertEquals(1, own.errors().size(), "422 is the answer: other events stand on it");
            }),
            new Job("lot", "lottrace-corrector", "corrects what was read wrongly from a label", own -> {
                own.open("/lot?key=" + SALT);
                own.choose("Correct a lot");
                own.type("expiry", "2099-11-30");
                own.type("reason", "The label says November");
                own.choose("Record");
                own.waitFor("Recorded.");
                own.open("/lot?key=" + SALT);
                assertTrue(own.text().contains("2099"), own.text());
            }),
            new Job("stock", "lottrace-controller", "looks at the stock, now and then", own -> {
                own.open("/stock?kind=LOCATION&site=HAM");
                assertTrue(own.texts("td a.code").size() > 1, own.text());
                own.open("/stock/past?at=2026-11-20&site=HAM");
                assertTrue(own.isThere("main tbody td.number"), own.text());
            }),
            new Job("blind-count", "lottrace-controller", "asks who has counted a sheet", own -> {
                own.open("/blind-count");
                own.type("sheet", "C-1");
                own.choose("Show");
                own.waitFor("Nobody has counted this sheet blindly.");
            }),
            new Job("hold-question", "lottrace-quality", "sees which lots of a supplier a hold would take", own -> {
                own.open("/hold-question");
                own.type("supplier", "S-200");
                own.choose("Find");
                own.waitFor("SAL-262711");
                own.follow("main .actions a.button");
                assertTrue(own.path().startsWith("/work/hold-by-question?"), own.path());
            }),
            new Job("exceptions", "lottrace-quality", "opens the exceptions of quality", own -> {
                own.open("/exceptions");
                own.select("owner", "lottrace-quality");
                own.choose("Show");
                assertTrue(own.isThere("main tbody tr, main .empty"), own.text());
            }),
            new Job("items", "lottrace-master-data", "finds an item by a part of its name", own -> {
                own.open("/items?q=hummus");
                own.follow("main tbody a[href*='/lots?item=']");
                assertTrue(own.path().startsWith("/lots?item="), own.path());
            }),
            new Job("sites", "lottrace-master-data", "adds a storage location to a site", own -> {
                own.open("/sites?id=HAM");
                own.follow("main a[href*='/sites/edit?id=HAM']");
                own.choose("Save");
                own.waitFor("Saved.");
            }),
            new Job("parties", "lottrace-master-data", "changes the name of a customer", own -> {
                own.open("/parties/edit?id=S-200");
                own.type("name", "Nordsee Salz und Gewürze");
                own.choose("Save");
                own.waitFor("Saved.");
            }),
            new Job("masters", "lottrace-master-data", "sees what is open with an item before it is closed", own -> {
                own.open("/masters/one?kind=ITEM&key=RM-1005");
                assertTrue(own.isThere("main dl.facts dd"), own.text());
                own.fillIn("Reason", "is bought no longer");
                own.choose("Close");
                assertTrue(own.isThere(".note.bad li"), own.text());
                assertEquals(1, own.errors().size(), "422 is the answer: it is in use");
            }),
            new Job("lot-rights", "admin", "says who may split lots", own -> {
                own.open("/lot-rights");
                own.select("action", "SPLIT");
                own.type("site", "LEJ");
                own.type("users", "anna");
                own.type("reason", "Only Anna knows the labels");
                own.choose("Save");
                own.waitFor("Only Anna knows the labels");
            }),
            new Job("orders", "lottrace-shipper", "opens an order of the list", own -> {
                own.open("/orders");
                own.follow("main tbody a[href*='/order?number=']");
                assertTrue(own.path().startsWith("/order?number="), own.path());
            }),
            new Job("allocation", "lottrace-shipper", "reads why these lots were chosen", own -> {
                own.open("/order?number=SO-70027");
                own.follow("main a[href*='/allocation?order=']");
                assertTrue(own.text().contains("SO-70027"), own.text());
            }),
            new Job("transfer-orders", "lottrace-shipper", "opens an order of the list", own -> {
                own.open("/transfer-orders");
                own.follow("main tbody a");
                assertEquals("/transfer-order?number=TR-900", own.path());
            }),
            new Job("transfer-order", "lottrace-shipper", "reserves, and fills in the form of the dispatch", own -> {
                own.open("/transfer-order?number=TR-900");
                own.choose("Reserve lots");
                own.waitFor("RM-1005");
                own.choose("Dispatch to an own site");
                assertTrue(own.path().startsWith("/work/dispatch?"), own.path());
                assertEquals("TR-900", own.find("[name=transferOrder]").getDomProperty("value"));
            }),
            new Job("unit", "lottrace-shipper", "looks into a pallet, and who has had it", own -> {
                own.open("/unit?sscc=195212340000000690");
                assertTrue(own.isThere("main details.off, main .actions a.button"), own.text());
                own.follow("main a[href*='/unit/custody?']");
                assertTrue(own.path().startsWith("/unit/custody?sscc="), own.path());
            }),
            new Job("scan", "lottrace-receiver", "moves goods with a scanner", own -> {
                own.open("/scan");
                own.follow("button[name=job][value=MOVE]");
                own.find("#scan").sendKeys("SAL-262711");
                own.follow("button[value=scan]");
                assertTrue(own.texts("main li.floor").get(0).contains("SAL-262711"), own.text());
            }),
            new Job("purchase-order", "lottrace-receiver", "looks at what is still to come of an order", own -> {
                own.open("/purchase-order?number=PO-26001");
                assertTrue(own.isThere("main tbody td.number"), own.text());
            }),
            new Job("production-orders", "lottrace-producer", "opens an order of the list", own -> {
                own.open("/production-orders");
                own.follow("main tbody a");
                assertTrue(own.path().startsWith("/production-order?number="), own.path());
            }),
            new Job("production-order", "lottrace-producer", "reserves the components", own -> {
                own.open("/production-order?number=MO-900");
                own.choose("Reserve lots");
                assertTrue(own.path().startsWith("/production-order"), own.path());
                own.waitFor("RM-1006");
            }),
            new Job("lots", "lottrace", "opens a lot of an item", own -> {
                own.open("/lots?item=RM-1005");
                own.follow("main tbody a[href*='/lot?key=']");
                assertTrue(own.path().startsWith("/lot?key="), own.path());
            }),
            new Job("planning", "lottrace-accountant", "opens the waste of a month to its rows", own -> {
                own.open("/planning?from=2026-10-01&to=2026-10-31");
                own.follow("main a[href*='/planning/']");
                assertTrue(own.path().startsWith("/planning/"), own.path());
            }),
            new Job("recall", "recall-signatory", "reads what a case waits for", own -> {
                own.open("/recall");
                assertTrue(own.isThere("main tbody tr, main .empty"), own.text());
            }),
            new Job("recall", "recall-quality", "tries how fast a recall is", own -> {
                own.open("/recall/drills");
                own.follow("main form button.primary");
                assertTrue(own.isThere("main tbody tr"), own.text());
            }),
            new Job("recall", "recall-coordinator", "sees what a recall would block before it is opened", own -> {
                own.open("/recall/open?lot=" + SALT);
                own.choose("Preview");
                own.waitFor("affected lots");
            }));

    /** Pages whose job is done in a test of its own, by the roles that it names: {@link ConsoleIT}. */
    static final Set<String> ELSEWHERE =
            Set.of("work", "order", "item", "imports", "allocation-rules", "wave", "partners", "accounts");

    private JobsInTheBrowser() {}

    static Stream<String> roles() {
        return REFUSED.keySet().stream().sorted();
    }

    static List<Job> of(String role) {
        return ALL.stream().filter(job -> job.role().equals(role)).toList();
    }

    static Set<String> pages() {
        return Stream.concat(ALL.stream().map(Job::page), ELSEWHERE.stream()).collect(Collectors.toSet());
    }

    /** What is not for a role says so, whoever knows its address. */
    static void isRefused(Browser own, String path) {
        own.open(path);
        assertTrue(own.text().contains("None of your roles may see this page"), own.text());
        assertEquals(1, own.errors().size(), "403 is the answer");
    }
}
