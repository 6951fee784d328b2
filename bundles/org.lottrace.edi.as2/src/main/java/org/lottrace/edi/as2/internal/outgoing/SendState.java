package org.lottrace.edi.as2.internal.outgoing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.lottrace.edi.as2.internal.message.Disk;

/**
 * How far a file is sent, as it stands on the disk.
 *
 * @param messageId the same for each try, until the partner has said no to the only one: so a second one is known as a repeat there
 * @param mic digest of what was sent last, in Base64; empty before the first try
 * @param tries that failed
 * @param waits how often the server had no time for it since the last failure; that is no try
 * @param isUnsure whether it may have been taken at an earlier try, of which nobody knows how it ended: it keeps its id
 * @param due when it may be tried next
 * @param posted since when its receipt is waited for; empty while none is
 * @param reason of the last failure
 */
record SendState(
        String messageId,
        String mic,
        int tries,
        int waits,
        boolean isUnsure,
        Instant due,
        Optional<Instant> posted,
        String reason) {
    static SendState first(Instant now) {
        return new SendState(newId(), "", 0, 0, false, now, Optional.empty(), "");
    }

    static String newId() {
        return "<" + UUID.randomUUID() + "@lottrace>";
    }

    static SendState read(Path file) throws IOException {
        Map<String, String> values = Disk.readValues(file);
        return new SendState(
                values.getOrDefault("message.id", ""),
                values.getOrDefault("mic", ""),
                Integer.parseInt(values.getOrDefault("tries", "0")),
                Integer.parseInt(values.getOrDefault("waits", "0")),
                Boolean.parseBoolean(values.getOrDefault("unsure", "false")),
                Instant.parse(values.getOrDefault("due", Instant.EPOCH.toString())),
                Optional.ofNullable(values.get("posted")).map(Instant::parse),
                values.getOrDefault("reason", ""));
    }

    void write(Path file, Disk disk) throws IOException {
        Map<String, String> values = new TreeMap<>();
        values.put("message.id", messageId);
        values.put("mic", mic);
        values.put("tries", Integer.toString(tries));
        values.put("waits", Integer.toString(waits));
        values.put("unsure", Boolean.toString(isUnsure));
        values.put("due", due.toString());
        posted.ifPresent(since -> values.put("posted", since.toString()));
        values.put("reason", reason);
        disk.writeValues(file, values);
    }

    SendState sending(String newMic) {
        return new SendState(messageId, newMic, tries, waits, isUnsure, due, Optional.empty(), reason);
    }

    /** Nobody knows whether it was taken. */
    SendState unsure() {
        return new SendState(messageId, mic, tries, waits, true, due, posted, reason);
    }

    SendState waiting(Instant since) {
        return new SendState(messageId, mic, tries, waits, isUnsure, due, Optional.of(since), reason);
    }

    SendState failed(String why, Instant next) {
        return new SendState(messageId, mic, tries + 1, 0, isUnsure, next, Optional.empty(), why);
    }

    /** The server has no time for it now. */
    SendState postponed(String why, Instant next) {
        return new SendState(messageId, mic, tries, waits + 1, isUnsure, next, Optional.empty(), why);
    }

    /** The partner has surely not taken what had this id, if no earlier try may have been: the next try is another message. */
    SendState refused(String why, Instant next) {
        return new SendState(isUnsure ? messageId : newId(), mic, tries + 1, 0, isUnsure, next, Optional.empty(), why);
    }
}
