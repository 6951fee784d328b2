package org.lottrace.console.web.internal.intake;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.intake.ImportFormat;
import org.lottrace.api.intake.TextEncoding;

/**
 * Files between their choice and their import: a browser does not send a file again with the next form. Each user has one at most, for
 * half an hour, in the memory of this node; the oldest gives way when there is no more room.
 */
final class KeptFiles {
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final long ROOM = 40_000_000;
    private static final int ID_BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Kept> byUser = new LinkedHashMap<>();

    /** @param id stands in addresses, so that two windows of one user do not take the file of the other */
    record Kept(String id, byte[] content, ImportFormat format, TextEncoding encoding, Instant until) {}

    /** @return its id */
    synchronized String keep(String user, byte[] content, TextEncoding encoding, Instant now) {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        byUser.remove(user);
        byUser.values().removeIf(kept -> now.isAfter(kept.until()));
        while (!byUser.isEmpty() && room() < content.length) {
            byUser.remove(byUser.keySet().iterator().next());
        }
        Kept kept = new Kept(HexFormat.of().formatHex(id), content, format(content), encoding, now.plus(LIFE));
        byUser.put(user, kept);
        return kept.id();
    }

    synchronized Optional<Kept> find(String user, String id, Instant now) {
        return Optional.ofNullable(byUser.get(user)).filter(kept -> kept.id().equals(id) && !now.isAfter(kept.until()));
    }

    private long room() {
        return ROOM
                - byUser.values().stream()
                        .mapToLong(kept -> kept.content().length)
                        .sum();
    }

    /** @return what its first bytes say: a workbook is a zip, JSON begins with a list */
    private static ImportFormat format(byte[] content) {
        if (content.length > 1 && content[0] == 'P' && content[1] == 'K') {
            return ImportFormat.XLSX;
        }
        for (byte one : content) {
            if (one > ' ') {
                return one == '[' ? ImportFormat.JSON : ImportFormat.CSV;
            }
        }
        return ImportFormat.CSV;
    }
}
