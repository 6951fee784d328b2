package org.lottrace.console.web.internal.master;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LocationType;
import org.lottrace.api.lot.LotNumbering;
import org.lottrace.api.lot.NumberingStandard;
import org.lottrace.api.lot.Segregation;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.operation.Role;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class MasterPagesTest {
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]*)\"");
    private static final Map<String, String> OATS = fields(
            "number", "OATS",
            "description", "Oat flakes <fine>",
            "type", "RAW_MATERIAL",
            "gtin", "",
            "baseUnit", "KGM",
            "packUnits", "BG",
            "baseUnits", "25",
            "shelfLifeDays", "365",
            "classes", "GLUTEN, ORGANIC",
            "notWith", "NUTS");
    private static final Map<String, String> FARM = fields(
            "id", "FARM",
            "name", "The farm",
            "roles", "SUPPLIER",
            "gln", "4012345000047",
            "street", "Weg 1",
            "city", "Nauen",
            "region", "",
            "postalCode", "14641",
            "country", "de",
            "email", "",
            "phone", "",
            "ediAddress", "ZZ:FARM",
            "mapping", "standard",
            "minimumRemainingShelfLifeDays", "0");
    private static final Map<String, String> DEPOT = fields(
            "id", "DEP",
            "company", "BAKERY",
            "name", "Depot",
            "gln", "",
            "zone", "Europe/Berlin",
            "productionDayStart", "06:00",
            "lotNumberTemplate", "{yyyy}-{seq:4}",
            "locations", "A-01 STORAGE\r\n\r\nDOCK receiving\r\n");

    private final List<Item> items = new ArrayList<>(Bakery.items());
    private final List<Party> parties = new ArrayList<>();
    private final List<Site> sites = new ArrayList<>();
    private List<Violation> refusal = List.of();
    private DeskUnderTest desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_new_item_is_saved_with_all_its_fields_and_once_however_often_it_is_sent() {
        open(Role.MASTER_DATA);

        HttpResponse<String> saved = send("/console/item", OATS);
        HttpResponse<String> again = send("/console/item", OATS);

        assertEquals(303, saved.statusCode(), saved.body());
        assertEquals(303, again.statusCode());
        assertEquals(
                "/console/item?number=OATS&saved=yes",
                saved.headers().firstValue("Location").orElseThrow());
        Item oats = items.get(4);
        assertEquals(5, items.size());
        assertEquals(new Segregation(Set.of("GLUTEN", "ORGANIC"), Set.of("NUTS")), oats.segregation());
        assertEquals(Optional.of(365), oats.shelfLifeDays());
        assertEquals("25", oats.packUnits().get(0).baseUnits().toPlainString());
        String form = desk.page("/console/item?number=OATS&saved=yes");
        assertTrue(form.contains("Saved.") && form.contains("value=\"Oat flakes &lt;fine"), form);
    }

    @Test
    void the_tolerance_of_a_catch_weight_is_entered_and_shown_and_a_wrong_one_told() {
        open(Role.MASTER_DATA);
        Map<String, String> weighed = with(OATS, "counting", "CATCH_WEIGHT", "catchWeightPercent", "12");

        assertEquals(303, send("/console/item", weighed).statusCode());
        assertEquals(Optional.of(12), items.get(4).profile().catchWeightPercent());
        assertTrue(
                desk.page("/console/item?number=OATS")
                        .contains("name=\"catchWeightPercent\" type=\"text\" value=\"12\""),
                desk.page("/console/item?number=OATS"));
        for (String wrong : List.of("-1", "1001", "a few")) {
            HttpResponse<String> answer = send("/console/item", with(weighed, "catchWeightPercent", wrong));
            assertTrue(answer.body().contains("id=\"catchWeightPercent-wrong\""), wrong + answer.body());
        }
    }

    /** The service says it of the profile. */
    @Test
    void a_tolerance_that_is_refused_stands_at_its_field() {
        refusal = List.of(new Violation(
                "CATCH_WEIGHT_TOLERANCE_UNUSED",
                ViolationPath.of("items", 1).then("profile").then("catchWeightPercent"),
                "not counted by catch weight"));
        open(Role.MASTER_DATA);

        HttpResponse<String> answer = send("/console/item", with(OATS, "catchWeightPercent", "12"));

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("id=\"catchWeightPercent-wrong\">not counted"), answer.body());
    }

    @Test
    void everything_that_is_wrong_with_a_form_is_said_at_once_and_what_was_entered_stays() {
        open(Role.MASTER_DATA);

        HttpResponse<String> answer = send(
                "/console/item",
                with(OATS, "number", "no blanks", "baseUnit", "", "baseUnits", "a few", "shelfLifeDays", "-1"));

        assertEquals(422, answer.statusCode());
        for (String field : List.of("number", "baseUnit", "shelfLifeDays")) {
            assertTrue(answer.body().contains("id=\"" + field + "-wrong\""), field);
        }
        assertTrue(answer.body().contains("a few is no number."));
        assertTrue(answer.body().contains("value=\"no blanks\""));
        assertEquals(4, items.size());
    }

    @Test
    void what_the_service_refuses_stands_at_its_field() {
        refusal = List.of(new Violation("GTIN_IN_USE", "gtin", "BREAD has this GTIN"));
        open(Role.MASTER_DATA);

        HttpResponse<String> answer = send("/console/item", with(OATS, "gtin", "4012345000016"));

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("id=\"gtin-wrong\">BREAD has this GTIN"), answer.body());
    }

    @Test
    void of_two_who_change_the_same_item_the_second_is_told() {
        open(Role.MASTER_DATA);
        send("/console/item", OATS);
        String seen = seen("/console/item?number=OATS");

        assertEquals(
                303,
                send("/console/item", with(OATS, "description", "Oats", "seen", seen))
                        .statusCode());
        HttpResponse<String> second = send("/console/item", with(OATS, "description", "Flakes", "seen", seen));

        assertEquals(422, second.statusCode());
        assertTrue(second.body().contains("Somebody else has changed this"));
        assertTrue(second.body().contains("Stored now: Oats. Entered here: Flakes."), second.body());
        assertTrue(second.body().contains("value=\"Flakes\""), "what was entered stays");
        HttpResponse<String> asNew = send("/console/item", with(OATS, "description", "Other"));
        assertTrue(asNew.body().contains("This is known already."));
        assertEquals("Oats", items.get(4).description());
        assertEquals(
                303,
                send("/console/item", with(OATS, "description", "Flakes", "seen", seenIn(second.body())))
                        .statusCode(),
                "whoever has seen what is stored may save over it");
        assertEquals("Flakes", items.get(4).description());
    }

    @Test
    void of_two_who_change_the_same_party_or_site_the_second_is_told_with_both_values() {
        open(Role.MASTER_DATA);
        send("/console/parties/edit", FARM);
        send("/console/sites/edit", DEPOT);
        String party = seen("/console/parties/edit?id=FARM");
        String site = seen("/console/sites/edit?id=DEP");
        assertEquals(
                303,
                send("/console/parties/edit", with(FARM, "city", "Ketzin", "seen", party))
                        .statusCode());
        assertEquals(
                303,
                send("/console/sites/edit", with(DEPOT, "locations", "A-02 STORAGE", "seen", site))
                        .statusCode());

        HttpResponse<String> secondParty =
                send("/console/parties/edit", with(FARM, "city", "Brieselang", "seen", party));
        HttpResponse<String> secondSite = send("/console/sites/edit", with(DEPOT, "name", "Depot 2", "seen", site));

        assertEquals(422, secondParty.statusCode());
        assertTrue(secondParty.body().contains("Stored now: Ketzin. Entered here: Brieselang."), secondParty.body());
        assertEquals(422, secondSite.statusCode());
        assertTrue(secondSite.body().contains("Stored now: Depot. Entered here: Depot 2."), secondSite.body());
        assertTrue(secondSite.body().contains("Stored now: A-02 STORAGE."), secondSite.body());
        assertEquals("Ketzin", parties.get(0).address().city());
        assertEquals("Depot", sites.get(0).name());
    }

    @Test
    void a_party_is_saved_with_its_profile() {
        open(Role.MASTER_DATA);

        assertEquals(303, send("/console/parties/edit", FARM).statusCode());

        Party farm = parties.get(0);
        assertEquals(Set.of(PartyRole.SUPPLIER), farm.roles());
        assertEquals("DE", farm.address().country());
        assertEquals("ZZ:FARM", farm.profile().ediAddress().orElseThrow().toString());
        HttpResponse<String> wrong =
                send("/console/parties/edit", with(FARM, "roles", "NONE", "country", "Germany", "ediAddress", "FARM"));
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("Tick at least one.") && wrong.body().contains("no country has the code"));
        assertTrue(wrong.body().contains("an EDI address is qualifier:id"));
    }

    @Test
    void a_site_is_saved_with_its_locations_one_a_line() {
        open(Role.MASTER_DATA);

        assertEquals(303, send("/console/sites/edit", DEPOT).statusCode());

        assertEquals(2, sites.get(0).locations().size());
        assertEquals(LocationType.RECEIVING, sites.get(0).locations().get(1).type());
        assertTrue(desk.page("/console/sites?id=DEP").contains("Goods in"));
        assertTrue(desk.page("/console/sites/edit?id=DEP").contains("A-01 STORAGE\nDOCK RECEIVING"));
        assertTrue(desk.page("/console/sites?id=DEP&number=2026-0042").contains(">0042<"), "a number is read back");
        HttpResponse<String> unread = desk.get("/console/sites?id=DEP&number=X");
        assertEquals(422, unread.statusCode());
        assertTrue(unread.body().contains("X is no number of this site"), unread.body());
        HttpResponse<String> wrong =
                send("/console/sites/edit", with(DEPOT, "locations", "A-01", "zone", "Europe/Nauen"));
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("is no location: write code and kind"));
        assertTrue(wrong.body().contains("id=\"zone-wrong\""));
    }

    @Test
    void whoever_may_not_change_master_data_reads_sites_and_sees_no_form() {
        open(Role.AUDITOR);

        assertFalse(desk.page("/console/sites").contains("/console/sites/edit"));
        assertEquals(403, desk.get("/console/sites/edit").statusCode());
        assertEquals(403, desk.get("/console/item").statusCode());
        assertEquals(403, desk.get("/console/parties/edit").statusCode());
        assertEquals(422, send("/console/sites/edit", DEPOT).statusCode());
        assertEquals(List.of(), sites);
    }

    private void open(Role role) {
        desk = DeskUnderTest.as(
                role,
                List.of(new ItemForm(), new PartyForm(), new SitesPage()),
                Fake.nothingClosed(),
                Fake.of(ItemCatalog.class)
                        .when("find", given -> items.stream()
                                .filter(item -> item.number().equals(given.get(0)))
                                .findFirst())
                        .when(
                                "save",
                                given -> save(items, given, (a, b) -> a.number().equals(b.number())))
                        .build(),
                Fake.of(PartnerDirectory.class)
                        .when("find", given -> parties.stream()
                                .filter(party -> party.id().equals(given.get(0)))
                                .findFirst())
                        .when("all", ignored -> Bakery.parties())
                        .when("save", given -> save(parties, given, (a, b) -> a.id().equals(b.id())))
                        .build(),
                Fake.of(SiteDirectory.class)
                        .when("find", given -> sites.stream()
                                .filter(site -> site.id().equals(given.get(0)))
                                .findFirst())
                        .when("all", ignored -> List.copyOf(sites))
                        .when("save", given -> save(sites, given, (a, b) -> a.id().equals(b.id())))
                        .build(),
                Fake.of(LotNumbering.class)
                        .when("decode", given -> {
                            if (!given.get(1).toString().startsWith("2026-")) {
                                throw new InvalidIdentifierException(
                                        "lot number", given.get(1).toString());
                            }
                            return Map.of("yyyy", "2026", "seq", "0042");
                        })
                        .when("standard", given -> {
                            Site site = (Site) given.get(0);
                            return new NumberingStandard(
                                    site.id(),
                                    site.lotNumberTemplate(),
                                    site.calendar().zone(),
                                    LocalTime.MIDNIGHT,
                                    List.of("yyyy", "seq"),
                                    List.of("yyyy"),
                                    9_999,
                                    false,
                                    Optional.empty());
                        })
                        .build());
    }

    @SuppressWarnings("unchecked")
    private <T> List<Violation> save(List<T> stored, List<Object> given, java.util.function.BiPredicate<T, T> isSame) {
        if (refusal.isEmpty()) {
            T saved = ((List<T>) given.get(0)).get(0);
            stored.removeIf(known -> isSame.test(known, saved));
            stored.add(saved);
        }
        return refusal;
    }

    private HttpResponse<String> send(String path, Map<String, String> fields) {
        return desk.send(
                path,
                fields.entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
    }

    private String seen(String path) {
        return seenIn(desk.page(path));
    }

    private static String seenIn(String page) {
        Matcher found = SEEN.matcher(page);
        assertTrue(found.find());
        return found.group(1);
    }

    private static Map<String, String> with(Map<String, String> fields, String... changes) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.putAll(fields(changes));
        return changed;
    }

    private static Map<String, String> fields(String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
