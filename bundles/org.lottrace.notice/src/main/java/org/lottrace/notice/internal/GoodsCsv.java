package org.lottrace.notice.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.answer.AnswerColumn;
import org.lottrace.api.recall.notice.RecallNotice;
import org.lottrace.api.text.TextForms;

/**
 * The goods of a notice, one row for each lot of each shipment, with empty columns for the answer (RFC 4180). It begins with a
 * byte order mark: without one, spreadsheets do not read UTF-8.
 */
final class GoodsCsv {
    private static final String MARK = "\uFEFF";
    private static final List<String> INSTRUCTIONS = List.of(
            "# Please fill in the columns from \"" + AnswerColumn.ON_HAND.title() + "\" to \""
                    + AnswerColumn.NAME.title() + "\" in every row, 0 where it is nothing, in the unit of the row,"
                    + " and send the file back as CSV.",
            "# Leave the other columns as they are. Open the file with all columns as text: a spreadsheet may change lot"
                    + " numbers, and a changed one is not accepted.");

    private GoodsCsv() {}

    /** @param code shows that an answer is the receiver's; empty when files that come back are not read here */
    static String of(RecallNotice notice, String code) {
        StringBuilder text = new StringBuilder(MARK);
        try (CSVPrinter rows = new CSVPrinter(text, CSVFormat.RFC4180)) {
            for (String instruction : INSTRUCTIONS) {
                rows.printRecord(instruction);
            }
            rows.printRecord(Arrays.stream(AnswerColumn.values()).map(AnswerColumn::title));
            for (int i = 0; i < notice.goods().size(); i++) {
                rows.printRecord(row(notice, code, i + 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory was not written", e);
        }
        return text.toString();
    }

    private static List<String> row(RecallNotice notice, String code, int line) {
        RecallNotice.Goods goods = notice.goods().get(line - 1);
        Map<AnswerColumn, String> known = new EnumMap<>(AnswerColumn.class);
        known.put(AnswerColumn.CASE, TextForms.write(RecallCaseId.class, notice.recallCase()));
        known.put(AnswerColumn.NOTICE, notice.key());
        known.put(AnswerColumn.CODE, code);
        known.put(AnswerColumn.LINE, String.valueOf(line));
        known.put(AnswerColumn.SHIPMENT, goods.shipment().number());
        known.put(AnswerColumn.SHIPPED_ON, TextForms.write(LocalDate.class, goods.shippedOn()));
        known.put(AnswerColumn.ORDER, goods.customerOrder());
        known.put(
                AnswerColumn.ITEM, TextForms.write(ItemNumber.class, goods.lot().item()));
        known.put(
                AnswerColumn.GTIN,
                goods.gtin().map(TextForms.of(Gtin.class)::write).orElse(""));
        known.put(AnswerColumn.DESCRIPTION, goods.description());
        known.put(AnswerColumn.LOT, TextForms.write(LotNumber.class, goods.lot().number()));
        known.put(
                AnswerColumn.PRODUCED,
                goods.productionDate().map(TextForms.of(LocalDate.class)::write).orElse(""));
        known.put(
                AnswerColumn.USE_BY,
                goods.expiry().map(TextForms.of(LocalDate.class)::write).orElse(""));
        known.put(
                AnswerColumn.SHIPPED,
                TextForms.write(BigDecimal.class, goods.quantity().amount()));
        known.put(
                AnswerColumn.UNIT,
                TextForms.write(UnitOfMeasure.class, goods.quantity().unit()));
        List<String> cells = new ArrayList<>();
        for (AnswerColumn column : AnswerColumn.values()) {
            cells.add(known.getOrDefault(column, ""));
        }
        return cells;
    }
}
