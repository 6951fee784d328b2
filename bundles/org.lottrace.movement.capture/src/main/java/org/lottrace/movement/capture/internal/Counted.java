package org.lottrace.movement.capture.internal;

import java.util.List;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
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
 */
record Counted(Quantity found, LotKey lot, Position position) {
    static Counted of(Goods line) {
        return new Counted(line.entered(), line.lot().key(), line.position());
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
        return count.keyData().stream()
                .filter(datum -> datum.name().equals(element.word()))
                .map(datum -> parse(datum.value().text()))
                .toList();
    }

    /** @return the lines of the sheet that differed from the book */
    static List<Counted> differingOf(TraceEvent count) {
        return count.lines().stream()
                .map(line -> new Counted(line.entered(), line.lot(), counted(line)))
                .toList();
    }

    KeyDatum datum() {
        return KeyDataElement.COUNTED.is(text());
    }

    /** @return as a line of a count that books nothing */
    KeyDatum blindDatum() {
        return KeyDataElement.BLIND_COUNTED.is(text());
    }

    private KeyDataValue text() {
        return new KeyDataValue.Text(found + " " + lot + " " + TextForms.write(Position.class, position));
    }

    /** None of the four words has a blank in it: amount, unit, lot, position. */
    private static Counted parse(String text) {
        String[] words = text.split(" ", 4);
        return new Counted(
                Quantity.of(words[0], words[1]), LotKey.parse(words[2]), TextForms.read(Position.class, words[3]));
    }

    private static Position counted(EventLine line) {
        return line.from().place().kind().holdsStock() ? line.from() : line.to();
    }
}
