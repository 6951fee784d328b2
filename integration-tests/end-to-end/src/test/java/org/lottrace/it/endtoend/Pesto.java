package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

/** A new item of the sample company: ten kilograms of basil at 14.50 make a hundred cups, and a customer orders forty. */
final class Pesto {
    private Pesto() {}

    /** As the ERP system tells it. */
    static void isOrdered(LotTraceProcess lottrace) throws IOException, InterruptedException {
        tell(
                lottrace,
                "saveItems",
                "<item><number>FG-4009</number><description>Basil pesto</description><type>FINISHED_GOOD</type>"
                        + "<baseUnit>C62</baseUnit><shelfLifeDays>60</shelfLifeDays></item>");
        tell(
                lottrace,
                "savePurchaseOrders",
                "<order><number>PO-26016</number><supplier>S-300</supplier><site>HAM</site><line><number>1</number>"
                        + "<item>RM-1006</item><quantity unit=\"KGM\">10</quantity>"
                        + "<price currency=\"EUR\" per=\"KGM\">14.50</price></line></order>");
        tell(
                lottrace,
                "saveSalesOrders",
                "<order><number>SO-70028</number><customer>C-503</customer><shipFrom>HAM</shipFrom>"
                        + "<deliveryDate>2026-11-12</deliveryDate><line><number>1</number><item>FG-4009</item>"
                        + "<quantity unit=\"C62\">40</quantity></line></order>");
    }

    private static void tell(LotTraceProcess lottrace, String operation, String content)
            throws IOException, InterruptedException {
        String answer = lottrace.soap(
                "erp", "<" + operation + " xmlns=\"urn:lottrace:erp:1\">" + content + "</" + operation + ">");
        assertTrue(answer.contains(">1</saved>") || answer.contains("<saved>1<"), answer);
    }
}
