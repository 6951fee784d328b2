package org.lottrace.soap.erp.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.soap.erp.internal.wire.Refused;
import org.lottrace.soap.erp.internal.wire.violation.Refusal;
import org.lottrace.soap.erp.internal.wire.violation.WireViolation;

/** Violations of the api to the wire. */
final class ViolationMapper {
    /** Where an element has another name than the property it is read into. */
    private static final Map<String, String> OTHER_NAMES =
            Map.of("notice", "shipNotice", "lines", "line", "lots", "lot");

    /** More would fill an answer, and tell nobody more. */
    private static final int MOST_TOLD = 100;

    private ViolationMapper() {}

    /** @throws Refused with the violations, a hundred at most, when there is one */
    static void refuse(List<Violation> violations) throws Refused {
        if (!violations.isEmpty()) {
            Refusal refusal = new Refusal();
            refusal.getViolation()
                    .addAll(toWire(violations.stream().limit(MOST_TOLD).toList()));
            throw new Refused(
                    "The request is refused; nothing was done. Problems: " + violations.size()
                            + (violations.size() > MOST_TOLD ? "; the first " + MOST_TOLD + " are listed" : ""),
                    refusal);
        }
    }

    static List<WireViolation> toWire(List<Violation> violations) {
        return violations.stream().map(ViolationMapper::toWire).toList();
    }

    private static WireViolation toWire(Violation violation) {
        WireViolation wire = new WireViolation();
        wire.setCode(violation.code());
        wire.setField(elementPath(violation.path()));
        wire.setMessage(violation.message());
        return wire;
    }

    /** The services name their own lists, {@code lines[2]} or {@code parties[1]}; the caller sees {@code line[2]}. */
    static String elementPath(ViolationPath path) {
        return path.steps().stream().map(ViolationMapper::element).collect(Collectors.joining("."));
    }

    private static String element(PathStep step) {
        return step.number() == 0
                ? OTHER_NAMES.getOrDefault(step.name(), step.name())
                : step.nameOfOne() + "[" + step.number() + "]";
    }
}
