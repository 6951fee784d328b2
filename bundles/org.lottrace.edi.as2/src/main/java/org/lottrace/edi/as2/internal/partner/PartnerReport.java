package org.lottrace.edi.as2.internal.partner;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How it goes with a partner.
 *
 * @param name as configured
 * @param peer who is at the other end
 * @param lastLook when we last looked for something to send
 * @param error why that did not work; empty when it did
 * @param files what is wrong with single files, by name
 * @param dead how many files and receipts are not tried any more
 * @param certificates what ends soon, or has ended
 */
public record PartnerReport(
        String name,
        String peer,
        Optional<Instant> lastLook,
        Optional<String> error,
        Map<String, String> files,
        int dead,
        List<String> certificates) {
    public PartnerReport {
        files = Map.copyOf(files);
        certificates = List.copyOf(certificates);
    }
}
