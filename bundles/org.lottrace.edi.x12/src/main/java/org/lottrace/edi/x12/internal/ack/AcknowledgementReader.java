package org.lottrace.edi.x12.internal.ack;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.x12.internal.syntax.Segment;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;

/** Reads what a partner says about a group we sent. */
public final class AcknowledgementReader {
    /** The code of the transaction set that acknowledges. */
    public static final String CODE = "997";

    private static final String ACCEPTED = "AE";

    private AcknowledgementReader() {}

    /** @return one note for each set and each group that the partner did not accept; empty when all was accepted */
    public static List<Violation> refusals(TransactionSet acknowledgement) {
        List<Violation> refusals = new ArrayList<>();
        String group = "";
        String set = "";
        for (Segment segment : acknowledgement.segments()) {
            switch (segment.tag()) {
                case "AK1" -> group = "group " + segment.element(2);
                case "AK2" -> set = "set " + segment.element(1) + " " + segment.element(2);
                case "AK5", "AK9" -> {
                    if (!ACCEPTED.contains(segment.element(1))) {
                        String what = segment.is("AK5") ? set + " of our " + group : "our " + group;
                        refusals.add(new Violation(
                                "REFUSED_BY_PARTNER",
                                segment.position() + " / " + segment.tag() + " / 1",
                                "the partner refused " + what + " (" + String.join("*", segment.elements())
                                        + "); correct the cause and send it again"));
                    }
                }
                default -> {
                    // AK3 and AK4 say what is wrong in detail; they stand in the stored interchange
                }
            }
        }
        return refusals;
    }
}
