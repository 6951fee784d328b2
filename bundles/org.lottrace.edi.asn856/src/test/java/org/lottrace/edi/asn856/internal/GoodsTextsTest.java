package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.edi.asn856.internal.wire.Item;

class GoodsTextsTest {
    private static final LineFacts DRUG = new LineFacts(
            "",
            Optional.<LocalDate>empty(),
            "",
            "0363323001",
            List.of(),
            Optional.<BigDecimal>empty(),
            Optional.empty());

    @Test
    void our_item_number_is_never_told_as_an_ndc_where_a_gtin_names_the_item() {
        Item known = item(DRUG, Optional.of(Gtin.of("4012345000016")));
        assertEquals("0363323001", known.senderItem);
        assertEquals(null, known.senderPart);

        Item unknown = item(LineFacts.NONE, Optional.of(Gtin.of("4012345000016")));
        assertEquals(null, unknown.senderItem);
        assertEquals("BREAD", unknown.senderPart);
    }

    /** Otherwise nothing would name it. */
    @Test
    void without_a_gtin_our_number_names_the_item() {
        assertEquals("BREAD", item(LineFacts.NONE, Optional.empty()).senderItem);
    }

    private static Item item(LineFacts facts, Optional<Gtin> gtin) {
        Item item = new Item();
        new GoodsTexts(true, true, "").item(item, line(gtin), facts);
        return item;
    }

    private static ShipNoticeLine line(Optional<Gtin> gtin) {
        return new ShipNoticeLine(
                "PO1",
                "1",
                gtin,
                "",
                "BREAD",
                "L1",
                Optional.empty(),
                Optional.empty(),
                Quantity.of("1", "C62"),
                Optional.empty(),
                Optional.empty());
    }
}
