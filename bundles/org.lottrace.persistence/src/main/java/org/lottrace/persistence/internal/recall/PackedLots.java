package org.lottrace.persistence.internal.recall;

import static org.lottrace.persistence.internal.recall.FactRow.named;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/**
 * Many lots in few rows, in their order: ten thousand lots are not rare. Those that follow each other with one issuer, one item and one
 * unit share a row, whose lot is the first of them and whose quantity tells the unit. Its words have a line for each: the number of
 * the lot, and what is said of it, with tabs between, which no number contains; a blank it may.
 */
final class PackedLots {
    /** Characters of a row: so much lies in the page of its row in PostgreSQL, neither compressed nor elsewhere. */
    private static final int LONGEST = 1_800;

    private static final String BETWEEN = "\t";

    private PackedLots() {}

    /**
     * @param unit of the quantities among what is said; empty when there is none
     * @param said texts without tabs
     */
    record Line(LotKey lot, Optional<UnitOfMeasure> unit, List<String> said) {
        static Line of(LotKey lot) {
            return new Line(lot, Optional.empty(), List.of());
        }

        private boolean fitsWith(Line other) {
            return lot.issuer().equals(other.lot.issuer())
                    && lot.item().equals(other.lot.item())
                    && unit.equals(other.unit);
        }

        private String text() {
            return said.isEmpty() ? lot.number().value() : lot.number().value() + BETWEEN + String.join(BETWEEN, said);
        }
    }

    static List<FactRow> write(String name, List<Line> lines) {
        List<FactRow> rows = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        Line first = null;
        for (Line line : lines) {
            String text = line.text();
            if (first != null && (!first.fitsWith(line) || words.length() + text.length() >= LONGEST)) {
                rows.add(row(name, first, words));
                words.setLength(0);
                first = null;
            }
            words.append(first == null ? "" : "\n").append(text);
            first = first == null ? line : first;
        }
        if (first != null) {
            rows.add(row(name, first, words));
        }
        return rows;
    }

    private static FactRow row(String name, Line first, StringBuilder words) {
        FactRow row = named(name).lot(first.lot()).words(words.toString());
        return first.unit().map(unit -> row.quantity(Quantity.zero(unit))).orElse(row);
    }

    static List<Line> read(List<FactRow> rows) {
        return rows.stream().flatMap(row -> lines(row).stream()).toList();
    }

    private static List<Line> lines(FactRow row) {
        LotKey first = row.lot().orElseThrow();
        Optional<UnitOfMeasure> unit = row.quantity().map(Quantity::unit);
        return row.words()
                .orElseThrow()
                .lines()
                .map(line -> List.of(line.split(BETWEEN)))
                .map(parts -> new Line(
                        new LotKey(first.issuer(), first.item(), new LotNumber(parts.get(0))),
                        unit,
                        parts.subList(1, parts.size())))
                .toList();
    }
}
