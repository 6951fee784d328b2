package org.lottrace.console.web.internal.stock;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.overview.StockFilter;
import org.lottrace.api.overview.StockLine;
import org.lottrace.api.overview.StockLines;

/**
 * All lines of stock that fit a filter as CSV (RFC 4180), read some at a time. Dates and numbers are written for programs: ISO 8601,
 * with a point. A text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
final class StockFile {
    private static final String HEAD =
            "item,description,lot,issuer,place_kind,place,sscc,quantity,unit,reserved,expiry,produced,"
                    + "disposition,reason,expired\r\n";

    private final StockLines lines;
    private final StockFilter filter;

    StockFile(StockLines lines, StockFilter filter) {
        this.lines = lines;
        this.filter = filter;
    }

    void writeTo(OutputStream out) throws IOException {
        Writer file = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        file.write(HEAD);
        Optional<StockLine.Key> after = Optional.empty();
        List<StockLine> page;
        do {
            page = lines.list(filter, after, StockLines.LONGEST_PAGE);
            for (StockLine line : page) {
                file.write(row(line));
                after = Optional.of(line.key());
            }
        } while (page.size() == StockLines.LONGEST_PAGE);
        file.flush();
    }

    private static String row(StockLine line) {
        return Stream.of(
                                line.lot().key().item().value(),
                                line.description(),
                                line.lot().number().value(),
                                line.lot().key().issuer().value(),
                                line.position().place().kind().code(),
                                line.position().place().code(),
                                line.position().container().map(Sscc::value).orElse(""),
                                line.quantity().amount().toPlainString(),
                                line.quantity().unit().code(),
                                line.reserved().amount().toPlainString(),
                                line.lot().expiry().map(LocalDate::toString).orElse(""),
                                line.lot()
                                        .productionDate()
                                        .map(LocalDate::toString)
                                        .orElse(""),
                                line.disposition().code(),
                                line.reason(),
                                line.expired() ? "yes" : "no")
                        .map(StockFile::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String cell(String text) {
        String plain = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
        return plain.matches("(?s).*[\",\\r\\n].*") ? "\"" + plain.replace("\"", "\"\"") + "\"" : plain;
    }
}
