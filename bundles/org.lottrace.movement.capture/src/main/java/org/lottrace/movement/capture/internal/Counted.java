package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.text.TextForms;

/**
 * A line of a count sheet as it is recorded: the lines of the event have only what differed.
 *
 * @param found as it was entered; zero when nothing was there
 * @param lot the one lot that was meant
 * @param position where it was looked for
 * @param said what else was said of the goods that were found; the event says it behind the line
 */
record Counted(Quantity found, LotKey lot, Position position, List<KeyDatum> said) {
    private static final Set<String> OF_GOODS =
            LotAttributes.OF_GOODS.stream().map(KeyDataElement::word).collect(Collectors.toSet());

    static Counted of(Goods line) {
        return new Counted(line.entered(), line.lot().key(), line.position(), line.keyData());
    }

    /** @return every line of the sheet; none when the event is from the time when only what differed was recorded */
    static List<Counted> allOf(TraceEvent count) {
        return said(count, KeyDataElement.COUNTED);
    }

    /** @return every line of the sheet of a count that books nothing; none when it is another event */
    static List<Counted> blindOf(TraceEvent count) {
        return said(count, KeyDataElement.BLIND_COUNTED);
    }

    private static List<Counted> said(TraceEvent count, KeyDataElement element) {
        List<Counted> lines = new ArrayList<>();
        for (KeyDatum datum : count.keyData()) {
            if (datum.name().equals(element.word())) {
                lines.add(parse(datum.value().text()));
            } else if (!lines.isEmpty() && OF_GOODS.contains(datum.name())) {
                lines.add(lines.remove(lines.size() - 1).saying(datum));
            }
        }
        return lines;
    }

    private Counted saying(KeyDatum datum) {
        return new Counted(
                found,
                lot,
                position,
                Stream.concat(said.stream(), Stream.of(datum)).toList());
    }

    /** @return the lines of the sheet that differed from the book */
    static List<Counted> differingOf(TraceEvent count) {
        return count.lines().stream()
                .map(line -> new Counted(line.entered(), line.lot(), counted(line), List.of()))
                .toList();
    }

    /** @return how the event of a count says it */
    Stream<KeyDatum> data() {
        return Stream.concat(Stream.of(KeyDataElement.COUNTED.is(text())), said.stream());
    }

    /** @return as a line of a count that books nothing */
    Stream<KeyDatum> blindData() {
        return Stream.concat(Stream.of(KeyDataElement.BLIND_COUNTED.is(text())), said.stream());
    }

    private KeyDataValue text() {
        return new KeyDataValue.Text(found + " " + lot + " " + TextForms.write(Position.class, position));
    }

    /** Amount, unit, lot and position: of them only a lot may have blanks within. */
    private static Counted parse(String text) {
        String[] words = text.split(" ", 3);
        int last = words[2].lastIndexOf(' ');
        return new Counted(
                Quantity.of(words[0], words[1]),
                LotKey.parse(words[2].substring(0, last)),
                TextForms.read(Position.class, words[2].substring(last + 1)),
                List.of());
    }

    private static Position counted(EventLine line) {
        return line.from().place().kind().holdsStock() ? line.from() : line.to();
    }
}
