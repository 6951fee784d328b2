package org.lottrace.console.web.internal.trace;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.console.web.internal.page.Visit;

/**
 * The connections of a trace for a spreadsheet or a program (RFC 4180), with codes and times of the site with their offset. It begins
 * with a byte order mark: without one, spreadsheets do not read UTF-8. No cell can begin with a sign of a formula: lots are written
 * with their issuer first.
 */
final class TraceCsv {
    private static final String MARK = "\uFEFF";
    private static final List<String> HEAD = List.of(
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

    private TraceCsv() {}

    static String of(List<TraceRow> rows, Visit visit) {
        StringBuilder text = new StringBuilder(MARK).append(line(HEAD.stream()));
        rows.forEach(row -> text.append(line(Stream.of(
                String.valueOf(row.position()),
                row.at().atZone(visit.zoneOf(row.site())).toOffsetDateTime().toString(),
                row.site().value(),
                row.kind(),
                row.from().code(),
                row.to().code(),
                row.quantity().amount().toPlainString(),
                row.quantity().unit().code(),
                row.shareOfInput().map(share -> share.toPlainString()).orElse(""),
                row.shareOfOutput().map(share -> share.toPlainString()).orElse(""),
                row.inferred() ? "INFERRED" : "KNOWN"))));
        return text.toString();
    }

    private static String line(Stream<String> cells) {
        return cells.map(TraceCsv::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
