package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.asn856.internal.MessageReader.Reading;
import org.lottrace.edi.asn856.internal.wire.Batch;
import org.lottrace.edi.asn856.internal.wire.Item;
import org.lottrace.edi.asn856.internal.wire.Level;
import org.lottrace.edi.asn856.internal.wire.Order;
import org.lottrace.edi.asn856.internal.wire.Pack;
import org.lottrace.edi.asn856.internal.wire.ShipNoticeMessage;
import org.lottrace.edi.asn856.internal.wire.Shipment;
import org.lottrace.edi.asn856.internal.wire.Tare;

class MessageReaderTest {
    private final ShipNoticeMessage message = new ShipNoticeMessage();
    private final Pack pack = new Pack();
    private final Item item = new Item();

    @BeforeEach
    void a_notice_of_one_item_in_a_pack_on_a_tare() {
        message.purpose = "00";
        message.number = "N1";
        message.date = "20260302";
        message.time = "0910";
        message.shipment = new Shipment();
        message.shipment.shipDate = "20260302";
        Order order = below(message.shipment, new Order(), "2");
        order.order = "PO1";
        Tare tare = below(order, new Tare(), "3");
        tare.sscc = Bakery.pallet(1).value();
        below(tare, pack, "4");
        pack.sscc = Bakery.pallet(2).value();
        below(pack, item, "5");
        item.senderItem = "FL-25";
        item.lot = "A17";
        item.quantity = "40";
        item.unit = "EA";
    }

    @Test
    void lot_and_expiry_are_those_of_the_leaf_never_of_the_pallet_above() {
        pack.lot = "PALLET-LOT";
        pack.expiry = "20260401";
        item.lot = null;

        ShipNoticeLine line = onlyLine();

        assertEquals("", line.lotNumber());
        assertEquals(true, line.expiry().isEmpty());
    }

    @Test
    void a_batch_takes_the_item_of_the_level_above_and_its_own_lot() {
        item.lot = null;
        item.quantity = "20";
        batch("6", "B1", "12");
        batch("7", "B2", "8");

        List<ShipNoticeLine> lines = read().notice().orElseThrow().lines();

        assertEquals(
                List.of("B1", "B2"),
                lines.stream().map(ShipNoticeLine::lotNumber).toList());
        assertEquals(
                List.of("FL-25", "FL-25"),
                lines.stream().map(ShipNoticeLine::senderItem).toList());
        assertEquals(Quantity.of("12", "C62"), lines.get(0).quantity());
    }

    @Test
    void batches_that_do_not_sum_up_to_their_item_are_a_problem() {
        item.quantity = "21";
        batch("6", "B1", "12");
        batch("7", "B2", "8");

        assertEquals(List.of("BATCH_SUM_DIFFERS HL 5 / SN102"), codes(read()));
    }

    /** X12 data element type R allows an exponent. */
    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_quantity_that_nobody_can_write_out_is_a_problem_of_its_batch() {
        item.quantity = "20";
        batch("6", "B1", "12");
        batch("7", "B2", "9E99999999");

        assertEquals(List.of("QUANTITY_INVALID HL 7 / SN102"), codes(read()));
    }

    @Test
    void every_problem_is_said_with_its_level() {
        message.purpose = "07";
        message.shipment.shipDate = null;
        item.unit = "QQ";
        item.gtin = "14012345000014";
        item.expiry = "20260231";
        Item second = below(pack, new Item(), "8");
        second.senderItem = "X";

        assertEquals(
                List.of(
                        "PURPOSE_NOT_SUPPORTED BSN01",
                        "SHIP_DATE_MISSING DTM 011",
                        "UNIT_UNKNOWN HL 5 / SN103",
                        "GTIN_INVALID HL 5 / LIN",
                        "DATE_INVALID HL 5 / expiry"),
                codes(read()).subList(0, 5));
    }

    @Test
    void an_item_without_a_quantity_is_a_problem_not_nothing() {
        below(pack, new Item(), "8").senderItem = "X";

        assertEquals(List.of("QUANTITY_MISSING HL 8 / SN1"), codes(read()));
    }

    @ParameterizedTest
    @CsvSource({"0910, 2026-03-02T09:10", "091059, 2026-03-02T09:10:59", "09105912, 2026-03-02T09:10:59"})
    void time_of_the_notice(String time, String created) {
        message.time = time;

        assertEquals(created, read().notice().orElseThrow().created().toString());
    }

    @Test
    void the_application_identifier_before_an_sscc_is_dropped() {
        pack.sscc = "00" + Bakery.pallet(2);

        assertEquals(Bakery.pallet(2), onlyLine().pack().orElseThrow());
        assertEquals(Bakery.pallet(1), onlyLine().tare().orElseThrow());
    }

    private void batch(String id, String lot, String quantity) {
        Batch batch = below(item, new Batch(), id);
        batch.lot = lot;
        batch.quantity = quantity;
        batch.unit = "EA";
    }

    private static <L extends Level> L below(Level above, L level, String id) {
        level.id = id;
        above.levels.add(level);
        return level;
    }

    private Reading read() {
        return MessageReader.read(message, Bakery.MILL);
    }

    private ShipNoticeLine onlyLine() {
        return read().notice().orElseThrow().lines().get(0);
    }

    private static List<String> codes(Reading reading) {
        return reading.problems().stream().map(MessageReaderTest::code).toList();
    }

    private static String code(Violation violation) {
        return violation.code() + " " + violation.path();
    }
}
