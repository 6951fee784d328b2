package org.lottrace.edi.asn856.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lottrace.api.edi.SetSegment;

/**
 * Which segments name logistic units (SSCC): MAN with GM in X12, GIN with BJ or AW in EDIFACT, which may name several.
 *
 * <p>Source: X12 data element 88; EDIFACT data element 7405.
 */
final class LogisticUnits {
    private static final Set<String> IN_NUMBERS = Set.of("BJ", "AW");
    private static final int LAST_IDENTITY = 6;

    private LogisticUnits() {}

    static boolean isUnit(SetSegment segment) {
        return segment.is("MAN") && segment.element(1).equals("GM")
                || segment.is("GIN") && IN_NUMBERS.contains(segment.element(1));
    }

    /** @return what stands there, without the application identifier */
    static List<String> of(SetSegment segment) {
        return segment.is("MAN")
                ? List.of(Texts.sscc(segment.element(2)))
                : identities(segment).map(Texts::sscc).toList();
    }

    /** @return all identity numbers of a GIN */
    static Stream<String> identities(SetSegment gin) {
        return IntStream.rangeClosed(2, LAST_IDENTITY)
                .boxed()
                .flatMap(element -> Stream.of(gin.component(element, 1), gin.component(element, 2)))
                .filter(text -> !text.isEmpty());
    }
}
