package org.lottrace.console.commands.internal.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.console.commands.internal.Shell.answering;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.LotQuantity;

class TypedValuesTest {
    @ParameterizedTest
    @CsvSource({
        "L1@A-01:5:KGM,                      L1,                     5",
        "FLOUR/L1@A-01:0.125:KGM,            FLOUR/L1,               0.125",
        "MILL/FLOUR/L1@A-01:1000000:KGM,     MILL/FLOUR/L1,          1000000",
        "MILL/FLOUR/2026:03/1=x@A-01:5:KGM,  MILL/FLOUR/2026:03/1=x, 5",
    })
    void goods_are_a_lot_a_location_and_a_quantity(String text, String lot, String amount) {
        LotQuantity goods = Goods.parse(List.of(text)).get(0);

        assertEquals(LotReference.parse(lot), goods.lot());
        assertEquals("A-01", goods.location().value());
        assertEquals(amount + " KGM", goods.quantity().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "L1",
                "L1@A-01",
                "L1@A-01:5",
                "L1@A-01:5:KGM:x:y",
                "L1@A-01:5,5:KGM",
                "L1@A-01:5:kg",
                "@A-01:5:KGM"
            })
    void anything_else_is_explained(String text) {
        Exception failure = assertThrows(IllegalArgumentException.class, () -> Goods.parse(List.of(text)));

        assertTrue(failure.getMessage().length() > 20, failure.getMessage());
    }

    @Test
    void a_document_is_a_type_in_any_case_and_a_number() {
        assertEquals(
                DocumentType.SALES_ORDER, Choice.document("sales-order:SO:1").type());
        assertEquals("SO:1", Choice.document("SALES_ORDER:SO:1").number());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Choice.document("ORDER:1"))
                .getMessage()
                .contains("SALES_ORDER"));
    }

    @Test
    void an_ambiguous_lot_number_lists_the_candidates() {
        LotMaster two = answering(
                LotMaster.class,
                "find",
                reference ->
                        List.of(aLot("L1").build(), aLot("L1").madeAt(BERLIN).build()));

        Exception failure = assertThrows(IllegalArgumentException.class, () -> LotArgument.find(two, "L1"));

        assertTrue(failure.getMessage().contains("\n  MILL/FLOUR/L1\n  BAKERY/FLOUR/L1"), failure.getMessage());
    }
}
