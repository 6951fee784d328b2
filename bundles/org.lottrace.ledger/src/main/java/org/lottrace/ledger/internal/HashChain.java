package org.lottrace.ledger.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerHead;

/**
 * Ties each event to all events before it: its hash is SHA-256, in lower-case hexadecimal, over the text of its
 * {@link HashedForm} in UTF-8. Another program can check the chain with the description of the forms alone.
 */
final class HashChain {
    private HashChain() {}

    /** An event whose text is hashed but for the end, which its place in the ledger adds. For one place. */
    static final class Begun {
        private final TraceEvent event;
        private final MessageDigest digest = digest();

        Begun(TraceEvent event) {
            this.event = event;
            digest.update(FormTwo.said(event, RecordedEvent.ONLY_CELL).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** @return the event behind the head, in the newest form, with its hash */
    static RecordedEvent append(LedgerHead head, TraceEvent event, Instant recorded) {
        return append(head, new Begun(event), recorded);
    }

    /** @return the event behind the head, in the newest form, with its hash */
    static RecordedEvent append(LedgerHead head, Begun begun, Instant recorded) {
        RecordedEvent unhashed = new RecordedEvent(begun.event, head.position() + 1, recorded, "");
        byte[] end = FormTwo.placed(head.hash(), unhashed).getBytes(StandardCharsets.UTF_8);
        return new RecordedEvent(
                begun.event, unhashed.position(), recorded, HexFormat.of().formatHex(begun.digest.digest(end)));
    }

    /** @return true when the event is the one that was recorded behind the hash {@code previous} */
    static boolean fits(RecordedEvent event, String previous) {
        return hash(previous, event).equals(Optional.of(event.hash()));
    }

    /** @return empty for an event of no form that there is */
    private static Optional<String> hash(String previous, RecordedEvent recorded) {
        return HashedForm.number(recorded.form())
                .map(form -> form.text(previous, recorded))
                .map(HashChain::hash);
    }

    /** @return SHA-256 of the text in UTF-8, in lower-case hexadecimal */
    static String hash(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
