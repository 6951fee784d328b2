package org.lottrace.edi.as2.internal.incoming;

import java.util.Optional;
import org.lottrace.edi.as2.internal.partner.PartnerReport;

/** A partner with whom AS2 is spoken, as the servlet and health see it. */
public interface As2Partner {
    /** @return empty while its configuration is wrong */
    Optional<Incoming> incoming();

    /** @return whether these are its names, also while its configuration is wrong */
    boolean isBetween(String from, String to);

    /** @return bytes of the largest request */
    long largestRequest();

    /** Answers at once, from memory and the disk. */
    PartnerReport report();
}
