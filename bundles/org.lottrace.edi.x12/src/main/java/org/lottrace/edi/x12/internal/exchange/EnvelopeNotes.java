package org.lottrace.edi.x12.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.x12.internal.syntax.Interchange;
import org.lottrace.edi.x12.internal.syntax.Segment;

/**
 * What a UNB says that nobody uses: it is said, and does not refuse.
 *
 * <p>Source: ISO 9735, UNB: 0008 and 0014 (routing), S005 (password), 0026 (application), 0029 (priority), 0031 (acknowledgement wanted; each
 * interchange gets one), 0032 (agreement).
 */
final class EnvelopeNotes {
    private static final int ROUTING = 3;
    private static final Map<Integer, String> UNUSED = new TreeMap<>(Map.of(
            6,
            "password (S005)",
            7,
            "application (0026)",
            8,
            "priority (0029)",
            9,
            "acknowledgement wanted (0031)",
            10,
            "agreement (0032)"));

    private EnvelopeNotes() {}

    /** @return one note, or none; the password is named and not repeated */
    static List<Violation> of(Interchange interchange) {
        if (!interchange.isEdifact()) {
            return List.of();
        }
        Segment unb = interchange.header();
        List<String> unused = new ArrayList<>();
        routing(unb, 2, "routing of the sender (0008)", unused);
        routing(unb, 3, "routing of the receiver (0014)", unused);
        UNUSED.forEach((element, name) -> {
            if (!unb.element(element).isBlank()) {
                unused.add(name);
            }
        });
        return unused.isEmpty()
                ? List.of()
                : List.of(new Violation(
                        "NOT_USED",
                        ViolationPath.of(PathStep.segment("UNB")),
                        "these elements of UNB are not used: " + String.join(", ", unused)));
    }

    private static void routing(Segment unb, int element, String name, List<String> unused) {
        if (!unb.component(element, ROUTING).isEmpty()) {
            unused.add(name);
        }
    }
}
