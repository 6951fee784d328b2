package org.lottrace.console.web.internal.event;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.event.MovementFilter;
import org.lottrace.api.event.MovementLine;
import org.lottrace.api.event.MovementList;
import org.lottrace.api.event.MovementPage;
import org.lottrace.api.event.MovementPlace;
import org.lottrace.console.web.internal.desk.Csv;

/** Movements that fit a filter as a file for spreadsheets and programs, read some at a time. Where there are too many, its last row says so. */
final class MovementsFile {
    /** A spreadsheet opens that many. */
    private static final int MOST_ROWS = 100_000;

    private final MovementList movements;
    private final MovementFilter filter;

    MovementsFile(MovementList movements, MovementFilter filter) {
        this.movements = movements;
        this.filter = filter;
    }

    void writeTo(OutputStream out) throws IOException {
        Csv file = new Csv(out);
        file.row(
                "position",
                "line",
                "happened",
                "recorded",
                "type",
                "site",
                "actor",
                "item",
                "lot",
                "issuer",
                "quantity",
                "unit",
                "from",
                "to",
                "documents",
                "event",
                "corrects",
                "taken_back_by");
        Optional<MovementPlace> next = Optional.empty();
        int rows = 0;
        do {
            MovementPage page = movements.list(filter, next, MovementList.LONGEST_PAGE);
            for (MovementLine line : page.lines()) {
                row(file, line);
            }
            rows += page.lines().size();
            next = page.next();
        } while (next.isPresent() && rows < MOST_ROWS);
        if (next.isPresent()) {
            file.row("there are more than " + rows + " movements: ask for fewer days");
        }
        file.end();
    }

    private static void row(Csv file, MovementLine line) throws IOException {
        file.row(
                line.position(),
                line.line(),
                line.effective().atOffset(line.offset()),
                line.recorded(),
                line.type().code(),
                line.site(),
                line.actor(),
                line.lot().item(),
                line.lot().number(),
                line.lot().issuer(),
                line.quantity().amount(),
                line.quantity().unit(),
                line.from(),
                line.to(),
                line.documents().stream().map(Object::toString).collect(Collectors.joining(" ")),
                line.event(),
                line.corrects(),
                line.reversedBy());
    }
}
