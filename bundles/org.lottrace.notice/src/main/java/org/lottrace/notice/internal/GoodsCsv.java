package org.lottrace.notice.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.lottrace.api.recall.RecallNotice;

/** The goods of a notice, one row for each lot of each shipment, with empty columns for the answer (RFC 4180). */
final class GoodsCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "Case",
                    "Notice",
                    "Shipment",
                    "Shipped on",
                    "Your order",
                    "Item",
                    "GTIN",
                    "Description",
                    "Lot",
                    "Produced",
                    "Use by",
                    "Shipped",
                    "Unit",
                    "On hand",
                    "Destroyed",
                    "Sold or used",
                    "Own customers told (yes or no)",
                    "Answered by")
            .get();

    private GoodsCsv() {}

    static String of(RecallNotice notice) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter rows = new CSVPrinter(text, FORMAT)) {
            for (RecallNotice.Goods goods : notice.goods()) {
                rows.printRecord(
                        notice.recallCase(),
                        notice.key(),
                        goods.shipment().number(),
                        goods.shippedOn(),
                        goods.customerOrder(),
                        goods.lot().item(),
                        goods.gtin().map(Object::toString).orElse(""),
                        goods.description(),
                        goods.lot().number(),
                        goods.productionDate().map(Object::toString).orElse(""),
                        goods.expiry().map(Object::toString).orElse(""),
                        goods.quantity().amount().toPlainString(),
                        goods.quantity().unit().code(),
                        "",
                        "",
                        "",
                        "",
                        "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory was not written", e);
        }
        return text.toString();
    }
}
