package org.lottrace.notice.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.lottrace.api.recall.answer.AnswerColumn;
import org.lottrace.api.recall.notice.RecallNotice;

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
        known.put(AnswerColumn.CASE, notice.recallCase().value());
        known.put(AnswerColumn.NOTICE, notice.key());
        known.put(AnswerColumn.CODE, code);
        known.put(AnswerColumn.LINE, String.valueOf(line));
        known.put(AnswerColumn.SHIPMENT, goods.shipment().number());
        known.put(AnswerColumn.SHIPPED_ON, goods.shippedOn().toString());
        known.put(AnswerColumn.ORDER, goods.customerOrder());
        known.put(AnswerColumn.ITEM, goods.lot().item().value());
        known.put(AnswerColumn.GTIN, goods.gtin().map(Object::toString).orElse(""));
        known.put(AnswerColumn.DESCRIPTION, goods.description());
        known.put(AnswerColumn.LOT, goods.lot().number().value());
        known.put(
                AnswerColumn.PRODUCED,
                goods.productionDate().map(Object::toString).orElse(""));
        known.put(AnswerColumn.USE_BY, goods.expiry().map(Object::toString).orElse(""));
        known.put(AnswerColumn.SHIPPED, goods.quantity().amount().toPlainString());
        known.put(AnswerColumn.UNIT, goods.quantity().unit().code());
        List<String> cells = new ArrayList<>();
        for (AnswerColumn column : AnswerColumn.values()) {
            cells.add(known.getOrDefault(column, ""));
        }
        return cells;
    }
}
