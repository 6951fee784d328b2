package org.lottrace.console.web.internal.stock;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.overview.StockFilter;
import org.lottrace.api.overview.StockLine;
import org.lottrace.api.overview.StockLines;
import org.lottrace.console.web.internal.desk.Csv;

/** All lines of stock that fit a filter as a file for spreadsheets and programs, read some at a time. */
final class StockFile {
    private final StockLines lines;
    private final StockFilter filter;

    StockFile(StockLines lines, StockFilter filter) {
        this.lines = lines;
        this.filter = filter;
    }

    void writeTo(OutputStream out) throws IOException {
        Csv file = new Csv(out);
        file.row(
                "item",
                "description",
                "lot",
                "issuer",
                "place_kind",
                "place",
                "sscc",
                "quantity",
                "unit",
                "reserved",
                "expiry",
                "produced",
                "disposition",
                "reason",
                "expired");
        Optional<StockLine.Key> after = Optional.empty();
        List<StockLine> page;
        do {
            page = lines.list(filter, after, StockLines.LONGEST_PAGE);
            for (StockLine line : page) {
                row(file, line);
                after = Optional.of(line.key());
            }
        } while (page.size() == StockLines.LONGEST_PAGE);
        file.end();
    }

    private static void row(Csv file, StockLine line) throws IOException {
        file.row(
                line.lot().key().item(),
                line.description(),
                line.lot().number(),
                line.lot().key().issuer(),
                line.position().place().kind().code(),
                line.position().place().code(),
                line.position().container(),
                line.quantity().amount(),
                line.quantity().unit(),
                line.reserved().amount(),
                line.lot().expiry(),
                line.lot().productionDate(),
                line.disposition().code(),
                line.reason(),
                line.expired() ? "yes" : "no");
    }
}
