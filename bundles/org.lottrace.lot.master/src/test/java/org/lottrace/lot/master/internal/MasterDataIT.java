package org.lottrace.lot.master.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.api.fixture.SiteBuilder.aSite;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.fixture.LotBuilder;
import org.lottrace.api.fixture.PartyBuilder;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.LocationType;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/** Items, sites and parties: all or nothing, with every problem. */
class MasterDataIT {
    private final TestDatabase database = TestDatabase.h2();
    private final PartnerDirectoryService parties =
            new PartnerDirectoryService(database.unitOfWork(), database.parties());
    private final ItemCatalogService items =
            new ItemCatalogService(database.unitOfWork(), database.items(), database.lots());
    private final SiteDirectory sites =
            TestCompany.on(database).with(Clock.class, Bakery.CLOCK).service(SiteDirectory.class);

    @Test
    void keeps_the_bakery() {
        bakery();
        bakery();

        assertEquals(4, items.all().size());
        assertEquals(3, parties.all().size());
        assertEquals(Optional.of(Bakery.item(BREAD)), items.find(BREAD));
        assertEquals(Optional.of(Bakery.party(MILL)), parties.find(MILL));
        assertEquals(Optional.of(Bakery.item(BREAD)), items.find(new Gtin("04012345000016")));
        assertEquals(Optional.of(Bakery.site(Bakery.BERLIN)), sites.find(Bakery.BERLIN));
        assertEquals(
                Optional.of(Bakery.party(MILL)),
                parties.find(Bakery.party(MILL).profile().ediAddress().orElseThrow()));
    }

    @Test
    void a_site_at_which_something_is_recorded_changes_its_company_within_the_same_books_only() {
        bakery();
        PartyId other = new PartyId("BAKERY-2");
        PartyId keeper = new PartyId("BAKERY-US");
        for (PartyId company : List.of(other, keeper)) {
            assertEquals(
                    List.of(),
                    parties.save(List.of(PartyBuilder.aParty(company.value())
                            .as(PartyRole.COMPANY)
                            .build())));
        }
        database.unitOfWork().run(() -> database.companyBooks()
                .insert(new CompanyBooks(keeper, "USD", "", "controller", Bakery.NOW)));
        LotKey lot = LotBuilder.aLot("L1").key();
        database.unitOfWork().run(() -> {
            database.lots()
                    .insert(new Lot(lot, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
            database.ledger()
                    .append(new RecordedEvent(
                            EventBuilder.anEvent("E1", EventType.GAIN)
                                    .moving(lot, "1 KGM", Place.countDifference(BERLIN), Bakery.in(SHELF))
                                    .build(),
                            1,
                            Bakery.NOW,
                            "0".repeat(64)));
        });

        assertEquals(List.of(), sites.save(List.of(berlinOf(other))));
        assertEquals(List.of("SITE_USED sites[1].company"), codes(sites.save(List.of(berlinOf(keeper)))));
        assertEquals(other, sites.find(BERLIN).orElseThrow().company());
    }

    private static Site berlinOf(PartyId company) {
        Site site = Bakery.site(BERLIN);
        return new Site(
                site.id(),
                company,
                site.name(),
                site.gln(),
                site.zone(),
                site.productionDayStart(),
                site.lotNumberTemplate(),
                site.locations());
    }

    @Test
    void gives_a_gtin_to_one_item_only() {
        bakery();
        Item roll = anItem(new ItemNumber("ROLL")).withGtin("4012345000016").build();
        Item bun = anItem(new ItemNumber("BUN")).withGtin("4012345000023").build();
        Item bap = anItem(new ItemNumber("BAP")).withGtin("4012345000023").build();

        assertEquals(
                List.of("GTIN_IN_USE items[1].gtin", "GTIN_IN_USE items[3].gtin"),
                codes(items.save(List.of(roll, bun, bap))));
        assertEquals(Optional.empty(), items.find(bun.number()));
    }

    /** The other one asks for it first: neither may have it until one of them is left out. */
    @Test
    void what_two_ask_for_at_once_is_given_to_neither_even_if_one_has_it() {
        bakery();
        Item roll = anItem(new ItemNumber("ROLL")).withGtin("4012345000016").build();
        Party other = aParty(new PartyId("OTHER"))
                .as(PartyRole.SUPPLIER)
                .exchangingAs("ZZ", "MILL")
                .build();

        assertEquals(
                List.of("GTIN_IN_USE items[1].gtin", "GTIN_IN_USE items[2].gtin"),
                codes(items.save(List.of(roll, Bakery.item(BREAD)))));
        assertEquals(
                List.of(
                        "EDI_ADDRESS_IN_USE parties[1].profile.ediAddress",
                        "EDI_ADDRESS_IN_USE parties[2].profile.ediAddress"),
                codes(parties.save(List.of(other, Bakery.party(MILL)))));
    }

    @Test
    void an_item_may_be_kept_in_another_unit_before_it_has_lots_and_saved_again_when_it_has() {
        bakery();
        database.unitOfWork().run(() -> database.lots().insert(aLot().build()));

        assertEquals(List.of(), codes(items.save(List.of(anItem(SALT).in("GRM").build(), Bakery.item(FLOUR)))));
    }

    @Test
    void keeps_the_base_unit_of_an_item_that_has_lots() {
        bakery();
        Item inPieces =
                anItem(FLOUR).in("C62").packed("BG", "1").packed("BG", "2").build();
        database.unitOfWork().run(() -> database.lots().insert(aLot().build()));

        assertEquals(
                List.of("BASE_UNIT_CHANGED items[1].baseUnit", "PACK_UNIT_REPEATED items[1].packUnits"),
                codes(items.save(List.of(inPieces))));
    }

    @Test
    void refuses_an_interchange_address_that_could_not_be_written() {
        bakery();

        assertEquals(
                List.of("EDI_QUALIFIER_UNKNOWN parties[1].profile.ediAddress"),
                codes(parties.save(List.of(aParty(new PartyId("OTHER"))
                        .as(PartyRole.SUPPLIER)
                        .exchangingAs("Z9", "OTHER")
                        .build()))));
    }

    @Test
    void gives_an_interchange_address_to_one_party_only() {
        bakery();

        assertEquals(
                List.of("EDI_ADDRESS_IN_USE parties[1].profile.ediAddress"),
                codes(parties.save(List.of(aParty(new PartyId("OTHER"))
                        .as(PartyRole.SUPPLIER)
                        .exchangingAs("ZZ", "MILL")
                        .build()))));
    }

    @Test
    void says_everything_that_is_wrong_with_a_site() {
        bakery();
        Site wrong = new Site(
                new SiteId("HAM"),
                MILL,
                "Hamburg",
                Optional.empty(),
                ZoneOffset.UTC,
                LocalTime.MIDNIGHT,
                "{foo}",
                aSite("HAM")
                        .with(SHELF, LocationType.STORAGE)
                        .with(SHELF, LocationType.PICKING)
                        .build()
                        .locations());

        assertEquals(
                List.of(
                        "TEMPLATE_INVALID sites[2].lotNumberTemplate",
                        "TEMPLATE_INVALID sites[2].lotNumberTemplate",
                        "COMPANY_UNKNOWN sites[2].company",
                        "LOCATION_REPEATED sites[2].locations"),
                codes(sites.save(List.of(aSite("MUC").build(), wrong))));
        assertEquals(2, sites.all().size());
    }

    private void bakery() {
        assertEquals(List.of(), parties.save(Bakery.parties()));
        assertEquals(List.of(), items.save(Bakery.items()));
        assertEquals(List.of(), sites.save(Bakery.sites()));
    }

    private static List<String> codes(List<Violation> violations) {
        return violations.stream().map(v -> v.code() + " " + v.path()).toList();
    }
}
