package org.lottrace.label.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.label.LabelKind;
import org.lottrace.api.label.LabelRequest;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.quantity.Quantity;

/** Which labels an event wants: one for each line that brought goods into stock. */
final class EventLabels {
    private static final Set<EventType> PRINTED = Set.of(EventType.RECEIVE, EventType.PRODUCE);
    private static final Set<String> PIECES = Set.of("C62", "EA", "H87");
    private static final String KILOGRAM = "KGM";

    private EventLabels() {}

    /**
     * A label of a line.
     *
     * @param name of its file, the same whenever it is asked
     */
    record Wanted(String name, LabelRequest request) {}

    static List<Wanted> of(RecordedEvent recorded, SitePrinting printing) {
        List<Wanted> wanted = new ArrayList<>();
        if (PRINTED.contains(recorded.event().type())) {
            List<EventLine> lines = recorded.event().lines();
            for (int i = 0; i < lines.size(); i++) {
                EventLine line = lines.get(i);
                if (line.to().place().kind() == PlaceKind.LOCATION
                        && !line.from().place().kind().holdsStock()) {
                    wanted.addAll(of(recorded.position() + "-" + (i + 1), line, printing));
                }
            }
        }
        return wanted;
    }

    /** Each piece whose serial number is said has its own; a pallet has one. */
    private static List<Wanted> of(String name, EventLine line, SitePrinting printing) {
        String ending = "." + printing.format().code().toLowerCase(Locale.ROOT);
        List<String> serials = line.to().container().isPresent()
                ? List.of()
                : line.keyData().stream()
                        .filter(datum -> datum.name().equals(KeyDataElement.SERIAL.word()))
                        .map(datum -> datum.value().text())
                        .toList();
        return serials.isEmpty()
                ? List.of(new Wanted(name + ending, request(line, printing, Optional.empty())))
                : IntStream.range(0, serials.size())
                        .mapToObj(i -> new Wanted(
                                name + "-" + (i + 1) + ending, request(line, printing, Optional.of(serials.get(i)))))
                        .toList();
    }

    private static LabelRequest request(EventLine line, SitePrinting printing, Optional<String> serial) {
        boolean isPallet = line.to().container().isPresent();
        LabelKind kind = isPallet ? LabelKind.PALLET : printing.kind();
        Optional<Quantity> weight =
                kind != LabelKind.LOT && line.quantity().unit().code().equals(KILOGRAM)
                        ? Optional.of(line.quantity())
                        : Optional.empty();
        return new LabelRequest(
                kind,
                printing.format(),
                LotReference.to(line.lot()),
                false,
                line.to().container(),
                isPallet ? Optional.of(pieces(line.quantity())) : Optional.empty(),
                serial.isPresent() ? Optional.empty() : weight,
                serial);
    }

    /** What is not counted in pieces is one trade item of varying weight. */
    private static int pieces(Quantity quantity) {
        BigDecimal amount = quantity.amount().stripTrailingZeros();
        boolean isCount = PIECES.contains(quantity.unit().code())
                && amount.scale() <= 0
                && amount.compareTo(BigDecimal.valueOf(99_999_999)) <= 0;
        return isCount ? amount.intValueExact() : 1;
    }
}
