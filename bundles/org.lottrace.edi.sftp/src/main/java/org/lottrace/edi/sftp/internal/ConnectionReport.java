package org.lottrace.edi.sftp.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How a connection does.
 *
 * @param name as configured
 * @param peer who is at the other end
 * @param lastLook when it was last tried
 * @param lastSuccess when it last worked
 * @param error why it did not work the last time; empty when it did
 * @param files what is wrong with single files, by name
 * @param dead how many files are not tried any more
 */
public record ConnectionReport(
        String name,
        String peer,
        Optional<Instant> lastLook,
        Optional<Instant> lastSuccess,
        Optional<String> error,
        Map<String, String> files,
        int dead) {
    public ConnectionReport {
        files = Map.copyOf(files);
    }
}
