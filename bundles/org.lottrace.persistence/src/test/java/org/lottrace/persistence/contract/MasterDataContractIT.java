package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.api.fixture.SiteBuilder.aSite;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.LocationType;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.persistence.testing.SentStatements;

class MasterDataContractIT extends StoreContract {
    @Test
    void items_come_back_as_they_were_saved() {
        assertEquals(Optional.of(Bakery.item(BREAD)), db.items().find(BREAD));
        assertEquals(Optional.of(Bakery.item(BREAD)), db.items().find(Gtin.of("4012345000016")));
        assertEquals(Optional.empty(), db.items().find(new ItemNumber("NONE")));
    }

    @Test
    void an_item_that_is_saved_again_is_replaced_with_its_pack_units_and_classes() {
        Item changed = anItem(BREAD)
                .in("C62")
                .packed("PF", "480")
                .packed("CS", "10")
                .having("GLUTEN", "SESAME")
                .notWith("NUTS", "FISH")
                .build();
        Item changedAgain =
                anItem(BREAD).in("C62").packed("CS", "10").having("GLUTEN").build();

        db.items().save(changed);
        assertEquals(Optional.of(changed), db.items().find(BREAD));
        assertEquals(List.of(changed), db.items().ofClass("SESAME"), "with all of its classes");
        assertEquals(List.of(), db.items().ofClass("sesame"));

        db.items().save(changedAgain);
        assertEquals(Optional.of(changedAgain), db.items().find(BREAD));
    }

    @Test
    void items_are_found_by_their_numbers_without_those_that_there_are_not() {
        assertEquals(
                List.of("FLOUR", "SALT"),
                db.items().withNumbers(List.of(Bakery.SALT, new ItemNumber("NONE"), Bakery.FLOUR, Bakery.SALT)).stream()
                        .map(item -> item.number().value())
                        .toList());
    }

    @Test
    void two_items_cannot_have_the_same_gtin() {
        Item other = anItem("OTHER").withGtin("4012345000016").build();

        assertThrows(StaleWriteException.class, () -> db.items().save(other));
    }

    @Test
    void items_are_listed_by_their_number_in_the_order_of_its_characters() {
        List.of("b", "A_1", "A-1", "A1", "a", "B")
                .forEach(number -> db.items().save(anItem(number).build()));

        assertEquals(
                List.of("A-1", "A1", "A_1", "B", "BREAD", "DOUGH", "FLOUR", "SALT", "a", "b"),
                db.items().all().stream().map(item -> item.number().value()).toList());
    }

    @Test
    void sites_come_back_with_their_locations_in_order() {
        assertEquals(Bakery.sites(), db.sites().all());
        assertEquals(
                1,
                SentStatements.of(() -> db.sites().all()).stream()
                        .filter(sql -> !sql.equals(SentStatements.COMMIT))
                        .count(),
                "with the locations of all of them");

        var changed = aSite(BERLIN)
                .withGln("4012345000030")
                .startingAt("05:30:00.000000001")
                .with(SHELF, LocationType.PICKING)
                .build();
        db.sites().save(changed);

        assertEquals(Optional.of(changed), db.sites().find(BERLIN));
    }

    @Test
    void parties_come_back_with_roles_and_profile() {
        var mill = aParty(MILL)
                .as(PartyRole.SUPPLIER, PartyRole.CUSTOMER)
                .exchangingAs("01", "123456789")
                .mappedBy("mill")
                .build();
        db.parties().save(mill);

        assertEquals(Optional.of(mill), db.parties().find(MILL));
        assertEquals(Optional.of(mill), db.parties().find(new EdiAddress("01", "123456789")));
        assertEquals(Optional.empty(), db.parties().find(new EdiAddress("ZZ", "MILL")));
        assertEquals(List.of(mill), db.parties().find(List.of(new PartyId("NOBODY"), MILL, MILL)));
        assertEquals(List.of(), db.parties().find(List.of()));
        assertEquals(
                List.of("BAKERY", "MARKET", "MILL"),
                db.parties().all().stream().map(party -> party.id().value()).toList());
    }
}
