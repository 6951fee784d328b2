package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.violation.ViolationPath;

/** Why goods were disposed of, and who saw it: at the sites that ask for it somebody else has to. */
final class WitnessCheck {
    private static final String REASON_MISSING = "REASON_MISSING";
    private static final String WITNESS_MISSING = "WITNESS_MISSING";
    private static final String WITNESS_SAME = "WITNESS_SAME";
    private static final String TEXT_TOO_LONG = "TEXT_TOO_LONG";
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NAME = 200;

    private final Set<String> sites;

    /** @param sites codes of the sites at which nothing is disposed of without a reason and a witness */
    WitnessCheck(Set<String> sites) {
        this.sites = Set.copyOf(sites);
    }

    void check(Disposal disposal, Findings findings) {
        boolean asked = sites.contains(disposal.context().site().value());
        if (asked && disposal.reason().filter(text -> !text.isBlank()).isEmpty()) {
            findings.breach(
                    REASON_MISSING,
                    ViolationPath.of("reason"),
                    "site " + disposal.context().site() + " wants to know why goods are disposed of");
        }
        if (asked && disposal.witness().filter(text -> !text.isBlank()).isEmpty()) {
            findings.breach(
                    WITNESS_MISSING,
                    ViolationPath.of("witness"),
                    "at site " + disposal.context().site() + " somebody else has to see it: name the witness");
        }
        String person = personOf(disposal.context());
        if (disposal.witness()
                .filter(name -> name.trim().equalsIgnoreCase(person)
                        || name.trim().equalsIgnoreCase(disposal.context().actor()))
                .isPresent()) {
            findings.breach(
                    WITNESS_SAME,
                    ViolationPath.of("witness"),
                    person + " cannot be the witness of the own act: name another person");
        }
        if (disposal.reason().filter(text -> text.length() > LONGEST_REASON).isPresent()) {
            findings.add(TEXT_TOO_LONG, "reason", "a reason has at most " + LONGEST_REASON + " characters");
        }
        if (disposal.witness().filter(text -> text.length() > LONGEST_NAME).isPresent()) {
            findings.add(TEXT_TOO_LONG, "witness", "a name has at most " + LONGEST_NAME + " characters");
        }
    }

    /** @return who did it */
    static String personOf(CaptureContext context) {
        return context.onBehalfOf().isEmpty() ? context.actor() : context.onBehalfOf();
    }

    static List<KeyDatum> data(Disposal disposal) {
        List<KeyDatum> data = new ArrayList<>();
        disposal.reason()
                .filter(text -> !text.isBlank())
                .ifPresent(text -> data.add(KeyDataElement.DISPOSAL_REASON.is(new KeyDataValue.Text(text))));
        disposal.witness()
                .filter(text -> !text.isBlank())
                .ifPresent(text -> data.add(KeyDataElement.WITNESS.is(new KeyDataValue.Text(text))));
        return data;
    }
}
