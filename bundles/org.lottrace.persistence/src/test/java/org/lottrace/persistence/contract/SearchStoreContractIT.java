package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.Bakery.party;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.RecallFixture.anOpening;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.master.MasterAction;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterStep;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.overview.store.SearchStore.Found;
import org.lottrace.api.overview.store.SearchStore.FoundDocument;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.RecallStep;
import org.lottrace.persistence.testing.SentStatements;

class SearchStoreContractIT extends OverviewContract {
    private static final int MANY = 11;
    private static final Optional<Gtin> NO_GTIN = Optional.empty();
    private static final Gtin OF_BREAD = new Gtin("04012345000016");

    @Test
    void a_lot_is_found_by_the_beginning_of_each_of_its_numbers_however_they_are_written() {
        stored(aLot("Ab-12").expiring("2026-05-01").build());
        stored(aLot("AB-1").of(SALT).build());
        stored(aLot("X").markedBySupplier("ab-1/2026").build());
        LotKey wrong = stored(aLot("WRONG").build());
        inOne(() -> db.lots().update(corrected(wrong, "aB-77")));
        stored(aLot("AC-1").build());

        assertEquals(
                List.of("MILL/SALT/AB-1", "MILL/FLOUR/Ab-12", "MILL/FLOUR/WRONG", "MILL/FLOUR/X"),
                keys(db.search().lots("ab-", "", NO_GTIN, MANY)));
        assertEquals(List.of("MILL/FLOUR/Ab-12"), keys(db.search().lots("aB-12", "", NO_GTIN, MANY)));
        assertEquals(List.of(), db.search().lots("b-12", "", NO_GTIN, MANY));
    }

    private static Lot corrected(LotKey key, String number) {
        return new Lot(
                key,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new LotNumber(number)));
    }

    @Test
    void what_is_found_of_a_lot_tells_it_from_others() {
        LotKey lot =
                stored(aLot("L1").expiring("2026-05-01").markedBySupplier("M 1").build());
        disposed(lot, Disposition.ON_HOLD);

        assertEquals(
                List.of(new Found(
                        "MILL/FLOUR/L1",
                        "L1",
                        List.of("FLOUR", "item FLOUR", "MILL", "2026-05-01", "ON_HOLD"),
                        List.of("L1", "FLOUR/L1", "MILL/FLOUR/L1", "M 1"))),
                db.search().lots("L1", "", NO_GTIN, MANY));
    }

    @Test
    void with_an_item_or_its_gtin_a_lot_is_found_by_its_whole_number() {
        stored(aLot("L1").build());
        stored(aLot("L1").of(BREAD).build());
        stored(aLot("L12").of(BREAD).build());

        assertEquals(List.of("MILL/BREAD/L1"), keys(db.search().lots("l1", "bread", NO_GTIN, MANY)));
        assertEquals(List.of("MILL/BREAD/L1"), keys(db.search().lots("L1", "", Optional.of(OF_BREAD), MANY)));
        LotKey slash = stored(aLot("2026/L1").build());
        assertEquals(List.of(slash.toString()), keys(db.search().lots("l1", "2026", NO_GTIN, MANY)));
        assertEquals(List.of(), db.search().lots("L1", "BRE", NO_GTIN, MANY));
        assertEquals(List.of(), db.search().lots("L1", "", Optional.of(new Gtin("04012345000023")), MANY));
    }

    @Test
    void a_lot_with_a_whole_number_comes_before_those_that_begin_with_it_however_many_there_are() {
        IntStream.range(0, 30).forEach(lot -> stored(aLot("L1-" + lot).build()));
        stored(aLot("L1").build());

        List<Found> found = db.search().lots("L1", "", NO_GTIN, MANY);

        assertEquals(MANY, found.size());
        assertEquals("MILL/FLOUR/L1", found.get(0).key());
    }

    @Test
    void a_logistic_unit_is_found_where_it_is_was_or_is_to_come() {
        stocked(aLot("A").build(), "1 KGM", Position.at(in(SHELF), pallet(1)));
        LotKey shipped = stored(aLot("B").build());
        append(anEvent("e1", EventType.PACK)
                .moving(shipped, "1 KGM", Position.at(in(SHELF)), Position.at(in(GATE), pallet(2)))
                .build());
        append(anEvent("e2", EventType.SHIP)
                .moving(shipped, "1 KGM", Position.at(in(GATE), pallet(2)), Position.at(Place.party(MARKET), pallet(2)))
                .build());
        announced("N1", "2026-03-01", "0 KGM", Optional.of(pallet(3)));

        assertEquals(List.of("LOCATION", "BER/A-01", "FLOUR", "A"), details(1));
        assertEquals(List.of("PARTY", "MARKET", "FLOUR", "B"), details(2));
        assertEquals(List.of("BER", "N1", "FLOUR", "N-N1"), details(3));
        assertEquals(List.of(), db.search().unit(pallet(4)));
    }

    private List<String> details(int pallet) {
        return db.search().unit(pallet(pallet)).get(0).details();
    }

    @Test
    void items_are_found_by_number_gtin_and_all_the_words_of_the_description() {
        assertEquals(List.of("BREAD"), keys(db.search().items("bre", List.of(), NO_GTIN, MANY)));
        assertEquals(List.of("BREAD"), keys(db.search().items("0401", List.of(), Optional.of(OF_BREAD), MANY)));
        assertEquals(List.of("DOUGH"), keys(db.search().items("?", List.of("ITEM", "ough"), NO_GTIN, MANY)));
        assertEquals(List.of("BREAD", "DOUGH"), keys(db.search().items("?", List.of("item"), NO_GTIN, 2)));
        assertEquals(List.of(), db.search().items("?", List.of("item", "rye"), NO_GTIN, MANY));
        assertEquals(
                "SALT",
                db.search().items("salt", List.of("item"), NO_GTIN, MANY).get(0).key());
    }

    @Test
    void what_is_closed_is_found_and_marked() {
        step(1, MasterReference.of(SALT), MasterAction.CLOSE);
        step(2, MasterReference.of(MILL), MasterAction.CLOSE);

        assertTrue(details(db.search().items("salt", List.of(), NO_GTIN, MANY)).contains("CLOSED"));
        assertTrue(details(db.search().parties("mill", List.of(), MANY)).contains("CLOSED"));
        step(3, MasterReference.of(SALT), MasterAction.REOPEN);
        assertFalse(details(db.search().items("salt", List.of(), NO_GTIN, MANY)).contains("CLOSED"));
    }

    private void step(long number, MasterReference master, MasterAction action) {
        db.unitOfWork().run(() -> db.masterSteps().insert(new MasterStep(number, master, action, "test", "anna", NOW)));
    }

    private static List<String> details(List<Found> found) {
        return found.get(0).details();
    }

    @Test
    void parties_are_found_by_number_gln_and_words_of_the_name() {
        assertEquals(List.of("MILL"), keys(db.search().parties("mil", List.of(), MANY)));
        assertEquals(List.of("MARKET"), keys(db.search().parties("4012345000030", List.of(), MANY)));
        String name = party(MILL).name();
        assertEquals(List.of("MILL"), keys(db.search().parties("?", List.of(name.toLowerCase(Locale.ROOT)), MANY)));
    }

    @Test
    void orders_and_notices_are_found_by_the_beginning_of_their_numbers() {
        announced("SN-1", "2026-03-01", "0 KGM", Optional.empty());
        announced("sn-2", "2026-03-01", "50 KGM", Optional.empty());
        db.purchaseOrders().save(aPurchaseOrder("PO12").build());
        db.salesOrders().save(aSalesOrder("SO1").build());
        db.salesOrders().save(aSalesOrder("so2").build());

        assertEquals(List.of("PO1", "PO12"), keys(db.search().purchaseOrders(List.of("po1", "PO1"), MANY)));
        assertEquals(List.of("PO12"), keys(db.search().purchaseOrders(List.of("PO12"), MANY)));
        assertEquals(List.of("SO1", "so2"), keys(db.search().salesOrders(List.of("SO", "so"), MANY)));
        assertEquals(List.of("SO1"), keys(db.search().salesOrders(List.of("SO"), MANY)));
        assertEquals(List.of("SO1"), keys(db.search().salesOrders(List.of("po-so1"), MANY)));
        assertEquals(List.of("MILL/SN-1", "MILL/sn-2"), keys(db.search().shipNotices(List.of("SN-", "sn-"), MANY)));
        assertEquals(
                List.of("MARKET", "PO-SO1", "BER", "2026-03-03"),
                db.search().salesOrders(List.of("SO1"), MANY).get(0).details().stream()
                        .filter(detail -> !detail.equals(party(MARKET).name()))
                        .toList());
    }

    @Test
    void events_are_found_by_the_beginning_of_their_id_and_documents_by_that_of_their_number() {
        LotKey lot = stored(aLot("A").build());
        append(received("e:1", lot));
        append(received("e:2", lot));
        append(received("f:1", lot));

        assertEquals(List.of("e:1", "e:2"), keys(db.search().events(List.of("e:"), MANY)));
        assertEquals(
                List.of("RECEIVE", "BER", "2026-03-02T08:00:00Z", "anna"),
                db.search().events(List.of("f:1"), MANY).get(0).details());
        assertEquals(
                List.of(
                        new FoundDocument(DocumentType.PURCHASE_ORDER, "D1"),
                        new FoundDocument(DocumentType.SHIP_NOTICE, "D1")),
                db.search().documents(List.of("d", "D"), 6));
        assertEquals(1, db.search().documents(List.of("D1"), 1).size());
        assertEquals(List.of(), db.search().documents(List.of("1"), 6));
    }

    @Test
    void an_order_between_sites_is_found_before_anything_has_left_for_it() {
        inOne(() -> db.transferOrders()
                .save(new TransferOrder(
                        "TR1",
                        BERLIN,
                        POTSDAM,
                        LocalDate.of(2026, 3, 3),
                        Optional.empty(),
                        List.of(new TransferOrder.Line(1, FLOUR, quantity("5 KGM"))))));

        assertEquals(
                List.of(new FoundDocument(DocumentType.TRANSFER_ORDER, "TR1")),
                db.search().documents(List.of("tr", "TR"), MANY));
    }

    private static TraceEvent received(String id, LotKey lot) {
        return anEvent(id, EventType.RECEIVE)
                .of(DocumentType.SHIP_NOTICE, "D1")
                .of(DocumentType.PURCHASE_ORDER, "D1")
                .moving(lot, "1 KGM", Place.party(MILL), in(SHELF))
                .build();
    }

    @Test
    void interchanges_are_found_by_their_control_number_the_newest_first() {
        long first = interchange("000000017", InterchangeStatus.SENT, NOW);
        long second = interchange("000000017", InterchangeStatus.REJECTED, NOW);
        interchange("000000018", InterchangeStatus.SENT, NOW);

        assertEquals(
                List.of(Long.toString(second), Long.toString(first)),
                keys(db.search().interchanges(List.of("17", "000000017"), MANY)));
        assertEquals(1, db.search().interchanges(List.of("000000017"), 1).size());
    }

    @Test
    void a_recall_case_is_found_by_its_number() {
        inOne(() -> {
            db.recalls().insert(RecallCaseId.of(17), new EventId("open"));
            db.recalls()
                    .append(
                            RecallCaseId.of(17),
                            List.of(new RecallStep(1, NOW, "anna", new RecallFact.Opened(anOpening(RecallMode.REAL)))));
        });

        assertEquals(List.of("R-000017"), keys(db.search().recallCases("r-000017")));
        assertEquals(List.of(), db.search().recallCases("R-000018"));
    }

    @Test
    void each_kind_is_one_statement() {
        List<String> spellings = List.of("Ab", "AB", "ab");

        assertOneStatement(() -> db.search().lots("L1", "", NO_GTIN, MANY));
        assertOneStatement(() -> db.search().unit(pallet(1)));
        assertOneStatement(() -> db.search().items("A", List.of("a", "b"), Optional.of(OF_BREAD), MANY));
        assertOneStatement(() -> db.search().parties("A", List.of("a", "b"), MANY));
        assertOneStatement(() -> db.search().purchaseOrders(spellings, MANY));
        assertOneStatement(() -> db.search().salesOrders(spellings, MANY));
        assertOneStatement(() -> db.search().shipNotices(spellings, MANY));
        assertOneStatement(() -> db.search().documents(spellings, MANY));
        assertOneStatement(() -> db.search().events(spellings, MANY));
        assertOneStatement(() -> db.search().interchanges(spellings, MANY));
        assertOneStatement(() -> db.search().recallCases("R-000001"));
    }

    private static void assertOneStatement(Runnable search) {
        assertEquals(
                1,
                SentStatements.of(search).stream()
                        .filter(sql -> !sql.equals(SentStatements.COMMIT))
                        .count());
    }

    private static List<String> keys(List<Found> found) {
        return found.stream().map(Found::key).toList();
    }
}
