package org.lottrace.console.web.internal.lot;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.code.Coded;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.label.LabelFormat;
import org.lottrace.api.label.LabelKind;
import org.lottrace.api.label.LabelRequest;
import org.lottrace.api.label.Labels;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** The label of a lot as a file: {@code label.pdf}, {@code label.png}, {@code label.svg}, {@code label.zpl}. */
final class LotLabel {
    private static final String NAME = "label.";

    private LotLabel() {}

    static Answer of(String file, Visit visit) {
        Optional<LabelFormat> format = Stream.of(LabelFormat.values())
                .filter(one -> file.equals(NAME + one.code().toLowerCase(Locale.ROOT)))
                .findFirst();
        return format.map(known -> made(file, known, visit)).orElse(Answer.NOT_FOUND);
    }

    /** @throws IllegalArgumentException if something that was entered cannot be read */
    private static LabelRequest request(LotReference lot, LabelFormat format, Visit visit) {
        return new LabelRequest(
                visit.parameters()
                        .given("kind")
                        .map(kind -> Coded.of(LabelKind.class, kind))
                        .orElse(LabelKind.LOT),
                format,
                lot,
                false,
                visit.parameters().given("unit").map(Sscc::new),
                visit.parameters().given("count").map(Integer::valueOf),
                visit.parameters()
                        .given("weight")
                        .map(weight -> new Quantity(visit.formats().read(weight), new UnitOfMeasure("KGM"))),
                visit.parameters().given("serial"));
    }

    private static Answer made(String file, LabelFormat format, Visit visit) {
        LotReference lot = LotReference.parse(visit.parameters().text("key"));
        LabelRequest request;
        try {
            request = request(lot, format, visit);
        } catch (IllegalArgumentException unreadable) {
            return new Answer.Failure(422, "lot.no-label", unreadable.getMessage());
        }
        return visit.as(Labels.class)
                .make(request)
                .<Answer>fold(
                        label -> new Answer.Download(file, format.mediaType(), out -> out.write(label)),
                        refused -> new Answer.Failure(
                                422,
                                "lot.no-label",
                                refused.stream().map(Violation::message).collect(Collectors.joining("; "))));
    }
}
