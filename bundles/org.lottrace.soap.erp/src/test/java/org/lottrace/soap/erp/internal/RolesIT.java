package org.lottrace.soap.erp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.catalogue.OperationDescription;
import org.lottrace.api.operation.Role;
import org.lottrace.soap.erp.internal.wire.ErpPort;
import org.lottrace.web.gate.testing.GatedServer;

/**
 * Each role sends each kind of request that this service takes, and is refused for its role exactly where the catalogue says so. What
 * they ask for is not there: other refusals are no matter of roles.
 */
class RolesIT {
    private static final String GOODS =
            "<line><lot><item>R-WHEAT</item><number>W-1</number></lot><location>A-01</location>"
                    + "<quantity unit=\"KGM\">1</quantity></line>";
    private static final String LOT = "<lot><issuer>S-100</issuer><item>R-WHEAT</item><number>W-1</number></lot>";
    private static final String UNIT = "<unit>340000000000000014</unit>";
    private static final String TRANSFORM = "movement.transform <number>TR-1</number>" + GOODS
            + "<output><item>R-WHEAT</item><location>A-01</location></output>";
    private static final String TRANSFER = "movement.transfer <toLocation>A-01</toLocation>" + GOODS;

    /** By element: the operation behind it, and what the element holds. */
    private static final Map<String, String> MOVEMENTS = Map.ofEntries(
            Map.entry(
                    "receipt",
                    "movement.receive <supplier>S-100</supplier><shipNotice>ASN-9</shipNotice><location>DOCK</location>"),
            Map.entry("putAway", TRANSFER),
            Map.entry("transfer", TRANSFER),
            Map.entry("pick", TRANSFER),
            Map.entry("pack", TRANSFER),
            Map.entry("split", TRANSFORM),
            Map.entry("merge", TRANSFORM),
            Map.entry("relabel", TRANSFORM),
            Map.entry("repack", TRANSFORM),
            Map.entry("dispatch", "movement.dispatch <toSite>BER</toSite>" + GOODS),
            Map.entry("arrival", "movement.arrive <location>DOCK</location><unit>340000000000000014</unit>"),
            Map.entry("consumption", "movement.consume <productionOrder>PR-1</productionOrder>" + GOODS),
            Map.entry(
                    "production",
                    "movement.produce <productionOrder>PR-1</productionOrder><item>F-FLOUR-1</item>"
                            + "<quantity unit=\"CS\">1</quantity><location>A-01</location>"),
            Map.entry("shipment", "movement.ship <number>SH-1</number><salesOrder>SO-1</salesOrder>"),
            Map.entry("customerReturn", "movement.take-back <number>RT-1</number><shipment>SH-1</shipment>" + GOODS),
            Map.entry(
                    "supplierReturn",
                    "movement.return-to-supplier <supplier>MILL</supplier><number>RV-1</number>" + GOODS),
            Map.entry("stockCount", "movement.count <countSheet>CS-1</countSheet>" + GOODS),
            Map.entry("blindCount", "blind-count.enter <countSheet>BC-1</countSheet>" + GOODS),
            Map.entry("blindCountDecision", "blind-count.decide <countSheet>BC-1</countSheet><entry>e-1</entry>"),
            Map.entry(
                    "sample",
                    "movement.sample <number>S-1</number><purpose>moisture</purpose><fate>USED</fate>" + GOODS),
            Map.entry("nest", "unit.nest " + UNIT + "<into>340000000000000021</into>"),
            Map.entry("takeOut", "unit.take-out " + UNIT),
            Map.entry("unpack", "unit.unpack " + UNIT),
            Map.entry("moveUnits", "unit.move " + UNIT + "<toLocation>A-01</toLocation>"),
            Map.entry("shipUnits", "unit.ship <number>SH-1</number><salesOrder>SO-1</salesOrder>" + UNIT),
            Map.entry("disposal", "movement.dispose <number>DO-1</number>" + GOODS),
            Map.entry(
                    "openingStock",
                    "movement.open <countSheet>CS-1</countSheet><line>" + LOT
                            + "<location>NOWHERE</location><quantity unit=\"KGM\">1</quantity><cost currency=\"EUR\" per=\"KGM\">1</cost></line>"),
            Map.entry("hold", "lot.hold " + LOT + "<reason>ergot</reason>"),
            Map.entry("release", "lot.release " + LOT + "<reason>no ergot</reason>"),
            Map.entry("reversal", "correction.reverse <corrects>e-1</corrects><reason>typed wrong</reason>"),
            Map.entry("shelfLifeBeginning", "lot.begin-shelf-life <by>OPENING</by>" + LOT),
            Map.entry("lotCorrection", "lot.correct " + LOT + "<expiry>2027-03-31</expiry><reason>label</reason>"));

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("item.save", Example.ITEMS),
            Map.entry("site.save", Example.SITES),
            Map.entry("party.save", Example.PARTNERS),
            Map.entry("purchase-order.save", Example.PURCHASE_ORDERS),
            Map.entry("production-order.save", Example.PRODUCTION_ORDERS),
            Map.entry("production-order.find", Example.ASK_PRODUCTION_ORDERS),
            Map.entry("sales-order.save", Example.SALES_ORDERS),
            Map.entry("transfer-order.save", Example.TRANSFER_ORDERS),
            Map.entry("transfer-order.list", Example.ASK_TRANSFER_ORDERS),
            Map.entry("allocation.allocate", Example.ALLOCATION),
            Map.entry("stock.of-item", Example.STOCK),
            Map.entry("item.find", Example.ASK_ITEMS),
            Map.entry("site.find", Example.ASK_SITES),
            Map.entry("party.list", Example.ASK_PARTNERS),
            Map.entry("purchase-order.find", Example.ASK_PURCHASE_ORDERS),
            Map.entry("sales-order.list", Example.ASK_SALES_ORDERS),
            Map.entry("lot.list-of-item", Example.ASK_LOTS),
            Map.entry("lot.is-usable", Example.ASK_USABILITY),
            Map.entry("trace.trace", Example.ASK_TRACE),
            Map.entry("trace.whereabouts", Example.ASK_WHEREABOUTS),
            Map.entry("event.find", Example.ASK_EVENT),
            Map.entry("allocation.show", Example.ASK_ALLOCATION),
            Map.entry("master.close", Example.CLOSE_MASTER),
            Map.entry("master.reopen", Example.REOPEN_MASTER),
            Map.entry("allocation.cancel", Example.CANCEL_ALLOCATION));

    private static Company company;

    @BeforeAll
    static void a_company_that_knows_its_items_and_sites() {
        company = new Company();
        List.of(Example.PARTNERS, Example.ITEMS, Example.SITES).forEach(company::post);
    }

    @AfterAll
    static void stop() {
        company.close();
    }

    static List<Role> roles() {
        return Arrays.stream(Role.values()).filter(Role::isOfLogin).toList();
    }

    @Test
    void every_kind_of_movement_is_tried() {
        assertEquals(MovementKinds.elements(), MOVEMENTS.keySet());
    }

    @Test
    void every_operation_of_the_contract_is_tried() {
        Set<String> tried = OTHERS.values().stream().map(RolesIT::operation).collect(Collectors.toSet());
        tried.add(operation(Example.INBOUND));

        assertEquals(
                Arrays.stream(ErpPort.class.getMethods()).map(Method::getName).collect(Collectors.toSet()), tried);
    }

    private static String operation(String document) {
        return document.split("<soap:Body>\\s*<")[1].split(" ")[0];
    }

    @ParameterizedTest
    @MethodSource("roles")
    void a_role_is_refused_what_is_not_its_own_and_nothing_else(Role role) {
        Map<String, Boolean> refused = new TreeMap<>();
        OTHERS.forEach((operation, request) -> refused.put(operation, isRefused(role, request)));
        MOVEMENTS.forEach((element, movement) -> {
            String[] parts = movement.split(" ", 2);
            boolean now = isRefused(role, request(element, parts[1]));
            Boolean before = refused.put(parts[0], now);
            assertEquals(before == null ? now : before, now, element);
        });

        assertEquals(byTheCatalogue(role, refused.keySet()), refused);
    }

    private static boolean isRefused(Role role, String request) {
        return company.server()
                .postAs(GatedServer.userWith(role), "/erp", request)
                .body()
                .contains("ROLE_MISSING");
    }

    private static String request(String element, String content) {
        String document = Example.OUTBOUND;
        return document.substring(0, document.indexOf("<pick>")) + "<" + element + "><eventId>x</eventId>"
                + "<time>2026-04-03T09:00:00+02:00</time><site>HAM</site>" + content + "</" + element + ">"
                + document.substring(document.indexOf("</captureMovements>"));
    }

    private static Map<String, Boolean> byTheCatalogue(Role role, Set<String> operations) {
        Map<String, Boolean> expected = Catalogue.operations().stream()
                .filter(operation -> operations.contains(operation.name()))
                .collect(Collectors.toMap(
                        OperationDescription::name,
                        operation -> !operation.roles().contains(role)));
        assertEquals(new HashSet<>(operations), expected.keySet());
        return expected;
    }
}
