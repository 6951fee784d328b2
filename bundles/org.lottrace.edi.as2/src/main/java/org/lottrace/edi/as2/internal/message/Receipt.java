package org.lottrace.edi.as2.internal.message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.lottrace.edi.as2.internal.cms.Digest;
import org.lottrace.edi.as2.internal.mime.Entity;
import org.lottrace.edi.as2.internal.mime.Headers;
import org.lottrace.edi.as2.internal.mime.MalformedMessageException;
import org.lottrace.edi.as2.internal.mime.Multipart;
import org.lottrace.edi.as2.internal.mime.Slice;

/**
 * A message disposition notification (MDN; RFC 4130, 7, and RFC 8098): what became of a message.
 *
 * @param messageId of the message, with its angle brackets
 * @param disposition such as {@code processed} or {@code processed/error: decryption-failed}
 * @param mic digest of what was received, in Base64, and its name, such as {@code ..., sha-256}
 */
public record Receipt(String messageId, String disposition, Optional<String> mic, String text) {
    public static final String PROCESSED = "processed";
    public static final String REPEATED = "processed/warning: duplicate-document";
    private static final String MODE = "automatic-action/MDN-sent-automatically; ";
    private static final String EOL = "\r\n";
    private static final int LARGEST = 64 * 1024;
    private static final int MOST_PARTS = 5;

    /** @return as a multipart/report, not signed */
    public Entity write(String recipient, WorkFiles work) throws IOException {
        String boundary = Layer.boundary();
        String report = "Content-Type: multipart/report; report-type=disposition-notification; boundary=\"" + boundary
                + "\""
                + EOL + EOL + "--" + boundary + EOL + "Content-Type: text/plain; charset=us-ascii" + EOL
                + "Content-Transfer-Encoding: 7bit" + EOL + EOL + text.replaceAll("[^ -~]", "?") + EOL + "--" + boundary
                + EOL + "Content-Type: message/disposition-notification" + EOL + "Content-Transfer-Encoding: 7bit" + EOL
                + EOL + "Reporting-UA: LotTrace" + EOL + "Original-Recipient: rfc822; " + recipient + EOL
                + "Final-Recipient: rfc822; " + recipient + EOL + "Original-Message-ID: " + messageId + EOL
                + "Disposition: " + MODE + disposition + EOL
                + mic.map(said -> "Received-Content-MIC: " + said + EOL).orElse("") + EOL + "--" + boundary + "--"
                + EOL;
        Path file = work.next();
        Files.writeString(file, report, StandardCharsets.US_ASCII);
        return Entity.parse(Slice.of(file));
    }

    /** @throws MalformedMessageException if it is no receipt */
    public static Receipt read(Entity report) throws IOException {
        if (!report.type().name().equals("multipart/report")) {
            throw new MalformedMessageException(
                    "this is no receipt, but " + report.type().name());
        }
        for (Entity part : Multipart.parts(report, MOST_PARTS)) {
            if (part.type().name().equals("message/disposition-notification")) {
                return read(fields(part));
            }
        }
        throw new MalformedMessageException("the receipt says no disposition");
    }

    /** Some products put an empty line before the fields, some none behind them. */
    private static Headers fields(Entity part) throws IOException {
        part.body().bytes(LARGEST, "the receipt");
        String text;
        try (java.io.InputStream bytes = part.decoded()) {
            text = new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
        java.util.Map<String, String> fields = new java.util.LinkedHashMap<>();
        for (String line : text.replaceAll("\r?\n[ \t]+", " ").split("\r?\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.putIfAbsent(line.substring(0, colon).strip(), line.substring(colon + 1));
            }
        }
        return new Headers(fields);
    }

    private static Receipt read(Headers fields) throws MalformedMessageException {
        String disposition = fields.get("Disposition")
                .orElseThrow(() -> new MalformedMessageException("the receipt says no disposition"));
        return new Receipt(
                fields.get("Original-Message-ID").orElse(""),
                disposition.substring(disposition.indexOf(';') + 1).strip(),
                fields.get("Received-Content-MIC"),
                "");
    }

    /** @return whether the message was taken; a warning, such as that it was a repeat, is none of our business */
    public boolean isProcessed() {
        String word = disposition.toLowerCase(Locale.ROOT).replace(" ", "");
        return word.equals(PROCESSED) || word.startsWith("processed/warning");
    }

    /** @return whether it says that the message came before; products call it an error, a failure or a warning */
    public boolean isDuplicate() {
        return disposition.toLowerCase(Locale.ROOT).contains("duplicate");
    }

    /**
     * @param sent in Base64
     * @return whether it vouches for what was sent
     */
    public boolean isFor(String sent, Digest digest) {
        int comma = mic.orElse("").lastIndexOf(',');
        return comma > 0
                && mic.get().substring(0, comma).strip().equals(sent)
                && Digest.named(mic.get().substring(comma + 1)).equals(Optional.of(digest));
    }
}
