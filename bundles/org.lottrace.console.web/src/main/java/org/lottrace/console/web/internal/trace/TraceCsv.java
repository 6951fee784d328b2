package org.lottrace.console.web.internal.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.lottrace.console.web.internal.desk.Csv;
import org.lottrace.console.web.internal.page.Visit;

/** The connections of a trace as a file for spreadsheets and programs, with codes, and times of the site with their offset. */
final class TraceCsv {
    private TraceCsv() {}

    static void write(List<TraceRow> rows, Visit visit, OutputStream out) throws IOException {
        Csv file = new Csv(out);
        file.row(
                "position",
                "at",
                "site",
                "kind",
                "from",
                "to",
                "quantity",
                "unit",
                "shareOfInput",
                "shareOfOutput",
                "certainty");
        for (TraceRow row : rows) {
            file.row(
                    row.position(),
                    row.at().atZone(visit.zoneOf(row.site())).toOffsetDateTime(),
                    row.site(),
                    row.kind(),
                    row.from().code(),
                    row.to().code(),
                    row.quantity().amount(),
                    row.quantity().unit(),
                    row.shareOfInput(),
                    row.shareOfOutput(),
                    row.inferred() ? "INFERRED" : "KNOWN");
        }
        file.end();
    }
}
