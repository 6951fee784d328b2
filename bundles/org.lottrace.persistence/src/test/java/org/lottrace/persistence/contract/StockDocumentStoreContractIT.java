package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.EventId;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.thirdparty.GoodsCondition;
import org.lottrace.api.thirdparty.KeptDocument;
import org.lottrace.api.thirdparty.StockDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.thirdparty.store.StockDocumentStore;

class StockDocumentStoreContractIT extends StoreContract {
    private static final Instant NOW = Instant.parse("2026-10-01T08:00:00.123456Z");
    private static final SiteId THERE = new SiteId("THERE");

    @Test
    void a_warehouse_is_as_it_was_saved_last_and_sealed_each_time() {
        StockDocumentStore store = db.stockDocuments();
        store.save(warehouse("THERE", 0));
        store.save(warehouse("ELSE", 0));
        store.save(warehouse("THERE", 5));

        assertEquals(Optional.of(warehouse("THERE", 5)), store.warehouse(THERE));
        assertEquals(List.of(warehouse("ELSE", 0), warehouse("THERE", 5)), store.warehouses());
        assertEquals(Optional.empty(), store.warehouse(new SiteId("there")));
        assertEquals(3, seals("THIRD_WAREHOUSE"));
    }

    @Test
    void a_document_comes_back_exactly_and_says_later_what_it_booked() {
        StockDocumentStore store = db.stockDocuments();
        KeptDocument whole = document(1, "S1", Optional.of("W1"), List.of());
        store.save(whole);
        KeptDocument booked = document(1, "S1", Optional.of("W1"), List.of(new EventId("a:1"), new EventId("b:2")));
        store.save(booked);

        assertEquals(Optional.of(booked), store.find(THERE, StockDocumentKind.SHIPPING_ADVICE, "S1"));
        assertEquals(Optional.empty(), store.find(THERE, StockDocumentKind.INVENTORY, "S1"));
        assertEquals(Optional.empty(), store.find(THERE, StockDocumentKind.SHIPPING_ADVICE, "s1"));
        assertEquals(2, seals("STOCK_DOCUMENT"));
    }

    @Test
    void documents_are_found_by_what_they_are_about_and_a_page_at_a_time() {
        StockDocumentStore store = db.stockDocuments();
        KeptDocument first = document(1, "S1", Optional.of("W1"), List.of());
        KeptDocument second = document(2, "S2", Optional.of("W2"), List.of());
        KeptDocument third = document(3, "S3", Optional.of("W1"), List.of());
        List.of(first, second, third).forEach(store::save);
        StockDocumentKind kind = StockDocumentKind.SHIPPING_ADVICE;

        assertEquals(List.of(first, third), store.about(THERE, kind, List.of("W1", "W9")));
        assertEquals(List.of(third, second), store.newest(THERE, kind, Long.MAX_VALUE, 2));
        assertEquals(List.of(first), store.newest(THERE, kind, 2, 2));
        assertEquals(List.of(), store.newest(new SiteId("ELSE"), kind, Long.MAX_VALUE, 2));
    }

    private static ThirdPartyWarehouse warehouse(String site, int tolerance) {
        return new ThirdPartyWarehouse(
                new SiteId(site), new PartyId("A"), new LocationId("L"), new LocationId("Q"), tolerance, 24);
    }

    private static KeptDocument document(long position, String number, Optional<String> about, List<EventId> events) {
        StockDocument document = new StockDocument(
                number,
                StockDocumentKind.SHIPPING_ADVICE,
                THERE,
                Optional.of(new SiteId("HERE")),
                about,
                Optional.of(Bakery.MARKET),
                NOW,
                List.of(
                        new StockDocument.Line(
                                Bakery.BREAD,
                                Optional.of(Bakery.COMPANY),
                                Optional.of(new LotNumber("A/1")),
                                Quantity.of("12.5", "CS"),
                                Optional.of(Bakery.pallet(1)),
                                Optional.of(Bakery.SHELF),
                                Optional.of(3),
                                GoodsCondition.DAMAGED),
                        new StockDocument.Line(
                                Bakery.FLOUR,
                                Optional.empty(),
                                Optional.empty(),
                                Quantity.of("0", "KGM"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                GoodsCondition.GOOD)));
        return new KeptDocument(
                position,
                document,
                "anna",
                NOW,
                events,
                events.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new KeptDocument.Cancelling("ben", NOW.plusSeconds(1), "twice")),
                true);
    }

    private int seals(String type) {
        return db.texts("select record_key from seal where record_type = '" + type + "'")
                .size();
    }
}
