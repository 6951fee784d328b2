package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.id.SiteId;

/**
 * What somebody has scanned for one job so far, in that order. The device keeps it: nothing is stored until the session is closed, so that a
 * device may be offline meanwhile, and a scan is taken back by leaving it out.
 *
 * @param job what it is to become
 * @param site where
 * @param scans each as it was scanned or typed: goods, a logistic unit, a location of the site, a quantity such as {@code 12} or {@code 2 CS}
 *     of the goods before it, or a number the job needs (of a supplier, a ship notice, an order); of goods to be received whose label names no lot, the
 *     next one says it; at most {@value #MOST}
 */
public record ScanSession(ScanJob job, SiteId site, List<String> scans) {
    /** More is another session. */
    public static final int MOST = 500;

    /** @throws IllegalArgumentException if there are more scans than {@value #MOST} */
    public ScanSession {
        Objects.requireNonNull(job);
        Objects.requireNonNull(site);
        scans = List.copyOf(scans);
        if (scans.size() > MOST) {
            throw new IllegalArgumentException("a session has at most " + MOST + " scans, not " + scans.size());
        }
    }
}
